/** When to come back after a 429: Zoom and what stands before it say it in five ways, or not at all (zoom.md § 2.5). */
import { DAY, HOUR } from '../../lib/domain/zone.ts';
import type { Instant } from './types.ts';

/** No header may park us longer than this, nor send us back at once. */
const LONGEST = DAY + HOUR;
const SHORTEST = 1000;
/** Without any header: about this, spread so that several processes do not come back together. */
const UNKNOWN = 5000;

/** Zoom counts its days in UTC (zoom.md § 2.5), hence no clock change in them. */
export const nextMidnight = (now: Instant): Instant => Math.floor(now / DAY) * DAY + DAY;

/** Seconds, an HTTP date or an ISO date (Z28). @returns null when it is none of them */
function parseRetryAfter(text: string | null, now: Instant): Instant | null {
  if (text === null) return null;
  if (/^\d{1,9}$/u.test(text.trim())) return now + Number(text.trim()) * 1000;
  const instant = Date.parse(text);
  return Number.isFinite(instant) ? instant : null;
}

/** @param message Zoom's sentence, since the limit of 100 a day may come without any header (Z29) */
export const isDaily = (headers: Headers, message: string): boolean =>
  headers.get('x-ratelimit-type')?.toLowerCase() === 'daily-limit' || /\bdaily\b|in one day|per day/iu.test(message);

/**
 * @param random between 0 and 1
 * @returns never in the past, at most a day and an hour ahead
 */
export function retryAt(headers: Headers, message: string, now: Instant, random: number): Instant {
  const bounded = (instant: Instant): Instant => Math.min(Math.max(instant, now + SHORTEST), now + LONGEST);
  const told = parseRetryAfter(headers.get('retry-after'), now);
  if (told !== null) return bounded(told);
  if (isDaily(headers, message)) return nextMidnight(now);
  const reset = headers.get('x-ratelimit-reset');
  if (reset !== null && /^\d{9,11}$/u.test(reset)) return bounded(Number(reset) * 1000);
  return now + Math.round(UNKNOWN * (0.5 + random));
}
