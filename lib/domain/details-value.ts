/**
 * One value of the details block: between guillemets, on any number of lines. Everything that a portal
 * might change on the way is written so that nothing is lost: unusual white space, « < », « > » and
 * whatever looks like an HTML character reference become `\{code}`, guillemets and backslash get a
 * backslash before them. No value holds a raw « < », « > » or reference, so any that is met is foreign.
 */
import { REFERENCE } from './entities.ts';

const code = (character: string): string => `\\{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Spaces that wrapping or trimming would lose: all but a single plain one between two other characters. */
const fragileSpace = /^ | $|(?<= ) |[^\S \n]|[\p{Cc}\p{Cs}\u00ad\u200b\u2028\u2029]/gu;

/** Writes a value, without the guillemets around it. */
export const encodeValue = (value: string): string =>
  value
    .replace(/[\\«»]/gu, '\\$&')
    .replace(/\n/gu, '\\n')
    .replace(REFERENCE, (whole) => code('&') + whole.slice(1))
    .replace(/[<>]/gu, code)
    .replace(fragileSpace, code);

const decodeEscapes = (text: string): string =>
  text.replace(/\\(?:\{([0-9a-f]{1,6})\}|([\\«»n]))/gu, (whole, hexadecimal: string | undefined, sign: string | undefined) => {
    if (sign !== undefined) return sign === 'n' ? '\n' : sign;
    const point = Number.parseInt(hexadecimal ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** A value as it was found: its pieces, and between two pieces either a space or, when a word was cut there, nothing. */
export interface FoundValue {
  pieces: string[];
  /** For each seam, whether it may be a word cut in two (after a hyphen, or at the end of a full line). */
  doubtful: boolean[];
}

/** How long the longest line is: counted in UTF-16 units and in code points, since programs wrap by either. */
export interface LineLength {
  units: number;
  points: number;
}

export function longestLine(text: string): LineLength {
  const lines = text.split('\n');
  return { units: Math.max(...lines.map((line) => line.length)), points: Math.max(...lines.map((line) => [...line].length)) };
}

/**
 * @param before what stood before the value on its first line
 * @param raw what stood between the guillemets, line breaks included
 * @param longest the longest line of the block: a line as long may end in a word that was cut
 */
export function findPieces(before: string, raw: string, longest: LineLength): FoundValue {
  const pieces: string[] = [];
  const doubtful: boolean[] = [];
  let previous = '';
  raw.split('\n').forEach((line, index) => {
    const piece = line.replace(/\s+/gu, ' ').trim();
    const whole = index === 0 ? before + line : line;
    if (piece === '') return;
    if (pieces.length > 0) {
      doubtful.push(/[-–—/]\s*$/u.test(previous) || previous.length >= longest.units || [...previous].length >= longest.points);
    }
    pieces.push(piece);
    previous = whole;
  });
  return { pieces, doubtful };
}

/** @param isCut for each doubtful seam in turn, whether to read it as a word cut in two */
export function joinPieces(found: FoundValue, isCut: () => boolean): string {
  let text = found.pieces[0] ?? '';
  found.doubtful.forEach((doubt, index) => {
    text += (doubt && isCut() ? '' : ' ') + (found.pieces[index + 1] ?? '');
  });
  return decodeEscapes(text);
}
