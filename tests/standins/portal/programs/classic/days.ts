/** T3: the days are changed without a load: the inside of the body is swapped and the address pushed. */
import { closest, hasTrait } from './page.ts';

async function swap(path: string): Promise<void> {
  const response = await fetch(path);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.body.replaceChildren(...[...next.body.childNodes].map((node) => document.adoptNode(node)));
  document.title = next.title;
}

export function startDays(ready: () => void): void {
  const goTo = async (path: string, push: boolean): Promise<void> => {
    await swap(path);
    if (push) history.pushState({ jour: true }, '', path);
    ready();
  };
  document.addEventListener('click', (event) => {
    const link = closest<HTMLAnchorElement>(event, '.jour a.navigation, .zone-heures a');
    if (!link || !hasTrait('T3') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void goTo(link.pathname + link.search, true);
  });
  document.addEventListener('submit', (event) => {
    const form = closest<HTMLFormElement>(event, '.choix-date');
    if (!form || !hasTrait('T3')) return;
    event.preventDefault();
    const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    void goTo(`${form.getAttribute('action')}?${query}`, true);
  });
  addEventListener('popstate', () => {
    if (hasTrait('T3')) void goTo(location.pathname + location.search, false);
  });
}
