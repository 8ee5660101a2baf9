/** F08: how many were expected and how many came, from counts alone. */
import type { Instant } from '../domain/booking.ts';
import { percentOfEstimate } from '../domain/percent.ts';

export interface CountedMeeting {
  start: Instant;
  /** Of the roster; null: « non attribué ». */
  establishmentId: string | null;
  estimated: number;
  unique: number;
  /** Most people at one time; null when Zoom does not tell it. */
  peak: number | null;
}

/** What came of all that was expected, whole per cent; null when nothing was counted. */
export function overallPercent(meetings: readonly CountedMeeting[]): number | null {
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return percentOfEstimate(sum(meetings.map(({ unique }) => unique)), sum(meetings.map(({ estimated }) => estimated)));
}
