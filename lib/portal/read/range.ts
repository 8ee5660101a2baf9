/** « 09:00 - 10:30 », « de 9 h à 10 h 30 »: the only two hours of a text, as minutes since midnight. */
import { parseTimes } from './when.ts';

export interface Range {
  start: number;
  end: number;
}

/** @returns null when the text has not just two hours, or they are the same */
export function toRange(text: string): Range | null {
  if (text.length > 300) return null;
  const times = parseTimes(text);
  const [start, end] = times;
  return times.length === 2 && start !== undefined && end !== undefined && start !== end ? { start, end } : null;
}
