/**
 * Letters, as numbers and not as \p{L}: to know what all letters are a browser goes through all characters there are,
 * and each such question costs every new page a millisecond.
 */
const words = /[a-zA-Zªºµ\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\u{10000}-\u{1efff}\u{20000}-\u{3ffff}]+/gu;

/** The runs of letters of a text. */
export const wordsOf = (text: string): string[] => text.match(words) ?? [];
export const hasLetter = (text: string): boolean => wordsOf(text).length > 0;
/** Whether a text says anything: a letter or a digit. */
export const hasWord = (text: string): boolean => /\d/u.test(text) || hasLetter(text);
