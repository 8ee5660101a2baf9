/**
 * Days and hours as portals write them (T4, T11): `2026-11-24`, `24/11/2026`, « mardi 24 novembre 2026 »,
 * « 24 nov. », « 1er avril 2026 »; `09:00`, « 9 h », « 09 h 30 », seconds since midnight. Local time is
 * America/Toronto's; instants are milliseconds UTC.
 */
import type { Instant } from '../../domain/booking.ts';
import { normalise } from '../../domain/text.ts';

export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

const ZONE = 'America/Toronto';
const MINUTE = 60_000;
const DAY_MINUTES = 1440;
/** Texts longer than this hold no date of ours. */
const TEXT_MAXIMUM = 500;

const months = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aou', 'sept', 'oct', 'nov', 'dec'];
const monthWord = '(janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:l(?:et)?)?|aout?|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)';
const isoDay = /(?<!\d)(\d{4}) (\d{1,2}) (\d{1,2})(?!\d)/u;
const yearFirst = /(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/u;
const dayFirst = /(?<!\d)(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})(?!\d)/u;
const written = new RegExp(`(?<!\\d)(\\d{1,2})(?:er)? ${monthWord}\\.?(?: (\\d{4}))?(?!\\w)`, 'u');

const isDay = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const checked = (day: Day): Day | null => (isDay(day) ? day : null);

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
});

/** The day and the minutes since midnight in Toronto. */
export function toLocal(instant: Instant): { day: Day; minutes: number } {
  const found: Record<string, number> = {};
  for (const { type, value } of parts.formatToParts(instant)) found[type] = Number(value);
  return { day: { year: found['year'] ?? 0, month: found['month'] ?? 0, day: found['day'] ?? 0 }, minutes: (found['hour'] ?? 0) * 60 + (found['minute'] ?? 0) };
}

const asUtc = (day: Day, minutes: number): number => Date.UTC(day.year, day.month - 1, day.day) + minutes * MINUTE;

/** Asking the calendar of a zone is slow, and a page shows few days. */
const offsets = new Map<Instant, number>();
const OFFSETS_MAXIMUM = 1000;

/** What Toronto's clock is ahead of UTC, in milliseconds: negative. */
function offsetAt(instant: Instant): number {
  let offset = offsets.get(instant);
  if (offset === undefined) {
    const local = toLocal(instant);
    offset = asUtc(local.day, local.minutes) - instant;
    if (offsets.size >= OFFSETS_MAXIMUM) offsets.clear();
    offsets.set(instant, offset);
  }
  return offset;
}

/**
 * The instant of a local day and hour in Toronto. An hour that the spring change skips is moved forward,
 * an hour that comes twice in autumn is the first.
 * @param minutes since midnight; 1440 is the next day's midnight
 */
export function toInstant(day: Day, minutes: number): Instant {
  const wanted = asUtc(day, minutes);
  const midnight = asUtc(day, Math.floor(minutes / DAY_MINUTES) * DAY_MINUTES);
  const [before, after] = [offsetAt(midnight - DAY_MINUTES * MINUTE), offsetAt(midnight + 2 * DAY_MINUTES * MINUTE)];
  if (before === after) return wanted - before;
  const [earlier, later] = [wanted - before, wanted - after];
  const holds = (instant: Instant): boolean => instant + offsetAt(instant) === wanted;
  return holds(earlier) || !holds(later) ? earlier : later;
}

/** The year that brings a day without year nearest to now. */
function nearestYear(month: number, day: number, now: Instant): number {
  const { year } = toLocal(now).day;
  return [year - 1, year, year + 1].reduce((best, candidate) =>
    Math.abs(asUtc({ year: candidate, month, day }, 0) - now) < Math.abs(asUtc({ year: best, month, day }, 0) - now) ? candidate : best,
  );
}

/** @returns the first day that a text names, or null; `now` gives the year when the text does not */
export function parseDay(text: string, now: Instant): Day | null {
  if (text.length > TEXT_MAXIMUM || !/\d/u.test(text)) return null;
  const plain = normalise(text);
  const iso = isoDay.exec(plain) ?? yearFirst.exec(plain);
  if (iso) return checked({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const french = dayFirst.exec(plain);
  if (french) return checked({ year: Number(french[3]), month: Number(french[2]), day: Number(french[1]) });
  const long = written.exec(plain);
  if (!long) return null;
  const month = months.findIndex((beginning) => (long[2] ?? '').startsWith(beginning)) + 1;
  const day = Number(long[1]);
  return checked({ year: long[3] === undefined ? nearestYear(month, day, now) : Number(long[3]), month, day });
}

const clock = /(?<![\d:])([01]?\d|2[0-4])(?:\s?h(?:eures?)?(?:\s?([0-5]\d))?|:([0-5]\d)(?::[0-5]\d)?)(?:\s?([ap])\.?m\b\.?)?(?![\d:])/gu;

/** Every hour that a text names, in minutes since midnight, in order. */
export function parseTimes(text: string): number[] {
  if (text.length > TEXT_MAXIMUM || !/\d/u.test(text)) return [];
  return [...normalise(text).matchAll(clock)].map(([, hour, minutes, more, half]) => {
    const hours = Number(hour) % (half ? 12 : 25);
    return (hours + (half === 'p' ? 12 : 0)) * 60 + Number(minutes ?? more ?? 0);
  });
}

/**
 * The hour of a control or a cell, in minutes since midnight.
 * A bare number is hours up to 24, minutes never, seconds since midnight from 60 on (T4).
 */
export function parseTime(text: string): number | null {
  const times = parseTimes(text);
  if (times[0] !== undefined) return times[0];
  const bare = /^\s*(\d{1,5})\s*$/u.exec(text);
  if (!bare) return null;
  const value = Number(bare[1]);
  if (value <= 24) return value * 60;
  return value >= 60 && value <= 86_400 && value % 60 === 0 ? value / 60 : null;
}

const unitMinutes: [RegExp, number][] = [
  [/^sec/u, 1 / 60],
  [/^min/u, 1],
  [/^h/u, 60],
  [/^(?:jour|day|j$)/u, DAY_MINUTES],
  [/^(?:semaine|week)/u, 7 * DAY_MINUTES],
];

/** @param unit the word beside the number, when the text has none; @returns minutes, or null */
export function parseDuration(text: string, unit = ''): number | null {
  const plain = normalise(text);
  const both = /^(\d{1,3})\s?h(?:eures?)?\s?(?:(\d{1,2})\s?(?:min\w*)?)?$/u.exec(plain) ?? /^(\d{1,3}):(\d{2})$/u.exec(plain);
  if (both) return Number(both[1]) * 60 + Number(both[2] ?? 0);
  const one = /^(\d{1,6}(?:[.,]\d{1,2})?)\s?([a-z]*)/u.exec(plain);
  if (!one) return null;
  const word = one[2] !== '' && one[2] !== undefined ? one[2] : normalise(unit);
  const factor = unitMinutes.find(([pattern]) => pattern.test(word))?.[1];
  return factor === undefined ? null : Math.round(Number((one[1] ?? '').replace(',', '.')) * factor);
}

/** A moment written whole, « mardi 24 novembre 2026 - 09:00 »; the hour is null when it is not said. */
export function parseMoment(text: string, now: Instant): { day: Day; minutes: number | null } | null {
  const day = parseDay(text, now);
  return day && { day, minutes: parseTimes(text)[0] ?? null };
}
