/** Whether a person sees an element. A document without a window (read in the worker) has no layout: only its markup speaks. */
import { remembered } from './memo.ts';
import { parentOf } from './roots.ts';

const isHiddenByMarkup = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.localName === 'template' ||
  (element.localName === 'input' && element.getAttribute('type') === 'hidden') ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute('style') ?? '');

const isInClosedDetails = (element: Element): boolean => {
  const details = element.closest('details:not([open])');
  return details !== null && details !== element && element.closest('summary')?.parentElement !== details;
};

const isShownByMarkup = remembered((element: Element): boolean => {
  if (isHiddenByMarkup(element) || isInClosedDetails(element)) return false;
  const parent = parentOf(element);
  return parent === null || isShownByMarkup(parent);
});

/**
 * Hidden twins (T5) and forms kept for later (T12) are not visible. A control made transparent or drawn
 * over by its label still is: people reach it.
 */
export const isVisible: (element: Element) => boolean = remembered((element: Element): boolean => {
  const window = element.ownerDocument.defaultView;
  if (!window) return isShownByMarkup(element);
  // What the markup says spares the browser from laying a page out for us before it does so for the person.
  if (element.closest('[hidden],details:not([open])') !== null && (element.closest('[hidden]') !== null || isInClosedDetails(element))) return false;
  const frame = window.frameElement;
  if (frame && !isVisible(frame)) return false;
  const root = element.getRootNode();
  if (root.nodeType === 11 && 'host' in root && !isVisible((root as ShadowRoot).host)) return false;
  return element.checkVisibility({ visibilityProperty: true });
});
