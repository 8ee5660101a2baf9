/** The spaces of French, where a line may not break. */
import type { Language } from './time-text.ts';

/**
 * What a person typed, for the eye: no line breaks after « or before » : ; ? and !, as in our own French (U7). Only where it is
 * drawn: what is stored, sent and compared stays as it was typed.
 */
export const withKeptSpaces = (text: string): string => text.replace(/(?<=«) | (?=[»:;?!])/gu, '\u00a0');

/** The colon after a label, in plain text. */
export const colonIn = (language: Language): string => (language === 'fr' ? '\u00a0:' : ':');
