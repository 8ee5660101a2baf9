/** Comparing names as people and portals write them: accents, capitals, dashes, spaces and cuts differ (T15, T16, portal.md § 3.3). */

const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** Hyphens, dashes, minus signs and underscores: « – UL – » is « - UL - » is « -UL - » (S0-39). */
const dashes = /[\p{Pd}\u2212\u00ad_]+/gu;
const apostrophes = /[‘’‛ʼ′`´]/gu;
const quotes = /[«»“”„‟"]/gu;

/** Most of a page: without accents, and without anything that stands for something else. */
const plain = /^[ a-z0-9.,:;!?()[\]/*+#%&=@<>'|]*$/u;

/**
 * A text reduced to its words: small letters, no accents, no dashes, one plain space between words.
 * Use it to look for words in a text; to ask whether two names are the same, use {@link sameText}.
 */
export function normalise(text: string): string {
  const small = text.toLowerCase();
  if (plain.test(small)) return small.replace(/ {2,}/gu, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæß]/gu, (sign) => ligatures[sign] ?? sign)
    .replace(apostrophes, "'")
    .replace(quotes, ' ')
    .replace(dashes, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** {@link normalise} without any space: « Web 5 000 » is « Web5000 ». The key to compare and to index by. */
export const compareKey = (text: string): string => normalise(text).replace(/ /gu, '');

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
