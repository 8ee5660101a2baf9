/** Days and hours as people and portals write them (T4, T11, U7), read into `2026-11-24` and `09:00`. */
import { normalise } from './text.ts';

const monthNames = ['jan', 'f[ev]', 'mar', 'a[vp]r', 'ma[iy]', 'juin|june?', 'juil|july?', 'ao|aug', 'sep', 'oct', 'nov', 'dec'].map((name) => new RegExp(`^(?:${name})`, 'u'));

const two = (part: number | string): string => String(part).padStart(2, '0');

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1900 && year < 10_000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? `${String(year)}-${two(month)}-${two(day)}` : null;
}

const yearFirst = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u;
const dayFirst = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/u;
const french = /(?<!\d)(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4})(?!\d)/u;
const english = /([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;

const monthOf = (word: string): number => monthNames.findIndex((name) => name.test(word)) + 1;

/**
 * `2026-11-24`, `24/11/2026` (the day first, as Québec's portals write it), « mardi 24 novembre 2026 - 09:00 »,
 * « 1er avril 2026 », « Nov. 24, 2026 ».
 * @returns `2026-11-24`, or null when no day of the calendar is written
 */
export function parseDate(text: string): string | null {
  const plain = text.slice(0, 200).replace(/[\u2010-\u2015\u2212]/gu, '-');
  const words = normalise(plain);
  const iso = yearFirst.exec(plain);
  if (iso) return toDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = dayFirst.exec(plain);
  if (numeric) return toDate(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const day = french.exec(words);
  if (day) return toDate(Number(day[3]), monthOf(day[2] ?? ''), Number(day[1]));
  const other = english.exec(words);
  return other ? toDate(Number(other[3]), monthOf(other[1] ?? ''), Number(other[2])) : null;
}

const clock = /(?<![\d:/.-])(\d{1,2}) ?(?::|h(?:eures?|rs?)?(?![a-z])) ?(?:(\d{2})(?!\d))?(?::\d{2}(?!\d))?(?: ?(am|pm|a\.m\.|p\.m\.))?/iu;
const halfDay = /(?<![\d:/.-])(\d{1,2}) ?(am|pm|a\.m\.|p\.m\.)/iu;

function toTime(hours: number, minutes: number, half: string | undefined): string | null {
  const isAfternoon = half !== undefined && half.toLowerCase().startsWith('p');
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (isAfternoon ? 12 : 0);
  return hour <= 23 && minutes <= 59 ? `${two(hour)}:${two(minutes)}` : null;
}

/**
 * « 9 h », « 09 h 00 », `9:00`, `09:00:00`, « 9h30 », « 2:30 p.m. », and the hour in « mardi 24 novembre 2026 - 09:00 ».
 * @returns `09:00`, or null
 */
export function parseTime(text: string): string | null {
  const plain = text.slice(0, 200).replace(/\s+/gu, ' ').trim();
  const found = clock.exec(plain);
  if (found) return /:/u.test(found[0]) && found[2] === undefined ? null : toTime(Number(found[1]), Number(found[2] ?? 0), found[3]);
  const half = halfDay.exec(plain);
  return half ? toTime(Number(half[1]), 0, half[2]) : null;
}

/** Seconds since midnight by the clock on the wall (T4: 32400 is `09:00`); null when a day has no such minute. */
export const timeOfSeconds = (seconds: number): string | null =>
  Number.isInteger(seconds) && seconds >= 0 && seconds < 86_400 ? `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}` : null;
