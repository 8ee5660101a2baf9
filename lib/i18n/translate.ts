/**
 * Every word a person reads comes from a dictionary: fr-CA first, English complete. A dictionary is a
 * plain object; a text that depends on a number is `{ one, other }` and is chosen by `Intl.PluralRules`.
 */
import type { Language } from '../domain/locale.ts';
import { formatNumber, isSingular } from '../domain/number-text.ts';

export { localeOf, type Language } from '../domain/locale.ts';
export type Text = string | { one: string; other: string };
export type Dictionary = Record<string, Text>;
export type Translate<D extends Dictionary> = (key: keyof D & string, values?: Record<string, string | number>) => string;

/** @param preferred the setting · @param browserLanguage what the browser speaks, `en-US`; all but English reads French */
export const chooseLanguage = (preferred: 'auto' | Language, browserLanguage: string): Language =>
  preferred !== 'auto' ? preferred : /^en\b/iu.test(browserLanguage) ? 'en' : 'fr';

/** @param dictionaries the same keys in both languages (the compiler checks it) */
export const createTranslate = <D extends Dictionary>(dictionaries: { fr: D; en: { [K in keyof D]: Text } }, language: Language): Translate<D> =>
  translateFrom(dictionaries[language] as D, language);

/**
 * @param dictionary of that language
 * @returns a function from key and values to the sentence; `{count}` chooses the plural, numbers are written as in that language
 */
export function translateFrom<D extends Dictionary>(dictionary: D, language: Language): Translate<D> {
  return (key, values = {}) => {
    const text = dictionary[key];
    if (text === undefined) throw new Error(`Missing text: ${key}`);
    const chosen = typeof text === 'string' ? text : text[isSingular(Number(values['count'] ?? 0), language) ? 'one' : 'other'];
    return chosen.replace(/\{(\w+)\}(\.?)/gu, (whole, name: string, stop: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const written = typeof value === 'number' ? formatNumber(value, language) : value;
      // « at 10:00 a.m. » ends its sentence too.
      return written.endsWith('.') ? written : written + stop;
    });
  };
}
