import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardSaves, type Decision, type SaveAttempt } from '../../../lib/portal/guard.ts';
import { families, markup, portalOn, show } from './pages.ts';

const end = { current: new AbortController() };
beforeEach(() => {
  end.current = new AbortController();
});
afterEach(() => end.current.abort());

const byText = (page: Document, text: string): HTMLElement => [...page.querySelectorAll<HTMLElement>('button,.btn')].find((one) => one.textContent === text)!;

/** Opens a form with the page's own handlers, and guards it. */
function guarded(page: string, answer: Decision, change: (page: Document) => void = () => undefined) {
  const shown = show(markup(page));
  change(shown);
  const save = byText(shown, 'Enregistrer et Fermer');
  const saved: string[] = [];
  shown.addEventListener('submit', (event) => {
    event.preventDefault();
    // T2: the page's own handler puts every button out of use.
    shown.querySelectorAll('button').forEach((button) => (button.disabled = true));
    saved.push('submit');
  });
  save.addEventListener('click', () => saved.push('click'));
  shown.addEventListener('keydown', (event) => event.key === 'Enter' && saved.push('enter'));
  const asked: SaveAttempt[] = [];
  guardSaves(portalOn(shown), (attempt) => {
    asked.push(attempt);
    return answer;
  }, end.current.signal);
  const press = (target: Element, options: KeyboardEventInit = {}): boolean => target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, composed: true, ...options }));
  return { shown, save, saved, asked, press, title: shown.querySelector<HTMLInputElement>('[value=Forum]')!, ways: () => asked.map(({ way }) => way) };
}

const toButton = (page: Document): void => byText(page, 'Enregistrer et Fermer').setAttribute('type', 'button');
const toRoom = (page: Document): void => page.querySelectorAll('option').forEach((option) => option.textContent?.includes('Licence') && option.replaceChildren('Bureau polyvalent'));

describe.each(families)('guard of the form in the family %s', (family) => {
  const form = `${family}/form`;

  it('T2 blocks a click before the page hears of it, and leaves the button usable', () => {
    const { save, saved, ways } = guarded(form, { allow: false });
    save.click();
    expect(saved).toEqual([]);
    expect(ways()).toEqual(['click']);
    expect((save as HTMLButtonElement).disabled ?? false).toBe(false);
  });

  it('T1 blocks a button whose handler saves without any submit event', () => {
    const { save, saved } = guarded(form, { allow: false }, toButton);
    save.click();
    expect(saved).toEqual([]);
  });

  it('blocks Enter in a field of one line, and lets it make a line in the free text', () => {
    const { press, title, shown, saved, ways } = guarded(form, { allow: false });
    expect(press(title)).toBe(false);
    expect(press(shown.querySelector('textarea')!)).toBe(true);
    expect(saved).toEqual(['enter']);
    expect(ways()).toEqual(['enter']);
  });

  it('blocks Ctrl+Enter and Cmd+Enter in the free text', () => {
    const { press, shown, saved } = guarded(form, { allow: false });
    press(shown.querySelector('textarea')!, { ctrlKey: true });
    press(shown.querySelector('textarea')!, { metaKey: true });
    expect(saved).toEqual([]);
  });

  it('leaves Enter alone while a word is composed', () => {
    const { press, title, ways } = guarded(form, { allow: false });
    press(title, { isComposing: true });
    press(title, { keyCode: 229 });
    expect(ways()).toEqual([]);
  });

  it('S0-14 asks nothing and stops nothing for a room', () => {
    const { save, saved, press, title, ways } = guarded(form, { allow: false }, toRoom);
    save.click();
    press(title);
    expect(ways()).toEqual([]);
    expect(saved).toContain('click');
    expect(saved).toContain('enter');
  });

  it('opens when the form is not understood', () => {
    const { save, saved, ways } = guarded(form, { allow: false }, (page) => page.querySelector('[value=Forum]')!.remove());
    save.click();
    expect(ways()).toEqual([]);
    expect(saved).toContain('click');
  });

  it('stands aside once its signal came', () => {
    const { save, saved, ways } = guarded(form, { allow: false });
    end.current.abort();
    save.click();
    expect(ways()).toEqual([]);
    expect(saved).toContain('click');
  });
});

