/**
 * Guards the saving of a booking of ours, whichever way the page saves: a submit event, a button whose
 * handler calls `form.submit()` (T1), Enter or Ctrl+Enter. It stands at the window, in the capture phase, so that a
 * blocked save never reaches the page's own handlers and no button is left disabled (T2). It opens when the
 * form or its resource is not understood, and never touches a booking of any other resource (S0-14).
 */
import { formAround } from './area.ts';
import { roleSelectors } from './accessible.ts';
import { forget } from './memo.ts';
import type { BookingForm } from './page.ts';
import { readForm } from './read/form.ts';
import { documentOf, holds, isOurs } from './roots.ts';
import { saveEvents } from './save-events.ts';
import type { SaveWay } from './shapes.ts';
import type { View } from './view.ts';

export type { SaveWay } from './shapes.ts';

export interface SaveAttempt {
  way: SaveWay;
  /** What the form holds; its resource is one of the cards. */
  form: BookingForm;
}

export type Decision = { allow: true } | { allow: false };

/** Asked at once, before the page's own handlers: the moment to write the details block. */
export type Decide = (attempt: SaveAttempt) => Decision;

/** Hears of the top window's {@link saveEvents} before any listener of the page. */
export type Gate = (listener: (event: Event) => void, until: AbortSignal) => void;

const pathOf = (event: Event): Element[] => event.composedPath().filter((target): target is Element => (target as Node).nodeType === 1);

/** Enter in these does something else than save. */
const keepsEnter = (element: Element): boolean =>
  element.matches('button,a[href],select,summary,input[type=button],input[type=submit],input[type=reset],input[type=checkbox],input[type=radio],input[type=file],[role=button],[role=option],[role=listbox],[role=menuitem],[aria-expanded=true],[aria-activedescendant]');

const isMultiline = (element: Element): boolean => element.localName === 'textarea' || element.matches('[aria-multiline=true],[contenteditable=""],[contenteditable=true]');

function saveWayOf(portal: View, event: Event): SaveWay | null {
  const path = pathOf(event);
  const [target] = path;
  if (!target || path.some(isOurs)) return null;
  if (event.type === 'keydown') return mayEnterSave(event as KeyboardEvent, target) && portal.findAll('save').some((save) => isInForm(save, target)) ? 'enter' : null;
  const saves = portal.findAll('save');
  if (event.type === 'click') return saves.some((save) => path.includes(save)) ? 'click' : null;
  return saves.some((save) => formAround(save) === target || holds(target, save)) ? 'submit' : null;
}

/** Enter in a field of one line, Ctrl+Enter or Cmd+Enter in any; never while a word is being composed. */
function mayEnterSave(event: KeyboardEvent, target: Element): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || event.altKey || keepsEnter(target)) return false;
  return isMultiline(target) ? event.ctrlKey || event.metaKey : target.matches(roleSelectors.textbox);
}

const isInForm = (save: HTMLElement, target: Element): boolean => {
  const form = formAround(save);
  return form !== null && holds(form, target);
};

/** The windows of the page's own frames, which get no events of the top one and give it none. */
function windowsOf(document: Document): Window[] {
  const windows: Window[] = document.defaultView ? [document.defaultView] : [];
  for (const frame of document.querySelectorAll('iframe,frame')) {
    const inner = documentOf(frame);
    if (inner?.defaultView && windows.length < 20) windows.push(...windowsOf(inner));
  }
  return windows;
}

/**
 * @param decide asked for each attempt to save a booking of ours; it may write to the form
 * @param gate without one, the guard stands where it is put: behind a listener of the page that came first
 */
export function guardSaves(portal: View, decide: Decide, signal: AbortSignal, gate?: Gate): void {
  /** The click that was let through: its second half, of a double click, must not save again. */
  let allowed = false;
  const guarded = new WeakSet<EventTarget>();

  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const onEvent = (event: Event): void => {
    if (signal.aborted) return;
    forget();
    watchShadows(event);
    try {
      if (isBlocked(event)) stop(event);
    } catch (error) {
      // A page that cannot be read is not blocked, and neither is one that our own fault would block.
      reportError(error);
    }
  };

  /** A way that the profile says the portal does not save by is none: Enter may do something else there. */
  const wayOf = (event: Event): SaveWay | null => {
    const way = saveWayOf(portal, event);
    const { saves } = portal.profile;
    return way === null || saves.length === 0 || saves.some((one) => one.way === way) ? way : null;
  };

  const isBlocked = (event: Event): boolean => {
    const way = wayOf(event);
    const form = way === null ? null : readForm(portal);
    if (way === null || form === null || form.serviceId === null) return false;
    if (way === 'click' && (event as MouseEvent).detail > 1 && allowed) return true;
    const { allow } = decide({ way, form });
    if (way === 'click') allowed = allow;
    return !allow;
  };

  /** A submit event does not leave a shadow root: the root is guarded once something happens in it. */
  const watchShadows = (event: Event): void => {
    for (const target of event.composedPath()) {
      const node = target as Node;
      if (node.nodeType === 11 && 'host' in node && !guarded.has(node)) {
        guarded.add(node);
        node.addEventListener('submit', onEvent, { capture: true, signal });
      }
    }
  };

  const guardWindows = (): void => {
    for (const window of windowsOf(portal.document)) {
      if (guarded.has(window)) continue;
      guarded.add(window);
      if (gate && window === portal.document.defaultView) gate(onEvent, signal);
      else for (const type of saveEvents) window.addEventListener(type, onEvent, { capture: true, signal });
      window.document.addEventListener('load', guardWindows, { capture: true, signal });
    }
  };
  if (!signal.aborted) guardWindows();
}
