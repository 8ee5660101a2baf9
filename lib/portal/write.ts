/** Writing and pressing as a person would, and checking that it stayed. */
import { forget } from './memo.ts';
import type { View } from './view.ts';

export type WriteResult = { written: true } | { written: false; reason: 'missing' | 'several' | 'readOnly' | 'tooLong' | 'notKept' };

/** Texts of a booking form that may be written. */
export type WritableField = 'title' | 'freeText';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

const isText = (control: HTMLElement): control is TextControl => control.localName === 'input' || control.localName === 'textarea';

const isLocked = (control: HTMLElement): boolean =>
  (isText(control) && (control.disabled || control.readOnly)) || control.matches('fieldset[disabled] *,[aria-disabled=true],[aria-readonly=true],[inert],[inert] *');

/** The setter of the page's own class: frameworks put theirs on the element itself and would not notice. */
function setNatively(control: TextControl, value: string): void {
  const window = control.ownerDocument.defaultView as unknown as { HTMLInputElement: typeof HTMLInputElement; HTMLTextAreaElement: typeof HTMLTextAreaElement };
  const prototype = control.localName === 'textarea' ? window.HTMLTextAreaElement.prototype : window.HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
}

const sameLines = (one: string, other: string): boolean => one.replace(/\r\n?/gu, '\n') === other.replace(/\r\n?/gu, '\n');

const dispatch = (element: HTMLElement, type: string): void => {
  element.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
};

/**
 * Writes a text. A field of one line gets its line breaks as spaces. What the field already holds is not
 * written again, so that nothing the page counts as a change happens twice.
 */
export function writeControl(control: HTMLElement, text: string): WriteResult {
  if (isLocked(control)) return { written: false, reason: 'readOnly' };
  const value = control.localName === 'input' ? text.replace(/\s*[\r\n]+\s*/gu, ' ') : text;
  const held = (): string => (isText(control) ? control.value : (control.textContent ?? ''));
  if (sameLines(held(), value)) return { written: true };
  if (isText(control)) {
    const maximum = Number(control.getAttribute('maxlength') ?? -1);
    if (maximum >= 0 && value.length > maximum) return { written: false, reason: 'tooLong' };
    setNatively(control, value);
  } else if (control.isContentEditable || control.hasAttribute('contenteditable')) control.textContent = value;
  else return { written: false, reason: 'readOnly' };
  dispatch(control, 'input');
  dispatch(control, 'change');
  forget();
  return sameLines(held(), value) ? { written: true } : { written: false, reason: 'notKept' };
}

/** Presses as a mouse does: every event that a page may listen to, once. */
export function press(element: HTMLElement): void {
  const common = { bubbles: true, cancelable: true, composed: true, button: 0 };
  const window = element.ownerDocument.defaultView;
  const pointer = (type: string): void => {
    if (window && 'PointerEvent' in window) element.dispatchEvent(new PointerEvent(type, { ...common, pointerId: 1, pointerType: 'mouse', isPrimary: true, buttons: type === 'pointerdown' ? 1 : 0 }));
  };
  const mouse = (type: string): void => {
    element.dispatchEvent(new MouseEvent(type, { ...common, detail: 1, buttons: type === 'mousedown' ? 1 : 0 }));
  };
  pointer('pointerdown');
  mouse('mousedown');
  pointer('pointerup');
  mouse('mouseup');
  element.click();
  forget();
}

export const isTicked = (control: HTMLElement): boolean =>
  control.matches('input') ? (control as HTMLInputElement).checked : (control.getAttribute('aria-checked') ?? control.getAttribute('aria-selected')) === 'true';

/** Ticks or unticks only when it is not so already; @returns whether it is now as asked, at once */
export function tick(control: HTMLElement, ticked: boolean): boolean {
  if (isTicked(control) === ticked) return true;
  if ((control as HTMLInputElement).disabled === true || control.getAttribute('aria-disabled') === 'true') return false;
  press(control);
  return isTicked(control) === ticked;
}

/** Nothing is written when the field is missing or there are several of it (better no write than a wrong one). */
export function writeForm(view: View, field: WritableField, text: string): WriteResult {
  const [control, ...others] = view.findAll(field);
  if (!control) return { written: false, reason: 'missing' };
  return others.length > 0 || view.isAmbiguous(field) ? { written: false, reason: 'several' } : writeControl(control, text);
}
