/**
 * The outbox: what is to be done outside, written in the transaction that decided it. A worker takes an effect under
 * a lease; whatever it then writes carries the lease's token, so that a worker that was paused past its lease and
 * woke up loses (R11). At most one effect of a lane, i.e. of one licence holder at Zoom, is worked on at a time.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SelectQueryBuilder } from 'kysely';
import type { Instant } from '../../lib/domain/booking.ts';
import type { Dialect } from './bookings.ts';
import { compiled } from './compiled.ts';
import { newReference } from './references.ts';
import type { EffectKind, EffectRow, Queries, Schema } from './schema.ts';
import { added } from './together.ts';

/** A lease lasts this long, unless a test shortens it, and is renewed at a third of it. */
export const LEASE_MS = 60_000;

export class LeaseLost extends Error {
  constructor() {
    super('The lease of this effect was taken over.');
    this.name = 'LeaseLost';
  }
}

export interface NewEffect {
  bookingId: string;
  kind: EffectKind;
  lane: string | null;
  mailId?: string | null;
  /** What is known beforehand, as a former try would have noted it. */
  noted?: string | null;
  runAt: Instant;
  now: Instant;
}

const withWork = new WeakSet<Queries>();

/** Whether this transaction put anything into the outbox: then the worker is to be woken once it is committed. */
export const addsWork = (transaction: Queries): boolean => withWork.has(transaction);

const columns = [
  'id', 'booking_id', 'kind', 'lane', 'mail_id', 'run_at', 'attempts', 'intent_at', 'lease_token', 'lease_until', 'done_at', 'outcome', 'last_problem', 'created_at',
] as const satisfies readonly (keyof EffectRow)[];

const add = added('effects', columns);

export async function addEffect(db: Queries, { bookingId, kind, lane, mailId = null, noted = null, runAt, now }: NewEffect): Promise<void> {
  withWork.add(db);
  await add(db, {
    id: newReference(now), booking_id: bookingId, kind, lane, mail_id: mailId, run_at: runAt,
    attempts: 0, intent_at: null, lease_token: null, lease_until: null, done_at: null, outcome: null, last_problem: noted, created_at: now,
  });
}

/** Voids effects that no worker holds; one that is held finds out by the booking's state. */
export async function dropEffects(db: Queries, bookingId: string, kinds: readonly EffectKind[], now: Instant): Promise<void> {
  await db.updateTable('effects').set({ done_at: now, outcome: 'dropped' })
    .where('booking_id', '=', bookingId).where('kind', 'in', kinds).where('done_at', 'is', null).where('lease_token', 'is', null).execute();
}

/** Two questions at once, each answered by its own index however much waits for a later day. */
const look = compiled<{ now: Instant }, { due: number; expired: number }>((db, place) => {
  const open = (): SelectQueryBuilder<Schema, 'effects', object> => db.selectFrom('effects').where('done_at', 'is', null);
  const counted = (any: SelectQueryBuilder<Schema, 'effects', object>) => sql<number>`case when exists ${any.select(sql`1`.as('one'))} then 1 else 0 end`;
  return db.selectNoFrom([
    counted(open().where('lease_token', 'is', null).where('run_at', '<=', place('now'))).as('due'),
    counted(open().where('lease_token', 'is not', null).where('lease_until', '<', place('now'))).as('expired'),
  ]);
});

const taking = (locking: boolean) => compiled<{ token: string; until: Instant; now: Instant; most: number }, EffectRow>((db, place) =>
  db.with('waiting', (query) => query.selectFrom('effects as due').select(({ fn }) => ['due.id', fn.coalesce('due.lane', 'due.id').as('turn'), 'due.run_at', 'due.created_at'])
    .where('due.done_at', 'is', null).where('due.lease_token', 'is', null).where('due.run_at', '<=', place('now'))
    .where((where) => where.or([
      where('due.lane', 'is', null),
      where.not(where.exists(where.selectFrom('effects as busy').select('busy.id').whereRef('busy.lane', '=', 'due.lane').where('busy.lease_token', 'is not', null))),
    ]))
    .orderBy('due.run_at').orderBy('due.created_at').limit(place('most'))
    .$if(locking, (taken) => taken.forUpdate().skipLocked()))
    .with('placed', (query) => query.selectFrom('waiting').select(({ fn }) =>
      ['id', fn.agg<number>('row_number').over((over) => over.partitionBy('turn').orderBy('run_at').orderBy('created_at')).as('place')]))
    .updateTable('effects')
    .set((set) => ({ lease_token: place('token'), lease_until: place('until'), attempts: set('attempts', '+', 1) }))
    .where('id', 'in', (select) => select.selectFrom('placed').select('id').where('place', '=', 1))
    .returning(columns));

const take = { sqlite: taking(false), postgres: taking(true) };

/**
 * Takes the due effects that have waited longest, of lanes that are free and one of each lane; none when nothing is due.
 * Those taken together share a token: each of them is fenced by it and by its own identifier.
 */
