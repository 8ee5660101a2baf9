/** The three facts as a person types them (S0-15, S0-16, S0-17), checked before the portal may save. */
import { countCharacters, isEmailAddress, NAME_MAXIMUM } from '../contract/bounds.ts';
import type { BookingFacts } from './booking.ts';

export const factFields = ['name', 'participants', 'presenterName', 'presenterEmail'] as const;
export type FactField = (typeof factFields)[number];
/** As typed: nothing is trimmed yet. */
export type TypedFacts = Record<FactField, string>;

export type FactErrorCode = 'empty' | 'tooLong' | 'controlCharacter' | 'notANumber' | 'tooFew' | 'tooMany' | 'email';
export interface FactError {
  field: FactField;
  code: FactErrorCode;
}

/** The part of a service card that the facts are checked against. */
export interface FactsCard {
  capacity: number;
}

/** Tabs and line breaks are not refused: they come with what is pasted, nobody sees them, and they collapse to a space. */
const controlCharacters = /[\u0000-\u001f\u007f-\u009f]/u;

/** What a person meant: composed accents, one plain space between words, none at the ends. */
const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What is wrong with a name, or null. */
function nameError(text: string): FactErrorCode | null {
  const name = tidy(text);
  if (name === '') return 'empty';
  if (controlCharacters.test(name)) return 'controlCharacter';
  return countCharacters(name) > NAME_MAXIMUM ? 'tooLong' : null;
}

/** Digits with spaces between them, « 1 200 »; anything else (« mille », « 1.5 », « 1e3 », « +3 ») is no number of people. */
function readParticipants(text: string, capacity: number): number | FactErrorCode {
  const digits = text.replace(/\s/gu, '');
  if (digits === '') return 'empty';
  if (/^-\d+$/u.test(digits)) return 'tooFew';
  if (!/^\d+$/u.test(digits)) return 'notANumber';
  const count = Number(digits);
  if (count < 1) return 'tooFew';
  return count > capacity ? 'tooMany' : count;
}

/**
 * @param typed what stands in the four fields
 * @param card the service booked; its capacity is the ceiling, never the portal's « 1 » (S0-46)
 * @returns the facts, or every error in the order of the fields
 */
export function checkFacts(typed: TypedFacts, card: FactsCard): { ok: true; facts: BookingFacts } | { ok: false; errors: FactError[] } {
  const participants = readParticipants(typed.participants, card.capacity);
  const email = typed.presenterEmail.trim();
  const codes: Record<FactField, FactErrorCode | null> = {
    name: nameError(typed.name),
    participants: typeof participants === 'number' ? null : participants,
    presenterName: nameError(typed.presenterName),
    presenterEmail: email === '' || isEmailAddress(email) ? null : 'email',
  };
  const errors = factFields.flatMap((field) => (codes[field] === null ? [] : [{ field, code: codes[field] }]));
  if (errors.length > 0 || typeof participants !== 'number') return { ok: false, errors };
  return {
    ok: true,
    facts: { name: tidy(typed.name), participants, presenter: { name: tidy(typed.presenterName), email: email === '' ? null : email } },
  };
}
