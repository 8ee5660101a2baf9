/** What a benchmark is: rounds in which every contender has its turn, and figures that anyone can make again. */

/** One column of figures: lower is better unless it says otherwise. */
export interface Measure {
  name: string;
  /** `ms`, `kB`, `/s`, … as printed. */
  unit: string;
  better: 'lower' | 'higher';
}

/** The samples of one contender in one setting, one list for each measure, in the order of the rounds. */
export interface Result {
  contender: string;
  /** `ours` is held against the best of the `peer`s; a `floor` does none of the work. */
  role: 'ours' | 'peer' | 'floor';
  samples: Record<string, number[]>;
}

export interface Table {
  /** Of the setting: « 20,000 cells, first render ». */
  title: string;
  measures: readonly Measure[];
  results: Result[];
  /** What must be known to read it. */
  note?: string;
  /** What was aimed at, and whether these figures reach it; null: nothing was. */
  goal?: { sentence: string; reached: (results: readonly Result[]) => boolean };
}

export interface BenchOptions {
  rounds: number;
  /** Says what is being done. */
  say(sentence: string): void;
}

export interface Bench {
  name: string;
  title: string;
  /** What it needs besides the locked dependencies. */
  needs?: readonly ('browser' | 'build' | 'peers' | 'postgres' | 'wrk')[];
  run(options: BenchOptions): Promise<Table[]>;
}

/** A contender of {@link interleave}. */
export interface Contender {
  name: string;
  role: Result['role'];
  /** One turn. @returns a figure for each measure */
  turn(round: number): Promise<Record<string, number>> | Record<string, number>;
}

/**
 * Every contender once in each round, in an order that turns, so that what the machine does meanwhile falls on all
 * alike. The first round warms up and is thrown away.
 * @param warmUp false for turns so long that what comes before them does not show
 */
export async function interleave(contenders: readonly Contender[], rounds: number, warmUp = true): Promise<Result[]> {
  const results = contenders.map(({ name, role }): Result => ({ contender: name, role, samples: {} }));
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    for (let place = 0; place < contenders.length; place += 1) {
      const index = (place + round) % contenders.length;
      const figures = await (contenders[index] as Contender).turn(round);
      if (round === 0) continue;
      const { samples } = results[index] as Result;
      for (const [name, figure] of Object.entries(figures)) (samples[name] ??= []).push(figure);
    }
  }
  return results;
}
