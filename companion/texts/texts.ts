/** The companion's sentences, and instants as people in Québec read them. */
import { createTranslate, localeOf } from '../../lib/i18n/translate.ts';
import type { Language, Translate } from '../../lib/i18n/translate.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { ZONE } from '../ledger/reminder-time.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type Sentences = Translate<typeof fr>;
export type SentenceKey = keyof typeof fr;

const byLanguage: Record<Language, Sentences> = { fr: createTranslate({ fr, en }, 'fr'), en: createTranslate({ fr, en }, 'en') };

export const sentencesIn = (language: Language): Sentences => byLanguage[language];

const format = (language: Language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(language), { timeZone: ZONE, ...options });

/** « mardi 24 novembre 2026 » */
export const dayOf = (instant: Instant, language: Language): string => format(language, { dateStyle: 'full' }).format(instant);

/** « 9 h 00 » */
export const hourOf = (instant: Instant, language: Language): string => format(language, { timeStyle: 'short' }).format(instant);

/** « heure normale de l’Est »: the zone by the name that holds on that day. */
export const zoneOf = (instant: Instant, language: Language): string =>
  format(language, { timeZoneName: 'long' }).formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ZONE;

/** « 24 novembre 2026 à 9 h 00 » */
export const momentOf = (instant: Instant, language: Language): string => format(language, { dateStyle: 'long', timeStyle: 'short' }).format(instant);

/** In full, with the zone: « mardi 24 novembre 2026, de 9 h 00 à 10 h 30 (heure normale de l’Est) ». */
export function whenOf(start: Instant, end: Instant, language: Language): string {
  const say = sentencesIn(language);
  const [fromDay, toDay] = [dayOf(start, language), dayOf(end, language)];
  const hours = { from: hourOf(start, language), to: hourOf(end, language), zone: zoneOf(start, language) };
  return fromDay === toDay ? say('when.sameDay', { day: fromDay, ...hours }) : say('when.severalDays', { fromDay, toDay, ...hours });
}
