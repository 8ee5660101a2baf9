/** When a changed page is looked at: at once, or in an idle moment once in a while, so that a page that never rests costs no more. */

/** Looks that can wait are at least this far apart. With an idle moment each is due within the two seconds that are promised (F12). */
export const PACE_MILLISECONDS = 500;

export interface PacePorts {
  /** Runs work when the page has nothing better to do, within half a second. */
  whenIdle(work: () => void): void;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
}

export interface Pace {
  now(): void;
  soon(): void;
}

/** @param look told whether the page rests: then what can wait may be done with it */
export function createPace(look: (isIdle: boolean) => void, { whenIdle, clock }: PacePorts, signal: AbortSignal): Pace {
  let last = -Infinity;
  /** The look that is waited for; one that comes before it takes its place. */
  let awaited: object | null = null;
  const lookNow = (isIdle: boolean): void => {
    awaited = null;
    look(isIdle);
    last = clock();
  };
  return {
    now: () => lookNow(false),
    soon() {
      if (awaited !== null) return;
      const mine = (awaited = {});
      const idle = (): void => whenIdle(() => { if (awaited === mine && !signal.aborted) lookNow(true); });
      const rest = last + PACE_MILLISECONDS - clock();
      if (rest > 0) setTimeout(idle, rest);
      else idle();
    },
  };
}
