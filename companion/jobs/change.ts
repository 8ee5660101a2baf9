/** What happens to a conference that exists: its presenter, its changes, its end. */
import { apply } from '../ledger/apply.ts';
import { listHolders, loadBooking } from '../ledger/bookings.ts';
import type { BookingRecord, ConferenceRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';
import type { EffectRow } from '../ledger/schema.ts';
import type { ZoomProblem } from '../zoom/types.ts';
import { againAt } from './backoff.ts';
import type { JobContext } from './context.ts';
import { conflictOf, obstacleToChange } from './obstacle.ts';
import { toOrder } from './order.ts';
import { parkedUntil, parkHost } from './parking.ts';
import { noticeOf } from './problems.ts';
import { settle, toConferenceRecord } from './settle.ts';

/** A presenter whom Zoom keeps refusing must not keep the link from the requester. */
const INVITE_TRIES = 6;
const mayTryPresenter = ({ permanent }: ZoomProblem, { attempts }: EffectRow): boolean => !permanent && attempts < INVITE_TRIES;
/** A conference that is not found must be missing twice, minutes apart, before it counts as lost (Z87). */
const SECOND_LOOK = 3 * 60_000;

type Existing = BookingRecord & { conference: ConferenceRecord };
const hasConference = (record: BookingRecord | null): record is Existing =>
  record !== null && record.conference !== null && record.life.conferenceRevision !== null;

const read = (context: JobContext, effect: EffectRow) => loadBooking(context.database.db, effect.booking_id);
const drop = (context: JobContext, effect: EffectRow) => settle(context, effect, async () => ({ outcome: 'dropped' }));

/** Z18: the presenter is a panelist before any mail goes; his refusal never makes a second webinar. */
export async function performInvite(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const before = await read(context, effect);
  if (!hasConference(before) || before.life.state !== 'creating') return drop(context, effect);
  const result = await context.conferences.addPresenter(before.conference, before.booking.presenter, signal);
  return settle(context, effect, async (db, current) => {
    const now = context.clock.now();
    if (!hasConference(current)) return { outcome: 'dropped' };
    if (result.ok) {
      const conference = { ...current.conference, kind: result.kind ?? current.conference.kind, presenterLink: result.presenterLink };
      await apply(db, { ...current, conference }, { type: 'presenterSettled', notice: null }, { now, actor: 'system', step: 'presenterInvited' });
      return { outcome: 'done' };
    }
    if (mayTryPresenter(result.problem, effect)) return { outcome: 'again', at: againAt(result.problem, effect.attempts, now, context.random), problem: result.problem.code };
    await apply(db, current, { type: 'presenterSettled', notice: { code: 'presenterRefused', values: {} } }, { now, actor: 'system', step: 'presenterRefused', detail: result.problem.code });
    return { outcome: 'failed', problem: result.problem.code };
  });
}

/** Sends the present facts, reads back what Zoom made of them, and only then tells people. */
export async function performUpdate(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const before = await read(context, effect);
  if (!hasConference(before) || !['scheduled', 'creating', 'attention', 'live'].includes(before.life.state) || before.life.conferenceRevision === before.life.revision) return drop(context, effect);
  const { db } = context.database;
  const parked = await parkedUntil(db, before.host, context.clock.now());
  if (parked !== null) return settle(context, effect, async () => ({ outcome: 'again', at: parked, problem: 'dailyLimit' }));
  const conflict = conflictOf(before, await listHolders(db, before));
  const hasBegun = startOf(before) <= context.clock.now();
  const isUnderWay = conflict === null && hasBegun && (await beganAsBooked(context, before, signal));
  const obstacle = obstacleToChange(conflict, hasBegun && !isUnderWay);
  if (obstacle !== null) {
    return settle(context, effect, async (transaction, current) => {
      await apply(transaction, current, { type: 'updateRefused', notice: obstacle }, { now: context.clock.now(), actor: 'system', step: null });
      return { outcome: 'failed', problem: obstacle.code };
    });
  }
  if (before.conference.manual === true || isUnderWay) {
    // Made by hand, it must be changed by hand too; prolonged once it has begun, Zoom lets it go on. The requester learns of either.
    return settle(context, effect, async (transaction, current) => {
      await apply(transaction, current, { type: 'updated', revision: before.life.revision, alarm: null }, { now: context.clock.now(), actor: 'system', step: null });
      return { outcome: 'done' };
    });
  }
  // First: what is tried again here uses up none of the day's changes.
  const invited = await context.conferences.addPresenter(before.conference, before.booking.presenter, signal);
  if (!invited.ok && invited.problem.code !== 'notFound' && mayTryPresenter(invited.problem, effect)) return updateFailed(context, effect, invited.problem);
  const changed = await context.conferences.update(before.conference.kind, before.conference.id, toOrder(before, context.secrets), signal);
  if (!changed.ok) return updateFailed(context, effect, changed.problem);
  const kind = changed.kind ?? before.conference.kind;
  // Z32: what turned out to be a webinar takes its presenter only now.
  const presenter = kind === before.conference.kind
    ? invited
    : await context.conferences.addPresenter({ kind, id: before.conference.id }, before.booking.presenter, signal);
  const shown = await context.conferences.read(kind, before.conference.id, signal, toOrder(before, context.secrets));
  if (!shown.ok) return updateFailed(context, effect, shown.problem);
  return settle(context, effect, async (transaction, current) => {
    const now = context.clock.now();
    const kept = toConferenceRecord(shown.conference, current.conference);
    // Refused: whoever presented before has a link of his own, which nobody else may be sent.
    const presenterLink = presenter.ok ? presenter.presenterLink : null;
    const conference = { ...kept, differences: shown.conference.differences, presenterLink };
    const alarm = shown.conference.differences.includes('waitingRoom') ? ({ code: 'waitingRoom', values: {} } as const) : null;
    const updated = await apply(transaction, { ...current, conference }, { type: 'updated', revision: before.life.revision, alarm }, { now, actor: 'system', step: 'updated' });
    if (!presenter.ok && updated.life.notice === null) await apply(transaction, updated, { type: 'noticed', notice: { code: 'presenterRefused', values: {} } }, { now, actor: 'system', step: 'presenterRefused', detail: presenter.problem.code });
    return { outcome: 'done' };
  });
}

/** Whether its hours were prolonged or its name put right after it began, at the hour that Zoom holds: of such a one nothing is changed there any more. */
async function beganAsBooked(context: JobContext, record: Existing, signal: AbortSignal): Promise<boolean> {
  if (endOf(record) <= context.clock.now()) return false;
  if (record.conference.manual === true) return true;
  const shown = await context.conferences.read(record.conference.kind, record.conference.id, signal);
  return shown.ok && shown.conference.start === startOf(record);
}

function updateFailed(context: JobContext, effect: EffectRow, problem: ZoomProblem): Promise<void> {
  return settle(context, effect, async (db, current) => {
    const now = context.clock.now();
    const occasion = { now, actor: 'system', step: null };
    if (problem.code === 'notFound' && effect.last_problem !== 'notFound') return { outcome: 'again', at: now + SECOND_LOOK, problem: problem.code };
    if (problem.code === 'notFound') {
      await apply(db, { ...current, conference: null }, { type: 'vanished', notice: { code: 'vanished', values: {} } }, { ...occasion, step: 'vanished' });
      return { outcome: 'failed', problem: problem.code };
    }
    if (problem.permanent) {
      await apply(db, current, { type: 'updateRefused', notice: { code: 'updateRefused', values: {} } }, occasion);
      return { outcome: 'failed', problem: problem.code };
    }
    const at = againAt(problem, effect.attempts, now, context.random);
    if (problem.code === 'dailyLimit') await parkHost(db, current.host, at);
    await apply(db, current, { type: 'noticed', notice: noticeOf(problem) }, occasion);
    return { outcome: 'again', at, problem: problem.code };
  });
}

/** Deletes the conference; already gone is success (Z35). In progress, it is left to a person (Z36). */
export async function performCancel(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  let target: ConferenceRecord | null = null;
  await settle(context, effect, async (db, record) => {
    target = null;
    const now = context.clock.now();
    if (record.life.state !== 'cancelling') return { outcome: 'dropped' };
    await apply(db, record, { type: 'cancelStarted' }, { now, actor: 'system', step: null });
    target = record.conference;
    if (record.conference !== null) return { outcome: 'working' };
    await apply(db, record, { type: 'conferenceGone', at: now }, { now, actor: 'system', step: null });
    return { outcome: 'done' };
  });
  const conference = target as ConferenceRecord | null;
  if (conference === null) return;
  const result = conference.manual === true ? ({ ok: true } as const) : await context.conferences.cancel(conference.kind, conference.id, signal);
  return settle(context, effect, async (db, current) => {
    const now = context.clock.now();
    if (result.ok) {
      await apply(db, { ...current, conference: null }, { type: 'conferenceGone', at: now }, { now, actor: 'system', step: 'conferenceCancelled' });
      return { outcome: 'done' };
    }
    const { problem } = result;
    if (problem.code !== 'inProgress' && !problem.permanent) return { outcome: 'again', at: againAt(problem, effect.attempts, now, context.random), problem: problem.code };
    const notice = problem.code === 'inProgress' ? ({ code: 'inProgress', values: {} } as const) : ({ code: 'cancelRefused', values: {} } as const);
    await apply(db, current, { type: 'cancelRefused', notice }, { now, actor: 'system', step: null });
    return { outcome: 'failed', problem: problem.code };
  });
}
