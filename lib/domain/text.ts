/** Comparing names as people and portals write them: accents, capitals, dashes, spaces and cuts differ (T15, T16, portal.md § 3.3). */

/** Of Latin letters, and of pictures; as numbers, and not as \p{M}, for the reason that letters.ts gives. */
const marks = /[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f]/gu;
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };
const apostrophes = /[‘’‛ʼ′`´]/gu;
/** Quotes; and hyphens, dashes, minus signs and underscores: « – UL – » is « - UL - » is « -UL - » (S0-39). */
const spaces = /[«»“”„‟"_\u00ad\u1400\u2010-\u2015\u2212\u2e3a\u2e3b\s-]+/gu;

/** Most of a page: without accents, and without anything that stands for something else. */
const plain = /^[ a-z0-9.,:;!?()[\]/*+#%&=@<>'|]*$/u;

/** In small letters. */
export const withoutAccents = (text: string): string => text.normalize('NFKD').replace(marks, '').toLowerCase();

/**
 * A text reduced to its words: small letters, no accents, no dashes, one plain space between words.
 * Use it to look for words in a text; to ask whether two names are the same, use {@link sameText}.
 */
export function normalise(text: string): string {
  const small = text.toLowerCase();
  if (plain.test(small)) return small.replace(/ {2,}/gu, ' ').trim();
  return withoutAccents(text)
    .replace(/[œæß]/gu, (sign) => ligatures[sign] ?? sign)
    .replace(apostrophes, "'")
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(spaces, ' ')
    .trim();
}

const KNOWN_MAXIMUM = 5000;
const KNOWN_LENGTH = 120;

/** What is made of a text, kept: the same few texts come again and again on a page, and comparing them is most of the work. */
export function knowing(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length <= KNOWN_LENGTH) {
      if (known.size >= KNOWN_MAXIMUM) known.clear();
      known.set(text, made);
    }
    return made;
  };
}

/** {@link normalise} without any space: « Web 5 000 » is « Web5000 ». The key to compare and to index by. */
export const compareKey = knowing((text) => normalise(text).replace(/ /gu, ''));

/** Whether two texts are the same name. */
export const sameText = (one: string, other: string): boolean => compareKey(one) === compareKey(other);

/** A name of this many characters may have been cut without a mark; portals cut at 25, then trim. */
const CUT_FROM = 22;
const ELLIPSIS = /\s*(?:…|\.\.\.)\s*$/u;

/**
 * Whether `shown` is `full`, or `full` cut by the portal (T15): with « … », or hard at 25 characters or more.
 * Two names can begin alike: the caller minds that.
 */
export function startsAlike(shown: string, full: string): boolean {
  if (sameText(shown, full)) return true;
  const kept = shown.replace(ELLIPSIS, '');
  const isMarked = kept !== shown;
  const key = compareKey(kept);
  if (key.length < 3 || (!isMarked && [...shown.trim()].length < CUT_FROM)) return false;
  return compareKey(full).startsWith(key);
}
