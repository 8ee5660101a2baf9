/**
 * What a person has half typed in a form of the popup, which closes at any click beside it. Kept in the browser's memory, by
 * the form's name; forgotten once it is sent, given up or of no more use (`lib/background/purge`), and with the browser.
 */
import type { Instant } from '../domain/booking.ts';
import { isNumber, isRecord, type Is } from './shape.ts';
import { stored, type Stored } from './stored.ts';

export interface Typed {
  value: unknown;
  /** Of no more use from here on, milliseconds since 1970 UTC. */
  until: Instant;
}

/** Forms left half typed at once; the oldest is forgotten. */
const FORMS_MAXIMUM = 20;

const isTyped: Is<Typed> = (value): value is Typed => isRecord(value) && isNumber(value.until);

const readTyped = (raw: unknown): Record<string, Typed> =>
  Object.fromEntries(Object.entries(isRecord(raw) ? raw : {}).flatMap(([form, kept]) => (isTyped(kept) ? [[form, kept]] : [])));

export const typedStore: Stored<Record<string, Typed>> = stored('session', 'typed', readTyped);

/** Pure. @param typed null: nothing is to be found there any more */
export function withTyped(known: Record<string, Typed>, form: string, typed: Typed | null): Record<string, Typed> {
  const others = Object.entries(known).filter(([other]) => other !== form);
  return Object.fromEntries(typed === null ? others : [...others, [form, typed] as const].slice(-FORMS_MAXIMUM));
}
