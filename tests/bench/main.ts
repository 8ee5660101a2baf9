/**
 * `npm run bench`: measures, side by side with peers, and writes out/bench.json and docs/benchmarks.md.
 * `npm run bench -- grid domain` measures those only and keeps the others' last figures.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { benches } from './benches.ts';
import { describeMachine, LOAD_MAXIMUM, waitForQuiet } from './machine.ts';
import { sectionsOf, speedOf, toPage, toSection } from './page.ts';
import { prepare } from './prepare.ts';
import { timeReferenceWork } from './reference-work.ts';
import { withRun } from './store.ts';
import { toMarkdown, type Run } from './write.ts';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'out', 'bench.json');
const page = join(root, 'docs', 'benchmarks.md');
const usage = `npm run bench -- [--rounds N] [--busy] [${benches.map(({ name }) => name).join(' ')}]
--busy measures on a busy machine all the same; the figures then conclude nothing.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5' }, busy: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });

function chosen(): Bench[] {
  if (positionals.length === 0) return [...benches];
  return positionals.map((name) => {
    const found = benches.find((bench) => bench.name === name);
    if (found === undefined) throw new Error(`There is no benchmark « ${name} ».\n${usage}`);
    return found;
  });
}

async function measure(bench: Bench, rounds: number): Promise<Run | null> {
  const say = (sentence: string): void => console.log(`   ${sentence}`);
  console.log(`\n── ${bench.title}`);
  prepare(bench.needs ?? [], say);
  const load = await waitForQuiet(say);
  const concludes = load <= LOAD_MAXIMUM;
  if (!concludes && !values.busy) {
    say(`Not measured: the load is ${load.toFixed(2)}, more than ${LOAD_MAXIMUM}. Try again on a quiet machine, or add --busy.`);
    return null;
  }
  const before = timeReferenceWork();
  const tables = await bench.run({ rounds, say });
  const referenceWork = { before, after: timeReferenceWork() };
  say(speedOf(referenceWork));
  for (const table of tables) console.log(`\n${toMarkdown(table)}`);
  return { bench: { name: bench.name, title: bench.title }, tables, load, referenceWork, concludes, at: new Date().toISOString() };
}

async function main(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const rounds = Number(values.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error(usage);
  let refused = 0;
  for (const bench of chosen()) {
    const run = await measure(bench, rounds);
    if (run === null) {
      refused += 1;
      continue;
    }
    const machine = describeMachine();
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(file, withRun(file, run, machine));
    const sections = existsSync(page) ? sectionsOf(readFileSync(page, 'utf8'), machine) : new Map<string, string>();
    sections.set(bench.name, toSection(run));
    writeFileSync(page, toPage(benches.flatMap(({ name }) => sections.get(name) ?? []), machine));
  }
  return refused === 0 ? 0 : 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
