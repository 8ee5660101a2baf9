/**
 * From the node under the pointer to what the person means: the whole button and not the icon in it, the field and
 * not its label, the head of a column and not the arrow that sorts it. Looks only.
 */
import { roleSelectors, textOf } from '../portal/accessible.ts';
import { parentOf, queryAll } from '../portal/roots.ts';
import { isVisible } from '../portal/visible.ts';
import type { Sort } from './journey.ts';

const PRESSABLE = `${roleSelectors.button},${roleSelectors.link},${roleSelectors.menuitem},${roleSelectors.tab},[onclick],[tabindex]:not([tabindex="-1"])`;
const HEAD = 'th,td,dt,[role=columnheader],[role=cell],[role=gridcell],[role=rowheader]';
/** How far above the pointer something may be meant. */
const LEVELS = 6;
/** A box with more controls than a split date has is no field. */
const PARTS_MAXIMUM = 4;
const SAID_MAXIMUM = 120;

function* upwards(element: HTMLElement): Generator<HTMLElement> {
  let current: Element | null = element;
  for (let level = 0; current && level < LEVELS; level += 1, current = parentOf(current)) yield current as HTMLElement;
}

const fieldsIn = (box: Element): HTMLElement[] => queryAll(box, roleSelectors.field, PARTS_MAXIMUM + 1).filter(isVisible);

/** The control itself, the one that a label names, or the one beside a text; a box of several when the field is split (T4). */
function toField(element: HTMLElement): HTMLElement {
  for (const box of upwards(element)) {
    if (box.matches(roleSelectors.field)) return box;
    const labelled = (box.closest('label') as HTMLLabelElement | null)?.control;
    if (labelled && isVisible(labelled)) return labelled;
    const fields = fieldsIn(box);
    if (fields.length === 1 && fields[0]) return fields[0];
    if (fields.length > 1) return fields.length <= PARTS_MAXIMUM ? box : element;
  }
  return element;
}

const toPressable = (element: HTMLElement): HTMLElement => [...upwards(element)].find((box) => box.matches(PRESSABLE)) ?? sayingTheSame(element);

/** The outermost box that says no more than the element does: a word may be wrapped many times. */
function sayingTheSame(element: HTMLElement): HTMLElement {
  const said = textOf(element);
  let best = element;
  for (const box of upwards(element)) {
    if (said === '' || textOf(box) !== said || box.matches('body,main,form')) break;
    best = box;
  }
  return said === '' ? element : best;
}

const toText = (element: HTMLElement): HTMLElement => {
  const head = element.closest<HTMLElement>(HEAD);
  return head && textOf(head).length <= SAID_MAXIMUM && head.querySelector('input,select,textarea') === null ? head : element;
};

/** @param element what the pointer is over, or what the keyboard stands on */
export function targetOf(element: HTMLElement, sort: Sort): HTMLElement {
  if (sort === 'field') return toField(element);
  if (sort === 'press') return toPressable(element);
  return sort === 'text' ? toText(element) : element;
}

const TEXTS_MAXIMUM = 3000;

/** What may be meant on a page, in its order: where Tab and the first letters of a word lead. */
export function candidatesOf(document: Document, sort: Sort): HTMLElement[] {
  const controls = sort === 'field' ? queryAll(document, roleSelectors.field, TEXTS_MAXIMUM) : sort === 'press' ? queryAll(document, PRESSABLE, TEXTS_MAXIMUM) : [];
  const texts = sort === 'field' ? [] : queryAll(document, '*', 20_000).filter(isTextLeaf);
  const targets = [...controls, ...texts].filter(isVisible).map((element) => targetOf(element, sort));
  return [...new Set(targets)].sort((one, other) => ((one.compareDocumentPosition(other) & 4) !== 0 ? -1 : 1)).slice(0, TEXTS_MAXIMUM);
}

/** An element with a short text of its own. */
function isTextLeaf(element: HTMLElement): boolean {
  if (/^(?:script|style|template|option|noscript|textarea|html|body)$/u.test(element.localName)) return false;
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
  return own && (element.textContent ?? '').length <= SAID_MAXIMUM;
}
