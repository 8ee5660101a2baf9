/** Long work cut into slices, so that the page keeps its frames. */

/** The clock is asked once in this many steps. */
const STRIDE = 64;

export interface SlicePorts {
  /** How long a slice may take. */
  milliseconds: number;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  /** Runs the next slice, once the page has had its turn. */
  later(work: () => void): void;
}

/**
 * @param step does a little of the work; false when there is none left
 * @returns what says that there is work: the first slice is done at once, unless another is waited for
 */
export function createSlices(step: () => boolean, { milliseconds, clock, later }: SlicePorts): () => void {
  let isWaiting = false;
  const work = (): void => {
    isWaiting = false;
    const stop = clock() + milliseconds;
    for (let count = 1; step(); count += 1) {
      if (count % STRIDE !== 0 || clock() < stop) continue;
      isWaiting = true;
      return later(work);
    }
  };
  return () => { if (!isWaiting) work(); };
}
