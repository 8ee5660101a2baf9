/** Chance that a seed decides: mulberry32, so that two runs with one seed are the same. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** Whole, both ends included. */
  whole(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True in this part of the cases. */
  happens(part: number): boolean;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (choices) => {
      const chosen = choices[whole(0, choices.length - 1)];
      if (chosen === undefined) throw new Error('Nothing to pick from.');
      return chosen;
    },
    happens: (part) => next() < part,
  };
}
