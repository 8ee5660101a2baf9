/** Toronto's clock, because people of the portal read and type local time; instants everywhere else. */
import { TZDate } from '@date-fns/tz';

export const ZONE = 'America/Toronto';
const MINUTE = 60_000;

export interface LocalTime {
  /** `2026-11-24` */
  date: string;
  /** Since midnight, by the clock on the wall. */
  minutes: number;
}

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

export function toLocal(instant: number): LocalTime {
  const found: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(instant)) found[type] = value;
  return { date: `${found['year']}-${found['month']}-${found['day']}`, minutes: Number(found['hour']) * 60 + Number(found['minute']) };
}

/** @param minutes since midnight; 1440 is the next day's midnight */
export function toInstant(date: string, minutes: number): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new TZDate(year, month - 1, day, Math.floor(minutes / 60), minutes % 60, ZONE).getTime();
}

/** Whole days later (or earlier) on the calendar. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00Z`) + days * 1440 * MINUTE).toISOString().slice(0, 10);
}

export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export const weekday = (date: string): number => new Date(`${date}T12:00Z`).getUTCDay();

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}T12:00Z`)) && addDays(text, 0) === text;
}

/** `09:00` */
export function toClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
