/** The only clock of the companion. Everything else is given one, so that tests can move time by hand. */
import type { Instant } from '../lib/domain/booking.ts';

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): Instant;
  /** Resolves after `milliseconds`, or at once when the signal is aborted; never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The longest wait that a timer of Node takes without firing at once. */
const LONGEST_TIMER = 2_147_483_647;

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(Math.max(milliseconds, 0), LONGEST_TIMER));
      signal.addEventListener('abort', done, { once: true });
    }),
};
