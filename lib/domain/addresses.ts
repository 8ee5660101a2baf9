/** Addresses of guests, as people type and paste them (S3-11, S3-12). Pure; nothing of it leaves the browser by itself. */
import { isEmailAddress } from '../contract/bounds.ts';

/** More guests than this are for a mailing list: a mail program refuses longer links. */
export const ADDRESSES_MAXIMUM = 100;

/** « Anne Roy <anne@exemple.ca>; paul@exemple.ca », one a line or a word: what stands between angle brackets wins. */
const piecesOf = (text: string): string[] =>
  text.replace(/"[^"]*"/gu, ' ').split(/[,;\n\r\t]+/u).flatMap((piece) => {
    const bracketed = [...piece.matchAll(/<([^<>]*)>/gu)].map(([, inside]) => (inside ?? '').trim());
    return bracketed.length > 0 ? bracketed : piece.split(/\s+/u);
  }).filter((piece) => piece !== '');

/**
 * @param known those that are there already; an address is there once, whatever its capitals
 * @returns the longer list, and the pieces that are no address, as they were typed
 */
export function addAddresses(known: readonly string[], text: string): { addresses: string[]; refused: string[] } {
  const addresses = [...known];
  const refused: string[] = [];
  for (const piece of piecesOf(text.replace(/^mailto:/iu, ''))) {
    if (!isEmailAddress(piece) || addresses.length >= ADDRESSES_MAXIMUM) refused.push(piece);
    else if (!addresses.some((one) => one.toLowerCase() === piece.toLowerCase())) addresses.push(piece);
  }
  return { addresses, refused };
}

/** A draft in the person's own mail program: guests do not see each other. Line ends as mails have them. */
export const mailLink = (addresses: readonly string[], subject: string, text: string): string =>
  `mailto:?${addresses.length === 0 ? '' : `bcc=${addresses.map(encodeURIComponent).join(',')}&`}subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\r?\n/gu, '\r\n'))}`;

/** A message on the person's own telephone (S3-13): no number is ever asked for here. */
export const textMessageLink = (text: string): string => `sms:?&body=${encodeURIComponent(text)}`;
