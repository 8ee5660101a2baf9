/** How much of the page's own time our looking at it may take. */

/** Milliseconds over which it is counted. */
export const SHARE_MILLISECONDS = 2000;
/** Looking may take this much of them; beyond, each look is followed by a rest of several times its length. */
export const LOOKING_MAXIMUM = 500;
const REST_TIMES = 4;
const REST_MAXIMUM = 1000;

export interface Share {
  spend(work: () => void): void;
  /** Milliseconds until the next look; 0 or less: now. */
  rest(): number;
}

/**
 * A page that changes without end would otherwise be slowed by our looks to just below what is taken for a storm.
 * @param clock milliseconds of a clock that only goes forward
 */
export function createShare(clock: () => number): Share {
  let looks: { at: number; length: number }[] = [];
  let until = -Infinity;
  return {
    spend(work) {
      const at = clock();
      work();
      const now = clock();
      looks = [...looks.filter((look) => now - look.at < SHARE_MILLISECONDS), { at, length: now - at }];
      if (looks.reduce((sum, { length }) => sum + length, 0) > LOOKING_MAXIMUM) until = now + Math.min((now - at) * REST_TIMES, REST_MAXIMUM);
    },
    rest: () => until - clock(),
  };
}
