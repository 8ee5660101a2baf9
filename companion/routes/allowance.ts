/**
 * How much one person's key may ask: a bucket that fills again by itself, so that a burst is taken and a loop is not.
 * In memory and for each process: two processes give twice as much.
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { MINUTE } from '../../lib/domain/zone.ts';

export interface Allowance {
  /** @returns null when this request is within it; else how many milliseconds until one is */
  take(keyId: string, now: Instant): number | null;
}

/** More keys than nine establishments have people; a full bucket is no different from a forgotten one. */
const MOST_KEYS = 10_000;

/** @param perMinute also the most at once */
export function createAllowance(perMinute: number): Allowance {
  const buckets = new Map<string, { left: number; at: Instant }>();
  return {
    take(keyId, now) {
      const bucket = buckets.get(keyId) ?? { left: perMinute, at: now };
      // A clock that was set back fills nothing, and empties nothing.
      const left = Math.min(perMinute, bucket.left + (Math.max(0, now - bucket.at) / MINUTE) * perMinute);
      if (!buckets.has(keyId) && buckets.size >= MOST_KEYS) buckets.clear();
      const isWithin = left >= 1;
      buckets.set(keyId, { left: isWithin ? left - 1 : left, at: now });
      return isWithin ? null : ((1 - left) / perMinute) * MINUTE;
    },
  };
}
