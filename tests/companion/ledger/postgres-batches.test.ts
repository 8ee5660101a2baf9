/** On PostgreSQL the submissions of one commit share their statements too: what speaks of one booking must not, and nothing may be lost or doubled by it. */
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { namesOf } from '../../../companion/ledger/bookings.ts';
import type { Database } from '../../../companion/ledger/database.ts';
import { takeEvent } from '../../../companion/ledger/intake.ts';
import { openDatabase } from '../../../companion/ledger/open.ts';
import { toRecord } from '../../../companion/ledger/records.ts';
import { addPerson, readKey, revokeKey } from '../../../companion/ledger/people.ts';
import type { Queries } from '../../../companion/ledger/schema.ts';
import { Submissions, type Submitted } from '../../../companion/ledger/submissions.ts';
import { takeTurn } from '../../../companion/ledger/turns.ts';
import { createSecrets } from '../../../companion/secrets.ts';
import type { BookingOfEvent, Event, EventType } from '../../../lib/contract/event.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from '../support/bookings.ts';
import { startPostgres, type Postgres } from '../support/postgres.ts';

const START = MONDAY + 2 * DAY;
const caller = { keyId: 'p-1', name: 'Marc', email: null, role: 'approver', establishmentId: null } as const;

let postgres: Postgres;
let url: string;
let database: Database;
let submissions: Submissions;
const others: Database[] = [];
/** Statements sent since the test began, by whoever is in this process. A batch that was undone is right in the end too, but slow. */
const asked = vi.spyOn(pg.Client.prototype, 'query');
const wasUndone = (): boolean => asked.mock.calls.some(([text]) => String(text).startsWith('rollback'));
let commits: string[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(async () => {
  asked.mockRestore();
  await postgres.close();
});
beforeEach(async () => {
  url = await postgres.create();
  database = await openDatabase({ kind: 'postgres', url }, (border) => {
    if (/^commit .*submissions.*, done$/u.test(border)) commits.push(border);
  });
  submissions = new Submissions(database, () => undefined);
  commits = [];
  asked.mockClear();
});
afterEach(async () => {
  for (const one of [database, ...others.splice(0)]) await one.close();
});

async function another(): Promise<Database> {
  const opened = await openDatabase({ kind: 'postgres', url });
  others.push(opened);
  return opened;
}

const submit = (event: Event, webhookId: string, to = submissions, work?: (db: Queries) => Promise<unknown>): Promise<Submitted> => to.submit({
  webhookId, keyId: caller.keyId, bodyHash: JSON.stringify(event), now: MONDAY, about: namesOf(event.data.booking),
  async work(db) {
    await work?.(db);
    const { record } = await takeEvent(db, 'postgres', { event, caller, sentAt: MONDAY, now: MONDAY }, () => 'host');
    return { bookingId: record.id, answer: record.id };
  },
});
const eventAt = (type: EventType, index: number, changes: Partial<BookingOfEvent> = {}): Event =>
  eventOf(type, bookingAt(START + index * 2 * HOUR, { number: `B-${index}`, name: `Rencontre ${index}`, ...changes }), { at: MONDAY });
const bookings = async () => (await database.db.selectFrom('bookings').selectAll().orderBy('start_at').orderBy('identity').execute()).map(toRecord);
const history = async (bookingId: string): Promise<string[]> => (await database.db.selectFrom('audit').select('what').where('booking_id', '=', bookingId).orderBy('id').execute()).map(({ what }) => what);
const waiting = async (db: Queries): Promise<number | undefined> => (await sql<{ count: number }>`select count(*) as count from pg_stat_activity where wait_event_type = 'Lock'`.execute(db)).rows[0]?.count;
const kept = async (): Promise<string[]> => (await database.db.selectFrom('submissions').select('webhook_id').orderBy('webhook_id').execute()).map(({ webhook_id }) => webhook_id);

describe('the submissions of one commit on PostgreSQL', () => {
  it('R1 forty of them make fewer statements than forty, whatever signs are in them, and each has its own booking and answer', async () => {
    const told = await Promise.all(Array.from({ length: 40 }, (_, index) => submit(eventOf('booking.requested', eventAt('booking.requested', index).data.booking, { at: MONDAY, reason: `« ${index} » "\\{},\n \ud83d` }), `evt_${index}`)));
    expect(asked.mock.calls.length).toBeLessThan(40);
    expect(commits).toHaveLength(1);
    const all = await bookings();
    expect(all.map(({ booking, reason }) => [booking.number, reason])).toEqual(told.map((_, index) => [`B-${index}`, `« ${index} » "\\{},\n \ufffd`]));
    expect(told).toEqual(all.map(({ id }) => ({ status: 202, answer: id, first: true })));
    expect(await Promise.all(all.map(({ id }) => history(id)))).toEqual(all.map(() => ['requested']));
  });

  it('R1 those of one booking are taken in the order in which they came, before and after its number is known, beside others', async () => {
    const unnumbered = eventAt('booking.requested', 0, { number: null });
    const told = await Promise.all([
      submit(unnumbered, 'a'), submit(eventAt('booking.requested', 1), 'x'), submit(eventAt('booking.requested', 0), 'b'), submit(eventAt('booking.approved', 0), 'c'),
      submit(eventAt('booking.requested', 2), 'y'), submit(eventAt('booking.changed', 0, { start: new Date(START - HOUR).toISOString() }), 'd'), submit(eventAt('booking.cancelled', 0, { start: new Date(START - HOUR).toISOString() }), 'e'),
    ]);
    expect([commits.length, wasUndone()]).toEqual([1, false]);
    const all = await bookings();
    expect(all.map(({ booking, life }) => [booking.number, life.state])).toEqual([['B-0', 'cancelled'], ['B-1', 'requested'], ['B-2', 'requested']]);
    const ids = all.map(({ id }) => id);
    expect(told.map((one) => (one.status === 202 ? ids.indexOf(one.answer) : null))).toEqual([0, 1, 0, 0, 2, 0, 0]);
    expect(await history(String(ids[0]))).toEqual(['requested', 'requested', 'approved', 'changed', 'cancelled']);
  });

  it.each([
    ['that throws', async () => Promise.reject(new Error('bad')), 'bad'],
    ['that the database refuses', (db: Queries) => db.insertInto('cancel_links').values({ token_hash: 't', booking_id: 'nobody', revision: 1, created_at: 1, expires_at: 1, used_at: null }).execute(), 'foreign key'],
  ])('R1 one of them %s is refused alone, in its own words: nothing of it stays, all of the others does, in one commit', async (_how, work, message) => {
    const told = await Promise.allSettled([0, 1, 2, 3].map((index) => submit(eventAt('booking.requested', index), `evt_${index}`, submissions, index === 1 ? work : undefined)));
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(String((told[1] as PromiseRejectedResult).reason)).toContain(message);
    expect(commits).toHaveLength(1);
    expect((await bookings()).map(({ booking }) => booking.number)).toEqual(['B-0', 'B-2', 'B-3']);
    expect(await kept()).toEqual(['evt_0', 'evt_2', 'evt_3']);
    expect(submissions.failing).toBe(false);
  });

  it('Z70 the same identifier twice in one of them is one submission with one answer, and with another body a conflict', async () => {
    const told = await Promise.all([submit(eventAt('booking.requested', 0), 'a'), submit(eventAt('booking.requested', 1), 'b'), submit(eventAt('booking.requested', 0), 'a'), submit(eventAt('booking.requested', 2), 'a')]);
    const ids = (await bookings()).map(({ id }) => id);
    expect(told).toEqual([
      { status: 202, answer: ids[0], first: true },
      { status: 202, answer: ids[1], first: true },
      { status: 202, answer: ids[0], first: false },
      { status: 409 },
    ]);
    expect([commits.length, wasUndone(), ids.length, await kept()]).toEqual([1, false, 2, ['a', 'b']]);
  });

  it('R1 two that come to one booking by names they do not share do not write over each other', async () => {
    await submit(eventAt('booking.approved', 0), 'first');
    const moved = new Date(START + 30 * HOUR).toISOString();
    await Promise.all([
      submit(eventAt('booking.changed', 0, { start: moved, end: new Date(START + 31 * HOUR).toISOString() }), 'by its number'),
      submit(eventAt('booking.approved', 0, { number: null }), 'by its former hours'),
    ]);
    expect((await bookings()).map(({ booking }) => [booking.number, booking.start === moved])).toEqual([[null, false], ['B-0', true]]);
    expect(await kept()).toHaveLength(3);
  });

  it('R11 one that waits for a booking which another process changes goes on from what that one has made of it', async () => {
    await submit(eventAt('booking.requested', 0), 'first');
    const { db } = await another();
    const changing = await db.startTransaction().execute();
    await changing.updateTable('bookings').set({ host: 'another', updated_at: MONDAY + HOUR }).execute();
    const told = Promise.all([submit(eventAt('booking.requested', 1), 'beside'), submit(eventAt('booking.cancelled', 0), 'second')]);
    await expect.poll(() => waiting(db), { timeout: 20_000 }).toBe(1);
    await changing.commit().execute();
    expect((await told).map(({ status }) => status)).toEqual([202, 202]);
    expect((await bookings())[0]).toMatchObject({ host: 'another', life: { state: 'cancelled' }, updatedAt: MONDAY + HOUR + 1 });
  }, 30_000);
});

describe('two processes that are given the same bookings at once, each from the other’s end', () => {
  const indexes = Array.from({ length: 30 }, (_, index) => index);
  const both = (second: Submissions, round = 0): Promise<Submitted[]> => Promise.all([
    ...indexes.map((index) => submit(eventAt('booking.requested', round * 30 + index), `one_${round}_${index}`)),
    ...indexes.toReversed().map((index) => submit(eventAt('booking.approved', round * 30 + index, index % 3 === 0 ? { number: null } : {}), `two_${round}_${index}`, second)),
  ]);

  it('R11 lose and double none', async () => {
    const second = new Submissions(await another(), () => undefined);
    const told: Submitted[] = [];
    for (let round = 0; round < 10; round += 1) told.push(...await both(second, round));
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([202]));
    expect((await bookings()).map(({ booking, life }) => [booking.name, booking.number, life.state])).toEqual(Array.from({ length: 300 }, (_, index) => [`Rencontre ${index}`, `B-${index}`, 'approved']));
    expect(await kept()).toHaveLength(600);
  }, 60_000);

  it('R11 never wait for each other in a circle, even when both have to stop half-way', async () => {
    const second = new Submissions(await another(), () => undefined);
    const { db } = await another();
    const halfWay = await db.startTransaction().execute();
    await takeTurn(halfWay, 'postgres', eventAt('booking.requested', 15).data.booking);
    const told = both(second);
    await expect.poll(() => waiting(db), { timeout: 20_000 }).toBe(2);
    await halfWay.commit().execute();
    expect(new Set((await told).map(({ status }) => status))).toEqual(new Set([202]));
    expect([(await bookings()).length, wasUndone()]).toEqual([30, false]);
  }, 30_000);
});

