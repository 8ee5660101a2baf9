/**
 * Makes the conference, exactly once (R2). Zoom has no idempotency key, so: the intent is committed just before the POST;
 * an answer that is not certain is « unknown »; then Zoom's list is looked through for our marker, and only after a
 * quiet time without a find is a second POST allowed (zoom.md § 2.6, reliability.md A.4).
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { apply } from '../ledger/apply.ts';
import { listHolders } from '../ledger/bookings.ts';
import { roomConference, roomOf } from '../ledger/rooms.ts';
import { isSentByAnother, noteIntent } from '../ledger/outbox.ts';
import type { Notice } from '../ledger/life.ts';
import { startOf, type BookingRecord } from '../ledger/records.ts';
import type { EffectRow } from '../ledger/schema.ts';
import { minutesOf } from '../zoom/common-body.ts';
import type { CreatedConference, ZoomProblem } from '../zoom/types.ts';
import { againAt, delayAfter } from './backoff.ts';
import type { JobContext } from './context.ts';
import { obstacleTo } from './obstacle.ts';
import { toOrder } from './order.ts';
import { parkedUntil, parkHost } from './parking.ts';
import { noticeOf, noticeWhileUnknown } from './problems.ts';
import type { Settled } from './settle.ts';
import { settle, toConferenceRecord } from './settle.ts';

export async function performCreate(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const record = await begin(context, effect);
  if (record === null) return;
  if (effect.intent_at !== null && !(await mayPost(context, effect, effect.intent_at, record, signal))) return;
  let intentAt = context.clock.now();
  const result = await context.conferences.create(toOrder(record, context.secrets), signal, async () => {
    intentAt = context.clock.now();
    await noteIntent(context.database.db, effect, intentAt);
  });
  switch (result.outcome) {
    case 'created':
      return recordCreated(context, effect, record.life.revision, result.conference, 'created');
    case 'refused':
      return recordRefused(context, effect, result.problem);
    case 'unknown':
      return recordUnknown(context, effect, intentAt, result.problem);
  }
}

/** Checks what may stand against it and commits that the creation begins; null when there is nothing (more) to do. */
async function begin(context: JobContext, effect: EffectRow): Promise<BookingRecord | null> {
  let begun: BookingRecord | null = null;
  await settle(context, effect, async (db, record): Promise<Settled> => {
    begun = null;
    const now = context.clock.now();
    const { state, conferenceRevision } = record.life;
    if (conferenceRevision !== null || !['approved', 'creating', 'unknown', 'cancelling'].includes(state)) return { outcome: 'dropped' };
    // Cancelled and approved anew while a worker died with the first: only the one that knows of the request may judge it.
    if (effect.intent_at === null && (await isSentByAnother(db, effect))) return { outcome: 'dropped' };
    if (state === 'cancelling' && effect.intent_at === null) {
      await apply(db, record, { type: 'conferenceGone', at: now }, { now, actor: 'system', step: null });
      return { outcome: 'dropped' };
    }
    if (state === 'approved') {
      const room = await roomOf(db, record.service);
      const obstacle = obstacleTo(record, await listHolders(db, record), now, room !== null);
      if (obstacle !== null) {
        await apply(db, record, { type: obstacle.isHeld ? 'held' : 'stopped', notice: obstacle.notice }, { now, actor: 'system', step: null });
        return { outcome: 'done', problem: obstacle.notice.code };
      }
      if (room !== null) {
        // S1-30: the slot makes no meeting, it is the room's.
        await apply(db, { ...record, conference: roomConference(room, now) }, { type: 'linkEntered' }, { now, actor: 'system', step: 'slotTaken' });
        return { outcome: 'done' };
      }
    }
    const parked = await parkedUntil(db, record.host, now);
    if (parked !== null && effect.intent_at === null) {
      await apply(db, record, { type: 'noticed', notice: { code: 'dailyLimit', values: { retryAt: parked } } }, { now, actor: 'system', step: null });
      return { outcome: 'again', at: parked, problem: 'dailyLimit' };
    }
    begun = state === 'approved' ? await apply(db, record, { type: 'createStarted' }, { now, actor: 'system', step: 'creating' }) : record;
    return { outcome: 'working' };
  });
  return begun;
}

