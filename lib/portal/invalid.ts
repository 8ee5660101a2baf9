/** Saying of a portal's own field that it is wrong, for assistive technology; the one attribute is given back as it was. */

const ATTRIBUTE = 'aria-invalid';
const before = new WeakMap<Element, string | null>();

/** @param invalid false gives the field back what it said before */
export function markInvalid(control: HTMLElement, invalid: boolean): void {
  if (invalid) {
    if (!before.has(control)) before.set(control, control.getAttribute(ATTRIBUTE));
    control.setAttribute(ATTRIBUTE, 'true');
    return;
  }
  const said = before.get(control);
  if (said === undefined) return;
  before.delete(control);
  if (said === null) control.removeAttribute(ATTRIBUTE);
  else control.setAttribute(ATTRIBUTE, said);
}
