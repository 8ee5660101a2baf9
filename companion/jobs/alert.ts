/**
 * F09: a meeting began on one of our licences. When no approved booking stands behind it, the approvers hear of it at
 * once, with whom it may disturb. Nothing is ended: only a person may (Z56).
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { disturbedBy, EARLY, unbookedMeetings, type HeldMeeting } from '../../lib/domain/held.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { bookingsAround, markAlert, readAlert, type Alert, type HostBooking } from '../ledger/alerts.ts';
import { farFrom } from '../ledger/bookings.ts';
import { finishEffect, postponeEffect } from '../ledger/outbox.ts';
import type { BookingRecord } from '../ledger/records.ts';
import type { EffectRow } from '../ledger/schema.ts';
import { alertLetter } from '../mail/alert.ts';
import { againAt } from './backoff.ts';
import type { JobContext } from './context.ts';

/** News of what goes on now; later it only puzzles. */
const STALE = 30 * MINUTE;
/** An alert is for within a minute: a licence that cannot be looked up is asked for again soon. */
const SOON = 10_000;

type HostFound = { kind: 'ours'; host: string } | { kind: 'theirs' } | { kind: 'later' };

/** Which of our licences an event speaks of. */
async function hostOf(context: JobContext, { host_id: hostId }: Alert, signal: AbortSignal): Promise<HostFound> {
  if (hostId === null) return { kind: 'theirs' };
  if (context.hosts.includes(hostId)) return { kind: 'ours', host: hostId };
  let isCertain = true;
  for (const host of context.hosts) {
    const found = await context.conferences.hostId(host, signal);
    if (found.ok && found.id === hostId) return { kind: 'ours', host };
    isCertain &&= found.ok || found.problem.permanent;
  }
  return isCertain ? { kind: 'theirs' } : { kind: 'later' };
}

/**
 * Whom to tell of: null when an approved booking stands behind the meeting. A booking whose conference is known is held
 * by that conference only; one without any may be held by whatever was made by hand.
 */
export function disturbedOf(
  { conference_id: id, started_at: start }: Alert,
  host: string,
  bookings: readonly HostBooking[],
  now: Instant,
): BookingRecord[] | null {
  const meeting: HeldMeeting = { id, serviceId: host, start, end: null };
  // A shared room's number is that of many bookings: the one whose slot it is.
  const own = bookings.toSorted((one, other) => farFrom(one, start) - farFrom(other, start)).find(({ record: { conference }, start: from, end: until }) => {
    if (conference?.id !== id) return false;
    return conference.permanent !== true || (start >= from - EARLY && start < until);
  });
  const others = bookings.filter((booking) => booking !== own);
  const disturbed = disturbedBy(meeting, others).map(({ record }) => record);
  if (own?.status === 'approved') {
    const isInTime = start >= own.start - EARLY && start < own.end;
    // Opened the day before to try it out: of concern only to whoever holds the licence then.
    return isInTime || disturbed.length === 0 ? null : disturbed;
  }
  const free = others.filter(({ record }) => record.conference === null);
  return unbookedMeetings([meeting], free, now).length === 0 ? null : disturbed;
}

export async function performAlert(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const { db } = context.database;
  const alert = await readAlert(db, effect.booking_id);
  const now = context.clock.now();
  const finish = (outcome: 'done' | 'dropped' | 'failed', state: Alert['state'], problem: string | null = null): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      await markAlert(transaction, effect.booking_id, state);
      await finishEffect(transaction, effect, outcome, context.clock.now(), problem);
    });
  if (alert === null || alert.state === 'sent' || now - alert.at > STALE) return finish('dropped', alert?.state === 'sent' ? 'sent' : 'dropped', 'late');
  const found = await hostOf(context, alert, signal);
  if (found.kind === 'later') return postponeEffect(db, effect, now + SOON, 'host');
  if (found.kind === 'theirs') return finish('dropped', 'dropped');
  const disturbed = disturbedOf(alert, found.host, await bookingsAround(db, found.host, alert), now);
  if (disturbed === null) return finish('dropped', 'dropped');
  await markAlert(db, alert.id, 'sending');
  const delivery = await context.post.send(alertLetter(alert, found.host, disturbed, context.approver), `mgr-alert-${alert.id}`);
  if (delivery.outcome === 'sent') return finish('done', 'sent');
  if (delivery.outcome === 'refused') return finish('failed', 'failed', delivery.problem);
  return postponeEffect(db, effect, Math.min(againAt({ retryAt: null }, effect.attempts, now, context.random), now + MINUTE), delivery.problem);
}
