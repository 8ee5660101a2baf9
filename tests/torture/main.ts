/**
 * `npm run torture`: everything that may happen to a companion, happens to it, and what is left is compared with what
 * people were told. Short by itself; `--long` is the proof. The seed is printed, and `--seed` replays it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parts } from './parts.ts';
import type { Form } from './parts.ts';
import { createProcesses } from './process.ts';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    seed: { type: 'string' },
    bookings: { type: 'string' },
    kills: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const usage = `npm run torture -- [--long] [--seed N] [--bookings N] [--kills N] [--only ${Object.keys(parts).join(',')}]`;
const whole = (text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`« ${text} » is no number. ${usage}`);
  return number;
};

async function main(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const chosen = values.only?.split(',') ?? Object.keys(parts);
  const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) throw new Error(`There is no part « ${unknown.join(', ')} ». ${usage}`);
  const form: Form = {
    long: values.long,
    seed: whole(values.seed, Math.floor(Math.random() * 1_000_000)),
    bookings: whole(values.bookings, values.long ? 1000 : 15),
    kills: whole(values.kills, values.long ? 200 : 4),
    report: (line) => console.log(`   ${line}`),
  };
  console.log(`Torture of the companion, ${form.long ? 'long' : 'short'} form, seed ${form.seed} (${form.long ? '--long ' : ''}--seed ${form.seed} replays it).`);
  const processes = createProcesses(1);
  const results: Record<string, unknown> = {};
  let broken = 0;
  try {
    for (const name of chosen) {
      const began = performance.now();
      console.log(`\n── ${name}`);
      const { findings, summary, details } = await parts[name as keyof typeof parts](form, processes);
      const seconds = Math.round((performance.now() - began) / 1000);
      broken += findings.length;
      results[name] = { ...details, findings, seconds };
      for (const finding of findings) console.log(`   ✘ ${finding}`);
      console.log(`${findings.length === 0 ? '✔' : '✘'} ${name}: ${summary} (${seconds} s)`);
    }
  } finally {
    await processes.close();
  }
  const folder = join(import.meta.dirname, '../../out/torture');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${form.seed}.json`), `${JSON.stringify({ form: { ...form, report: undefined }, results }, null, 2)}\n`);
  console.log(`\n${broken === 0 ? 'Every promise was kept' : `${broken} promises were broken`}; seed ${form.seed}; details in out/torture/${form.seed}.json.`);
  return broken === 0 ? 0 : 1;
}

// Ended from outside, it leaves no process and no server behind: those are told by « exit ».
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main();
