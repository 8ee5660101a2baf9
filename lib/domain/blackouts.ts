/** Days on which the host has nobody to start a conference (F04), as the card has them. */
import type { Instant } from './booking.ts';
import type { Span } from './conflicts.ts';
import { fromWall, DAY } from './zone.ts';

/** Local dates in Toronto, both inclusive. */
export interface BlackoutDays {
  from: string;
  until: string;
}

const midnight = (date: string, days = 0): Instant => fromWall(Date.parse(`${date}T00:00Z`) + days * DAY);

/** From midnight to midnight by Toronto's clock; whoever wrote the two days the wrong way round meant them all the same. */
export function toSpan({ from, until }: BlackoutDays): Span {
  const [first, last] = from <= until ? [from, until] : [until, from];
  return { start: midnight(first), end: midnight(last, 1) };
}

export const blackoutSpans = (days: readonly BlackoutDays[] | undefined): Span[] => (days ?? []).map(toSpan);
