/** At most so many in a span, for each name; forgets whoever has been quiet. */
import type { Instant } from '../../lib/domain/booking.ts';

export interface Throttle {
  /** @returns false when this one is too many */
  take(name: string, now: Instant): boolean;
}

const MOST_NAMES = 10_000;

export function createThrottle(limit: number, spanMs: number): Throttle {
  const windows = new Map<string, { since: Instant; count: number }>();
  return {
    take(name, now) {
      const window = windows.get(name);
      // A clock that was set back begins anew: else a span would last as long as the clock went back.
      if (window === undefined || now < window.since || now - window.since >= spanMs) {
        if (windows.size >= MOST_NAMES) windows.clear();
        windows.set(name, { since: now, count: 1 });
        return true;
      }
      window.count += 1;
      return window.count <= limit;
    },
  };
}
