/** The two languages that people read here. */

export type Language = 'fr' | 'en';

const locales: Record<Language, string> = { fr: 'fr-CA', en: 'en-CA' };

/** The BCP 47 tag for `Intl`. */
export const localeOf = (language: Language): string => locales[language];
