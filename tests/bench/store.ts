/** The last figures of every benchmark, kept in out/bench.json so that one can be measured again alone. */
import { readFileSync } from 'node:fs';
import type { Run } from './write.ts';

/** A goal is a function: what is kept is whether it was reached. */
export const stored = (run: Run): unknown => ({
  ...run,
  tables: run.tables.map(({ goal, ...table }) => ({ ...table, ...(goal === undefined ? {} : { goal: { sentence: goal.sentence, reached: goal.reached(table.results) } }) })),
});

interface Stored {
  runs: (Omit<Run, 'tables'> & { tables: (Omit<Run['tables'][number], 'goal'> & { goal?: { sentence: string; reached: boolean } })[] })[];
}

/** Empty when nothing was measured yet, or when the file is not ours. */
export function restored(file: string): Map<string, Run> {
  try {
    const { runs } = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    return new Map(runs.map((run): [string, Run] => [
      run.bench.name,
      { ...run, tables: run.tables.map(({ goal, ...table }) => ({ ...table, ...(goal === undefined ? {} : { goal: { sentence: goal.sentence, reached: () => goal.reached } }) })) },
    ]));
  } catch {
    return new Map();
  }
}
