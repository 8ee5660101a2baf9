/** Finding the innermost element that says just something, for pages without roles or labels. */
import { wordsOf } from '../domain/letters.ts';
import { remembered } from './memo.ts';
import { toLabel, type Matcher } from './names.ts';
import { isOurs, queryAll, rootsOf } from './roots.ts';
import { isVisible } from './visible.ts';

/** Texts looked at in one tree; a longer page is looked at in part. */
export const TEXTS_MAXIMUM = 40_000;
const LABEL_MAXIMUM = 120;
const PARTS_MAXIMUM = 20;

interface Said {
  /** Place of its first words among those of the tree. */
  rank: number;
  elements: HTMLElement[];
}
type Index = Map<string, Said>;

const UNREAD = 'script,style,template,option,textarea';

const indexTree = remembered((tree: Document | ShadowRoot | Element): Index => {
  const index: Index = new Map();
  const add = (text: string, element: HTMLElement): void => {
    // Twice, as a matcher does: what is left of « Statut :(3) » has an ornament again.
    const label = toLabel(toLabel(text));
    if (label === '') return;
    const said = index.get(label);
    if (!said) index.set(label, { rank: index.size, elements: [element] });
    else if (said.elements[said.elements.length - 1] !== element) said.elements.push(element);
  };
  const whole = new Set<Element>();
  let seen = 0;
  const walker = (tree.ownerDocument ?? (tree as Document)).createTreeWalker(tree, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if ((seen += 1) > TEXTS_MAXIMUM) break;
    const text = node.nodeValue ?? '';
    const element = node.parentElement;
    if (!element || text.length > LABEL_MAXIMUM || text.trim() === '' || element.closest(UNREAD) !== null) continue;
    add(text, element);
    for (const box of [element, element.parentElement]) {
      // A label is made of few parts: the words of a whole page are not put together for each of its texts.
      if (!box || whole.has(box) || box.childNodes.length < 2 || box.childNodes.length > PARTS_MAXIMUM) continue;
      whole.add(box);
      const said = box.textContent ?? '';
      if (said.length <= LABEL_MAXIMUM) add(said, box);
    }
  }
  return index;
});

/** Each climbs once, since a page may say the same word a thousand times. */
function innermost(elements: HTMLElement[]): HTMLElement[] {
  const left = new Set<Element>(elements);
  for (const element of elements) for (let box = element.parentElement; box; box = box.parentElement) left.delete(box);
  return elements.filter((element) => left.has(element));
}

/** What a tree says of a matcher's words, in the order of the page. */
function saidIn(index: Index, { exact, beginnings }: Matcher): Said[] {
  const said = [...exact].flatMap((label) => index.get(label) ?? []);
  if (beginnings.length > 0) {
    for (const [label, one] of index) if (!exact.has(label) && beginnings.some((beginning) => label.startsWith(beginning))) said.push(one);
  }
  return said.sort((one, other) => one.rank - other.rank);
}

/**
 * The innermost elements that say just what the matcher accepts.
 * @param hiddenToo also those that are not shown, such as a legend that appears under the mouse
 */
export function findTexts(scope: Document | Element, matcher: Matcher, hiddenToo = false): HTMLElement[] {
  const trees = scope.nodeType === 9 ? rootsOf(scope as Document) : [scope as Element];
  const found = new Set<HTMLElement>();
  for (const tree of trees) for (const { elements } of saidIn(indexTree(tree), matcher)) for (const element of elements) found.add(element);
  return innermost([...found].filter((element) => !isOurs(element) && (hiddenToo || isVisible(element))));
}

/** How far above a text its control may stand. */
const LEVELS = 3;

/** « le », « à », « de »: words of a sentence around a control, not its label. */
const saysLittle = (text: string): boolean => wordsOf(text).join(' ').length <= 3;

/** Whether a box has words of its own before its first control: they, and not the text beside it, are its label. */
function isLabelled(box: Element, controls: readonly Element[]): boolean {
  const [first] = controls;
  if (!first || controls.length > 1) return false;
  const walker = box.ownerDocument.createTreeWalker(box, 4);
  for (let node = walker.nextNode(); node && !first.contains(node) && (first.compareDocumentPosition(node) & 2) !== 0; node = walker.nextNode()) {
    if (!saysLittle(node.nodeValue ?? '')) return true;
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
