/** The part of a page that an anchor is looked for in, so that a filter's « Date » is not the form's. */
import type { Area } from './anchors.ts';
import { roleSelectors } from './accessible.ts';
import { findAnchor, type PageView } from './find.ts';
import { remembered, remembering } from './memo.ts';
import { findList } from './read/find-list.ts';
import { parentOf, queryAll } from './roots.ts';
import { isVisible } from './visible.ts';

const FORMS = 'form,[role=form],dialog,[role=dialog],[role=alertdialog]';
/** A box with this many controls is a form, whatever it is made of. */
const ENOUGH_FIELDS = 3;

const fieldsIn = (element: Element): number => queryAll(element, roleSelectors.field, ENOUGH_FIELDS * 4).filter(isVisible).length;

/** The form around a button that saves; the smallest box with enough fields when no form is marked. */
export function formAround(save: HTMLElement): Element | null {
  const owner = (save as HTMLButtonElement).form;
  if (owner && fieldsIn(owner) > 0) return owner;
  for (let box = parentOf(save); box; box = parentOf(box)) {
    if (box.matches(FORMS) ? fieldsIn(box) > 0 : fieldsIn(box) >= ENOUGH_FIELDS) return box;
  }
  return null;
}

function criteriaPanel(view: PageView): Element | null {
  const [criteria] = findAnchor(view, 'criteria').elements;
  if (!criteria) return null;
  const controlled = criteria.getAttribute('aria-controls');
  const panel = controlled ? criteria.ownerDocument.getElementById(controlled) : null;
  return panel ?? criteria.closest('details,fieldset,section,[role=region],form');
}

/** @returns the whole document when the part cannot be told */
export function areaOf(view: PageView, area: Area): Document | Element {
  return area === 'page' ? view.document : remembering(() => findArea(view, area));
}

const findArea = remembered((view: PageView, area: Area): Document | Element => {
  if (area === 'criteria') return criteriaPanel(view) ?? view.document;
  if (area === 'list') return findList(view)?.table.element ?? view.document;
  const boxes = findAnchor(view, 'save').elements.map(formAround).filter((box) => box !== null);
  return boxes.find((box) => findAnchor(view, 'title', box).elements.length > 0) ?? boxes[0] ?? view.document;
});