it('Z71 whose key it is, is asked once for all who come while PostgreSQL answers another; once it is revoked, it is refused', async () => {
  const secrets = createSecrets('only-for-the-tests-of-this-repository');
  const { id } = await addPerson(database.db, secrets, { name: 'Marc', email: null, role: 'approver', establishmentId: null }, MONDAY);
  const { db } = await another();
  const holding = await db.startTransaction().execute();
  await sql`lock table key_secrets in access exclusive mode`.execute(holding);
  asked.mockClear();
  const ask = () => readKey(database.db, secrets, id, MONDAY);
  const first = ask();
  await expect.poll(() => waiting(db), { timeout: 20_000 }).toBe(1);
  const later: ReturnType<typeof ask>[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    later.push(ask());
    await new Promise((resolve) => setImmediate(resolve));
  }
  const revoked = revokeKey(database.db, id, MONDAY);
  await expect.poll(() => waiting(db), { timeout: 20_000 }).toBe(2);
  await holding.commit().execute();
  expect([(await first)?.caller.name, await revoked]).toEqual(['Marc', true]);
  await Promise.all(later);
  expect((await ask())?.revoked).toBe(true);
  expect(asked.mock.calls.filter(([text]) => /from "keys" left join/u.test(String((text as { text?: string }).text ?? text)))).toHaveLength(3);
}, 30_000);
