/**
 * Days and hours of a portal's page as instants: lib/domain/dates.ts reads the words, the profile says which shapes
 * the portal writes, and here is what only forms hold: seconds since midnight, bare hours, durations (T4). Local time
 * is America/Toronto's; instants are milliseconds UTC.
 */
import type { Instant } from '../../domain/booking.ts';
import { parseDay, parseTimes, usualShapes, type Day, type Shapes } from '../../domain/dates.ts';
import { normalise } from '../../domain/text.ts';
import { fromWall, toWall } from '../../domain/zone.ts';
import type { PortalProfile } from '../profile.ts';

export { findDay, findOnlyDay, parseDay, parseTimes } from '../../domain/dates.ts';
export type { Day, Shapes } from '../../domain/dates.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

const everyShape: Shapes = new Set([...usualShapes, 'seconds', 'bareHour', 'dateAndTime', 'moment', 'split', 'duration']);
const known = new WeakMap<PortalProfile['dates'], Shapes>();

/** The shapes that a profile names; a profile that names none is read in every usual one. */
export function shapesOf({ dates }: Pick<PortalProfile, 'dates'>): Shapes {
  if (dates.length === 0) return everyShape;
  let shapes = known.get(dates);
  if (!shapes) known.set(dates, (shapes = new Set(dates.map(({ shape }) => shape))));
  return shapes;
}

/** The day and the minutes since midnight in Toronto. */
export function toLocal(instant: Instant): { day: Day; minutes: number } {
  const wall = new Date(toWall(instant));
  return {
    day: { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() },
    minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}

/** Asking the calendar of a zone is slow, and a page shows few hours of few days. */
const instants = new Map<number, Instant>();
const INSTANTS_MAXIMUM = 5000;

/**
 * The instant of a local day and hour in Toronto. An hour that the spring change skips is moved forward,
 * an hour that comes twice in autumn is the first.
 * @param minutes since midnight; 1440 is the next day's midnight
 */
export function toInstant({ year, month, day }: Day, minutes: number): Instant {
  const wall = Date.UTC(year, month - 1, day) + minutes * MINUTE;
  let instant = instants.get(wall);
  if (instant === undefined) {
    if (instants.size >= INSTANTS_MAXIMUM) instants.clear();
    instants.set(wall, (instant = fromWall(wall)));
  }
  return instant;
}

/**
 * The end of a booking of which a page says the hour: on its own day where one is said; else on that of its start, or the
 * next where the hour is not later.
 */
export const toEnd = (day: Day, from: number, to: number, lastDay: Day | null = null): Instant =>
  toInstant(lastDay ?? day, lastDay === null && to <= from ? to + DAY_MINUTES : to);

/**
 * The hour of a control or a cell, in minutes since midnight.
 * A bare number is hours up to 24, minutes never, seconds since midnight from 60 on (T4).
 */
export function parseTime(text: string, shapes: Shapes = everyShape): number | null {
  const times = parseTimes(text, shapes);
  if (times[0] !== undefined) return times[0];
  const bare = /^\s*(\d{1,5})\s*$/u.exec(text);
  if (!bare) return null;
  const value = Number(bare[1]);
  if (value <= 24) return shapes.has('bareHour') ? value * 60 : null;
  return shapes.has('seconds') && value >= 60 && value <= 86_400 && value % 60 === 0 ? value / 60 : null;
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
export function parseMoment(text: string, now: Instant, shapes: Shapes = everyShape): { day: Day; minutes: number | null } | null {
  const day = parseDay(text, now, shapes);
  return day && { day, minutes: parseTimes(text, shapes)[0] ?? null };
}
