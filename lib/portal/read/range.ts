/** « 09:00 - 10:30 », « de 9 h à 10 h 30 »: two hours that belong together, as minutes since midnight. */
import { hasWord } from '../../domain/letters.ts';
import { normalise } from '../../domain/text.ts';
import { parseTimes } from './when.ts';

export interface Range {
  start: number;
  end: number;
}

const TEXT_MAXIMUM = 300;

/** @returns null when the text has not just two hours, or they are the same */
export function toRange(text: string): Range | null {
  if (text.length > TEXT_MAXIMUM) return null;
  const times = parseTimes(text);
  const [start, end] = times;
  return times.length === 2 && start !== undefined && end !== undefined && start !== end ? { start, end } : null;
}

/** Between the parts of a tooltip: « 9 h à 10 h 30 • Forum • À approuver ». */
export const SEPARATORS = /[\n\r|•·]|\s[–—]\s(?!\d)|\s-\s(?!\d)|,\s/u;

const timeWords = /\d{1,2}\s?(?:h(?:eures?)?|:)\s?(?:\d{2})?(?::\d{2})?|\b(?:de|des|a|au|to|from|jusqu'a|horaire|heures?|quand)\b/gu;

/** Whether a text says hours and nothing else: « Comité de 10 h » is a title. */
export const saysOnlyHours = (text: string): boolean => parseTimes(text).length > 0 && !hasWord(normalise(text).replace(timeWords, ''));

/** The range that a text gives as hours and nothing else, in any of its parts. */
export function rangeIn(text: string): Range | null {
  if (text.length > TEXT_MAXIMUM * 10) return null;
  for (const part of [text, ...text.split(SEPARATORS)]) if (saysOnlyHours(part)) {
    const range = toRange(part);
    if (range) return range;
  }
  return null;
}
