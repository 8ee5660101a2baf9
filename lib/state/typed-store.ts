/**
 * What a person has half typed in a form of the popup, which closes at any click beside it. Kept in the browser's memory, by
 * the form's place; forgotten once it is sent or given up, and with the browser.
 */
import { isRecord } from './shape.ts';
import { stored, type Stored } from './stored.ts';

export type Typed = Record<string, unknown>;

/** Forms left half typed at once; the oldest is forgotten. */
const PLACES_MAXIMUM = 20;

export const typedStore: Stored<Typed> = stored('session', 'typed', (raw) => (isRecord(raw) ? raw : {}));

/** Pure. @param value undefined: nothing is to be found there any more */
export function withTyped(known: Typed, place: string, value: unknown): Typed {
  const others = Object.entries(known).filter(([other]) => other !== place);
  return Object.fromEntries(value === undefined ? others : [...others, [place, value] as const].slice(-PLACES_MAXIMUM));
}
