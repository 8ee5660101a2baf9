import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from 'kysely';
import { readEnvironment } from '../../companion/environment.ts';
import { claimEffects, finishEffect, LeaseLost } from '../../companion/ledger/outbox.ts';
import { migrate, migrations } from '../../companion/ledger/migrations/index.ts';
import { openDatabase } from '../../companion/ledger/open.ts';
import { openPostgres } from '../../companion/ledger/postgres.ts';
import { openSqlite } from '../../companion/ledger/sqlite.ts';
import { startCompanion } from '../../companion/server.ts';
import type { Companion } from '../../companion/server.ts';
import { createZoom } from '../../companion/zoom/client.ts';
import type { Conferences } from '../../companion/zoom/types.ts';
import { signEvent } from '../standins/zoom/standin.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { createManualClock } from './support/clock.ts';
import { fillEveryTable } from './support/filled.ts';
import { holdCreation } from './support/held-fetch.ts';
import { startPostgres } from './support/postgres.ts';
import type { Postgres } from './support/postgres.ts';
import { clientOf, startWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
let postgres: Postgres;
let world: World;
const others: Companion[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres.close());

beforeEach(async () => {
  const database = await openDatabase({ kind: 'postgres', url: postgres.url });
  await sql`drop schema public cascade`.execute(database.db);
  await sql`create schema public`.execute(database.db);
  await database.close();
  world = await startWorld({ variables: { DATABASE_URL: postgres.url, ZOOM_WEBHOOK_SECRET: 'zoom-secret' } });
});
afterEach(async () => {
  await Promise.all(others.splice(0).map((companion) => companion.close()));
  await world.close();
});

/** One more process's worth of companion on the same database. */
async function another(options: Parameters<typeof startCompanion>[1] = {}): Promise<Companion> {
  const companion = await startCompanion(readEnvironment(world.variables), {
    clock: world.clock, random: () => 0.5, zoomWait: () => Promise.resolve(), ...options,
  });
  others.push(companion);
  return companion;
}

describe('several companions on one PostgreSQL', () => {
  it('Z49 sends one reminder', async () => {
    const second = await another();
    const approver = await world.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await Promise.all([world.companion.idle(), second.idle()]);
    world.clock.advance(DAY);
    await Promise.all([world.companion.idle(), second.idle()]);
    await Promise.all([world.companion.idle(), second.idle()]);
    expect(world.mailbox.messages().filter(({ subject }) => subject.startsWith('Rappel'))).toHaveLength(1);
  });

  it('Z67 answers Zoom within two seconds however slow the database is, and does its part later', async () => {
    const approver = await world.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await world.companion.idle();
    const id = world.zoom.conferences()[0]?.id;
    world.clock.advanceTo(START);
    const body = JSON.stringify({ event: 'webinar.started', event_ts: START, payload: { account_id: world.zoom.accountId, object: { id, uuid: 'u' } } });
    const other = await openDatabase({ kind: 'postgres', url: postgres.url });
    const lock = await other.db.startTransaction().execute();
    await lock.selectFrom('bookings').selectAll().forUpdate().execute();
    const answer = fetch(`${world.companion.url}/zoom/events`, { method: 'POST', body, headers: { 'x-zm-request-timestamp': String(START / 1000), 'x-zm-signature': signEvent('zoom-secret', String(START / 1000), body) } });
    const status = answer.then((response) => response.status);
    for (let told = false; !told; ) {
      world.clock.advance(100);
      told = await Promise.race([status.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
    }
    expect(await status).toBe(204);
    await lock.rollback().execute();
    await other.close();
    await vi.waitUntil(async () => (await approver.bookings())[0]?.state === 'live', { timeout: 10_000 });
  });

  it('does all that one does on SQLite: conference, mail, reminder, cancellation', async () => {
    const approver = await world.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await world.pass(DAY);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', booking: { name: bookingAt(START).name } });
    expect(world.mailbox.messages().map(({ subject }) => subject.split('\u00a0')[0])).toEqual(['Votre rencontre Zoom est prête', 'Rappel']);
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: world.clock.now() }));
    await world.companion.idle();
    expect(world.zoom.conferences()).toHaveLength(0);
  });

  it('R3 R11 forty events, each sent ten times through either of two companions, are forty bookings with equal answers', async () => {
    const second = await another();
    const key = await world.companion.addKey({ name: 'Marc', email: null, role: 'approver', establishmentId: null });
    const clients = [world.companion, second].map(({ url }) => clientOf(() => url, world.clock, key));
    const jobs = Array.from({ length: 400 }, (_, index) => index);
    const answers: { status: number; text: string }[] = [];
    const client = async (): Promise<void> => {
      for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
        const number = `2027-${String(job % 40).padStart(4, '0')}`;
        const event = eventOf('booking.approved', bookingAt(START + (job % 40) * 2 * HOUR, { number }), { at: MONDAY });
        const answer = await clients[job % 3 === 0 ? 0 : 1]?.send(event, { id: `evt_${number}` });
        if (answer !== undefined) answers.push(answer);
      }
    };
    await Promise.all(Array.from({ length: 20 }, client));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(40);
    for (let rounds = 0; rounds < 30 && world.mailbox.messages().length < 40; rounds += 1) {
      await Promise.all([world.companion.idle(), second.idle()]);
      world.clock.advance(1000);
    }
    expect(world.zoom.created()).toHaveLength(40);
    expect(world.mailbox.messages()).toHaveLength(40);
    expect(new Set(world.mailbox.messages().map(({ messageId }) => messageId)).size).toBe(40);
  }, 60_000);

  it('two events that speak of one new booking at once, one with its number and one without, make one conference', async () => {
    const second = await another();
    const key = await world.companion.addKey({ name: 'Marc', email: null, role: 'approver', establishmentId: null });
    const clients = [world.companion, second].map(({ url }) => clientOf(() => url, world.clock, key));
    for (let round = 0; round < 10; round += 1) {
      const booking = bookingAt(START + round * 2 * HOUR, { number: `2027-${round}` });
      const statuses = await Promise.all(clients.map((client, index) => client.send(eventOf('booking.approved', index === 0 ? booking : { ...booking, number: null }, { at: MONDAY }))));
      expect(statuses.map(({ status }) => status)).toEqual([202, 202]);
    }
    await Promise.all([world.companion.idle(), second.idle()]);
    expect(await clients[0]?.bookings()).toHaveLength(10);
  }, 30_000);

  it('R11 one that was paused past its lease, in the middle of a creation, loses, and no second conference is made', async () => {
    const pausedClock = createManualClock(MONDAY);
    let resume: () => void = () => undefined;
    const paused = new Promise<void>((resolve) => (resume = resolve));
    let reached: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (reached = resolve));
    const { credentials, tokenUrl, apiBase } = world.zoom;
    const zoom = createZoom({ ...credentials, tokenUrl, apiBase, fetch: globalThis.fetch, now: () => world.clock.now(), random: () => 0.5 });
    const slow: Conferences = {
      ...zoom,
      create: async (order, signal, aboutToSend) => {
        const outcome = await zoom.create(order, signal, aboutToSend);
        reached();
        await paused;
        return outcome;
      },
    };
    const approver = await world.person('approver');
    await world.companion.close();
    const stopped = await another({ clock: pausedClock, conferences: slow });
    const client = clientOf(() => stopped.url, world.clock, approver);
    await client.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await inside;
    const heir = await another();
    const reader = clientOf(() => heir.url, world.clock, approver);
    for (let seconds = 0; seconds <= 70; seconds += 10) {
      world.clock.advance(10_000);
      await heir.idle();
    }
    expect((await reader.bookings())[0]?.state).toBe('scheduled');
    resume();
    await stopped.idle();
    expect(world.zoom.created()).toHaveLength(1);
    expect((await reader.bookings())[0]).toMatchObject({ state: 'scheduled', conference: { id: world.zoom.created()[0]?.id } });
    expect(world.mailbox.messages()).toHaveLength(1);
    await world.restart();
  }, 30_000);

  it('R11 one that works for five leases keeps its work, and the other takes none of it', async () => {
    const held = holdCreation();
    const approver = await world.person('approver');
    await world.companion.close();
    const busy = await another({ fetch: held.fetch });
    await clientOf(() => busy.url, world.clock, approver).send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await held.reached;
    const heir = await another();
    const { db, close } = await openDatabase({ kind: 'postgres', url: postgres.url });
    const lease = async () => (await db.selectFrom('effects').select('lease_until').where('kind', '=', 'create').executeTakeFirstOrThrow()).lease_until;
    for (let thirds = 0; thirds < 15; thirds += 1) {
      world.clock.advance(20_000);
      // More than a third is left: at the latest now it was renewed.
      await expect.poll(async () => ((await lease()) ?? 0) - world.clock.now(), { timeout: 10_000 }).toBeGreaterThan(20_000);
      await heir.idle();
    }
    expect(world.zoom.created()).toHaveLength(0);
    held.release();
    await busy.idle();
    await heir.idle();
    expect(await db.selectFrom('effects').select(['attempts', 'outcome']).where('kind', '=', 'create').execute()).toEqual([{ attempts: 1, outcome: 'done' }]);
    expect([held.sent(), world.zoom.created().length]).toEqual([1, 1]);
    expect(world.mailbox.messages()).toHaveLength(1);
    await close();
    await world.restart();
  }, 30_000);

  it('R9 serves on while a newer version adds columns to the tables of its prepared statements', async () => {
    const approver = await world.person('approver');
    const send = (number: number) => approver.send(eventOf('booking.approved', bookingAt(START + number * 2 * HOUR, { number: String(number) }), { at: MONDAY }));
    // Often enough for the server to keep a plan of each statement.
    for (let number = 0; number < 8; number += 1) await send(number);
    await world.companion.idle();
    const newer = await openPostgres(postgres.url);
    for (const table of ['bookings', 'effects', 'keys', 'key_secrets', 'submissions', 'audit', 'webhooks']) await sql`alter table ${sql.table(table)} add column of_a_newer_version text`.execute(newer.db);
    await newer.close();
    for (let number = 8; number < 16; number += 1) await send(number);
    await world.companion.idle();
    expect((await approver.bookings()).map(({ state }) => state)).toEqual(Array<string>(16).fill('scheduled'));
  }, 30_000);

  it('R11 an effect is given to one worker, a lane to one at a time, and a lost lease writes nothing', async () => {
    const approver = await world.person('approver');
    for (let number = 0; number < 6; number += 1) await approver.send(eventOf('booking.requested', bookingAt(START + number * 2 * HOUR, { number: String(number) }), { at: MONDAY }));
    await world.companion.close();
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ kind: 'postgres', url: postgres.url })));
    const [one] = databases;
    if (one === undefined) throw new Error('No database.');
    const ids = await one.db.selectFrom('bookings').select('id').execute();
    for (const [index, { id }] of ids.entries()) {
      const effect = { booking_id: id, kind: 'review', mail_id: null, run_at: MONDAY, attempts: 0, intent_at: null, lease_token: null, lease_until: null, done_at: null, outcome: null, last_problem: null, created_at: MONDAY } as const;
      await one.db.insertInto('effects').values({ ...effect, id: `e${index}`, lane: index < 4 ? 'host:a' : null }).execute();
    }
    const claimed = (await Promise.all(Array.from({ length: 12 }, (_, index) => claimEffects((databases[index % 3] ?? one).db, 'postgres', MONDAY, 1 + (index % 2) * 3)))).flat();
    expect(claimed.filter(({ lane }) => lane === 'host:a')).toHaveLength(1);
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(3);
    const [lost] = claimed;
    const again = await claimEffects(one.db, 'postgres', MONDAY + 61_000, 10);
    expect(again.filter(({ lane }) => lane === 'host:a')).toHaveLength(1);
    expect(again).toHaveLength(3);
    if (lost !== undefined) await expect(finishEffect(one.db, lost, 'done', MONDAY)).rejects.toThrow(LeaseLost);
    await Promise.all(databases.map((database) => database.close()));
    await world.restart();
  });

  it('R9 outlives a server that crashes between two statements of a transaction, and works on once it is back', async () => {
    const approver = await world.person('approver');
    const database = await openDatabase({ kind: 'postgres', url: postgres.url });
    const transaction = await database.db.startTransaction().execute();
    await sql`select 1`.execute(transaction);
    await postgres.crash();
    await expect(sql`select 1`.execute(transaction)).rejects.toThrow();
    await transaction.rollback().execute().catch(() => undefined);
    await database.close();
    const sent = await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    expect(sent.status === 202 || sent.status === 503).toBe(true);
    await vi.waitUntil(async () => (await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }), { id: 'evt_again' })).status === 202, { timeout: 10_000 });
    world.clock.advance(2000);
    await world.companion.idle();
    expect(world.zoom.created()).toHaveLength(1);
  }, 60_000);

  it('R15 takes every older schema to the newest on PostgreSQL too, with what is in it, and two at once do it once', async () => {
    for (let reached = 0; reached <= migrations.length; reached += 1) {
      const { db, close } = await openPostgres(await postgres.create());
      await migrate(db, 'postgres', migrations.slice(0, reached));
      if (reached > 0) await db.insertInto('keys').values({ id: 'p-1', name: 'Marc', email: null, role: 'approver', establishment_id: null, created_at: 1, revoked_at: null }).execute();
      await Promise.all([migrate(db, 'postgres'), migrate(db, 'postgres')]);
      expect(await db.selectFrom('keys').select('name').execute()).toEqual(reached > 0 ? [{ name: 'Marc' }] : []);
      expect((await db.selectFrom('meta').select('value').where('name', '=', 'schema').executeTakeFirst())?.value).toBe(String(migrations.length));
      await close();
    }
  }, 60_000);

  it('R15 carries a row of every table from every older schema on PostgreSQL too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'passerelle-filled-'));
    for (let reached = 1; reached <= migrations.length; reached += 1) {
      const older = migrations.slice(0, reached);
      // The tables and columns are the same on both: SQLite tells which there are.
      const file = join(folder, `${reached}.sqlite`);
      const beside = openSqlite(file);
      await migrate(beside.db, 'sqlite', older);
      const reading = new Sqlite(file);
      const filled = fillEveryTable(reading);
      reading.close();
      await beside.close();
      const { db, close } = await openPostgres(await postgres.create());
      await migrate(db, 'postgres', older);
      for (const [table, row] of Object.entries(filled)) {
        await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) overriding system value values (${sql.join(Object.values(row))})`.execute(db);
      }
      await migrate(db, 'postgres');
      for (const [table, row] of Object.entries(filled)) {
        const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
        expect({ reached, table, rows }).toEqual({ reached, table, rows: [expect.objectContaining(row)] });
      }
      await close();
    }
    await rm(folder, { recursive: true });
  }, 60_000);

  it('refuses a server that does not keep what it acknowledges', async () => {
    const refused = openDatabase({ kind: 'postgres', url: `${postgres.url}&options=${encodeURIComponent('-c synchronous_commit=off')}` });
    await expect(refused).rejects.toThrow('synchronous_commit=off');
  });
});
