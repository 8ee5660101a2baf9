/** A clock that stands until a test moves it. */
import type { Clock } from '../../../companion/clock.ts';

export interface ManualClock extends Clock {
  /** Moves time and lets go of every wait that has come due. */
  advance(milliseconds: number): void;
  advanceTo(instant: number): void;
}

export function createManualClock(start: number): ManualClock {
  let now = start;
  const waits = new Set<{ until: number; done: () => void }>();
  const advanceTo = (instant: number) => {
    now = instant;
    for (const wait of [...waits]) if (wait.until <= now) wait.done();
  };
  return {
    now: () => now,
    advanceTo,
    advance: (milliseconds) => advanceTo(now + milliseconds),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || milliseconds <= 0) return resolve();
        const wait = {
          until: now + milliseconds,
          done: () => {
            waits.delete(wait);
            signal.removeEventListener('abort', wait.done);
            resolve();
          },
        };
        signal.addEventListener('abort', wait.done, { once: true });
        waits.add(wait);
      }),
  };
}
