/** The bounds of what a person types, without a schema library: this part ships to the portal's pages, where bytes count. */

/** The longest name that Zoom takes as a topic (S0-15, zoom.md § 2.1). */
export const NAME_MAXIMUM = 200;
/** The most participants that any service card may name. */
export const PARTICIPANTS_MAXIMUM = 100_000;

/** S1-05: the link and the key of a shared room are for whoever holds the slot, from then on; in milliseconds. */
export const ROOM_OPENS_BEFORE = 15 * 60_000;

/** Control characters and line separators: never part of a name a person typed. */
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/** The number of characters a person counts: code points, not UTF-16 units. */
export const countCharacters = (text: string): number => [...text].length;

export const hasControlCharacters = (text: string): boolean => controlCharacters.test(text);

/** One line of text: trimmed, 1 to `maximum` characters as a person counts them, no control character. */
export const isLine = (text: string, maximum: number): boolean =>
  text.length > 0 && text.trim() === text && countCharacters(text) <= maximum && !hasControlCharacters(text);

/** Free text of several lines, at most `maximum` characters; only tab and newline as control characters. */
export const isParagraph = (text: string, maximum: number): boolean =>
  countCharacters(text) <= maximum && !hasControlCharacters(text.replace(/[\t\r\n]/gu, ''));

/** A short machine name: letters, digits, dot, dash, underscore. */
export const identifierShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;

const emailShape =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/u;

/**
 * A strict e-mail address: one `@`, ASCII, no quotes, comments or line breaks, at most 254 characters.
 * Stricter than RFC 5322 on purpose: what passes can be put into a mail header as it is.
 */
export const isEmailAddress = (text: string): boolean => text.length <= 254 && emailShape.test(text);

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || host.endsWith('.localhost');

/** An address a browser may open: https, or http on loopback for trials; nobody's name or password in it. */
export function isWebAddress(text: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(text);
    return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
  } catch {
    return false;
  }
}
