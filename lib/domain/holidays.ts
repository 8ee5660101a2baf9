/**
 * Working days in Québec: Monday to Friday but the public holidays of the Act respecting labour standards (s. 60)
 * and of the National Holiday Act. Both Good Friday and Easter Monday count, since the employer chooses. Days that a
 * collective agreement adds are the host's blackouts.
 */
import type { Instant } from './booking.ts';
import { addLocalDays, DAY, toLocal } from './zone.ts';

export const holidays = ['newYear', 'goodFriday', 'easterMonday', 'patriots', 'nationalHoliday', 'canadaDay', 'labourDay', 'thanksgiving', 'christmas'] as const;
export type Holiday = (typeof holidays)[number];

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));
const plus = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY);

/** The first Monday on or after a date. */
const mondayFrom = (date: Date): Date => plus(date, (MONDAY - date.getUTCDay() + 7) % 7);

/** A holiday on a Sunday moves to Monday. */
const notSunday = (date: Date): Date => (date.getUTCDay() === SUNDAY ? plus(date, 1) : date);

/** Easter Sunday of the Gregorian calendar (Gauss's rule in the form of Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): Date {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * late + 22;
  return plus(day(year, 3, 1), march - 1);
}

/** The holidays of a year, by date: `2026-11-24`. */
export function holidaysOf(year: number): Map<string, Holiday> {
  const sunday = easter(year);
  const dates: Record<Holiday, Date> = {
    newYear: day(year, 1, 1),
    goodFriday: plus(sunday, -2),
    easterMonday: plus(sunday, 1),
    // The Monday before 25 May.
    patriots: mondayFrom(day(year, 5, 18)),
    nationalHoliday: notSunday(day(year, 6, 24)),
    canadaDay: notSunday(day(year, 7, 1)),
    labourDay: mondayFrom(day(year, 9, 1)),
    thanksgiving: mondayFrom(day(year, 10, 8)),
    christmas: day(year, 12, 25),
  };
  return new Map(holidays.map((holiday) => [dates[holiday].toISOString().slice(0, 10), holiday]));
}

const years = new Map<number, Map<string, Holiday>>();

/** @param date `2026-11-24` */
export function holidayOn(date: string): Holiday | null {
  const year = Number(date.slice(0, 4));
  const known = years.get(year) ?? holidaysOf(year);
  years.set(year, known);
  return known.get(date) ?? null;
}

/** Whether the network's offices are open on the day of an instant, in Toronto. */
export function isWorkingDay(instant: Instant): boolean {
  const { date } = toLocal(instant);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY && holidayOn(date) === null;
}

/** The same hour of the wall clock, `days` working days later (or earlier, below zero); F11 counts in these. */
export function addWorkingDays(instant: Instant, days: number): Instant {
  const direction = Math.sign(days);
  let steps = 0;
  for (let left = Math.abs(days); left > 0; ) {
    steps += direction;
    if (isWorkingDay(addLocalDays(instant, steps))) left -= 1;
  }
  return addLocalDays(instant, steps);
}
