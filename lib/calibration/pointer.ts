/** What lies under a point of the window, through open shadow roots and frames of the same origin, ours left out. */
import { documentOf, isOurs } from '../portal/roots.ts';
import type { Frame } from './views.ts';

const DEPTH_MAXIMUM = 20;

function under(root: Document | ShadowRoot, x: number, y: number, depth: number): HTMLElement | null {
  const element = root.elementsFromPoint(x, y).find((one) => !isOurs(one)) as HTMLElement | undefined;
  if (!element || depth >= DEPTH_MAXIMUM) return element ?? null;
  if (element.shadowRoot && element.shadowRoot !== root) return under(element.shadowRoot, x, y, depth + 1) ?? element;
  if (element.matches('iframe,frame')) {
    const inner = documentOf(element);
    const { left, top } = element.getBoundingClientRect();
    if (inner) return under(inner, x - left - element.clientLeft, y - top - element.clientTop, depth + 1) ?? element;
  }
  return element;
}

/** @returns null outside of everything, or over the page's bare ground */
export function elementAt(document: Document, x: number, y: number): HTMLElement | null {
  const element = under(document, x, y, 0);
  return element === null || element.matches('html,body') ? null : element;
}

/** Where an element stands in the window, also one inside a frame. */
export function frameOf(element: Element): Frame {
  const { left, top, width, height } = element.getBoundingClientRect();
  let [x, y] = [left, top];
  for (let frame = frameAround(element); frame; frame = frameAround(frame)) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
  }
  return { x, y, width, height };
}

function frameAround(element: Element): Element | null {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Turns what is under the pointer by a wheel that our shield has caught. */
export function scrollUnder(document: Document, x: number, y: number, dx: number, dy: number): void {
  for (let box: Element | null = elementAt(document, x, y); box; box = box.parentElement) {
    const canTurn = (box.scrollHeight > box.clientHeight && dy !== 0) || (box.scrollWidth > box.clientWidth && dx !== 0);
    if (!canTurn || !/auto|scroll/u.test(`${getComputedStyle(box).overflowY}${getComputedStyle(box).overflowX}`)) continue;
    const before = box.scrollTop + box.scrollLeft;
    box.scrollBy(dx, dy);
    if (box.scrollTop + box.scrollLeft !== before) return;
  }
  document.defaultView?.scrollBy(dx, dy);
}
