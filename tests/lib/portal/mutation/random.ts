/** The same choices for the same seed. */
export interface Random {
  /** 0 to `below` - 1. */
  int(below: number): number;
  pick<T>(from: readonly T[]): T;
  chance(part: number): boolean;
  shuffle<T>(from: readonly T[]): T[];
}

export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    pick: (from) => from[int(from.length)]!,
    chance: (part) => next() < part,
    shuffle(from) {
      const result = [...from];
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = int(last + 1);
        [result[last], result[other]] = [result[other]!, result[last]!];
      }
      return result;
    },
  };
}