export async function claimEffects(db: Queries, dialect: Dialect, now: Instant, most: number, leaseMs = LEASE_MS): Promise<EffectRow[]> {
  // Looked at first: a question takes no lock, and most often there is nothing to do.
  const [waiting] = (await look(db, { now })).rows;
  if (waiting === undefined || !(Number(waiting.due) || Number(waiting.expired))) return [];
  if (Number(waiting.expired)) {
    await db.updateTable('effects').set({ lease_token: null, lease_until: null })
      .where('done_at', 'is', null).where('lease_token', 'is not', null).where('lease_until', '<', now).execute();
  }
  for (;;) {
    try {
      return (await take[dialect](db, { token: randomUUID(), until: now + leaseMs, now, most })).rows;
    } catch (error) {
      // Another process took an effect of the same lane in between: look again.
      if (dialect !== 'postgres' || (error as { code?: unknown }).code !== '23505') throw error;
    }
  }
}

/** @throws {LeaseLost} */
export async function renewLease(db: Queries, effect: EffectRow, now: Instant, leaseMs = LEASE_MS): Promise<void> {
  await fenced(db, effect, { lease_until: now + leaseMs });
}

/** Notes that a creation is about to be sent (or, with null, that it was certainly refused). @throws {LeaseLost} */
export async function noteIntent(db: Queries, effect: EffectRow, intentAt: Instant | null): Promise<void> {
  await fenced(db, effect, { intent_at: intentAt });
}

/** Whether a creation of the same booking, under another effect, was sent to Zoom and is not settled yet. */
export async function isSentByAnother(db: Queries, { id, booking_id: bookingId }: EffectRow): Promise<boolean> {
  const other = await db.selectFrom('effects').select('id').where('booking_id', '=', bookingId).where('kind', '=', 'create').where('id', '!=', id)
    .where('done_at', 'is', null).where('intent_at', 'is not', null).limit(1).executeTakeFirst();
  return other !== undefined;
}

const finish = compiled<{ id: string; token: string | null; now: Instant; outcome: 'done' | 'dropped' | 'failed'; problem: string | null }, unknown>((db, place) =>
  db.updateTable('effects').set({ done_at: place('now'), outcome: place('outcome'), last_problem: place('problem'), lease_token: null, lease_until: null })
    .where('id', '=', place('id')).where('lease_token', '=', place('token')));

/** @throws {LeaseLost} when somebody else took the effect over: the transaction must not commit */
export async function finishEffect(db: Queries, effect: EffectRow, outcome: 'done' | 'dropped' | 'failed', now: Instant, problem: string | null = null): Promise<void> {
  const result = await finish(db, { id: effect.id, token: effect.lease_token, now, outcome, problem });
  if (Number(result.numAffectedRows) !== 1) throw new LeaseLost();
}

/** Puts it back for later. @throws {LeaseLost} */
export async function postponeEffect(db: Queries, effect: EffectRow, runAt: Instant, problem: string): Promise<void> {
  await fenced(db, effect, { run_at: runAt, last_problem: problem, lease_token: null, lease_until: null });
}

/** Gives it back untouched, at a graceful stop (R14). */
export async function releaseEffect(db: Queries, effect: EffectRow): Promise<void> {
  await db.updateTable('effects').set({ lease_token: null, lease_until: null }).where('id', '=', effect.id).where('lease_token', '=', effect.lease_token).execute();
}

/** On SQLite only one process serves: every lease found at the start is of a dead one. */
export async function releaseDeadLeases(db: Queries): Promise<void> {
  await db.updateTable('effects').set({ lease_token: null, lease_until: null }).where('done_at', 'is', null).where('lease_token', 'is not', null).execute();
}

const earliest = compiled<object, { at: Instant | null }>((db) =>
  db.selectFrom('effects').select((select) => select.fn.min<Instant | null>('run_at').as('at')).where('done_at', 'is', null).where('lease_token', 'is', null));

/** When the next effect is due, those in work left out; null when nothing is waiting. */
export const nextDue = async (db: Queries): Promise<Instant | null> => (await earliest(db, {})).rows[0]?.at ?? null;

/** Waiting effects and those in work, and how long the oldest due one has waited, for /readyz and /metrics. */
export async function outboxDepth(db: Queries, now: Instant): Promise<{ waiting: number; oldestMs: number }> {
  const open = db.selectFrom('effects').select([sql<number>`count(*)`.as('waiting'), sql<number | null>`min(run_at)`.as('oldest')]).where('done_at', 'is', null).where('run_at', '<=', now);
  // Each by its own index, whatever waits for a later day.
  const parts = await open.where('lease_token', 'is', null).unionAll(open.where('lease_token', 'is not', null)).execute();
  const oldest = Math.min(...parts.map((part) => part.oldest ?? now));
  return { waiting: parts.reduce((sum, part) => sum + Number(part.waiting), 0), oldestMs: now - oldest };
}

async function fenced(db: Queries, effect: EffectRow, set: Partial<EffectRow>): Promise<void> {
  const result = await db.updateTable('effects').set(set).where('id', '=', effect.id).where('lease_token', '=', effect.lease_token).executeTakeFirst();
  if (Number(result.numUpdatedRows) !== 1) throw new LeaseLost();
}
