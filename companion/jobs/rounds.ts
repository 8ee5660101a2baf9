/** Something that is looked after again and again, however often it fails. */
import type { Clock } from '../clock.ts';
import { describeError } from '../log.ts';
import type { Log } from '../log.ts';

export interface Rounds {
  /** Resolves when no round is under way. */
  settled(): Promise<void>;
  /** Resolves when the signal has ended them. */
  ended: Promise<void>;
}

/** @param first how long after now the first one is · @param every between two of them, in milliseconds · @param name for the log */
export function keepRounds(
  { clock, log }: { clock: Clock; log: Log },
  { name, first, every }: { name: string; first: number; every: number },
  round: () => Promise<void>,
  signal: AbortSignal,
): Rounds {
  let current: Promise<void> = Promise.resolve();
  const once = (): Promise<void> => round().catch((error: unknown) => log.warn(`${name} failed`, { error: describeError(error) }));
  const keep = async (): Promise<void> => {
    for (let wait = first; !signal.aborted; wait = every) {
      await clock.wait(wait, signal);
      if (signal.aborted) return;
      current = once();
      await current;
    }
  };
  return { settled: () => current, ended: keep() };
}
