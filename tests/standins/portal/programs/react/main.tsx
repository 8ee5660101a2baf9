/** The react look's program: draws the state into the root, keeps the caret through renewals. */
import { render } from 'preact';
import { App } from './app.tsx';
import { onRenewRoot, startRouter } from './router.ts';
import { onChange } from './store.ts';

let root = document.getElementById('root') as HTMLElement;

interface Caret {
  name: string;
  start: number | null;
  end: number | null;
}

function caret(): Caret | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement) || active.name === '' || !root.contains(active)) return null;
  return active instanceof HTMLSelectElement
    ? { name: active.name, start: null, end: null }
    : { name: active.name, start: active.selectionStart, end: active.selectionEnd };
}

function putBack({ name, start, end }: Caret): void {
  const control = root.querySelector<HTMLElement>(`[name="${name}"]:not([disabled])`);
  if (!control || control === document.activeElement) return;
  control.focus();
  if (start !== null && (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) control.setSelectionRange(start, end);
}

onChange(() => {
  const kept = caret();
  render(<App />, root);
  if (kept) putBack(kept);
});

// T3: not only what the root holds, but the root and all else in the body.
onRenewRoot(() => {
  render(null, root);
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

startRouter();
