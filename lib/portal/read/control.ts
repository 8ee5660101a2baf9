/** What a control of a form holds, as the person sees it and as it is sent. */
import { nameOf, roleSelectors, textOf } from '../accessible.ts';
import { queryAll } from '../roots.ts';
import { isVisible } from '../visible.ts';

export interface Held {
  control: HTMLElement;
  name: string;
  /** What is seen: the chosen options' words, the text. One entry per chosen option. */
  texts: string[];
  /** What is sent, where it differs. */
  value: string;
}

const isTickable = (control: HTMLElement): boolean => control.matches('input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch]');
const isTicked = (control: HTMLElement): boolean => (control as HTMLInputElement).checked === true || control.getAttribute('aria-checked') === 'true';

/** What one control holds. */
export function readControl(control: HTMLElement): Held {
  const name = nameOf(control);
  if (isTickable(control)) return { control, name, texts: isTicked(control) ? [name] : [], value: isTicked(control) ? name : '' };
  if (control.localName === 'select') {
    const options = [...(control as HTMLSelectElement).options].filter((option) => option.selected && !(option.value === '' && (option.textContent ?? '').trim() === ''));
    return { control, name, texts: options.map((option) => (option.textContent ?? '').replace(/\s+/gu, ' ').trim()), value: (control as HTMLSelectElement).value };
  }
  if (control.matches('input,textarea')) {
    const value = (control as HTMLInputElement).value;
    return { control, name, texts: value === '' ? [] : [value], value };
  }
  if (control.matches('[role=listbox]')) {
    const chosen = [...control.querySelectorAll('[role=option][aria-selected=true]')].map(textOf);
    return { control, name, texts: chosen, value: chosen.join('\n') };
  }
  const text = textOf(control);
  return { control, name, texts: text === '' ? [] : [text], value: text };
}

/** The controls of an anchor: themselves, or those inside the box it found. */
export function controlsOf(element: HTMLElement): HTMLElement[] {
  if (element.matches(roleSelectors.field)) return [element];
  const inside = queryAll(element, roleSelectors.field, 200).filter(isVisible);
  return inside.length > 0 ? inside : [element];
}
