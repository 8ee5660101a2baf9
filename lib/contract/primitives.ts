/**
 * The bounded values that cross between the extension and the companion.
 * Schemas only: nothing here knows a browser, a database or a portal.
 */
import * as z from 'zod/mini';
import { countCharacters, hasControlCharacters, identifierShape, isEmailAddress, isWebAddress } from './bounds.ts';

/** A text never has more characters than UTF-16 units: most often they need not be counted. */
const isWithin = (text: string, maximum: number): boolean => text.length <= maximum || countCharacters(text) <= maximum;

/**
 * One line of text: trimmed by the sender, 1 to `maximum` characters, no control character.
 * @param maximum in characters as a person counts them (an emoji of one code point is one)
 */
export const line = (maximum: number) =>
  z.string().check(
    z.refine((text) => text.trim() === text && text.length > 0, 'empty'),
    z.refine((text) => isWithin(text, maximum), 'too_long'),
    z.refine((text) => !hasControlCharacters(text), 'control_character'),
  );

/** Free text of several lines, at most `maximum` characters; only tab and newline as control characters. */
export const paragraph = (maximum: number) =>
  z.string().check(
    z.refine((text) => isWithin(text, maximum), 'too_long'),
    z.refine((text) => !hasControlCharacters(text.replace(/[\t\r\n]/gu, '')), 'control_character'),
  );

/** See {@link identifierShape}. */
export const identifier = z.string().check(z.regex(identifierShape, 'identifier'));

/** See {@link isEmailAddress}. */
export const emailAddress = z.string().check(z.refine(isEmailAddress, 'email'));

/** An instant in UTC to the second or millisecond: `2026-11-24T14:00:00Z`. */
export const instantText = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/u, 'instant'),
  z.refine((text) => Number.isFinite(Date.parse(text)), 'instant'),
);

/** See {@link isWebAddress}. */
export const webAddress = z.string().check(
  z.maxLength(2000, 'address'),
  z.refine(isWebAddress, 'address'),
);
