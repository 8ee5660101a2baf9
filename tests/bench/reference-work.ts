/**
 * A fixed piece of work, the same in every run: a shared machine is not as fast on one day as on another, and without it the
 * figures of two days could not be held against each other.
 */
import { createHash } from 'node:crypto';
import { median } from './figures.ts';
import { randomFrom } from './random.ts';

const RECORDS = 20_000;
const TURNS = 7;
const WARM_UP_TURNS = 3;

/** Texts made, sorted, grouped, written, read and hashed: what our programs mostly do. */
function work(): string {
  const random = randomFrom(1);
  const records = Array.from({ length: RECORDS }, (_, index) => ({ id: `${Math.floor(random() * RECORDS)}-${index}`, start: Math.floor(random() * 1e9), words: [`réunion ${index % 97}`, 'comité'] }));
  records.sort((one, other) => (one.id < other.id ? -1 : 1));
  const groups = Map.groupBy(records, ({ words }) => words[0]?.replace(/\d+/u, '#') ?? '');
  return createHash('sha256').update(JSON.stringify(JSON.parse(JSON.stringify([...groups])))).digest('hex');
}

/** @returns how long it takes, the median of a few turns on one core, in milliseconds */
export function timeReferenceWork(): number {
  const turns = Array.from({ length: WARM_UP_TURNS + TURNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(turns.slice(WARM_UP_TURNS));
}
