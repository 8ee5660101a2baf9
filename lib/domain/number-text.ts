/** Numbers and shares as people read them (U7): fr-CA or en-CA by `Intl`. */

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

/** « 4 900 » */
export const formatNumber = (value: number, language: Language): string => format(language, 'decimal').format(value);

/** @param ratio 0.28 is « 28 % » */
export const formatPercent = (ratio: number, language: Language): string => format(language, 'percent').format(ratio);
