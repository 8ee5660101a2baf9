/**
 * What Firefox's driver looks up inside a page: by role and name, by label, by words, through open shadow roots.
 * The rules are those that the story was written for (Playwright's), so that both browsers play the same story.
 */
import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

/** A regular expression crosses to the page as its two parts. */
export type Words = string | { source: string; flags: string };

export type Look =
  | { by: 'role'; role: string; name?: Words; exact?: boolean; level?: number }
  | { by: 'label' | 'text'; words: Words; exact?: boolean }
  | { by: 'css'; selector: string }
  | { by: 'has'; words: Words }
  /** -1 is the last. */
  | { by: 'place'; index: number }
  | { by: 'or'; looks: Look[] };

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function holds(text: string, words: Words, exact = false): boolean {
  const line = inOneLine(text);
  if (typeof words !== 'string') return new RegExp(words.source, words.flags).test(line);
  const wanted = inOneLine(words);
  return exact ? line === wanted : line.toLowerCase().includes(wanted.toLowerCase());
}

const childrenOf = (node: Element | ShadowRoot | Document): Element[] => {
  const shadow = node instanceof Element ? node.shadowRoot : null;
  return shadow === null ? [...node.children] : [...shadow.children, ...node.children];
};

/** In the order of the page. */
function allUnder(node: Element | Document, found: Element[] = []): Element[] {
  for (const child of childrenOf(node)) {
    found.push(child);
    allUnder(child, found);
  }
  return found;
}

/** Of one look only: the page changes between two. */
type Texts = Map<Node, string>;

/** All the words of an element, those of its shadow roots too. A look asks it of every element: each is read once. */
function textOf(node: Node, texts: Texts): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof HTMLScriptElement || node instanceof HTMLStyleElement) return '';
  if (node instanceof HTMLInputElement && ['submit', 'button'].includes(node.type)) return node.value;
  const known = texts.get(node);
  if (known !== undefined) return known;
  const inner = node instanceof Element && node.shadowRoot !== null ? [...node.shadowRoot.childNodes] : [];
  const text = [...inner, ...node.childNodes].map((one) => textOf(one, texts)).join('');
  texts.set(node, text);
  return text;
}

function roleOf(element: Element): string | null {
  if (element instanceof HTMLTableCellElement && element.tagName === 'TH' && element.getAttribute('role') === null) return element.scope === 'row' ? 'rowheader' : 'columnheader';
  return getRole(element);
}

function levelOf(element: Element): number {
  return Number(element.getAttribute('aria-level') ?? /^H([1-6])$/u.exec(element.tagName)?.[1] ?? 0);
}

const isControl = (element: Element): boolean =>
  element.matches('input:not([type=hidden]),select,textarea,[contenteditable=true],[role=textbox],[role=combobox],[role=checkbox],[role=switch],[role=radio]');

/** The smallest elements with these words. */
function byText(root: Element | Document, words: Words, exact?: boolean): Element[] {
  const texts: Texts = new Map();
  return allUnder(root).filter((element) => {
    if (element.matches('script,style,head,head *')) return false;
    return holds(textOf(element, texts), words, exact) && !childrenOf(element).some((child) => holds(textOf(child, texts), words, exact));
  });
}

function under(root: Element | Document, look: Look): Element[] {
  if (look.by === 'text') return byText(root, look.words, look.exact);
  const all = allUnder(root);
  if (look.by === 'css') return all.filter((element) => element.matches(look.selector));
  if (look.by === 'label') return all.filter((element) => isControl(element) && holds(computeAccessibleName(element), look.words, look.exact));
  if (look.by !== 'role') return [];
  return all.filter(
    (element) =>
      roleOf(element) === look.role &&
      (look.level === undefined || levelOf(element) === look.level) &&
      !isInaccessible(element) &&
      (look.name === undefined || holds(computeAccessibleName(element), look.name, look.exact)),
  );
}

function find(looks: Look[]): Element[] {
  let found: (Element | Document)[] = [document];
  for (const look of looks) {
    if (look.by === 'has') found = found.filter((element) => holds(textOf(element, new Map()), look.words));
    else if (look.by === 'place') found = [found.at(look.index)].filter((element) => element !== undefined);
    else if (look.by === 'or') found = inOrder([...(found as Element[]), ...find(look.looks)]);
    else found = [...new Set(found.flatMap((root) => under(root, look)))];
  }
  return found as Element[];
}

/** As they stand in the page, each once. */
const inOrder = (elements: Element[]): Element[] => {
  const wanted = new Set(elements);
  return allUnder(document).filter((element) => wanted.has(element));
};

function isVisible(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
}

const isEnabled = (element: Element): boolean => !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true';

/** What a click in the middle would meet, through shadow roots. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  let met = document.elementFromPoint(left + width / 2, top + height / 2);
  while (met?.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)) {
    const inner = met.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    if (inner === met) break;
    met = inner;
  }
  // A click on its label reaches a hidden box all the same.
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return met !== null && [element, ...labels].some((one) => one.contains(met) || met.contains(one));
}

const STILL = 40;

/** Visible, enabled, in view, at rest and not covered: what a person waits for before a click. */
async function isReady(element: Element): Promise<boolean> {
  if (!isVisible(element) || !isEnabled(element)) return false;
  if (!isOnTop(element)) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = JSON.stringify(element.getBoundingClientRect());
  await new Promise((resolve) => setTimeout(resolve, STILL));
  return element.isConnected && JSON.stringify(element.getBoundingClientRect()) === before && isOnTop(element);
}

let isMet = false;

/** A page that moves between the look and the click is missed: what the pointer really goes down on is noted. */
function expectPress(element: Element): void {
  isMet = false;
  const wanted = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])];
  const meet = (event: Event): void => {
    const [target] = event.composedPath();
    isMet = wanted.some((one) => event.composedPath().includes(one) || (target instanceof Element && target.contains(one)));
  };
  window.addEventListener('pointerdown', meet, { capture: true, once: true });
}

const wasPressed = (): boolean => isMet;

/** As by hand: what was there is selected and written over. */
function fill(element: Element, value: string): void {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) throw new Error('Only a field can be filled.');
  element.focus();
  element.select();
  if (value === '') element.ownerDocument.execCommand('delete');
  else element.ownerDocument.execCommand('insertText', false, value);
  if (element.value === value) return;
  // The editor refuses control characters and takes no text in a date: what a paste or a picker would leave is set.
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

function choose(element: Element, wanted: string): void {
  if (!(element instanceof HTMLSelectElement)) throw new Error('Only a list has options.');
  const option = [...element.options].find(({ value, label }) => value === wanted || label === wanted);
  if (option === undefined) throw new Error(`The list has no option ${wanted}.`);
  element.focus();
  element.value = option.value;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

const tools = { find, isVisible, isReady, expectPress, wasPressed, fill, choose };
export type Tools = typeof tools;

(globalThis as { passerelleLook?: Tools }).passerelleLook = tools;
