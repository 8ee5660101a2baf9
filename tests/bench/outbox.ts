/** G.5: how fast waiting work is taken and finished, one by one and durably: our effects table, libraries, and bare tables. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type Postgres } from '../companion/support/postgres.ts';
import { interleave, type Bench, type Contender, type Measure, type Result, type Table } from './bench.ts';
import { medianFor } from './figures.ts';
import { openBarePostgres, openBareSqlite } from './outbox/bare.ts';
import type { Queue } from './outbox/job.ts';
import { openOurs } from './outbox/ours.ts';
import { openGraphile, openPgBoss } from './outbox/peers.ts';

const JOBS = 1000;
const LATER = 100_000;
const measures: readonly Measure[] = [{ name: 'drained', unit: '/s', better: 'higher' }];

/** @throws {Error} when a job was lost or done twice: then nothing was measured */
const perSecond = (done: number, milliseconds: number): { drained: number } => {
  if (done !== JOBS) throw new Error(`Of ${JOBS} jobs, ${done} were done.`);
  return { drained: (done * 1000) / milliseconds };
};

const drained = (name: string, role: Contender['role'], queue: Queue): Contender => ({
  name, role,
  async turn() {
    await queue.fill(JOBS);
    const began = performance.now();
    const done = await queue.drain();
    return perSecond(done, performance.now() - began);
  },
});

async function race(contenders: readonly { name: string; role: Contender['role']; open: () => Promise<Queue> | Queue }[], rounds: number): Promise<Result[]> {
  const queues: Queue[] = [];
  try {
    const ready: Contender[] = [];
    for (const { name, role, open } of contenders) {
      const queue = await open();
      queues.push(queue);
      ready.push(drained(name, role, queue));
    }
    return await interleave(ready, rounds);
  } finally {
    for (const queue of queues) await queue.close();
  }
}

/** @returns how many all of them did, and the milliseconds from the word to begin to the last one's end */
async function drainTogether(kind: 'ours' | 'bare', url: string, processes: number): Promise<{ done: number; milliseconds: number }> {
  const twins = Array.from({ length: processes }, () => spawn(process.execPath, [join(import.meta.dirname, 'outbox', 'twin.ts'), kind, url], { stdio: ['pipe', 'pipe', 'inherit'] }));
  await Promise.all(twins.map(({ stdout }) => once(stdout, 'data')));
  const counts = twins.map(({ stdout }) => once(stdout, 'data').then(([count]) => Number(String(count))));
  const ended = twins.map((twin) => once(twin, 'exit'));
  const began = performance.now();
  for (const { stdin } of twins) stdin.write('begin\n');
  const done = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  const milliseconds = performance.now() - began;
  await Promise.all(ended);
  return { done, milliseconds };
}

async function togetherTable(postgres: Postgres, processes: number, rounds: number): Promise<Table> {
  const contender = async (kind: 'ours' | 'bare', name: string, role: Contender['role']): Promise<{ contender: Contender; queue: Queue }> => {
    const url = await postgres.create();
    const queue = kind === 'ours' ? await openOurs({ kind: 'postgres', url }) : await openBarePostgres(url);
    return { queue, contender: { name, role, async turn() {
      await queue.fill(JOBS);
      const { done, milliseconds } = await drainTogether(kind, url, processes);
      return perSecond(done, milliseconds);
    } } };
  };
  const both = [await contender('ours', 'ours', 'ours'), await contender('bare', 'bare SKIP LOCKED', 'floor')];
  const results = await interleave(both.map(({ contender: one }) => one), rounds);
  for (const { queue } of both) await queue.close();
  return { title: `${processes} processes on one PostgreSQL`, measures, results };
}

async function onPostgres(rounds: number, say: (sentence: string) => void): Promise<Table[]> {
  const postgres = await startPostgres();
  try {
    const databases = await Promise.all(Array.from({ length: 5 }, () => postgres.create()));
    const [ours, later, boss, graphile, bare] = databases as [string, string, string, string, string];
    const results = await race([
      { name: 'ours', role: 'ours', open: () => openOurs({ kind: 'postgres', url: ours }) },
      { name: `ours, ${LATER.toLocaleString('en')} more waiting for another day`, role: 'ours', open: () => openOurs({ kind: 'postgres', url: later }, LATER) },
      { name: 'pg-boss: fetch one, complete it', role: 'peer', open: () => openPgBoss(boss) },
      { name: 'graphile-worker: its own pool', role: 'peer', open: () => openGraphile(graphile) },
      { name: 'bare SKIP LOCKED', role: 'floor', open: () => openBarePostgres(bare) },
    ], rounds);
    const goal = { sentence: 'no slower than pg-boss.', reached: (all: readonly Result[]) => medianFor(all, 'ours', 'drained') >= medianFor(all, 'pg-boss: fetch one, complete it', 'drained') };
    const tables: Table[] = [{ title: 'One process on PostgreSQL, ten at a time', measures, results, goal, note: 'Ours takes as many as it has hands free in one commit, as its worker does, and finishes each in a commit of its own, under the lease of whoever took it; what it takes more than the bare table is the look that spares a lock when nothing is due, lanes, and leases that run out. graphile-worker takes its pool’s start and stop into the time. pg-boss and graphile-worker hold no lanes; a killed worker’s job of the latter stays locked for four hours.' }];
    for (const processes of [2, 4]) {
      say(`${processes} processes`);
      tables.push(await togetherTable(postgres, processes, rounds));
    }
    return tables;
  } finally {
    await postgres.close();
  }
}

async function onSqlite(rounds: number): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  try {
    const results = await race([
      { name: 'ours', role: 'ours', open: () => openOurs({ kind: 'sqlite', file: join(folder, 'ours.sqlite') }) },
      { name: `ours, ${LATER.toLocaleString('en')} more waiting for another day`, role: 'ours', open: () => openOurs({ kind: 'sqlite', file: join(folder, 'later.sqlite') }, LATER) },
      { name: 'bare table', role: 'floor', open: () => openBareSqlite(join(folder, 'bare.sqlite')) },
    ], rounds);
    return { title: 'One process on SQLite', measures, results, note: 'Ours takes as many as it has hands free in one commit, as its worker does, and finishes each in a commit of its own; the bare table takes one and finishes one. Each commit is on the disk.' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const outbox: Bench = {
  name: 'outbox',
  title: 'Outbox: work taken and finished',
  needs: ['peers', 'postgres'],
  async run({ rounds, say }) {
    say('SQLite');
    const sqlite = await onSqlite(rounds);
    say('PostgreSQL');
    return [sqlite, ...await onPostgres(rounds, say)];
  },
};
