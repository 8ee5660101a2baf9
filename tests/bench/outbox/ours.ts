/** Our effects table, by the companion's own code: claimed under a lease, and finished by whoever still holds it. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Environment } from '../../../companion/environment.ts';
import { addBooking } from '../../../companion/ledger/bookings.ts';
import { born } from '../../../companion/ledger/machine.ts';
import { openDatabase } from '../../../companion/ledger/open.ts';
import { addEffect, claimEffects, finishEffect } from '../../../companion/ledger/outbox.ts';
import type { Queries } from '../../../companion/ledger/schema.ts';
import { inventEvent } from '../companion/signed.ts';
import { AT_ONCE, type Queue } from './job.ts';

/** As the worker does it: takes as many as it has hands free, whenever one of them is done. */
async function drainAsTheWorker(db: Queries, dialect: 'sqlite' | 'postgres'): Promise<number> {
  const running = new Set<Promise<unknown>>();
  let done = 0;
  for (;;) {
    const effects = await claimEffects(db, dialect, Date.now(), AT_ONCE - running.size);
    done += effects.length;
    for (const effect of effects) {
      const finished: Promise<unknown> = finishEffect(db, effect, 'done', Date.now()).finally(() => running.delete(finished));
      running.add(finished);
    }
    if (running.size === 0) return done;
    await Promise.race(running);
  }
}

const COPIED = 1000;

/** More of what waits for another day, copied in SQL from the first of it. */
const copyWaiting = (times: number) => sql`insert into effects (id, booking_id, kind, attempts, run_at, created_at)
  with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${times})
  select id || '-' || n, booking_id, kind, attempts, run_at + n, created_at from effects cross join numbers`;

/** @param later how many more wait for another day, as the reminders of all bookings to come do */
export async function openOurs(settings: Environment['database'], later = 0): Promise<Queue> {
  const { db, dialect, close } = await openDatabase(settings);
  const add = (count: number, delay: number): Promise<void> => db.transaction().execute(async (transaction) => {
    const now = Date.now();
    const { booking, service, language } = inventEvent(0, now).data;
    const id = randomBytes(8).toString('hex');
    await addBooking(transaction, { id, host: 'bench', booking: { ...booking, number: id }, service, language, reason: null, browserOnly: false, life: born(), conference: null, slug: null, createdAt: now, updatedAt: now });
    for (let index = 0; index < count; index += 1) await addEffect(transaction, { bookingId: id, kind: 'watch', lane: null, runAt: now + delay - count + index, now });
  });
  if (later > 0) {
    await add(COPIED, 30 * 24 * 3_600_000);
    await copyWaiting(later / COPIED - 1).execute(db);
  }
  return {
    close,
    fill: (count) => add(count, 0),
    drain: () => drainAsTheWorker(db, dialect),
  };
}
