/** Numbers in fields: written as the language writes them, read back by readers.ts. */
import { localeOf, type Language } from '../../lib/i18n/translate.ts';

/** Whole thousands with their separator, in French with a no-break space; never grouped in English, where a comma would be read as a decimal. */
export const formatNumber =
  (language: Language) =>
  (value: number | null): string =>
    value === null ? '' : new Intl.NumberFormat(localeOf(language), { useGrouping: language === 'fr', maximumFractionDigits: 2 }).format(value);
