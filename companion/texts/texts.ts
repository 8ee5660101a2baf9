/** The companion's sentences, and the hours of a booking as people in Québec read them. */
import { formatRange } from '../../lib/domain/time-text.ts';
import { createTranslate } from '../../lib/i18n/translate.ts';
import type { Language, Translate } from '../../lib/i18n/translate.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type Sentences = Translate<typeof fr>;
export type SentenceKey = keyof typeof fr;

const byLanguage: Record<Language, Sentences> = { fr: createTranslate({ fr, en }, 'fr'), en: createTranslate({ fr, en }, 'en') };

export const sentencesIn = (language: Language): Sentences => byLanguage[language];

/** In full, with the zone: « mardi 24 novembre 2026, de 09 h 00 à 10 h 30 (heure de Québec) ». */
export const whenOf = (start: Instant, end: Instant, language: Language): string => `${formatRange(start, end, language)} (${sentencesIn(language)('when.zone')})`;
