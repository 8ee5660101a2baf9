/**
 * The sweeper: Zoom's bounds are not documented, so what look-before-retry cannot promise is made true afterwards
 * (reliability.md A.4). Of every licence holder, the marked conferences are compared with the ledger: a second one of
 * a booking goes, and one whose booking has none any more; an orphan is reported; every upcoming conference is reviewed (Z4, Z85, Z88).
 */
import { DAY, HOUR, MINUTE } from '../../lib/domain/zone.ts';
import { loadBooking } from '../ledger/bookings.ts';
import { addEffect } from '../ledger/outbox.ts';
import { purge } from '../ledger/purge.ts';
import type { Queries } from '../ledger/schema.ts';
import type { CreatedConference } from '../zoom/types.ts';
import type { JobContext } from './context.ts';
import { forgetParked } from './parking.ts';
import { keepRounds, type Rounds } from './rounds.ts';

const FIRST_AFTER = 10 * MINUTE;
const EVERY = 6 * HOUR;
/** A conference this young may be one whose creation is being settled. */
const YOUNG = 10 * MINUTE;
/** How far ahead conferences are reviewed. */
const AHEAD = 14 * DAY;

export interface SweepReport {
  /** Duplicates and leftovers together. */
  removed: number;
  /** Marked by us, unknown to the ledger: another database's, or one that was restored from a backup; or lost and brought back at Zoom. */
  orphans: string[];
}

/** `duplicate`: the booking has another · `leftover`: its booking was erased or cancelled, and Zoom lists it still. */
type Verdict = 'ours' | 'duplicate' | 'leftover' | 'orphan';

/** The reference in `[MGR:<reference>:<hmac8>]`; null when the marker is not one that this companion makes. */
function referenceOf(context: JobContext, marker: string | null): string | null {
  const reference = /^\[MGR:([0-9a-f]+):[0-9a-f]{8}\]$/u.exec(marker ?? '')?.[1];
  return reference !== undefined && context.secrets.marker(reference) === marker ? reference : null;
}

async function judge(context: JobContext, conference: CreatedConference): Promise<Verdict> {
  const reference = referenceOf(context, conference.marker);
  const booking = reference === null ? null : await loadBooking(context.database.db, reference);
  if (booking === null) return 'orphan';
  if (booking.conference?.id === conference.id) return 'ours';
  // Brought back at Zoom after it was lost: no second one, and only a person knows whether people still have its link.
  if (booking.conference === null && booking.life.state === 'attention') return 'orphan';
  const isSettling = ['creating', 'unknown', 'approved', 'cancelling'].includes(booking.life.state) || context.clock.now() - conference.createdAt < YOUNG;
  if (isSettling) return 'ours';
  return booking.conference === null ? 'leftover' : 'duplicate';
}

/** One round over the given licence holders. A holder whom Zoom does not answer for is left for the next round. */
export async function sweep(context: JobContext, hosts: readonly string[], signal: AbortSignal): Promise<SweepReport> {
  const report: SweepReport = { removed: 0, orphans: [] };
  const removed = { duplicate: 0, leftover: 0 };
  for (const host of hosts) {
    const listed = await context.conferences.listMarked(host, '[MGR:', signal);
    if (!listed.ok) continue;
    for (const conference of listed.conferences) {
      const verdict = await judge(context, conference);
      if (verdict === 'orphan') report.orphans.push(conference.id);
      if (verdict !== 'duplicate' && verdict !== 'leftover') continue;
      const answer = await context.conferences.cancel(conference.kind, conference.id, signal);
      if (answer.ok) removed[verdict] += 1;
    }
  }
  report.removed = removed.duplicate + removed.leftover;
  if (removed.duplicate > 0) context.log.warn('duplicate conferences removed', { count: removed.duplicate });
  // Nothing went wrong: Zoom goes on listing what is long over.
  if (removed.leftover > 0) context.log.info('conferences that no booking holds any more removed', { count: removed.leftover });
  if (report.orphans.length > 0) context.log.warn('orphan conferences', { count: report.orphans.length });
  return report;
}

/** Holders of their own licence (S2-20) are named in no setting: those of what is to come, and of the day before. */
async function holdersOf(db: Queries, named: readonly string[], now: number): Promise<string[]> {
  const rows = await db.selectFrom('bookings').select('host').distinct().where('conference_id', 'is not', null).where('end_at', '>', now - DAY).execute();
  return [...new Set([...named, ...rows.map(({ host }) => host)])].filter((host) => host !== 'none');
}

/** Asks for a review of every conference of the coming fortnight. */
async function planReviews(db: Queries, now: number): Promise<void> {
  const due = await db.selectFrom('bookings').select('id').where('state', '=', 'scheduled').where('start_at', '>', now).where('start_at', '<', now + AHEAD).execute();
  const planned = await db.selectFrom('effects').select('booking_id').where('kind', '=', 'review').where('done_at', 'is', null).execute();
  const known = new Set(planned.map(({ booking_id }) => booking_id));
  for (const { id } of due) if (!known.has(id)) await addEffect(db, { bookingId: id, kind: 'review', lane: 'reviews', runAt: now, now });
}

/** Forgets what only served to recognise repetitions of Zoom's events, old alerts (they hold a meeting's name), and addresses that expired. */
async function forget(db: Queries, now: number): Promise<void> {
  await db.deleteFrom('zoom_events').where('at', '<', now - 30 * DAY).execute();
  await db.deleteFrom('alerts').where('at', '<', now - 30 * DAY).execute();
  await forgetParked(db, now);
  await db.deleteFrom('usage_links').where('expires_at', '<=', now).execute();
}

/** Sweeps ten minutes after the start, then every six hours, until stopped. Failures are the next round's business. */
export function keepSwept(context: JobContext, hosts: readonly string[], wake: () => void, signal: AbortSignal): Rounds {
  return keepRounds(context, { name: 'sweep', first: FIRST_AFTER, every: EVERY }, async () => {
    const now = context.clock.now();
    await sweep(context, await holdersOf(context.database.db, hosts, now), signal);
    await planReviews(context.database.db, now);
    await forget(context.database.db, now);
    if (context.retentionDays !== null) await purge(context.database, now - context.retentionDays * DAY, now, 'system');
    wake();
  }, signal);
}
