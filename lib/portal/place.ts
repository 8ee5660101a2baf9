/** Putting our own nodes into the page: inserted once, marked as ours, removed with the signal. */
import { roleSelectors } from './accessible.ts';
import { forget } from './memo.ts';
import { OWN_MARK, queryAll } from './roots.ts';
import { isVisible } from './visible.ts';

export type Where = { after: HTMLElement } | { before: HTMLElement } | { inside: HTMLElement };

const FRAME = 'form,fieldset,table,tbody,thead,body,main,section,[role=form],[role=dialog],dialog';

/** The line of a field: the outermost box that holds this control and no other. */
export function lineOf(control: HTMLElement): HTMLElement {
  let line = control;
  while (line.parentElement && !line.parentElement.matches(FRAME)) {
    const parent = line.parentElement;
    if (queryAll(parent, roleSelectors.field, 20).filter(isVisible).some((other) => other !== control && !line.contains(other))) break;
    line = parent;
  }
  return line;
}

/** A row or a pair needs a box of its own kind between the portal's and ours. */
function wrap(line: HTMLElement, own: HTMLElement): HTMLElement {
  const document = line.ownerDocument;
  const make = (name: string): HTMLElement => {
    const element = document.createElement(name);
    element.setAttribute(OWN_MARK, '');
    return element;
  };
  if (line.localName === 'tr') {
    const [row, cell] = [make('tr'), make('td') as HTMLTableCellElement];
    cell.colSpan = Math.max(1, [...line.children].reduce((sum, each) => sum + ((each as HTMLTableCellElement).colSpan || 1), 0));
    cell.append(own);
    row.append(cell);
    return row;
  }
  const name = line.localName === 'dd' || line.localName === 'dt' ? 'dd' : line.localName === 'li' ? 'li' : null;
  if (name === null) return own;
  const box = make(name);
  box.append(own);
  return box;
}

/** Inserts `own` and takes it away when the signal says so. */
export function place(own: HTMLElement, where: Where, signal: AbortSignal): void {
  if (signal.aborted) return;
  own.setAttribute(OWN_MARK, '');
  let outer = own;
  if ('inside' in where) where.inside.append(own);
  else {
    const line = 'after' in where ? where.after : where.before;
    outer = wrap(line, own);
    if ('after' in where) line.after(outer);
    else line.before(outer);
  }
  signal.addEventListener('abort', () => outer.remove(), { once: true });
  forget();
}
