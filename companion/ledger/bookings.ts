/** Finding and keeping bookings. A row that is about to change is locked where several processes share the database. */
import type { BookingOfEvent } from '../../lib/contract/event.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { compiled } from './compiled.ts';
import { mayTakePlace } from './machine.ts';
import type { BookingRecord } from './records.ts';
import { compositeOf, endOf, startOf, toRecord, toRow } from './records.ts';
import type { BookingsTable, Queries } from './schema.ts';
import { added, lookedUp } from './together.ts';

/** The states in which a booking keeps its licence from others. */
const HOLDING = ['creating', 'unknown', 'scheduled', 'live', 'cancelling', 'attention'] as const;

/**
 * One that a person must look at holds the hours that its conference has at Zoom; where these are others than its own, or it
 * was cancelled, it is in nobody's way.
 */
const holds = ({ life }: BookingRecord): boolean => life.state !== 'attention' || (mayTakePlace(life) && life.conferenceRevision === life.revision);

export type Dialect = 'sqlite' | 'postgres';

/** Reads one booking to change it; the row is locked until the transaction ends. */
export async function lockBooking(db: Queries, dialect: Dialect, id: string): Promise<BookingRecord | null> {
  const row = await db.selectFrom('bookings').selectAll().where('id', '=', id).$if(dialect === 'postgres', (query) => query.forUpdate()).executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

/** Reads one booking as it is now, without holding it. */
export async function loadBooking(db: Queries, id: string): Promise<BookingRecord | null> {
  const row = await db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

/** How far an instant is from a booking's hours, in milliseconds; 0 within them. */
export const farFrom = ({ start, end }: { start: Instant; end: Instant }, at: Instant): number => Math.max(0, start - at, at - end);

/** The row of a conference; of several bookings that a person gave one link by hand (Z90), that whose hours are nearest. */
async function rowOfConference(db: Queries, conferenceId: string, at: Instant, locking: boolean): Promise<BookingRecord | null> {
  const rows = await db.selectFrom('bookings').selectAll().where('conference_id', '=', conferenceId).$if(locking, (query) => query.forUpdate()).execute();
  const far = (row: (typeof rows)[number]): number => farFrom({ start: row.start_at, end: row.end_at }, at);
  const [nearest] = rows.toSorted((one, other) => far(one) - far(other));
  return nearest === undefined ? null : toRecord(nearest);
}

/** The booking whose conference has this number at Zoom; null when none of ours has. @param at when what is told of it happened */
export const findByConference = (db: Queries, dialect: Dialect, conferenceId: string, at: Instant): Promise<BookingRecord | null> =>
  rowOfConference(db, conferenceId, at, dialect === 'postgres');

/** As {@link findByConference}, without holding it. */
export const loadByConference = (db: Queries, conferenceId: string, at: Instant): Promise<BookingRecord | null> => rowOfConference(db, conferenceId, at, false);

const columns = [
  'id', 'portal', 'identity', 'composite', 'service_id', 'host', 'start_at', 'end_at', 'establishment_id', 'requester_email', 'state', 'life', 'booking',
  'service', 'language', 'reason', 'conference', 'conference_id', 'created_at', 'updated_at', 'slug', 'slug_hash', 'browser_only',
] as const satisfies readonly (keyof BookingsTable)[];

const byIdentity = (locking: boolean) => lookedUp((db, identity) =>
  db.selectFrom('bookings').select(columns).where('identity', '=', identity).$if(locking, (query) => query.forUpdate()));

/** One at most: the index says so, and to sort it costs more than to find it. */
const unnumbered = (locking: boolean) => lookedUp((db, composite) =>
  db.selectFrom('bookings').select(columns).where('composite', '=', composite).where('identity', 'is', null).$if(locking, (query) => query.forUpdate()));

const newestOf = (locking: boolean) => lookedUp((db, composite) =>
  db.selectFrom('bookings').select(columns).where('composite', '=', composite).orderBy('created_at', 'desc').limit(1).$if(locking, (query) => query.forUpdate()));

/** The row is held where several processes share the database. */
const queriesOf = (locking: boolean) => ({ byIdentity: byIdentity(locking), unnumbered: unnumbered(locking), any: newestOf(locking) });
const find = { sqlite: queriesOf(false), postgres: queriesOf(true) };

/** What {@link findBooking} finds it by. */
export const namesOf = (booking: BookingOfEvent): string[] => (booking.number === null ? [compositeOf(booking)] : [compositeOf(booking), identityOf(booking)]);

/**
 * The booking that an event speaks of: by portal and number; before the number was known, by portal, resource, hours
 * and name. A number that comes later is joined to the booking that was seen without it.
 */
export async function findBooking(db: Queries, dialect: Dialect, booking: BookingOfEvent): Promise<BookingRecord | null> {
  const queries = find[dialect];
  if (booking.number !== null) {
    const [known] = (await queries.byIdentity(db, identityOf(booking))).rows;
    if (known !== undefined) return toRecord(known);
  }
  const [row] = (await queries[booking.number === null ? 'any' : 'unnumbered'](db, compositeOf(booking))).rows;
  return row === undefined ? null : toRecord(row);
}

/** @param key `identityOf` a booking, with or without its number, or the ledger's own reference */
export async function readBooking(db: Queries, key: string): Promise<BookingRecord | null> {
  const row = await db
    .selectFrom('bookings')
    .selectAll()
    .where((where) => where.or([where('identity', '=', key), where('composite', '=', key), where('id', '=', key)]))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

const add = added('bookings', columns);

const replace = compiled<BookingsTable, unknown>((db, place) =>
  db.updateTable('bookings').set(Object.fromEntries(columns.filter((name) => name !== 'id').map((name) => [name, place(name)]))).where('id', '=', place('id')));

/** Keeps a booking that the ledger does not know yet. @throws when it does */
export async function addBooking(db: Queries, record: BookingRecord): Promise<void> {
  await add(db, toRow(record));
}

/** Keeps what has become of a known one. */
export async function saveBooking(db: Queries, record: BookingRecord): Promise<void> {
  await replace(db, toRow(record));
}

export interface BookingsQuery {
  /** Bookings that touch the span. */
  from: Instant;
  to: Instant;
  /** Null: everybody's. Otherwise those of this person or of this establishment. */
  only: { email: string | null; establishmentId: string | null } | null;
  limit: number;
}

/** Newest change first; one more than `limit` when there are more. */
export async function listBookings(db: Queries, { from, to, only, limit }: BookingsQuery): Promise<BookingRecord[]> {
  let query = db.selectFrom('bookings').selectAll().where('start_at', '<', to).where('end_at', '>', from);
  if (only !== null) {
    query = query.where((where) =>
      where.or([
        ...(only.email === null ? [] : [where('requester_email', '=', only.email.toLowerCase())]),
        ...(only.establishmentId === null ? [] : [where('establishment_id', '=', only.establishmentId)]),
        // Without e-mail and establishment, nothing is one's own.
        where.lit(false),
      ]),
    );
  }
  const rows = await query.orderBy('updated_at', 'desc').orderBy('id').limit(limit + 1).execute();
  return rows.map(toRecord);
}

/** The other bookings that keep the same service in or near this one's hours (Z21). */
export async function listHolders(db: Queries, record: BookingRecord): Promise<BookingRecord[]> {
  const gap = Math.max(record.service.bufferBefore, record.service.bufferAfter) * MINUTE;
  const rows = await db
    .selectFrom('bookings')
    .selectAll()
    .where('service_id', '=', record.service.id)
    .where('start_at', '<', endOf(record) + gap)
    .where('end_at', '>', startOf(record) - gap)
    .where('state', 'in', HOLDING)
    .where('id', '!=', record.id)
    .execute();
  return rows.map(toRecord).filter(holds);
}
