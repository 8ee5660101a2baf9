/**
 * Every word a person reads comes from a dictionary: fr-CA first, English complete. A dictionary is a
 * plain object; a text that depends on a number is `{ one, other }` and is chosen by `Intl.PluralRules`
 * (in French, 0 and 1.5 are « one »).
 */
export type Language = 'fr' | 'en';
export type Text = string | { one: string; other: string };
export type Dictionary = Record<string, Text>;
export type Translate<D extends Dictionary> = (key: keyof D & string, values?: Record<string, string | number>) => string;

const locales: Record<Language, string> = { fr: 'fr-CA', en: 'en-CA' };

/** The BCP 47 tag for `Intl`. */
export const localeOf = (language: Language): string => locales[language];

/** @param preferred the setting · @param browserLanguage what the browser speaks, `en-US`; all but English reads French */
export const chooseLanguage = (preferred: 'auto' | Language, browserLanguage: string): Language =>
  preferred !== 'auto' ? preferred : /^en\b/iu.test(browserLanguage) ? 'en' : 'fr';

/** @param dictionaries the same keys in both languages (the compiler checks it) */
export const createTranslate = <D extends Dictionary>(dictionaries: { fr: D; en: { [K in keyof D]: Text } }, language: Language): Translate<D> =>
  translateFrom(dictionaries[language] as D, language);

/**
 * @param dictionary of that language
 * @returns a function from key and values to the sentence; `{count}` chooses the plural, numbers are written by `Intl`
 */
export function translateFrom<D extends Dictionary>(dictionary: D, language: Language): Translate<D> {
  const locale = localeOf(language);
  // Made at the first need and kept: making one costs a hundred times what using it does, and a long list asks thousands of times.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const isOne = (count: number): boolean => (plurals ??= new Intl.PluralRules(locale)).select(count) === 'one';
  return (key, values = {}) => {
    const text = dictionary[key];
    if (text === undefined) throw new Error(`Missing text: ${key}`);
    const chosen = typeof text === 'string' ? text : text[isOne(Number(values['count'] ?? 0)) ? 'one' : 'other'];
    return chosen.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? (numbers ??= new Intl.NumberFormat(locale)).format(value) : value;
    });
  };
}
