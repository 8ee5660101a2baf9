/**
 * Whether a conference is live, asked of Zoom itself: events may be missed (Z57). A booking counts as ended only when
 * Zoom twice says that it is not live; nothing is ever ended or deleted because of what a look finds (Z56).
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { HOUR, MINUTE } from '../../lib/domain/zone.ts';
import { apply } from '../ledger/apply.ts';
import { loadBooking } from '../ledger/bookings.ts';
import { askAt, askWhetherHeld, noteHeld } from '../ledger/held.ts';
import { endOf, startOf } from '../ledger/records.ts';
import type { BookingRecord } from '../ledger/records.ts';
import type { EffectRow, Queries } from '../ledger/schema.ts';
import { againAt } from './backoff.ts';
import type { JobContext } from './context.ts';
import { settle } from './settle.ts';
import type { Settled } from './settle.ts';

const LOOK_EVERY = 2 * MINUTE;
/** Between the first look that finds it gone and the second that settles it. */
const SECOND_LOOK = MINUTE;
/** Nobody opened it by then: nobody will. */
const GIVEN_UP_AFTER = HOUR;
/** Zoom takes up to half a minute to end an event (zoom.md § 2.3). */
const END_CONFIRMED_WITHIN = MINUTE;

export async function performWatch(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const before = await loadBooking(context.database.db, effect.booking_id);
  const conference = before?.conference ?? null;
  const looked = before === null || conference === null || conference.manual === true ? null : await context.conferences.live(before.host, signal);
  return settle(context, effect, async (db, record): Promise<Settled> => {
    const now = context.clock.now();
    const { state, notice } = record.life;
    if (!['scheduled', 'live', 'attention', 'ended'].includes(state) || record.conference === null) return { outcome: 'dropped' };
    if (looked !== null && !looked.ok) return { outcome: 'again', at: Math.max(againAt(looked.problem, effect.attempts, now, context.random), now + MINUTE / 2), problem: looked.problem.code };
    if (record.conference.permanent === true && state === 'live') return endOfSlot(db, record, now);
    const isLive = looked?.events.some(({ id }) => id === record.conference?.id) ?? false;
    const occasion = { now, actor: 'zoom', step: null } as const;
    if (isLive) {
      if (state === 'live') await noteUnconfirmed(db, record, now);
      else await apply(db, record, { type: state === 'ended' ? 'resumed' : 'started' }, { ...occasion, step: 'started' });
      await noteHeld(db, record, now);
      return { outcome: 'again', at: now + (notice?.code === 'endAsked' ? MINUTE / 2 : LOOK_EVERY), problem: 'live' };
    }
    if (state === 'ended') return untilItsEnd(record, now);
    // Zoom documents no status for webinars: one that was never seen live may be live all the same.
    const isTelling = record.conference.kind === 'meeting' || effect.last_problem === 'live' || effect.last_problem === 'notLive';
    if (state === 'live' && isTelling) {
      if (effect.last_problem !== 'notLive') return { outcome: 'again', at: now + (notice?.code === 'endAsked' ? MINUTE / 6 : SECOND_LOOK), problem: 'notLive' };
      if (now < startOf(record)) {
        await apply(db, record, { type: 'leftEarly' }, occasion);
        return { outcome: 'again', at: now + LOOK_EVERY, problem: 'waiting' };
      }
      await apply(db, record, { type: 'ended' }, { ...occasion, step: 'ended' });
      return untilItsEnd(record, now);
    }
    if (state === 'live') await noteUnconfirmed(db, record, now);
    // Of what was typed in by hand, and of a webinar whose events we do not hear, nothing is known: nobody is asked.
    const wouldBeSeen = looked !== null && (record.conference.kind === 'meeting' || context.hearsZoom);
    if (state === 'scheduled' && wouldBeSeen && now >= askAt(record)) await askWhetherHeld(db, context.secrets, record, now);
    if (now > endOf(record) + GIVEN_UP_AFTER) {
      await apply(db, record, { type: 'ended' }, { ...occasion, actor: 'system', step: 'ended', detail: 'notSeen' });
      return { outcome: 'done' };
    }
    return { outcome: 'again', at: nextLook(record, now), problem: 'waiting' };
  });
}

/** S1-30: people come to the room and leave it; from Zoom's word that they came to its end, the slot is theirs, and then it is over. */
async function endOfSlot(db: Queries, record: BookingRecord, now: Instant): Promise<Settled> {
  if (now < endOf(record)) return { outcome: 'again', at: endOf(record), problem: 'waiting' };
  await apply(db, record, { type: 'ended' }, { now, actor: 'system', step: 'ended' });
  return { outcome: 'done' };
}

/** Whoever ended it by mistake opens it again: looked for until its hours are over. */
const untilItsEnd = (record: BookingRecord, now: Instant): Settled =>
  (now < endOf(record) ? { outcome: 'again', at: now + LOOK_EVERY, problem: 'over' } : { outcome: 'done' });

/** Not before people come; and at the minute at which it is asked whether it was held. */
function nextLook(record: BookingRecord, now: Instant): Instant {
  const regular = Math.max(now + LOOK_EVERY, startOf(record) - 15 * MINUTE);
  const asking = askAt(record);
  return now < asking ? Math.min(regular, asking) : regular;
}

/** Z53: the end that was asked for and is not seen is said, never assumed. */
async function noteUnconfirmed(db: Queries, record: BookingRecord, now: Instant): Promise<void> {
  const { notice } = record.life;
  if (notice?.code !== 'endAsked' || now - Number(notice.values['at']) <= END_CONFIRMED_WITHIN) return;
  await apply(db, record, { type: 'noticed', notice: { code: 'endUnconfirmed', values: {} } }, { now, actor: 'zoom', step: null });
}

/** Zoom has no report of an event that nobody attended; asked a few times, then left. */
const COUNT_TRIES = 5;

/** F08: how many came: two numbers, kept apart from what is erased later; the report itself is never written down. */
export async function performAttendance(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const before = await loadBooking(context.database.db, effect.booking_id);
  const conference = before?.conference ?? null;
  if (conference === null || (conference.manual === true && conference.uuid === undefined)) return settle(context, effect, async () => ({ outcome: 'dropped' }));
  const counted = await context.conferences.attendance(conference.kind, conference.uuid ?? conference.id, signal);
  return settle(context, effect, async (db, record): Promise<Settled> => {
    const now = context.clock.now();
    if (record.conference === null) return { outcome: 'dropped' };
    if (!counted.ok) {
      if (effect.attempts >= COUNT_TRIES) return { outcome: 'failed', problem: counted.problem.code };
      return { outcome: 'again', at: now + HOUR * effect.attempts, problem: counted.problem.code };
    }
    const attended = { ...record, conference: { ...record.conference, attendance: { unique: counted.unique, peak: counted.peak } } };
    const counts = { booking_id: record.id, uniques: counted.unique, peak: counted.peak, at: now };
    await db.insertInto('attendances').values(counts).onConflict((conflict) => conflict.column('booking_id').doUpdateSet(counts)).execute();
    if (counted.unique > 0) await noteHeld(db, record, now);
    await apply(db, attended, { type: 'noticed', notice: record.life.notice }, { now, actor: 'zoom', step: null });
    return { outcome: 'done' };
  });
}
