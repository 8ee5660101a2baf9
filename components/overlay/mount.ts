/**
 * One block of ours inside a portal's page: a shadow root of its own, so that no style and no key of ours
 * reaches the portal, and none of the portal's reaches us (craft.md, habit 15).
 */
import { render, type ComponentChild } from 'preact';

/** Events that the portal's own listeners must not hear from our controls: shortcuts, « unsaved changes », delegation. */
const ownEvents = [
  'beforeinput', 'input', 'change', 'click', 'dblclick', 'contextmenu', 'copy', 'cut', 'paste', 'focusin', 'focusout',
  'keydown', 'keypress', 'keyup', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'submit', 'touchstart', 'touchend', 'wheel',
] as const;

const keepIn = (event: Event): void => event.stopPropagation();

export interface Mount {
  /** The element to place in the page; it may be placed again when the portal throws it away. */
  host: HTMLElement;
  shadow: ShadowRoot;
  draw(view: ComponentChild): void;
}

const controls = 'button, input, select, textarea, a[href]';

let styles = '';
/** One for all blocks. */
let sheet: CSSStyleSheet | null = null;

/** @param text of the styles of all blocks that are made from now on (styles.css), as the worker gives it */
export function wear(text: string): void {
  if (text === styles) return;
  styles = text;
  sheet = null;
}

/** A constructed sheet needs no permission of a strict policy (trait T13); where it cannot be adopted, an element serves. */
function style(shadow: ShadowRoot): void {
  try {
    if (sheet === null) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
    }
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const element = shadow.ownerDocument.createElement('style');
    element.textContent = styles;
    shadow.prepend(element);
  }
}

/**
 * When a press makes its own button go, the nearest control before it gets the focus, else the first there is: nobody loses their place.
 * @returns what draws
 */
function createDraw(root: HTMLElement, signal: AbortSignal): Mount['draw'] {
  const { ownerDocument } = root;
  let focused: HTMLElement | null = null;
  root.addEventListener('focusin', ({ target }) => { focused = target as HTMLElement; }, { signal });
  root.addEventListener('focusout', () => { focused = null; }, { signal });
  return (view) => {
    const last = focused;
    const before = last === null ? [] : [...root.querySelectorAll<HTMLElement>(controls)];
    render(view, root);
    if (last === null || last.isConnected || (ownerDocument.activeElement ?? ownerDocument.body) !== ownerDocument.body) return;
    const near = before.slice(0, before.indexOf(last)).findLast(({ isConnected }) => isConnected);
    (near ?? root.querySelector<HTMLElement>(controls))?.focus({ preventScroll: true });
  };
}

/**
 * @param name what the block is, in one word: `facts`; the host is `<passerelle-facts>`
 * @param language of the words inside
 * @param signal takes the block out of the page
 */
export function createMount(document: Document, name: string, language: string, signal: AbortSignal): Mount {
  const host = document.createElement(`passerelle-${name}`);
  host.setAttribute('data-passerelle', '');
  host.lang = language;
  const shadow = host.attachShadow({ mode: 'open' });
  style(shadow);
  const root = document.createElement('div');
  root.className = 'pa-root';
  shadow.append(root);
  for (const type of ownEvents) host.addEventListener(type, keepIn, { signal, passive: true });
  signal.addEventListener('abort', () => {
    render(null, root);
    host.remove();
  });
  return { host, shadow, draw: createDraw(root, signal) };
}
