/** Wall clock and instants in Toronto, where every booking is made. Both clock changes are explicit. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Instant } from './booking.ts';

export const ZONE = 'America/Toronto';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a clock on the wall says: `2026-11-24` and `09:00`. */
export interface LocalTime {
  date: string;
  time: string;
}

export type InstantOfLocal =
  | { ok: true; instant: Instant }
  /** No such day or hour in any year. */
  | { ok: false; reason: 'invalid' }
  /** Spring: the clock jumps over this hour; `next` is as long after the jump. */
  | { ok: false; reason: 'skipped'; next: Instant }
  /** Autumn: the clock shows this hour twice. */
  | { ok: false; reason: 'repeated'; first: Instant; second: Instant };

/** As much of it as is asked; browsers have it from Chrome 144 and Firefox 139 on. */
interface Zoned {
  Temporal?: { Instant: { fromEpochMilliseconds(instant: number): { toZonedDateTimeISO(zone: string): { offsetNanoseconds: number } } } };
}
const NANOSECONDS = 1_000_000;
const INSTANT_MAXIMUM = 8.64e15;

/**
 * Both ask the browser's own zones, and answer alike. `Temporal` does so at once; the other way, a browser reads its
 * calendars at the first question, which takes longer than all that we do while a page loads.
 */
function offsetAt(instant: Instant): number {
  // Asked for when it is used: a browser makes the whole of it at the first mention.
  const { Temporal } = globalThis as Zoned;
  if (Temporal === undefined || !Number.isInteger(instant) || Math.abs(instant) > INSTANT_MAXIMUM) return tzOffset(ZONE, new Date(instant)) * MINUTE;
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE).offsetNanoseconds / NANOSECONDS;
}

/** The wall clock as if it were UTC, for arithmetic on days. */
export const toWall = (instant: Instant): number => instant + offsetAt(instant);

/** Every instant at which the wall clock shows `wall`: one, none or two. */
function instantsOf(wall: number): Instant[] {
  const candidates = new Set([wall - offsetAt(wall - DAY), wall - offsetAt(wall + DAY)]);
  return [...candidates].filter((instant) => toWall(instant) === wall).sort((one, other) => one - other);
}

/** The instant of a wall clock; an hour that is skipped moves on by the jump, of an hour that comes twice the first. */
export const fromWall = (wall: number): Instant => instantsOf(wall)[0] ?? wall - offsetAt(wall - DAY);

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/u;

/** Milliseconds of a wall clock, or null for `2026-02-30` or `24:00`. */
function wallOf({ date, time }: LocalTime): number | null {
  const found = pattern.exec(`${date}T${time}`);
  if (!found) return null;
  const wall = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]), Number(found[4]), Number(found[5]));
  return new Date(wall).toISOString().startsWith(`${date}T${time}`) ? wall : null;
}

/** The instant at which Toronto's clocks show a day and an hour. */
export function toInstant(local: LocalTime): InstantOfLocal {
  const wall = wallOf(local);
  if (wall === null) return { ok: false, reason: 'invalid' };
  const [first, second] = instantsOf(wall);
  if (first === undefined) return { ok: false, reason: 'skipped', next: fromWall(wall) };
  return second === undefined ? { ok: true, instant: first } : { ok: false, reason: 'repeated', first, second };
}

/** What Toronto's clocks show; seconds are dropped. */
export function toLocal(instant: Instant): LocalTime {
  const text = new Date(toWall(instant)).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** Whether this hour comes twice that day, so that a person must be told which. */
export const isRepeatedHour = (instant: Instant): boolean => instantsOf(toWall(instant)).length > 1;

/** The same hour on the wall, `days` later; on a clock change as {@link fromWall} says. */
export const addLocalDays = (instant: Instant, days: number): Instant => fromWall(toWall(instant) + days * DAY);

/** When the reminder goes: the same hour of the day before by Toronto's clock (S0-31). */
export const oneDayBefore = (instant: Instant): Instant => addLocalDays(instant, -1);

/** Midnight in Toronto, `days` after the day of the instant. */
export const startOfDay = (instant: Instant, days = 0): Instant => fromWall((Math.floor(toWall(instant) / DAY) + days) * DAY);
