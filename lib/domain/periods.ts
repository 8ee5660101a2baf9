/** The periods over which use is counted, from midnight to midnight in Toronto. */
import type { Instant } from './booking.ts';
import { fromWall, toWall } from './zone.ts';

export const periods = ['month', 'quarter', 'fiscalYear', 'calendarYear'] as const;
export type Period = (typeof periods)[number];

const months: Record<Period, number> = { month: 1, quarter: 3, fiscalYear: 12, calendarYear: 12 };

/** The network's fiscal year begins on 1 April: month 3, counted from 0. */
const FISCAL_START = 3;

function boundary(period: Period, instant: Instant, after: number): Instant {
  const wall = new Date(toWall(instant));
  const shift = period === 'fiscalYear' ? FISCAL_START : 0;
  const month = wall.getUTCFullYear() * 12 + wall.getUTCMonth() - shift;
  const length = months[period];
  const begin = (Math.floor(month / length) + after) * length + shift;
  return fromWall(Date.UTC(Math.floor(begin / 12), begin % 12));
}

/** The first instant of the period that an instant is in. */
export const startOfPeriod = (period: Period, instant: Instant): Instant => boundary(period, instant, 0);

/** The end of that period, exclusive: the first instant of the next one. */
export const endOfPeriod = (period: Period, instant: Instant): Instant => boundary(period, instant, 1);

/**
 * The periods that a booking falls into: one, or two when it lies over a border and hours are counted; a booking that
 * is counted as one is of the period in which it begins.
 */
export function periodsOf({ start, end }: { start: Instant; end: Instant }, { unit, period }: { unit: 'hours' | 'count'; period: Period }): { from: Instant; to: Instant }[] {
  const isOver = unit === 'hours' && end - 1 >= endOfPeriod(period, start);
  return (isOver ? [start, end - 1] : [start]).map((at) => ({ from: startOfPeriod(period, at), to: endOfPeriod(period, at) }));
}
