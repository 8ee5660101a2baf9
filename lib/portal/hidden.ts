/** What a page keeps for later (T12): forms, and the boxes of fields on a page without forms, that are not shown now. */
import type { Root } from './roots.ts';
import { isVisible } from './visible.ts';

const HIDEABLE = 'form,[role=form],dialog,[role=dialog]';
const FIELDS = 'input:not([type=hidden]),select,textarea';
/** Fields of one tree that are asked about. */
const FIELDS_MAXIMUM = 100;

export function hiddenBoxes(roots: Iterable<Root>): Set<Element> {
  const boxes = new Set<Element>();
  for (const root of roots) {
    for (const form of root.querySelectorAll(HIDEABLE)) if (!isVisible(form)) boxes.add(form);
    for (const field of [...root.querySelectorAll(FIELDS)].slice(0, FIELDS_MAXIMUM)) {
      if (field.closest(HIDEABLE) !== null || isVisible(field)) continue;
      let box: Element = field;
      while (box.parentElement && !isVisible(box.parentElement)) box = box.parentElement;
      boxes.add(box);
    }
  }
  return boxes;
}
