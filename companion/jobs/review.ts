/**
 * Compares a conference with its booking (Z85 to Z87): gone, moved or renamed at Zoom is shown to a person and never
 * silently put right. A new link or passcode is simply taken over (Z81).
 */
import { MINUTE } from '../../lib/domain/zone.ts';
import { apply } from '../ledger/apply.ts';
import { loadBooking } from '../ledger/bookings.ts';
import type { Notice } from '../ledger/life.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { startOf } from '../ledger/records.ts';
import type { EffectRow } from '../ledger/schema.ts';
import type { CreatedConference } from '../zoom/types.ts';
import { againAt } from './backoff.ts';
import type { JobContext } from './context.ts';
import { settle, toConferenceRecord } from './settle.ts';
import type { Settled } from './settle.ts';

/** Missing once may be Zoom's hiccup; missing twice, minutes apart, is lost (Z87). */
const SECOND_LOOK = 3 * MINUTE;

/** Null when Zoom holds what the booking says. The words are the difference as a person would say it, without the old values. */
function movedNotice(record: BookingRecord, shown: CreatedConference): Notice | null {
  const differences = [
    ...(shown.topic === record.booking.name ? [] : ['name']),
    ...(shown.start === null || shown.start === startOf(record) ? [] : ['start']),
  ];
  return differences.length === 0 ? null : { code: 'moved', values: { what: differences.join(' ') } };
}

export async function performReview(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const before = await loadBooking(context.database.db, effect.booking_id);
  if (before === null || before.conference === null || before.conference.manual === true || before.life.state !== 'scheduled') return settle(context, effect, async () => ({ outcome: 'dropped' }));
  const shown = await context.conferences.read(before.conference.kind, before.conference.id, signal);
  return settle(context, effect, async (db, record): Promise<Settled> => {
    const now = context.clock.now();
    const { life, conference } = record;
    // A change of ours is under way: what Zoom shows is of before or after it.
    if (life.state !== 'scheduled' || conference === null || life.conferenceRevision !== life.revision) return { outcome: 'dropped' };
    const occasion = { now, actor: 'zoom', step: null } as const;
    if (shown.ok) {
      const notice = movedNotice(record, shown.conference);
      const kept = notice ?? (life.notice?.code === 'moved' ? null : life.notice);
      const isNew = notice !== null && life.notice?.code !== 'moved';
      await apply(db, { ...record, conference: toConferenceRecord(shown.conference, conference) }, { type: 'noticed', notice: kept }, { ...occasion, step: isNew ? 'moved' : null });
      return { outcome: 'done' };
    }
    if (shown.problem.code !== 'notFound') return { outcome: 'again', at: againAt(shown.problem, effect.attempts, now, context.random), problem: shown.problem.code };
    if (effect.last_problem !== 'notFound') return { outcome: 'again', at: now + SECOND_LOOK, problem: 'notFound' };
    await apply(db, { ...record, conference: null }, { type: 'vanished', notice: { code: 'vanished', values: {} } }, { ...occasion, step: 'vanished' });
    return { outcome: 'done' };
  });
}
