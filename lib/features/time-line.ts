/** Where the conflict is said: under the line of the portal's own date and hours. */
import { roleSelectors } from '../portal/accessible.ts';
import { lineOf, type Where } from '../portal/place.ts';
import type { View } from '../portal/view.ts';
import { isVisible } from '../portal/visible.ts';

const anchors = ['date', 'start', 'end', 'duration'] as const;

/** Boxes that stand within a line of text, or within a row. */
const isWithinLine = (box: Element): boolean => /^(?:inline|contents|table-cell)/u.test(getComputedStyle(box).display);

/** A box with fields of the hours and no other. */
const isOfHours = (box: Element, controls: readonly HTMLElement[]): boolean =>
  [...box.querySelectorAll<HTMLElement>(roleSelectors.field)].filter(isVisible).every((field) => controls.includes(field));

/** The control that a person changes to choose another moment; null when the form has none. */
export const startControl = (portal: View): HTMLElement | null => portal.find('start') ?? portal.find('date');

/** After the last line of the fields that say when; null when the form has none. */
export function underHours(portal: View): Where | null {
  const controls = anchors.flatMap((anchor) => portal.findAll(anchor));
  const last = controls.reduce<HTMLElement | null>(
    (latest, control) => (latest === null || (latest.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? control : latest),
    null,
  );
  if (last === null) return null;
  let line = lineOf(last);
  for (let box = line.parentElement; box !== null && !box.matches('form,fieldset,body,table,tbody,[role=form]'); box = box.parentElement) {
    if (!isWithinLine(line) && !isOfHours(box, controls)) break;
    line = box;
  }
  return { after: line };
}
