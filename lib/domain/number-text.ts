/**
 * Numbers and shares as people read them (U7): fr-CA or en-CA. What most often is read, a whole number, is written here as
 * `Intl` would, since a browser reads its tables at the first question, for longer than all that we do while a page loads.
 */

export type Language = 'fr' | 'en';

export const locales: Record<Language, string> = { fr: 'fr-CA', en: 'en-CA' };

/** A formatter costs far more to make than to use. */
const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${language} ${style}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locales[language], { style });
  formats.set(key, known);
  return known;
}

const isPlain = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
const grouped = (whole: number, language: Language): string => String(whole).replace(/\B(?=(?:\d{3})+$)/gu, language === 'fr' ? '\u00a0' : ',');
/** Null where halves decide, which only `Intl` rounds as `Intl` does. */
function percentOf(ratio: number): number | null {
  const exact = ratio * 100;
  return isPlain(Math.round(exact)) && Math.abs((exact % 1) - 0.5) > 1e-6 ? Math.round(exact) : null;
}

/** « 4 900 » */
export const formatNumber = (value: number, language: Language): string => (isPlain(value) ? grouped(value, language) : format(language, 'decimal').format(value));

/** @param ratio 0.28 is « 28 % » */
export function formatPercent(ratio: number, language: Language): string {
  const percent = percentOf(ratio);
  return percent === null ? format(language, 'percent').format(ratio) : `${grouped(percent, language)}${language === 'fr' ? '\u00a0' : ''}%`;
}

/** Which of the two forms of a word a number takes: in French, 0 and 1.5 are « one ». */
export const isSingular = (count: number, language: Language): boolean => (language === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1);
