import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';

/** Draws into a place of its own; `redraw` draws again in the same place. Cleans up when the test ends. */
export function draw(view: ComponentChild): HTMLElement & { redraw: (next: ComponentChild) => void } {
  const place = document.createElement('div');
  document.body.append(place);
  const redraw = (next: ComponentChild): void => void act(() => render(next, place));
  redraw(view);
  onTestFinished(() => {
    void act(() => render(null, place));
    place.remove();
  });
  return Object.assign(place, { redraw });
}

/** The one element of its kind. @throws when there is none */
export function one<Found extends Element = HTMLElement>(place: ParentNode, selector: string): Found {
  const found = place.querySelector<Found>(selector);
  if (found === null) throw new Error(`Nothing matches ${selector}`);
  return found;
}

function send(element: Element, event: Event): void {
  void act(() => {
    element.dispatchEvent(event);
  });
}

export const press = (element: Element): void => send(element, new MouseEvent('click', { bubbles: true, cancelable: true }));

export const key = (element: Element, name: string): void => send(element, new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

/** Types over what stands in a control. */
export function type(control: Element, text: string): void {
  void act(() => {
    (control as HTMLInputElement).value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export const leave = (control: Element): void => send(control, new FocusEvent('blur'));

export function choose(control: Element, value: string): void {
  void act(() => {
    (control as HTMLSelectElement).value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** The control of a label, by the label's whole text. */
export function byLabel<Found extends Element = HTMLInputElement>(place: ParentNode, words: string): Found {
  const label = [...place.querySelectorAll('label')].find((candidate) => wordsOf(candidate) === words);
  const control = label === undefined ? null : document.getElementById(label.htmlFor);
  if (control === null) throw new Error(`No control « ${words} »`);
  return control as unknown as Found;
}

export function button(place: ParentNode, words: string): HTMLButtonElement {
  const found = [...place.querySelectorAll('button')].find((candidate) => wordsOf(candidate) === words);
  if (found === undefined) throw new Error(`No button « ${words} »`);
  return found;
}

/** Text as it is read, with plain spaces. */
export const wordsOf = (node: Node | null): string => (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();

/** What an element is described by, in the order in which it is read. */
export const descriptionOf = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => wordsOf(document.getElementById(id)))
    .join(' | ');
