/** Labels and values of a page that shows a booking: `dl`, two-cell rows, a label beside a text, « Libellé : valeur ». */
import { textOf } from '../accessible.ts';
import { anchorNames, needOf, type AnchorName } from '../anchors.ts';
import type { PageView } from '../find.ts';
import { remembering } from '../memo.ts';
import { toMatcher } from '../names.ts';
import { isOurs } from '../roots.ts';
import { findTexts } from '../texts.ts';
import { isVisible } from '../visible.ts';

export interface Pair {
  label: HTMLElement;
  value: HTMLElement;
  text: string;
}

const detailAnchors = anchorNames.filter((anchor) => needOf(anchor).pages.includes('detail') && needOf(anchor).area === 'form');

/** What a value may look like when it keeps its lines. */
export function linesOf(element: HTMLElement): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    else if (node.nodeType === 1) {
      const name = (node as Element).localName;
      if (name === 'br') parts.push('\n');
      else if (!/^(?:script|style|template)$/u.test(name) && !isOurs(node)) {
        node.childNodes.forEach(walk);
        if (/^(?:p|div|li|pre|tr)$/u.test(name)) parts.push('\n');
      }
    }
  };
  walk(element);
  return parts.join('').replace(/[^\S\n]+/gu, ' ').trim();
}

/** The text that stands beside a label, as far as the same line of boxes goes. */
function valueBeside(label: HTMLElement): HTMLElement | null {
  for (let box: HTMLElement | null = label, level = 0; box && level < 3; box = box.parentElement, level += 1) {
    const next = box.nextElementSibling as HTMLElement | null;
    if (next) return isVisible(next) && !isOurs(next) ? next : null;
    if (/^(?:td|th|dt|tr|li|section|form|main)$/u.test(box.localName)) return null;
  }
  return null;
}

const isNoLabel = (element: HTMLElement): boolean => element.closest('thead,button,a,nav,option') !== null || (element.localName === 'label' && (element as HTMLLabelElement).control !== null);

/** A value may be a word that is also a label (« Détails »); not when labels follow each other, as the heads of columns do. */
function holdsLabel(value: HTMLElement, labels: readonly HTMLElement[]): boolean {
  const inside = labels.filter((label) => value.contains(label));
  if (inside.length === 0) return false;
  const next = value.nextElementSibling;
  if (inside.some((label) => textOf(label) !== textOf(value))) return true;
  return next !== null && value.localName === next.localName && labels.some((label) => next.contains(label) && textOf(label) === textOf(next));
}

/** Fewer boxes side by side than this are labels with their values. */
const COLUMNS_MINIMUM = 5;

/** The heads of columns stand side by side, over a line of as many boxes that says none of the labels. */
function isColumn(label: HTMLElement, labels: readonly HTMLElement[]): boolean {
  let line: HTMLElement | null = label.parentElement;
  for (let level = 0; line && line.childElementCount < COLUMNS_MINIMUM && level < 3; level += 1) line = line.parentElement;
  const width = line?.childElementCount ?? 0;
  const kind = line?.firstElementChild?.localName;
  if (!line || width < COLUMNS_MINIMUM || [...line.children].some((box) => box.localName !== kind)) return false;
  const next = line.nextElementSibling ?? line.parentElement?.nextElementSibling;
  const row = next && [next, ...next.querySelectorAll('*')].find((box) => box.childElementCount === width && box.localName === line.localName);
  return row !== null && row !== undefined && !labels.some((other) => row.contains(other));
}

/**
 * The first pair of each of the profile's labels. A label that is a column's head, or a control's, is none,
 * and a value never holds another label.
 */
export function readPairs(view: PageView, scope: Document | Element = view.document): Map<AnchorName, Pair> {
  return remembering(() => {
    const labels = detailAnchors.map((anchor) => {
      const names = (view.profile.anchors[anchor] ?? []).flatMap((alternative) => ('names' in alternative ? alternative.names : []));
      return { anchor, found: findTexts(scope, toMatcher(names)).filter((label) => !isNoLabel(label)) };
    });
    const all = labels.flatMap(({ found }) => found);
    const pairs = new Map<AnchorName, Pair>();
    for (const { anchor, found } of labels) {
      for (const label of found) {
        if (isColumn(label, all)) continue;
        const value = valueBeside(label);
        if (!value || value.querySelector('input,select,textarea') || holdsLabel(value, all)) continue;
        pairs.set(anchor, { label, value, text: linesOf(value) });
        break;
      }
    }
    return pairs;
  });
}

export const textOfPair = (pair: Pair | undefined): string | null => (pair === undefined ? null : textOf(pair.value));
