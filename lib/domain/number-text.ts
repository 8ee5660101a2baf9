/** Numbers, shares and the forms of words that go with them, as people read them (U7): fr-CA or en-CA by `Intl`. */
import { localeOf, type Language } from './locale.ts';

/** A formatter costs far more to make than to use, and a long list asks thousands of times: made at the first need, and kept. */
const formats = new Map<string, Intl.NumberFormat>();
const plurals = new Map<Language, Intl.PluralRules>();

function format(language: Language, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${language} ${style}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(localeOf(language), { style });
  formats.set(key, known);
  return known;
}

/** « 4 900 » */
export const formatNumber = (value: number, language: Language): string => format(language, 'decimal').format(value);

/** @param percent whole, as {@link ./percent.ts} rounds it: 28 is « 28 % » */
export const formatPercent = (percent: number, language: Language): string => format(language, 'percent').format(percent / 100);

/** Which of the two forms of a word a number takes: in French, 0 and 1.5 are « one ». */
export function isSingular(count: number, language: Language): boolean {
  const rules = plurals.get(language) ?? new Intl.PluralRules(localeOf(language));
  plurals.set(language, rules);
  return rules.select(count) === 'one';
}
