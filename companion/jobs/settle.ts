/** How a job writes what came of it: the booking, the effect and what follows in one transaction, fenced by its lease. */
import type { Instant } from '../../lib/domain/booking.ts';
import { lockBooking } from '../ledger/bookings.ts';
import { isDiskFull } from '../ledger/full-disk.ts';
import { finishEffect, noteIntent, postponeEffect } from '../ledger/outbox.ts';
import type { BookingRecord, ConferenceRecord } from '../ledger/records.ts';
import type { EffectRow, Queries } from '../ledger/schema.ts';
import type { CreatedConference } from '../zoom/types.ts';
import type { JobContext } from './context.ts';

export type Settled =
  | { outcome: 'done' | 'dropped' | 'failed'; problem?: string }
  | { outcome: 'again'; at: Instant; problem: string; intentAt?: null }
  /** The lease is kept: the job goes on. */
  | { outcome: 'working' };

/**
 * Reads the booking anew, under lock, lets `work` change it, and settles the effect, all or nothing.
 * @param work may be called twice; only its last call counts
 * @throws {LeaseLost} when the effect was taken over meanwhile
 */
export async function settle(context: JobContext, effect: EffectRow, work: (db: Queries, record: BookingRecord) => Promise<Settled>): Promise<void> {
  const settled = await once(context, effect, work).catch((error: unknown) => {
    // What was done outside is noted in the room that was kept aside for it (R10).
    if (isDiskFull(error) && context.database.reserve.isSpent()) return once(context, effect, work);
    throw error;
  });
  if (settled !== 'working') context.metrics.count('passerelle_effects_total', { kind: effect.kind, outcome: settled });
}

function once(context: JobContext, effect: EffectRow, work: (db: Queries, record: BookingRecord) => Promise<Settled>): Promise<Settled['outcome']> {
  const { db, dialect } = context.database;
  return db.transaction().execute(async (transaction) => {
    const record = await lockBooking(transaction, dialect, effect.booking_id);
    const result: Settled = record === null ? { outcome: 'dropped' } : await work(transaction, record);
    const now = context.clock.now();
    if (result.outcome === 'again') {
      if (result.intentAt !== undefined) await noteIntent(transaction, effect, result.intentAt);
      await postponeEffect(transaction, effect, result.at, result.problem);
    } else if (result.outcome !== 'working') await finishEffect(transaction, effect, result.outcome, now, result.problem ?? null);
    return result.outcome;
  });
}

/**
 * What the ledger keeps of what Zoom says. A presenter's own link is had when he is made a panelist: who the one panelist is
 * that Zoom shows later, nobody knows here.
 */
export const toConferenceRecord = (conference: CreatedConference, before: ConferenceRecord | null = null): ConferenceRecord => ({
  kind: conference.kind,
  id: conference.id,
  joinLink: conference.joinLink,
  passcode: conference.passcode,
  dialIn: conference.dialIn,
  differences: conference.differences.length > 0 || before === null ? conference.differences : before.differences,
  createdAt: conference.createdAt,
  presenterLink: before === null ? conference.presenterLink : before.presenterLink,
});
