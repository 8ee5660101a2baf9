/** Walking a page by the arrows: out to the parent, in to the first child, along the neighbours. Looks only. */
import { nameOf, roleSelectors, textOf } from '../portal/accessible.ts';
import { toLabel } from '../portal/names.ts';
import { isOurs, parentOf } from '../portal/roots.ts';
import { isVisible } from '../portal/visible.ts';

export type Direction = 'out' | 'in' | 'next' | 'previous';

const isThere = (element: Element): element is HTMLElement => !isOurs(element) && isVisible(element) && !/^(?:script|style|template|link|meta|noscript|head)$/u.test(element.localName);

const childrenOf = (element: Element): HTMLElement[] => [...(element.shadowRoot ?? element).children].filter(isThere);

function siblingOf(element: HTMLElement, step: 1 | -1): HTMLElement | null {
  const parent = parentOf(element);
  const siblings = parent ? childrenOf(parent) : [];
  return siblings[siblings.indexOf(element) + step] ?? null;
}

/** @returns where one stands afterwards; the same element when there is nothing that way */
export function walk(element: HTMLElement, direction: Direction): HTMLElement {
  if (direction === 'in') return childrenOf(element)[0] ?? element;
  if (direction === 'out') {
    const parent = parentOf(element) as HTMLElement | null;
    return parent && !parent.matches('html,body') ? parent : element;
  }
  const step = direction === 'next' ? 1 : -1;
  // At the end of a box the way goes on after it, so that two keys are enough to cross a page.
  for (let box: HTMLElement | null = element; box && !box.matches('body,html'); box = parentOf(box) as HTMLElement | null) {
    const sibling = siblingOf(box, step);
    if (sibling) return sibling;
  }
  return element;
}

/** The candidate after (or before) where one stands; around the end it begins again. */
export function tabTo(candidates: readonly HTMLElement[], from: HTMLElement | null, step: 1 | -1): HTMLElement | null {
  if (candidates.length === 0) return null;
  const at = from === null ? -1 : candidates.indexOf(from);
  if (at !== -1) return candidates[(at + step + candidates.length) % candidates.length] ?? null;
  const isAfter = (one: HTMLElement): boolean => from === null || (from.compareDocumentPosition(one) & 4) !== 0;
  return step === 1 ? (candidates.find(isAfter) ?? candidates[0] ?? null) : (candidates.findLast((one) => !isAfter(one)) ?? candidates.at(-1) ?? null);
}

/** The next candidate that begins with what was typed, from where one stands, that one included while a word is being typed. */
export function typeTo(candidates: readonly HTMLElement[], from: HTMLElement | null, typed: string): HTMLElement | null {
  const wanted = toLabel(typed);
  if (wanted === '') return null;
  const start = Math.max(0, from === null ? 0 : candidates.indexOf(from));
  const inOrder = [...candidates.slice(start), ...candidates.slice(0, start)];
  return inOrder.find((one) => toLabel(saidBy(one).slice(0, 200)).startsWith(wanted)) ?? null;
}

/** What an element is called or says; empty for a box of many things. */
export function saidBy(element: HTMLElement): string {
  const isNamed = element.matches(roleSelectors.field) || element.matches('button,a[href],summary,[role]');
  const name = isNamed ? nameOf(element).replace(/\s+/gu, ' ').trim() : '';
  return name !== '' ? name : textOf(element);
}

/** What it is, in one word: a key of the texts (`sort_button`). */
export type ElementSort = 'button' | 'link' | 'checkbox' | 'list' | 'field' | 'heading' | 'columnHead' | 'cell' | 'box' | 'text';

export function sortOf(element: HTMLElement): ElementSort {
  if (element.matches(roleSelectors.button)) return 'button';
  if (element.matches(roleSelectors.link)) return 'link';
  if (element.matches(roleSelectors.checkbox)) return 'checkbox';
  if (element.matches(roleSelectors.combobox)) return 'list';
  if (element.matches(roleSelectors.field)) return 'field';
  if (element.matches(roleSelectors.heading)) return 'heading';
  if (element.matches(roleSelectors.columnheader)) return 'columnHead';
  if (element.matches('td,[role=cell],[role=gridcell]')) return 'cell';
  return element.childElementCount > 0 ? 'box' : 'text';
}
