/** The clock of a torture: the same instant in every process, moved from the parent, standing still or going on. */
import type { Clock } from '../../companion/clock.ts';

/**
 * What a clock says, and when it said so: milliseconds since 1970 UTC, and milliseconds by the machine's own clock, which all
 * its processes share. An order waits until a process is ready; without the latter its clock would be behind by that.
 */
export interface ClockReading {
  now: number;
  at: number;
}

export interface TornClock extends Clock {
  reading(): ClockReading;
  /** Milliseconds since 1970 UTC from here on, or from when it was read; lets go of every wait that has come due. */
  set(instant: number | ClockReading): void;
}

const machineClock = (): number => Number(process.hrtime.bigint()) / 1e6;

/** @param goes whether time passes by itself between two {@link TornClock.set}; else it stands */
export function createTornClock(start: number | ClockReading, goes: boolean): TornClock {
  const readingOf = (instant: number | ClockReading): ClockReading => (typeof instant === 'number' ? { now: instant, at: machineClock() } : instant);
  let from = readingOf(start);
  const waits = new Set<{ until: number; done: () => void; timer: NodeJS.Timeout | null }>();
  const now = (): number => (goes ? Math.round(from.now + machineClock() - from.at) : from.now);
  const arm = (wait: { until: number; done: () => void; timer: NodeJS.Timeout | null }): void => {
    if (wait.timer !== null) clearTimeout(wait.timer);
    const left = wait.until - now();
    if (left <= 0) wait.done();
    else if (goes) wait.timer = setTimeout(() => arm(wait), Math.min(left, 2_147_483_647));
  };
  return {
    now,
    reading: () => ({ now: now(), at: machineClock() }),
    set(instant) {
      from = readingOf(instant);
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
