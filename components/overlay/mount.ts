/**
 * One block of ours inside a portal's page: a shadow root of its own, so that no style and no key of ours
 * reaches the portal, and none of the portal's reaches us (craft.md, habit 15).
 */
import { render, type ComponentChild } from 'preact';
import css from './overlay.css?inline';

/** Events that the portal's own listeners must not hear from our controls: shortcuts, « unsaved changes », delegation. */
const ownEvents = [
  'beforeinput', 'input', 'change', 'click', 'dblclick', 'contextmenu', 'copy', 'cut', 'paste', 'focusin', 'focusout',
  'keydown', 'keypress', 'keyup', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'submit', 'touchstart', 'touchend', 'wheel',
] as const;

export interface Mount {
  /** The element to place in the page; it may be placed again when the portal throws it away. */
  host: HTMLElement;
  shadow: ShadowRoot;
  draw(view: ComponentChild): void;
}

const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

/** A constructed sheet needs no permission of a strict policy (trait T13); where it cannot be adopted, an element serves. */
function style(shadow: ShadowRoot, texts: readonly string[]): void {
  try {
    shadow.adoptedStyleSheets = texts.map(sheetOf);
  } catch {
    const element = shadow.ownerDocument.createElement('style');
    element.textContent = texts.join('');
    shadow.prepend(element);
  }
}

/**
 * @param name what the block is, in one word: `facts`; the host is `<passerelle-facts>`
 * @param language of the words inside
 * @param signal takes the block out of the page
 * @param styles of what is drawn in it, over the overlay's own
 */
export function createMount(document: Document, name: string, language: string, signal: AbortSignal, styles = ''): Mount {
  const host = document.createElement(`passerelle-${name}`);
  host.setAttribute('data-passerelle', '');
  host.lang = language;
  const shadow = host.attachShadow({ mode: 'open' });
  style(shadow, [css, styles]);
  const root = document.createElement('div');
  root.className = 'pa-root';
  shadow.append(root);
  for (const type of ownEvents) host.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  signal.addEventListener('abort', () => {
    render(null, root);
    host.remove();
  });
  return { host, shadow, draw: (view) => render(view, root) };
}
