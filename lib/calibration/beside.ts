/** The words that stand before an element and may be its label: in the same line of boxes, or in the cell before. */
import { textOf } from '../portal/accessible.ts';
import { isOurs } from '../portal/roots.ts';
import { isVisible } from '../portal/visible.ts';
import { toName } from './names.ts';

const LEVELS = 4;
const WORDS_MAXIMUM = 3;

/** @returns the nearest first */
export function wordsBeside(element: HTMLElement): string[] {
  const words: string[] = [];
  let current: Element | null = element;
  for (let level = 0; current && level < LEVELS && words.length < WORDS_MAXIMUM; level += 1) {
    for (let before = current.previousElementSibling; before; before = before.previousElementSibling) {
      if (isOurs(before) || !isVisible(before)) continue;
      const said = textOf(before);
      if (said === '') continue;
      const name = toName(said);
      if (name !== null) words.push(name);
      break;
    }
    current = current.parentElement;
    if (current?.matches('form,table,tbody,body,fieldset,section,main')) break;
  }
  return [...new Set(words)];
}
