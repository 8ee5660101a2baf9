/** Whether a person sees an element. A document without a window (read in the worker) has no layout: only its markup speaks. */
import { remembered } from './memo.ts';
import { parentOf } from './roots.ts';

const isHiddenByMarkup = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.localName === 'template' ||
  (element.localName === 'input' && element.getAttribute('type') === 'hidden') ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute('style') ?? '');

/** What stands around thousands of cells is asked once. */
const isInHidden: (element: Element) => boolean = remembered('in hidden', (element) => element.hasAttribute('hidden') || (element.parentElement !== null && isInHidden(element.parentElement)));
const closedDetailsOf: (element: Element) => Element | null = remembered('details', (element) =>
  element.localName === 'details' && !element.hasAttribute('open') ? element : element.parentElement && closedDetailsOf(element.parentElement),
);

const isInClosedDetails = (element: Element): boolean => {
  const details = closedDetailsOf(element);
  return details !== null && details !== element && element.closest('summary')?.parentElement !== details;
};

const isShownByMarkup = remembered('shown', (element: Element): boolean => {
  if (isHiddenByMarkup(element) || isInClosedDetails(element)) return false;
  const parent = parentOf(element);
  return parent === null || isShownByMarkup(parent);
});

/**
 * Hidden twins (T5) and forms kept for later (T12) are not visible. A control made transparent or drawn
 * over by its label still is: people reach it.
 */
export const isVisible: (element: Element) => boolean = remembered('visible', (element: Element): boolean => {
  const window = element.ownerDocument.defaultView;
  if (!window) return isShownByMarkup(element);
  if (isInHidden(element) || isHiddenByMarkup(element) || isInClosedDetails(element)) return false;
  const frame = window.frameElement;
  if (frame && !isVisible(frame)) return false;
  const root = element.getRootNode();
  if (root.nodeType === 11 && 'host' in root && !isVisible((root as ShadowRoot).host)) return false;
  return element.checkVisibility({ visibilityProperty: true });
});
