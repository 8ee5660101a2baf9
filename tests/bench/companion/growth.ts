/** The same ledger as it grows: what a submission, a list, one booking and a start take at each size. */
import { statSync } from 'node:fs';
import { Agent } from 'node:http';
import type { Measure, Result, Table } from '../bench.ts';
import { median } from '../figures.ts';
import { fill } from './fill.ts';
import { ask } from './load.ts';
import { createLedger, startOurs, type Ledger } from './servers.ts';
import { signEvent, signRead } from './signed.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const LARGEST = SIZES[SIZES.length - 1] as number;
/** Asked of each size in each round. */
const TIMES = 200;
/** Of each size: a median of more says no more, and a start takes its time. */
const MOST_ROUNDS = 3;
const measures: readonly Measure[] = [
  { name: 'submission', unit: 'ms', better: 'lower' }, { name: 'one booking', unit: 'ms', better: 'lower' }, { name: 'list of a day', unit: 'ms', better: 'lower' }, { name: 'list as polled', unit: 'ms', better: 'lower' },
  { name: 'start', unit: 'ms', better: 'lower' }, { name: 'memory', unit: 'MB', better: 'lower' }, { name: 'file', unit: 'MB', better: 'lower' },
];

/** @param fresh the next number that was never used: of a booking to tell of, or of a signed question */
async function measure(ledger: Ledger, size: number, now: number, fresh: () => number): Promise<Record<string, number>> {
  const server = await startOurs(ledger);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const day = `/v1/bookings?from=${new Date(now).toISOString()}&to=${new Date(now + 24 * 3_600_000).toISOString()}`;
  const several = async (times: number, once: (index: number, at: number) => Promise<number>): Promise<number> => {
    const samples: number[] = [];
    for (let left = times; left > 0; left -= 1) samples.push(await once(fresh(), Date.now()));
    return median(samples);
  };
  const read = (path: string) => (index: number, at: number) => ask(agent, `${server.url}${path}`, { method: 'GET', headers: signRead(ledger.key, index, at, path) });
  try {
    return {
      submission: await several(TIMES, (index, at) => ask(agent, `${server.url}/v1/events`, { method: 'POST', ...signEvent(ledger.key, index, at) })),
      'one booking': await several(TIMES, (index, at) => read(`/v1/bookings/${encodeURIComponent(`iris:2026-${String((index * 7919) % size).padStart(7, '0')}`)}`)(index, at)),
      'list of a day': await several(TIMES / 10, read(day)),
      'list as polled': await several(TIMES / 10, read('/v1/bookings')),
      start: server.startedIn, memory: server.memory(), file: statSync(ledger.file).size / 1e6,
    };
  } finally {
    agent.destroy();
    await server.stop();
  }
}

/** The sizes cannot take turns: a ledger only grows. Each is measured `rounds` times before it grows on. */
export async function growthTable(rounds: number, say: (sentence: string) => void): Promise<Table> {
  const ledger = await createLedger();
  const now = Date.now();
  const results: Result[] = [];
  // Far enough from what the ledger is filled with, and near enough for a calendar to have such a day.
  let used = LARGEST * 2;
  try {
    for (const [place, size] of SIZES.entries()) {
      say(`Filling the ledger to ${size.toLocaleString('en')} bookings.`);
      await fill(ledger, SIZES[place - 1] ?? 0, size, now);
      const samples: Record<string, number[]> = {};
      for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round += 1) {
        for (const [name, figure] of Object.entries(await measure(ledger, size, now, () => (used += 1)))) (samples[name] ??= []).push(figure);
      }
      results.push({ contender: `${size.toLocaleString('en')} bookings`, role: 'ours', samples });
    }
  } finally {
    ledger.remove();
  }
  return {
    title: 'Growth of the ledger', measures, results,
    note: 'The first thousand were taken by the companion, the others are copies of them made in SQL. One connection, one request after another, on a ledger with 140 bookings a day before and after today. « As polled » asks without bounds: the last month and the coming thirteen, of which 500 are given.',
  };
}
