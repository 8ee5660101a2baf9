/** The torture in its short form; `npm run torture -- --long` is the proof, and `npm run torture -- --seed N` replays one of these. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canMount } from '../torture/disk.ts';
import { parts } from '../torture/parts.ts';
import type { Form } from '../torture/parts.ts';
import { createProcesses } from '../torture/process.ts';
import type { Processes } from '../torture/process.ts';
import { canTrace } from '../torture/sync.ts';

const form: Form = { long: false, seed: Math.floor(Math.random() * 1_000_000), bookings: 15, kills: 4, report: () => undefined };
/** Most of it is waiting for processes to start on a machine that other tests keep busy. */
const PATIENCE = 300_000;

let processes: Processes;
beforeAll(() => {
  console.log(`Torture of the companion, short form: npm run torture -- --seed ${form.seed} replays it.`);
  processes = createProcesses(1);
});
afterAll(() => processes.close());

async function keepsItsPromises(part: keyof typeof parts): Promise<void> {
  const { findings } = await parts[part](form, processes);
  // The sentences themselves: a long run tells the first line of what failed, and nothing more.
  expect(findings, `seed ${form.seed}: ${findings.join(' · ')}`).toEqual([]);
}

describe('a companion that dies', () => {
  it('Z89 R1 R2 R4 at any border goes on in the next process: nothing lost, nothing twice', () => keepsItsPromises('steps'), PATIENCE);
  it('Z89 R1 R2 R4 at any border does so on PostgreSQL too, alone and beside another that shares its work', () => keepsItsPromises('stepsOnPostgres'), PATIENCE);
  // Storms wait more than they work: both at once.
  it.concurrent('R1 R2 R4 R9 at random, while Zoom and SMTP fail, has in the end what it acknowledged, once', () => keepsItsPromises('storm'), PATIENCE);
  it.concurrent('R2 R3 R11 or is paused beyond its lease, beside another on one PostgreSQL that crashes too, does as well', () => keepsItsPromises('stormOnPostgres'), PATIENCE);
});

describe('a companion in trouble', () => {
  it('R12 refuses a SQLite file that another process serves, and takes it once that one is dead', () => keepsItsPromises('twins'), PATIENCE);
  it('R2 loses and doubles nothing when its clock jumps by up to a day, forwards or back', () => keepsItsPromises('jumps'), PATIENCE);
  it('R7 accepts none of two thousand altered requests, breaks on none and keeps no trace of any', () => keepsItsPromises('mutations'), PATIENCE);
  if (canTrace()) it('R1 asks the disk to keep each event before it acknowledges it', () => keepsItsPromises('sync'), PATIENCE);
  // Only root may mount a small disk; durability.test.ts limits the file instead, for everybody.
  if (canMount()) it('R10 on a disk that is really full refuses in words, has all that it acknowledged, and recovers', () => keepsItsPromises('disk'), PATIENCE);
});
