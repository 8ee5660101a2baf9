/** The clock of a torture: the same instant in every process, moved from the parent, standing still or going on. */
import type { Clock } from '../../companion/clock.ts';

export interface TornClock extends Clock {
  /** Milliseconds since 1970 UTC from here on, and lets go of every wait that has come due. */
  set(instant: number): void;
}

/** @param goes whether time passes by itself between two {@link TornClock.set}; else it stands */
export function createTornClock(start: number, goes: boolean): TornClock {
  let base = start;
  let since = performance.now();
  const waits = new Set<{ until: number; done: () => void; timer: NodeJS.Timeout | null }>();
  const now = (): number => (goes ? Math.round(base + performance.now() - since) : base);
  const arm = (wait: { until: number; done: () => void; timer: NodeJS.Timeout | null }): void => {
    if (wait.timer !== null) clearTimeout(wait.timer);
    const left = wait.until - now();
    if (left <= 0) wait.done();
    else if (goes) wait.timer = setTimeout(() => arm(wait), Math.min(left, 2_147_483_647));
  };
  return {
    now,
    set(instant) {
      base = instant;
      since = performance.now();
      for (const wait of [...waits]) arm(wait);
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || milliseconds <= 0) return resolve();
        const wait = {
          until: now() + milliseconds,
          timer: null as NodeJS.Timeout | null,
          done: () => {
            waits.delete(wait);
            if (wait.timer !== null) clearTimeout(wait.timer);
            signal.removeEventListener('abort', wait.done);
            resolve();
          },
        };
        signal.addEventListener('abort', wait.done, { once: true });
        waits.add(wait);
        arm(wait);
      }),
  };
}
