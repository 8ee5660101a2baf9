/** Working days in Québec (F11): Monday to Friday but for the eight statutory holidays. Pure; Toronto's calendar. */
import type { Instant } from '../domain/booking.ts';
import { addLocalDays, toLocal } from '../domain/time.ts';

const DAY = 86_400_000;

/** A calendar day as a number of days since 1970, free of clocks and zones. */
const toDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;
/** 0 is Sunday; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0;

const mondayFrom = (day: number): number => day + ((8 - weekdayOf(day)) % 7);

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return toDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** What falls on a weekend is kept on the Monday after. */
const kept = (day: number): number => (isWeekend(day) ? mondayFrom(day) : day);

/** Holidays of a year, as days since 1970. Of the two at Easter, Good Friday is the one that public bodies give. */
export const holidaysOf = (year: number): number[] => [
  kept(toDay(year, 1, 1)),
  easter(year) - 2,
  mondayFrom(toDay(year, 5, 18)),
  kept(toDay(year, 6, 24)),
  kept(toDay(year, 7, 1)),
  mondayFrom(toDay(year, 9, 1)),
  mondayFrom(toDay(year, 10, 8)),
  kept(toDay(year, 12, 25)),
];

function isWorkingDay(instant: Instant): boolean {
  const [year = 1970, month = 1, day = 1] = toLocal(instant).date.split('-').map(Number);
  const date = toDay(year, month, day);
  return !isWeekend(date) && !holidaysOf(year).includes(date);
}

/** The same hour, `count` working days later: two after a Friday 10:00 is the Tuesday, 10:00. */
export function addWorkingDays(instant: Instant, count: number): Instant {
  let later = instant;
  for (let left = count; left > 0; ) {
    later = addLocalDays(later, 1);
    if (isWorkingDay(later)) left -= 1;
  }
  return later;
}
