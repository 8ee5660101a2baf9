/** G.4: the use, the conflicts and the alternatives over many bookings, against libraries that do part of it. */
import { alternativesTo } from '../../lib/domain/alternatives.ts';
import type { Booking } from '../../lib/domain/booking.ts';
import { conflictsOf } from '../../lib/domain/conflicts.ts';
import { presets } from '../../lib/services/presets.ts';
import { web5000 } from '../../lib/services/web5000.ts';
import { interleave, type Bench, type Contender, type Measure, type Result, type Table } from './bench.ts';
import { inventBookings, YEAR_START } from './bookings.ts';
import { memoryTable } from './domain-memory.ts';
import { sums, usage } from './domain-work.ts';
import { medianFor } from './figures.ts';
import { loadPeer, type D3Array, type IntervalTree } from './peers.ts';

const SIZES = [1_000, 10_000, 50_000, 1_000_000] as const;
const FRAME = 1000 / 60;
const time: Measure = { name: 'time', unit: 'ms', better: 'lower' };

/** @param turns of the work in one sample, so that what is fast is measured at all */
function timed(name: string, role: Contender['role'], turns: number, work: () => unknown): Contender {
  return {
    name, role,
    turn() {
      const began = performance.now();
      for (let turn = 0; turn < turns; turn += 1) work();
      return { time: (performance.now() - began) / turns };
    },
  };
}

const turnsFor = (size: number): number => Math.max(1, Math.round(100_000 / size));
async function usageTable(size: number, rounds: number): Promise<Table> {
  const d3 = await loadPeer<D3Array>('d3-array');
  const bookings = inventBookings(size);
  const results = await interleave([
    timed('ours: use of nine establishments', 'ours', turnsFor(size), () => usage(bookings)),
    timed('d3-array: sums by establishment only', 'peer', turnsFor(size), () => sums(d3, bookings)),
  ], rounds);
  return { title: `Use, ${size.toLocaleString('en')} bookings`, measures: [time], results };
}

async function updateTable(rounds: number): Promise<Table> {
  const bookings = inventBookings(50_000);
  let at = 0;
  const results = await interleave([
    timed('ours: one booking changed, the use anew', 'ours', 5, () => {
      at = (at + 997) % bookings.length;
      const booking = bookings[at] as Booking;
      bookings[at] = { ...booking, status: booking.status === 'approved' ? 'cancelled' : 'approved' };
      return usage(bookings);
    }),
  ], rounds);
  const goal = { sentence: `under one frame (${FRAME.toFixed(1)} ms).`, reached: (all: readonly Result[]) => medianFor(all, 'ours: one booking changed, the use anew', 'time') < FRAME };
  return { title: 'One of 50,000 bookings changes', measures: [time], results, goal };
}

async function conflictTable(size: number, rounds: number): Promise<Table> {
  const bookings = inventBookings(size);
  const candidate = { start: (bookings[size - 1] as Booking).start, end: (bookings[size - 1] as Booking).end };
  const { IntervalTree: Tree } = await loadPeer<{ IntervalTree: new () => IntervalTree }>('node-interval-tree');
  const built = (): IntervalTree => {
    const tree = new Tree();
    for (const { start, end, status } of bookings) if (status !== 'cancelled') tree.insert({ low: start, high: end });
    return tree;
  };
  const turns = turnsFor(size);
  const results = await interleave([
    timed('ours: conflicts of one request', 'ours', turns, () => conflictsOf(candidate, bookings, web5000)),
    timed('node-interval-tree: built, then asked once', 'peer', Math.min(turns, 5), () => built().search(candidate.start, candidate.end)),
    timed('ours: up to three alternatives', 'ours', Math.min(turns, 5), () => alternativesTo({ candidate, participants: 1200, card: web5000, cards: presets, bookings, blackouts: [], now: YEAR_START })),
  ], rounds);
  return {
    title: `Conflicts and alternatives, ${size.toLocaleString('en')} bookings`, measures: [time], results,
    note: 'A tree answers the second question faster; a page asks one question of bookings that it has just read.',
  };
}

/** How much longer a million takes than a thousand, against a thousand times. */
function growthTable(tables: readonly Table[], name: string, title: string): Table {
  const first = tables[0] as Table;
  const last = tables[tables.length - 1] as Table;
  const factor = medianFor(last.results, name, 'time') / medianFor(first.results, name, 'time');
  const measure: Measure = { name: 'growth', unit: '× for 1,000 × the bookings', better: 'lower' };
  return {
    title, measures: [measure], results: [{ contender: name, role: 'ours', samples: { growth: [factor] } }],
    goal: { sentence: 'linear or better, 1,000 × at most, within the noise of 20 %.', reached: () => factor <= 1200 },
  };
}

export const domain: Bench = {
  name: 'domain',
  title: 'Use, conflicts and alternatives',
  needs: ['peers'],
  async run({ rounds, say }) {
    const uses: Table[] = [];
    const conflicts: Table[] = [];
    for (const size of SIZES) {
      say(`${size.toLocaleString('en')} bookings`);
      uses.push(await usageTable(size, rounds));
      conflicts.push(await conflictTable(size, rounds));
    }
    return [
      ...uses, growthTable(uses, 'ours: use of nine establishments', 'Growth of the use'), await updateTable(rounds), await memoryTable(rounds),
      ...conflicts, growthTable(conflicts, 'ours: conflicts of one request', 'Growth of the conflicts'),
    ];
  },
};
