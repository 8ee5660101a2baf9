/** Puts the assistant over the portal's page, in a shadow root in the browser's top layer. */
import { effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import type { AssistantActions, AssistantState } from '../../lib/calibration/views.ts';
import type { Language } from '../../lib/i18n/translate.ts';
import { Assistant } from './Assistant.tsx';
import css from './calibration.css?inline';
import { calibrationWords } from './texts.ts';

/** Nothing that happens in the assistant is told to the page: no shortcut, no « click elsewhere ». */
const ownEvents = [
  'beforeinput', 'input', 'change', 'click', 'auxclick', 'dblclick', 'contextmenu', 'copy', 'cut', 'paste', 'focusin', 'focusout', 'keydown', 'keypress', 'keyup',
  'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'submit', 'touchstart', 'touchmove', 'touchend', 'wheel',
] as const;

/**
 * A listener that the page put at its window, in the capture phase, still hears that something happened, but on our
 * host and never on a node of the page: no button of the portal can take it for its own.
 */
function keepFromPage(host: HTMLElement, signal: AbortSignal): void {
  for (const type of ownEvents) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
}

function style(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Where no sheet can be adopted, an element serves.
    const element = document.createElement('style');
    element.textContent = css;
    shadow.prepend(element);
  }
}

/** @returns how to bring it to the person's attention again */
export function showAssistant(
  document: Document,
  { language, portal }: { language: Language; portal: { name: string } },
  { state, actions }: { state: ReadonlySignal<AssistantState>; actions: AssistantActions },
  signal: AbortSignal,
): { focus(): void } {
  const host = document.createElement('passerelle-calibration');
  host.setAttribute('data-passerelle', '');
  host.lang = language === 'fr' ? 'fr-CA' : 'en-CA';
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'open' });
  style(shadow);
  const root = document.createElement('div');
  root.className = 'pa-root pc-root';
  shadow.append(root);
  keepFromPage(host, signal);
  document.documentElement.append(host);
  if (typeof host.showPopover === 'function') host.showPopover();
  const t = calibrationWords(language);
  const stop = effect(() => render(<Assistant state={state.value} actions={actions} t={t} language={language} portal={portal.name} />, root));
  signal.addEventListener('abort', () => {
    stop();
    render(null, root);
    host.remove();
  });
  return { focus: () => shadow.querySelector<HTMLElement>('[data-title]')?.focus() };
}
