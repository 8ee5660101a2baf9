/**
 * Where a block of ours stands among the portal's own nodes. Nothing of the portal is moved, wrapped or
 * given a style: the block is put after a whole line, where another line makes no difference.
 */

/** Boxes in whose flow one more block pushes nothing sideways. */
const flows = new Set(['block', 'flow-root', 'list-item', 'table-cell']);

function takesBlocks(box: Element): boolean {
  const { display, flexDirection } = getComputedStyle(box);
  if (display.endsWith('flex')) return flexDirection.startsWith('column');
  return flows.has(display) || (box.matches('td,th') && !display.endsWith('grid'));
}

/** The outermost node that must stay together with `element`: its label, its row of boxes. */
function lineOf(element: Element): Element {
  let line: Element = element.closest('label') ?? element;
  for (let box = line.parentElement; box !== null && box.localName !== 'body' && !takesBlocks(box); box = box.parentElement) line = box;
  return line;
}

/** Puts a block right after an element of the portal, unless it stands there already. */
export function placeAfter(element: Element, host: HTMLElement): void {
  const line = lineOf(element);
  if (line.nextElementSibling !== host) line.after(host);
}

/** Puts a block right before an element of the portal, unless it stands there already. */
export function placeBefore(element: Element, host: HTMLElement): void {
  const line = lineOf(element);
  if (line.previousElementSibling !== host) line.before(host);
}
