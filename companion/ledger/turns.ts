/** Whose turn it is: two events that speak of one booking are never taken at once, be it in two processes or in one transaction. */
import { sql } from 'kysely';
import type { BookingOfEvent } from '../../lib/contract/event.ts';
import type { Dialect } from './bookings.ts';
import { compiled } from './compiled.ts';
import { compositeOf, type BookingRecord } from './records.ts';
import type { Queries } from './schema.ts';
import { gathered } from './together.ts';

/** In one order for all processes: nobody waits for another who waits for him. */
const lock = compiled<{ composites: readonly string[] }, unknown>((db, place) => ({
  compile: () => sql`select count(pg_advisory_xact_lock(place)) from (select distinct hashtextextended(composite, 0) as place from unnest(${place('composites')}::text[]) as asked (composite) order by place) as ordered`.compile(db),
}));

const lockTogether = gathered<string, null>(async (transaction, composites) => {
  await lock(transaction, { composites });
  return composites.map(() => null);
});

/**
 * Two processes that see one new booking at once, one with its number and one without, would each write a row that
 * breaks no rule: so whoever speaks of the same hours and name waits for the other's commit.
 */
export async function takeTurn(transaction: Queries, dialect: Dialect, booking: BookingOfEvent): Promise<void> {
  if (dialect === 'postgres') await lockTogether(transaction, compositeOf(booking));
}

/** Two events of one transaction came to the same booking under names that they do not share: one would write over the other. */
export class InHand extends Error {
  constructor() {
    super('Another event of this transaction is at work on the same booking.');
    this.name = 'InHand';
  }
}

const inHand = new WeakMap<Queries, Set<string>>();

/** @throws {InHand} when another is at work on it, before anything of this work is done */
export async function alone<Result>(transaction: Queries, { id }: BookingRecord, work: () => Promise<Result>): Promise<Result> {
  const bookings = inHand.get(transaction) ?? new Set();
  inHand.set(transaction, bookings);
  if (bookings.has(id)) throw new InHand();
  bookings.add(id);
  try {
    return await work();
  } finally {
    bookings.delete(id);
  }
}
