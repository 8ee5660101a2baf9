/** HTML character references, undone while remembering where each character stood in the text as it was given. */

/** A text and, for each of its UTF-16 units, its place in the original; one more for the end. */
export interface Traced {
  text: string;
  places: number[];
}

export const trace = (text: string): Traced => ({ text, places: Array.from({ length: text.length + 1 }, (_, index) => index) });

/** `String.replace` on a traced text: what replaces a match stands where the match began. */
export function replaceTraced(traced: Traced, pattern: RegExp, replacement: (match: RegExpMatchArray) => string | null): Traced {
  let text = '';
  const places: number[] = [];
  let done = 0;
  const copy = (until: number): void => {
    for (let index = done; index < until; index += 1) places.push(traced.places[index] ?? 0);
    text += traced.text.slice(done, until);
    done = until;
  };
  for (const match of traced.text.matchAll(pattern)) {
    const by = replacement(match);
    if (by === null) continue;
    copy(match.index);
    for (let index = 0; index < by.length; index += 1) places.push(traced.places[match.index] ?? 0);
    text += by;
    done = match.index + match[0].length;
  }
  copy(traced.text.length);
  places.push(traced.places[traced.text.length] ?? 0);
  return { text, places };
}

/** The names of U+00A0 to U+00FF, in order. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const named = new Map<string, string>([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"],
  ['OElig', 'Œ'], ['oelig', 'œ'], ['Yuml', 'Ÿ'], ['hellip', '…'], ['euro', '€'], ['trade', '™'],
  ['ndash', '–'], ['mdash', '—'], ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'], ['bull', '•'],
]);

/** What looks like a character reference, known or not. */
export const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/gu;

function character(match: RegExpMatchArray): string | null {
  const [, decimal, hexadecimal, name] = match;
  if (name !== undefined) return named.get(name) ?? null;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Undoes HTML escaping, however often it was done; at most five times, so that it always ends. */
export function unescapeHtml(traced: Traced): Traced {
  let current = traced;
  for (let round = 0; round < 5; round += 1) {
    const next = replaceTraced(current, REFERENCE, character);
    if (next.text === current.text) return next;
    current = next;
  }
  return current;
}
