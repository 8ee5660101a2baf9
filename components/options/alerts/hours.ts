/** Hours as people type them: « 18:00 », « 18 h », « 7h30 ». Pure. */
import { parseTimes } from '../../../lib/domain/dates.ts';
import { refuse, type Reader } from '../readers.ts';

const MIDNIGHT = 24 * 60;
const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** @returns `HH:MM` */
export const readHour: Reader<string> = (text) => {
  if (text.trim() === '') return refuse('empty');
  const [minutes, more] = parseTimes(text);
  if (minutes === undefined || more !== undefined || minutes > MIDNIGHT) return refuse('hour');
  return { ok: true, value: `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}` };
};
