/** When a changed page is looked at: before it is next drawn, or in an idle moment once in a while, so that a page that never rests costs no more. */
import { lookWithFrame, type LookPorts } from '../portal/look-frames.ts';

/** Looks that can wait are at least this far apart. With an idle moment each is due within the two seconds that are promised (F12). */
export const PACE_MILLISECONDS = 500;

export interface PacePorts extends Omit<LookPorts, 'signal'> {
  /** Runs work when the page has nothing better to do, within half a second. */
  whenIdle(work: () => void): void;
}

export interface Pace {
  now(): void;
  /** Before the page is next drawn, once however often it changes until then; at once when it was never looked at. */
  withFrame(): void;
  soon(): void;
}

/** @param look told whether the page rests: then what can wait may be done with it */
export function createPace(look: (isIdle: boolean) => void, { document, whenIdle, clock }: PacePorts, signal: AbortSignal): Pace {
  let last = -Infinity;
  /** The look that is waited for; one that comes before it takes its place. */
  let awaited: object | null = null;
  const lookNow = (isIdle: boolean): void => {
    awaited = null;
    look(isIdle);
    last = clock();
  };
  const withFrame = lookWithFrame({ document, clock, signal }, () => lookNow(false));
  return {
    now: () => lookNow(false),
    withFrame() {
      if (last === -Infinity) lookNow(false);
      else withFrame();
    },
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
