/** Finding the innermost element that says just something, for pages without roles or labels. */
import { remembered } from './memo.ts';
import { toLabel, type Matcher } from './names.ts';
import { isOurs, queryAll, rootsOf } from './roots.ts';
import { isVisible } from './visible.ts';

/** Texts looked at in one tree; a longer page is looked at in part. */
export const TEXTS_MAXIMUM = 40_000;
const LABEL_MAXIMUM = 120;

type Index = Map<string, HTMLElement[]>;

const indexTree = remembered('texts', (tree: Document | ShadowRoot | Element): Index => {
  const index: Index = new Map();
  const document = tree.nodeType === 9 ? (tree as Document) : tree.ownerDocument;
  const add = (text: string, element: HTMLElement): void => {
    const label = toLabel(text);
    if (label === '') return;
    const elements = index.get(label);
    if (!elements) index.set(label, [element]);
    else if (elements[elements.length - 1] !== element) elements.push(element);
  };
  const walker = (document as Document).createTreeWalker(tree, 4);
  let seen = 0;
  for (let node = walker.nextNode(); node && seen < TEXTS_MAXIMUM; node = walker.nextNode(), seen += 1) {
    const text = node.nodeValue ?? '';
    const element = node.parentElement;
    if (!element || text.length > LABEL_MAXIMUM || text.trim() === '' || /^(?:script|style|template|option|textarea)$/u.test(element.localName)) continue;
    add(text, element);
    if (element.childNodes.length > 1 && (element.textContent ?? '').length <= LABEL_MAXIMUM) add(element.textContent ?? '', element);
    const parent = element.parentElement;
    if (parent && parent.childNodes.length > 1 && (parent.textContent ?? '').length <= LABEL_MAXIMUM) add(parent.textContent ?? '', parent);
  }
  return index;
});

const innermost = (elements: HTMLElement[]): HTMLElement[] =>
  elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)));

/**
 * The innermost elements that say just what the matcher accepts.
 * @param hiddenToo also those that are not shown, such as a legend that appears under the mouse
 */
export function findTexts(scope: Document | Element, matcher: Matcher, hiddenToo = false): HTMLElement[] {
  const trees = scope.nodeType === 9 ? rootsOf(scope as Document) : [scope as Element];
  const found = new Set<HTMLElement>();
  for (const tree of trees) {
    for (const [label, elements] of indexTree(tree)) {
      if (matcher.matches(label)) elements.forEach((element) => found.add(element));
    }
  }
  return innermost([...found].filter((element) => !isOurs(element) && (hiddenToo || isVisible(element))));
}

/** How far above a text its control may stand. */
const LEVELS = 3;

/** « le », « à », « de »: words of a sentence around a control, not its label. */
const SMALL_WORD = /^[\P{L}]*\p{L}{0,3}[\P{L}]*$/u;

/** Whether a box has words of its own before its first control: they, and not the text beside it, are its label. */
function isLabelled(box: Element, controls: readonly Element[]): boolean {
  const [first] = controls;
  if (!first || controls.length > 1) return false;
  const walker = box.ownerDocument.createTreeWalker(box, 4);
  for (let node = walker.nextNode(); node && !first.contains(node) && (first.compareDocumentPosition(node) & 2) !== 0; node = walker.nextNode()) {
    if (!SMALL_WORD.test(node.nodeValue ?? '')) return true;
  }
  return false;
}

/** The controls that stand beside a text: in the next siblings, or in those of its cell or wrapper. */
export function findBeside(text: Element, selector: string): HTMLElement[] {
  let current: Element | null = text;
  for (let level = 0; current && level < LEVELS; level += 1) {
    for (let next = current.nextElementSibling; next; next = next.nextElementSibling) {
      const inside = [...(next.matches(selector) ? [next as HTMLElement] : []), ...queryAll(next, selector, 20)].filter(isVisible);
      if (inside.length > 0) return isLabelled(next, inside) ? [] : inside;
      if ((next.textContent ?? '').trim() !== '') return [];
    }
    current = current.parentElement;
    if (current && /^(?:tr|form|table|body|fieldset|section|main)$/u.test(current.localName)) return [];
  }
  return [];
}
