/** The last figures of every benchmark, kept in out/bench.json for programs; people read docs/benchmarks.md (page.ts). */
import { readFileSync } from 'node:fs';
import type { Run } from './write.ts';

/** A goal is a function: what is kept is whether it was reached. */
const stored = (run: Run): StoredRun => ({
  ...run,
  tables: run.tables.map(({ goal, ...table }) => ({
    ...table,
    ...(goal === undefined ? {} : { goal: { sentence: goal.sentence, reached: goal.reached(table.results) } }),
  })),
});

type StoredRun = Omit<Run, 'tables'> & { tables: unknown[] };

/** Empty when nothing was measured in this checkout yet, or when the file is not ours. */
function before(file: string): StoredRun[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { runs: StoredRun[] }).runs;
  } catch {
    return [];
  }
}

/** @returns the text of the file with this run in the place of its former one */
export const withRun = (file: string, run: Run, machine: unknown): string =>
  `${JSON.stringify({ machine, runs: [...before(file).filter(({ bench }) => bench.name !== run.bench.name), stored(run)] }, null, 2)}\n`;
