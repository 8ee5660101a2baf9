/** G.4: what the use of 50,000 bookings takes of memory besides the bookings, against the library that does part of it. */
import { interleave, type Contender, type Measure, type Table } from './bench.ts';
import { inventBookings } from './bookings.ts';
import { sums, usage } from './domain-work.ts';
import { medianFor } from './figures.ts';
import { keptBy, madeBy } from './heap.ts';
import { loadPeer, type D3Array } from './peers.ts';

const SIZE = 50_000;
const OURS = 'ours: use of nine establishments';
/** A row of figures for each establishment, whatever the number of bookings: kilobytes, not megabytes. */
const KEPT_MAXIMUM = 32;

const measures: readonly Measure[] = [
  { name: 'kept', unit: 'kB, after collection', better: 'lower' },
  { name: 'kept of each', unit: 'B a booking', better: 'lower' },
  { name: 'made', unit: 'kB, garbage too', better: 'lower' },
  { name: 'made for each', unit: 'B a booking', better: 'lower' },
];

const contender = (name: string, role: Contender['role'], work: () => unknown): Contender => ({
  name, role,
  turn() {
    const [kept, made] = [keptBy(work), madeBy(work)];
    return { kept: kept / 1000, 'kept of each': kept / SIZE, made: made / 1000, 'made for each': made / SIZE };
  },
});

export async function memoryTable(rounds: number): Promise<Table> {
  const d3 = await loadPeer<D3Array>('d3-array');
  const bookings = inventBookings(SIZE);
  const results = await interleave([
    contender('the bookings themselves', 'floor', () => inventBookings(SIZE)),
    contender(OURS, 'ours', () => usage(bookings)),
    contender('d3-array: sums by establishment only', 'peer', () => sums(d3, bookings)),
  ], rounds);
  return {
    title: `Memory of the use, ${SIZE.toLocaleString('en')} bookings`, measures, results,
    note: 'Kept: the heap with the result held, after collections, less the heap before; around zero it is the heap’s own unrest, and may be less than nothing. Made: by samples of all that was allocated, most of it gone at once. The bookings are objects as a page is read into; what the use is made of stands there already and is not counted again.',
    goal: { sentence: `${KEPT_MAXIMUM} kB kept at most, whatever the number of bookings.`, reached: (all) => medianFor(all, OURS, 'kept') <= KEPT_MAXIMUM },
  };
}
