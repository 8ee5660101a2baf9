/** Walking a page with its frames and shadow roots, for the mutations. */
import { rootsOf, type Root } from '../../../../lib/portal/roots.ts';

export const trees = (page: Document): Root[] => rootsOf(page);

export const all = (page: Document, selector: string): HTMLElement[] => trees(page).flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);

export const FIELD = 'input:not([type=hidden],[type=button],[type=submit],[type=reset],[type=image]),select,textarea';

/** The fields below an element, also in the shadow roots of its custom elements. */
export function fieldsBelow(element: Element): HTMLElement[] {
  const own = [...element.querySelectorAll<HTMLElement>(FIELD)];
  const inner = [element, ...element.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? [...one.shadowRoot.querySelectorAll<HTMLElement>(FIELD)] : []));
  return [...own, ...inner];
}

export function* textNodes(page: Document): Generator<Text> {
  for (const root of trees(page)) {
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
    const walker = document.createTreeWalker(root, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/^(?:script|style)$/u.test(node.parentElement?.localName ?? '')) yield node as Text;
    }
  }
}

export const SAID = ['value', 'title', 'alt', 'aria-label', 'placeholder', 'label'] as const;

/** Rewrites every text and every attribute that a person reads; never what a field holds. */
export function rewrite(page: Document, change: (text: string) => string): void {
  for (const node of [...textNodes(page)]) {
    const after = change(node.nodeValue ?? '');
    if (after !== node.nodeValue) node.nodeValue = after;
  }
  for (const name of SAID) {
    for (const element of all(page, `[${name}]`)) {
      if (name === 'value' && !/^(?:button|submit|reset|image)$/u.test(element.getAttribute('type') ?? '')) continue;
      const before = element.getAttribute(name) ?? '';
      const after = change(before);
      if (after !== before) element.setAttribute(name, after);
    }
  }
}

/** A copy with the shadow roots that `cloneNode` leaves out. */
export function copyOf<E extends Element>(element: E): E {
  const copy = element.cloneNode(true) as E;
  const [before, after] = [[element, ...element.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  before.forEach((one, index) => {
    if (!one.shadowRoot || after[index]?.shadowRoot) return;
    const root = after[index]!.attachShadow({ mode: 'open' });
    root.append(...[...one.shadowRoot.childNodes].map((node) => (node.nodeType === 1 ? copyOf(node as Element) : node.cloneNode(true))));
  });
  return copy;
}

/** All elements of a copy, shadow roots too. */
export const allOf = (element: Element): Element[] => [element, ...element.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? [...one.shadowRoot.children].flatMap(allOf) : [])]);
