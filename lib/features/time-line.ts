/** Where the conflict is said: under the line of the portal's own date and hours. */
import { lineOf } from '../portal/place.ts';
import type { Portal, Where } from '../portal/portal.ts';

const anchors = ['date', 'start', 'end', 'duration'] as const;

/** Boxes that stand within a line of text, or within a row. */
const isWithinLine = (box: Element): boolean => /^(?:inline|contents|table-cell)/u.test(getComputedStyle(box).display);

/** The last line of the fields that say when; null when the form has none. */
export function underHours(portal: Portal): Where | null {
  const controls = anchors.flatMap((anchor) => portal.findAll(anchor));
  const last = controls.reduce<HTMLElement | null>(
    (latest, control) => (latest === null || (latest.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? control : latest),
    null,
  );
  if (last === null) return null;
  let line = lineOf(last);
  while (line.parentElement !== null && !line.parentElement.matches('form,fieldset,body,[role=form]') && isWithinLine(line)) line = line.parentElement;
  return { after: line };
}
