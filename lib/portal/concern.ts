/** What tells, at little cost, whether something added to a page may change what the page is, or only goes on filling it. */
import { isOurs } from './roots.ts';

/** What forms, tables, headings and everything that bears a name are made of. */
const STRUCTURE = 'form,input,select,textarea,button,fieldset,label,legend,table,thead,tbody,tr,td,th,dl,dt,dd,details,summary,dialog,iframe,frame,h1,h2,h3,h4,h5,h6,[role],[aria-label],[contenteditable]';
/** What a row of a table never has while it only shows a booking. */
const FIELDS = 'form,input,select,textarea,dialog,iframe,frame,[role=dialog],[role=form]';
const ROW = 'tr,[role=row]';
/** More elements than this are a part of a page, whatever they are. */
const ELEMENTS_MAXIMUM = 50;

const has = (element: Element, selector: string): boolean => element.matches(selector) || element.querySelector(selector) !== null;
/** Shadow trees are not looked into. */
const mayHide = (element: Element): boolean => element.localName.includes('-') || element.shadowRoot !== null;

/**
 * @param isRow whether an element is known as a row of the page's grid, whatever it is made of
 * @returns false for a clock, a toast, a booking in a row that stands there already: what can wait a moment
 */
export function mayConcern(element: Element, isRow: (element: Element) => boolean): boolean {
  if (isOurs(element)) return false;
  for (let box = element.parentElement; box; box = box.parentElement) if (box.matches(ROW) || isRow(box)) return has(element, FIELDS);
  const below = element.querySelectorAll('*');
  return below.length > ELEMENTS_MAXIMUM || mayHide(element) || has(element, STRUCTURE) || [...below].some(mayHide);
}
