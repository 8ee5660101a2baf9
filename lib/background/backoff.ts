/** When to try again. Pure: time and chance are given. */

const FIRST = 5_000;
const LONGEST = 5 * 60_000;
/** For what only a person can put right (an address, a key): a person's change also starts an attempt at once. */
export const WAIT_FOR_PERSON = 15 * 60_000;
const RETRY_AFTER_LONGEST = 60 * 60_000;

/**
 * Doubling waits, 5 s to 5 min, each lengthened by up to a fifth so that the establishments do not all
 * come back at the same moment.
 * @param attempts how many attempts have failed, 1 or more
 * @param random 0 to 1
 * @param retryAfter what the companion asked for, in milliseconds
 */
export function waitBefore(attempts: number, random: number, retryAfter: number | null): number {
  const own = Math.min(LONGEST, FIRST * 2 ** Math.min(attempts - 1, 20));
  const asked = Math.min(retryAfter ?? 0, RETRY_AFTER_LONGEST);
  return Math.round(Math.max(own, asked) * (1 + random / 5));
}

/** Reads `Retry-After`: seconds, or a date. @returns milliseconds from `now`, null when there is none or it makes no sense */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const wait = /^\d{1,9}$/u.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) && wait >= 0 ? wait : null;
}
