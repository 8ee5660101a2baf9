/** The booking form: saving (T1, T2), the portal's own conflict check (T7), its late appearance (T12). */
import { closest, hasTrait } from './page.ts';

const formOf = (): HTMLFormElement | null => document.querySelector<HTMLFormElement>('form#fiche');

function disableSaving(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('.enregistrer')) button.disabled = true;
}

/** T1: no submit event, and no check of anyone listening to it. */
function saveDirectly(form: HTMLFormElement): void {
  if (hasTrait('T2')) disableSaving(form);
  form.submit();
}

/** T7: « ✔ » or « ✘ », and not a word more. */
async function check(form: HTMLFormElement): Promise<void> {
  const glyph = form.querySelector('#disponibilite');
  if (!glyph) return;
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  for (const name of ['jeton', 'commentaires', 'titre']) fields.delete(name);
  const response = await fetch(`/api/disponibilite?${fields}`);
  const { libre } = (await response.json()) as { libre: boolean };
  glyph.textContent = libre ? '✔' : '✘';
  glyph.className = `disponibilite ${libre ? 'libre' : 'prise'}`;
}

/** For each form that comes into the page. */
export function readyForm(): void {
  const form = formOf();
  if (!form) return;
  if (hasTrait('T7')) void check(form);
  if (hasTrait('T12')) setTimeout(() => form.classList.remove('en-chargement'), 250);
}

export function startForm(): void {
  document.addEventListener('click', (event) => {
    const form = closest(event, '#fiche .enregistrer')?.closest('form');
    if (form && hasTrait('T1')) saveDirectly(form);
  });
  document.addEventListener('keydown', (event) => {
    const field = closest(event, '#fiche input[type=text]');
    const form = formOf();
    if (!hasTrait('T1') || !field || !form || event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    saveDirectly(form);
  });
  document.addEventListener('submit', (event) => {
    const form = closest<HTMLFormElement>(event, '#fiche');
    if (form && hasTrait('T2')) disableSaving(form);
  });
  document.addEventListener('change', (event) => {
    const form = closest(event, '#fiche select, #date, #duree')?.closest('form');
    if (form && hasTrait('T7')) void check(form);
  });
}
