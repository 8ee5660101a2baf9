/**
 * A clock that runs as the machine's does, and that a story sets forward: to the day before, to the hour itself, to weeks
 * after. The companion and the stand-ins are given it; in a browser, the extension's pages and its worker are told.
 */
import type { Clock } from '../../companion/clock.ts';
import type { PersonBrowser } from './launch.ts';
import { within } from './within.ts';

export interface MovingClock extends Clock {
  /** How far it is ahead of the machine's, in milliseconds. */
  ahead(): number;
  /** Forward only: an instant that has passed already changes nothing. @param instant milliseconds since 1970 UTC */
  moveTo(instant: number): void;
}

/** A longer timer of Node fires at once. */
const LONGEST_TIMER = 2_147_483_647;

export function createMovingClock(): MovingClock {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const looks = new Set<() => void>();
  return {
    now,
    ahead: () => ahead,
    moveTo: (instant) => {
      ahead += Math.max(0, instant - now());
      for (const look of [...looks]) look();
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const until = now() + milliseconds;
        let timer: ReturnType<typeof setTimeout> | undefined;
        const end = (): void => {
          clearTimeout(timer);
          looks.delete(look);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const look = (): void => {
          clearTimeout(timer);
          const left = until - now();
          if (left <= 0) end();
          else timer = setTimeout(look, Math.min(left, LONGEST_TIMER));
        };
        looks.add(look);
        signal.addEventListener('abort', end, { once: true });
        look();
      }),
  };
}

/** Runs in the browser: the same number again replaces the former one. */
function goAhead(ahead: number): void {
  const kept = globalThis as { machineNow?: () => number };
  const machineNow = (kept.machineNow ??= Date.now.bind(Date));
  Date.now = () => machineNow() + ahead;
}

/** From now on the extension's worker, and every page that is opened, live this much later than the machine. @param ahead milliseconds */
export async function setAhead({ context, worker }: PersonBrowser, ahead: number): Promise<void> {
  await within('the clock of the pages to come', context.addInitScript(goAhead, ahead));
  await within('the clock of the worker', worker().then((running) => running.evaluate(goAhead, ahead)));
}
