import { createTranslate, type Language, type Translate } from '../../lib/i18n/translate.ts';
import { en } from './rooms.en.ts';
import { fr } from './rooms.fr.ts';

export type RoomSentences = Translate<typeof fr>;
export type RoomSentenceKey = keyof typeof fr;

const byLanguage: Record<Language, RoomSentences> = { fr: createTranslate({ fr, en }, 'fr'), en: createTranslate({ fr, en }, 'en') };

/** The sentences of shared rooms and their pages; the others are in texts.ts. */
export const roomSentencesIn = (language: Language): RoomSentences => byLanguage[language];
