/** Small fingerprints of texts, the same in the page, the worker and the companion. They prove nothing: no secret is in them. */

/** Thirty-two bits of a text: FNV-1a over its UTF-16 units, then mixed so that each bit depends on all of it. */
export function hash32(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Sixty-four bits as sixteen hexadecimal digits. */
export const hash64 = (text: string): string =>
  [hash32(text, 0), hash32(text, 0x9e3779b9)].map((part) => part.toString(16).padStart(8, '0')).join('');

/** Thirty-two signs that a person does not mistake for one another: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of six signs to read over a telephone: thirty bits of the text. */
export function shortCode(text: string): string {
  let rest = hash32(text);
  let code = '';
  for (let sign = 0; sign < 6; sign += 1) {
    code += ALPHABET[rest & 31];
    rest >>>= 5;
  }
  return code;
}
