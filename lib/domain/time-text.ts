/** Days, hours and durations as people read them (U7): fr-CA or en-CA by `Intl`, always Toronto's clock. */
import type { Instant } from './booking.ts';
import { localeOf, type Language } from './locale.ts';
import { formatNumber } from './number-text.ts';
import { HOUR, isRepeatedHour, MINUTE, toLocal, ZONE } from './zone.ts';

export type { Language } from './locale.ts';

const NBSP = '\u00a0';
const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter costs far more to make than to use. */
function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { timeZone: ZONE, ...options });
  formats.set(key, known);
  return known;
}

/** French writes the first day of a month « 1er » (Office québécois de la langue française, « date »), which `Intl` does not. */
export const withFirst = (day: string, language: Language): string => (language === 'fr' ? day.replace(/\b1 (?=\p{L})/u, '1er ') : day);

/** « mardi 24 novembre 2026 », « mardi 1er décembre 2026 » */
export const formatDay = (instant: Instant, language: Language): string => withFirst(format(language, 'day', { dateStyle: 'full' }).format(instant), language);

/** « 24 nov. 2026 », for tables. */
export const formatShortDay = (instant: Instant, language: Language): string => withFirst(format(language, 'short', { dateStyle: 'medium' }).format(instant), language);

/** « 09 h 00 »; in the hour that comes twice in autumn also which: « 01 h 30 HNE ». Spaces inside never break. */
export function formatHour(instant: Instant, language: Language): string {
  const text = format(language, 'hour', { timeStyle: 'short' }).format(instant);
  const zone = isRepeatedHour(instant) ? format(language, 'zone', { timeZoneName: 'short' }).formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value : undefined;
  return (zone === undefined ? text : `${text} ${zone}`).replace(/\s/gu, NBSP);
}

/** « mardi 24 novembre 2026 à 09 h 00 » */
export const formatInstant = (instant: Instant, language: Language): string =>
  `${formatDay(instant, language)} ${language === 'fr' ? 'à' : 'at'} ${formatHour(instant, language)}`;

/** « mardi 24 novembre 2026, de 09 h 00 à 10 h 30 »; over midnight both days are said. */
export function formatRange(start: Instant, end: Instant, language: Language): string {
  const isFrench = language === 'fr';
  if (toLocal(start).date === toLocal(end).date) {
    return `${formatDay(start, language)}, ${isFrench ? 'de' : 'from'} ${formatHour(start, language)} ${isFrench ? 'à' : 'to'} ${formatHour(end, language)}`;
  }
  return `${isFrench ? 'du' : 'from'} ${formatInstant(start, language)} ${isFrench ? 'au' : 'to'} ${formatInstant(end, language)}`;
}

/** « 4 h 30 », « 45 min », « 12 h »; in English « 4 h 30 min ». To the nearest minute. */
export function formatDuration(milliseconds: number, language: Language): string {
  const minutes = Math.round(Math.abs(milliseconds) / MINUTE);
  const sign = milliseconds < 0 && minutes > 0 ? '−' : '';
  const hours = Math.floor(minutes / (HOUR / MINUTE));
  const rest = minutes % (HOUR / MINUTE);
  const number = formatNumber(hours, language);
  if (hours === 0) return `${sign}${String(rest)}${NBSP}min`;
  if (rest === 0) return `${sign}${number}${NBSP}h`;
  return `${sign}${number}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}${language === 'fr' ? '' : `${NBSP}min`}`;
}

/** An amount of use, in the unit of its service: « 4 h 30 », « 0 h », or « 3 » when bookings are counted. */
export const formatAmount = (amount: number, unit: 'hours' | 'count', language: Language): string =>
  unit === 'count' ? formatNumber(amount, language) : amount === 0 ? `0${NBSP}h` : formatDuration(amount, language);