describe('guard', () => {
  it('blocks a submit event that no click announced', () => {
    const { shown, saved, ways } = guarded('classic/form', { allow: false });
    shown.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(ways()).toEqual(['submit']);
    expect(saved).toEqual([]);
  });

  it('tells the caller what the form holds, in time to write to it', () => {
    const shown = show(markup('classic/form'));
    const portal = portalOn(shown);
    let sent = '';
    shown.addEventListener('submit', (event) => {
      event.preventDefault();
      sent = String(new FormData(event.target as HTMLFormElement).get('commentaires'));
    });
    guardSaves(portal, ({ form }) => {
      portal.writeForm('freeText', `Bloc de ${form.title}`);
      return { allow: true };
    }, end.current.signal);
    byText(shown, 'Enregistrer et Fermer').click();
    expect(sent).toBe('Bloc de Forum');
  });

  it('lets a double click save once', () => {
    const { save, saved } = guarded('classic/form', { allow: true }, toButton);
    for (const detail of [1, 2]) save.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
    expect(saved).toEqual(['click']);
    save.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    expect(saved).toEqual(['click', 'click']);
  });

  it('T6 guards a booking that holds the licence besides a room', () => {
    const { save, asked } = guarded('classic/form', { allow: false }, (page) => {
      const select = page.querySelector('select')!;
      select.multiple = true;
      const room = page.createElement('option');
      room.textContent = 'Bureau polyvalent';
      room.selected = true;
      select.prepend(room);
    });
    save.click();
    expect(asked[0]?.form).toMatchObject({ serviceId: 'web5000', resource: 'Licence ZOOM Web 5000 participants', resources: ['Bureau polyvalent', 'Licence ZOOM Web 5000 participants'] });
  });

  it('guards every button that saves, not only the first kind', () => {
    const { shown, ways } = guarded('classic/form', { allow: false }, (page) => {
      const second = page.createElement('button');
      second.textContent = 'Enregistrer';
      page.querySelector('form')!.append(second);
    });
    byText(shown, 'Enregistrer').click();
    expect(ways()).toEqual(['click']);
  });

  it('leaves the other buttons of the form alone', () => {
    const { shown, saved, ways } = guarded('roles/form', { allow: false });
    const cancel = shown.querySelector('a[href="/r"]') as HTMLElement;
    cancel.addEventListener('click', (event) => { event.preventDefault(); saved.push('cancel'); });
    cancel.click();
    expect(ways()).toEqual([]);
    expect(saved).toEqual(['cancel']);
  });

  it('leaves Enter to a list of suggestions that is open', () => {
    const { press, title, ways } = guarded('classic/form', { allow: false }, (page) => page.querySelector('[value=Forum]')!.setAttribute('aria-expanded', 'true'));
    press(title);
    expect(ways()).toEqual([]);
  });

  it('never takes a button of ours for the portal’s', () => {
    const { shown, ways } = guarded('classic/form', { allow: false });
    const own = shown.createElement('div');
    own.setAttribute('data-passerelle', '');
    const button = shown.createElement('button');
    button.textContent = 'Enregistrer';
    button.type = 'button';
    own.append(button);
    shown.querySelector('form')!.append(own);
    button.click();
    expect(ways()).toEqual([]);
  });

  it('lets the save pass when our own code fails, and reports it', () => {
    const shown = show(markup('classic/form'));
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    let saved = false;
    shown.addEventListener('submit', (event) => { event.preventDefault(); saved = true; });
    guardSaves(portalOn(shown), () => { throw new Error('ours'); }, end.current.signal);
    byText(shown, 'Enregistrer et Fermer').click();
    vi.unstubAllGlobals();
    expect(saved).toBe(true);
    expect(reported).toHaveBeenCalled();
  });

  it('guards a form inside an open shadow root', () => {
    const shown = show('<!doctype html><body><app-page></app-page></body>');
    const root = shown.querySelector('app-page')!.attachShadow({ mode: 'open' });
    const inner = new DOMParser().parseFromString(markup('roles/form'), 'text/html');
    root.append(...[...inner.body.children].map((one) => shown.importNode(one, true)));
    const asked: string[] = [];
    guardSaves(portalOn(shown), ({ way }) => { asked.push(way); return { allow: false }; }, end.current.signal);
    let reached = 0;
    root.addEventListener('submit', (event) => { event.preventDefault(); reached += 1; });
    ([...root.querySelectorAll('button')].find((one) => one.textContent === 'Enregistrer et Fermer') as HTMLElement).click();
    root.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(asked).toEqual(['click', 'submit']);
    expect(reached).toBe(0);
  });
});