/** After an uncertain answer: adopts what is found; true when it is certain by now that nothing was made. */
async function mayPost(context: JobContext, effect: EffectRow, intentAt: Instant, record: BookingRecord, signal: AbortSignal): Promise<boolean> {
  const lookedAt = context.clock.now();
  const looked = await context.conferences.findByMarker(record.host, context.secrets.marker(record.id), signal);
  if (!looked.ok) {
    await recordUnknown(context, effect, intentAt, looked.problem);
    return false;
  }
  const [oldest, ...others] = looked.conferences;
  if (oldest !== undefined) {
    await adopt(context, effect, record, oldest, others, signal);
    return false;
  }
  if (lookedAt < intentAt + context.quietMs) {
    await recordUnknown(context, effect, intentAt, null);
    return false;
  }
  if (record.life.state !== 'cancelling') return true;
  await settle(context, effect, async (db, current) => {
    const now = context.clock.now();
    await apply(db, current, { type: 'conferenceGone', at: now }, { now, actor: 'system', step: null });
    return { outcome: 'done' };
  });
  return false;
}

/** The list is short on details: the conference is read before it is taken over. Of two, the older stays (Z4). */
async function adopt(
  context: JobContext,
  effect: EffectRow,
  record: BookingRecord,
  oldest: CreatedConference,
  others: readonly CreatedConference[],
  signal: AbortSignal,
): Promise<void> {
  const order = toOrder(record, context.secrets);
  const read = await context.conferences.read(oldest.kind, oldest.id, signal, order);
  if (!read.ok) return recordUnknown(context, effect, effect.intent_at ?? context.clock.now(), read.problem);
  for (const other of others) {
    context.log.warn('duplicate conference removed', { booking: record.id, count: others.length });
    await context.conferences.cancel(other.kind, other.id, signal);
  }
  // What was sent is not known for certain: a revision of its own makes the update that sends the present facts.
  const isCurrent = read.conference.topic === order.topic && read.conference.start === order.start && read.conference.duration === minutesOf(order);
  return recordCreated(context, effect, isCurrent ? record.life.revision : record.life.revision - 1, read.conference, 'adopted');
}

function recordCreated(context: JobContext, effect: EffectRow, revision: number, conference: CreatedConference, step: 'created' | 'adopted'): Promise<void> {
  return settle(context, effect, async (db, current) => {
    const now = context.clock.now();
    const kept = toConferenceRecord(conference);
    const invite = kept.kind === 'webinar' && current.booking.presenter.email !== null;
    const alarm = kept.differences.includes('waitingRoom') ? ({ code: 'waitingRoom', values: {} } as const) : null;
    await apply(db, { ...current, conference: kept }, { type: 'created', revision, invite, alarm }, { now, actor: 'system', step, detail: kept.kind });
    return { outcome: 'done' };
  });
}

function recordRefused(context: JobContext, effect: EffectRow, problem: ZoomProblem): Promise<void> {
  return settle(context, effect, async (db, current) => {
    const now = context.clock.now();
    const occasion = { now, actor: 'system', step: null };
    if (problem.permanent || current.life.state === 'cancelling') {
      // Zoom came back too late: that is what a person must know, whatever was refused then.
      const notice: Notice = startOf(current) <= now ? { code: 'past', values: {} } : noticeOf(problem, 'zoomRefused');
      await apply(db, current, { type: 'createRefused', notice }, occasion);
      return { outcome: 'failed', problem: problem.code };
    }
    const at = againAt(problem, effect.attempts, now, context.random);
    if (problem.code === 'dailyLimit') await parkHost(db, current.host, at);
    await apply(db, current, { type: 'noticed', notice: noticeOf(problem) }, occasion);
    // Certainly not made: the next try need not look first.
    return { outcome: 'again', at, problem: problem.code, intentAt: null };
  });
}

function recordUnknown(context: JobContext, effect: EffectRow, intentAt: Instant, problem: ZoomProblem | null): Promise<void> {
  return settle(context, effect, async (db, current) => {
    const now = context.clock.now();
    const isNew = current.life.state === 'creating';
    await apply(db, current, { type: 'outcomeUnknown', notice: noticeWhileUnknown(problem) }, { now, actor: 'system', step: isNew ? 'unknown' : null });
    // Looks again soon, to adopt early, unless Zoom says when; the look that decides is the one at the end of the quiet time.
    const quietEnds = intentAt + context.quietMs;
    const soon = now + Math.max(1000, delayAfter(effect.attempts, context.random));
    const told = problem?.retryAt ?? 0;
    const at = told > now ? told : quietEnds > now ? Math.min(soon, quietEnds) : soon;
    return { outcome: 'again', at, problem: problem?.code ?? 'quiet' };
  });
}
