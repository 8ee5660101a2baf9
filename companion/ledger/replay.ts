/** Trying again, by a person's decision, what failed for good. The worker of the serving process takes it up within a minute. */
import type { Instant } from '../../lib/domain/booking.ts';
import { apply } from './apply.ts';
import { writeAudit } from './audit.ts';
import { lockBooking } from './bookings.ts';
import type { Database } from './database.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import { toRecord } from './records.ts';
import type { EffectKind } from './schema.ts';

export interface FailedEffect {
  id: string;
  kind: EffectKind;
  /** The booking as the portal numbers it. */
  booking: string;
  at: Instant;
  problem: string | null;
}

/** What failed for good, newest first. */
export async function listFailed(database: Database): Promise<FailedEffect[]> {
  const { db } = database;
  const effects = await db.selectFrom('effects').select(['id', 'kind', 'booking_id', 'done_at', 'last_problem']).where('outcome', '=', 'failed').orderBy('done_at', 'desc').limit(200).execute();
  const failed: FailedEffect[] = [];
  for (const { id, kind, booking_id, done_at, last_problem } of effects) {
    const row = await db.selectFrom('bookings').selectAll().where('id', '=', booking_id).executeTakeFirst();
    if (row !== undefined) failed.push({ id, kind, booking: identityOf(toRecord(row).booking), at: done_at ?? 0, problem: last_problem });
  }
  return failed;
}

/**
 * What concerns the conference goes through the booking's life, as a new decision would; a mail and a look are simply
 * taken up again. @returns false when there is no such failed effect
 */
export async function replay(database: Database, effectId: string, now: Instant, actor: string): Promise<boolean> {
  return database.db.transaction().execute(async (db) => {
    const effect = await db.selectFrom('effects').selectAll().where('id', '=', effectId).where('outcome', '=', 'failed').executeTakeFirst();
    const record = effect === undefined ? null : await lockBooking(db, database.dialect, effect.booking_id);
    if (effect === undefined || record === null) return false;
    await writeAudit(db, { bookingId: record.id, at: now, actor, what: 'replayed', detail: effect.kind });
    const occasion = { now, actor, step: null } as const;
    switch (effect.kind) {
      case 'create':
      case 'invite':
      case 'update':
        await apply(db, record, { type: 'approved', at: now, material: false }, occasion);
        break;
      case 'cancel':
        await apply(db, record, { type: 'cancelled', at: now, undoUntil: null, tellApprover: false }, occasion);
        break;
      default:
        if (effect.mail_id !== null) await db.updateTable('mails').set({ state: 'queued', problem: null }).where('id', '=', effect.mail_id).execute();
        await db.updateTable('effects').set({ done_at: null, outcome: null, attempts: 0, run_at: now, last_problem: null }).where('id', '=', effect.id).execute();
        return true;
    }
    await db.updateTable('effects').set({ outcome: 'done' }).where('id', '=', effect.id).execute();
    return true;
  });
}
