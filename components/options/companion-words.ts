/** The words of the section « Compagnon », in a dictionary of their own. */
import { companionEn } from '../../lib/i18n/companion.en.ts';
import { companionFr } from '../../lib/i18n/companion.fr.ts';
import { createTranslate, localeOf, type Language, type Translate } from '../../lib/i18n/translate.ts';
import { useOptions } from './context.ts';

export type CompanionWords = Translate<typeof companionFr>;

export const companionWordsOf = (language: Language): CompanionWords => createTranslate({ fr: companionFr, en: companionEn }, language);

export const useCompanionWords = (): CompanionWords => companionWordsOf(useOptions().language);

/** « 1 heure », « 12 minutes »: how much a clock is off. @param milliseconds of either sign */
export function durationText(milliseconds: number, language: Language): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const [amount, unit] = minutes < 90 ? [minutes, 'minute'] : minutes < 48 * 60 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / (24 * 60)), 'day'];
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(Number(amount));
}
