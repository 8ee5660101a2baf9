/** Choosing one element of the page by pointer or by keys. It looks at the page and touches nothing of it. */
import type { Sort } from './journey.ts';
import { elementAt, frameOf } from './pointer.ts';
import { candidatesOf, targetOf } from './target.ts';
import type { Frame, Shown } from './views.ts';
import { saidBy, sortOf, tabTo, typeTo, walk, type Direction } from './walk.ts';

const SAID_MAXIMUM = 80;
/** A pause this long begins a new word, in milliseconds. */
const WORD_PAUSE = 1200;

const arrows: Record<string, Direction> = { ArrowUp: 'out', ArrowDown: 'in', ArrowRight: 'next', ArrowLeft: 'previous' };

export interface Picker {
  element(): HTMLElement | null;
  shown(): Shown | null;
  frame(): Frame | null;
  pointAt(x: number, y: number): void;
  /** False when the key means nothing here. */
  key(key: string, shift: boolean): boolean;
  widen(): void;
  clear(): void;
}

export const describe = (element: HTMLElement): Shown => {
  const said = saidBy(element);
  return { sort: sortOf(element), said: [...said].length > SAID_MAXIMUM ? `${[...said].slice(0, SAID_MAXIMUM).join('')}…` : said };
};

/** @param clock milliseconds of a clock that only goes forward */
export function createPicker(document: Document, sort: Sort, clock: () => number): Picker {
  let element: HTMLElement | null = null;
  let typed = '';
  let typedAt = -Infinity;

  const go = (next: HTMLElement | null): boolean => {
    if (next) {
      element = next;
      // At once: a page that scrolls smoothly would move away from under the frame.
      next.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    }
    return true;
  };
  const current = (): HTMLElement | null => (element?.isConnected ? element : null);

  return {
    element: current,
    shown: () => {
      const one = current();
      return one && describe(one);
    },
    frame: () => {
      const one = current();
      return one && frameOf(one);
    },
    pointAt(x, y) {
      const found = elementAt(document, x, y);
      element = found && targetOf(found, sort);
    },
    key(key, shift) {
      const from = current();
      const direction = arrows[key];
      if (direction !== undefined) return go(from ? walk(from, direction) : tabTo(candidatesOf(document, sort), null, 1));
      if (key === 'Tab') return go(tabTo(candidatesOf(document, sort), from, shift ? -1 : 1));
      if (key === 'Home' || key === 'End') return go(candidatesOf(document, sort).at(key === 'Home' ? 0 : -1) ?? null);
      if ([...key].length !== 1 || (key === ' ' && typed === '')) return false;
      typed = clock() - typedAt > WORD_PAUSE ? key : typed + key;
      typedAt = clock();
      return go(typeTo(candidatesOf(document, sort), from, typed) ?? from);
    },
    widen() {
      const from = current();
      if (from) go(walk(from, 'out'));
    },
    clear() {
      element = null;
    },
  };
}
