/** « Critères »: folding, triangles, ticks that go down and up the tree, search, saving. */
import { closest, post } from './page.ts';

function fold(form: HTMLElement): void {
  form.classList.toggle('ferme');
  const open = form.querySelector<HTMLInputElement>('input[name=ouvert]');
  if (open) open.value = form.classList.contains('ferme') ? '0' : '1';
}

function unfold(triangle: HTMLElement): void {
  const folded = triangle.parentElement?.querySelector(':scope > ul')?.classList.toggle('replie');
  triangle.textContent = folded ? '▸' : '▾';
}

const boxesBelow = (item: Element): NodeListOf<HTMLInputElement> => item.querySelectorAll<HTMLInputElement>(':scope > ul input[type=checkbox]');

function tick(box: HTMLInputElement): void {
  const item = box.closest('.noeud');
  if (!item) return;
  for (const below of boxesBelow(item)) below.checked = box.checked;
  for (let above = item.parentElement?.closest('.noeud'); above; above = above.parentElement?.closest('.noeud')) {
    const own = above.querySelector<HTMLInputElement>(':scope > input');
    if (own) own.checked = [...boxesBelow(above)].every((one) => one.checked);
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function search(input: HTMLInputElement): void {
  for (const item of document.querySelectorAll<HTMLElement>('.arbre .noeud')) item.hidden = !plain(item.textContent ?? '').includes(plain(input.value));
}

async function save(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form);
  const list = (name: string): string[] => data.getAll(name).map(String);
  await post('/reservations/ressources/filtre', { operation: 'sauvegarder', ouvert: '1', noeud: list('noeud'), caracteristique: list('caracteristique') });
  const note = document.createElement('span');
  note.className = 'sauvegarde';
  note.setAttribute('role', 'status');
  note.textContent = '✓';
  form.querySelector('.sauvegarde')?.remove();
  form.querySelector('.sauvegarder')?.after(note);
}

export function startCriteria(): void {
  document.addEventListener('click', (event) => {
    const head = closest(event, '.criteres .pli');
    const triangle = closest(event, '.arbre .triangle');
    if (head || triangle) event.preventDefault();
    const form = head?.closest('form');
    if (form) fold(form);
    if (triangle) unfold(triangle);
    const saving = closest(event, '.sauvegarder')?.closest('form');
    if (saving) void save(saving);
  });
  document.addEventListener('change', (event) => {
    const box = closest<HTMLInputElement>(event, '.arbre input[type=checkbox]');
    if (box) tick(box);
  });
  document.addEventListener('input', (event) => {
    const input = closest<HTMLInputElement>(event, '.recherche-arbre');
    if (input) search(input);
  });
}
