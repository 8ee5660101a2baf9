/**
 * The host key of a shared room (S1-05, S1-58). It is never stored and never logged: a showing makes a new key at Zoom
 * and hands it to the one person who asked; after the slot another one takes its place that nobody has seen. Zoom's
 * key is the licence holder's and holds for all his meetings (zoom.md § 6), so the holder should be the room's own.
 */
import { randomInt } from 'node:crypto';
import { ROOM_OPENS_BEFORE } from '../../lib/contract/bounds.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import type { HostKeyAnswer } from '../../lib/contract/rooms.ts';
import { HOUR, MINUTE } from '../../lib/domain/zone.ts';
import { writeAudit } from '../ledger/audit.ts';
import { loadBooking, loadByConference } from '../ledger/bookings.ts';
import { addEffect, finishEffect, postponeEffect } from '../ledger/outbox.ts';
import { endOf, startOf, type BookingRecord } from '../ledger/records.ts';
import { claimReveal, markRotated, otherHolder, readReveal, readRoom, reopenReveal, wasReplaced } from '../ledger/rooms.ts';
import type { EffectRow } from '../ledger/schema.ts';
import type { Conferences, Result } from '../zoom/types.ts';
import { againAt } from './backoff.ts';
import type { JobContext } from './context.ts';

/** Six digits: what every version of Zoom's documents admits. */
const newKey = (): string => String(randomInt(1_000_000)).padStart(6, '0');
/** Zoom may find a key too simple. */
const KEY_TRIES = 3;
/** A slot that runs over keeps its key; a room that is never left does not keep it for ever. */
const LONGEST_OVERRUN = 12 * HOUR;
const LOOK_AGAIN = 5 * MINUTE;

type Needed = Pick<JobContext, 'database' | 'conferences' | 'clock'>;

/** Who is in the room now: a booking of ours, or a meeting that is nobody's. */
export interface Busy {
  holder: BookingRecord | null;
  topic: string;
}

export type RevealOutcome =
  | { outcome: 'shown'; answer: HostKeyAnswer }
  | { outcome: 'noRoom' | 'over' | 'taken' | 'silent' }
  | { outcome: 'early'; at: Instant }
  | { outcome: 'busy'; busy: Busy; mayInsist: boolean };

const isRunning = (record: BookingRecord, now: Instant): boolean =>
  ['scheduled', 'live'].includes(record.life.state) && startOf(record) <= now && now < endOf(record);

async function setNewKey(conferences: Conferences, host: string, signal: AbortSignal): Promise<{ key: string; result: Result }> {
  for (let tries = 1; ; tries += 1) {
    const key = newKey();
    const result = await conferences.setHostKey(host, key, signal);
    if (result.ok || result.problem.code !== 'invalid' || tries === KEY_TRIES) return { key, result };
  }
}

/**
 * S1-58: whose meeting becoming the host now would end; null: nobody's. What is live in the room outside another's slot is
 * one's own guests, who came early.
 */
async function busyWith(
  { database, conferences, clock }: Needed,
  record: BookingRecord,
  roomId: string,
  signal: AbortSignal,
): Promise<{ ok: true; busy: Busy | null } | { ok: false }> {
  const live = await conferences.live(record.host, signal);
  if (!live.ok) return { ok: false };
  const elsewhere = live.events.find(({ id }) => id !== roomId);
  if (elsewhere !== undefined) return { ok: true, busy: { holder: await loadByConference(database.db, elsewhere.id, clock.now()), topic: elsewhere.topic } };
  const inRoom = live.events.find(({ id }) => id === roomId);
  const holder = inRoom === undefined ? null : await otherHolder(database.db, record, clock.now());
  return { ok: true, busy: inRoom === undefined || holder === null ? null : { holder, topic: inRoom.topic } };
}

/**
 * Shows the key of a slot, once. Whether the caller holds the slot is the caller's to know.
 * @param despite a person has read whose meeting is on; heard from the slot's start only
 * @param actor a key's public name, or `link`
 */
export async function revealHostKey(
  needed: Needed,
  record: BookingRecord,
  { despite, actor, signal }: { despite: boolean; actor: string; signal: AbortSignal },
): Promise<RevealOutcome> {
  const { database, conferences, clock } = needed;
  const { db } = database;
  const room = await readRoom(db, record.service.id);
  if (room === null || record.conference?.permanent !== true || !['scheduled', 'live'].includes(record.life.state)) return { outcome: 'noRoom' };
  const now = clock.now();
  if (now < startOf(record) - ROOM_OPENS_BEFORE) return { outcome: 'early', at: startOf(record) - ROOM_OPENS_BEFORE };
  if (now >= endOf(record)) return { outcome: 'over' };
  const known = await readReveal(db, record.id);
  if (known !== null && known.revision === record.life.revision && known.revealed_at !== null) return { outcome: 'taken' };
  const looked = await busyWith(needed, record, room.meeting_id, signal);
  if (!looked.ok) return { outcome: 'silent' };
  const mayInsist = now >= startOf(record);
  if (looked.busy !== null && !(despite && mayInsist)) return { outcome: 'busy', busy: looked.busy, mayInsist };
  if (!(await db.transaction().execute((transaction) => claimReveal(transaction, record, now)))) return { outcome: 'taken' };
  const { key, result } = await setNewKey(conferences, record.host, signal);
  if (!result.ok) {
    await reopenReveal(db, record.id);
    return { outcome: 'silent' };
  }
  await db.transaction().execute(async (transaction) => {
    await writeAudit(transaction, { bookingId: record.id, at: now, actor, what: 'hostKeyShown', detail: looked.busy === null ? null : 'despite' });
    await addEffect(transaction, { bookingId: record.id, kind: 'rotateKey', lane: `host:${record.host}`, runAt: endOf(record), now });
  });
  return { outcome: 'shown', answer: { hostKey: key, number: room.meeting_id, joinLink: room.join_link, passcode: room.passcode, until: new Date(endOf(record)).toISOString() } };
}

/**
 * After the slot: the key that was shown is worth nothing any more. Waits while the room is still in use. That it was shown,
 * and when, the effect itself says: the note of the showing is taken back when another is allowed.
 */
export async function performRotateKey(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const { database, conferences, clock, random } = context;
  const { db } = database;
  const record = await loadBooking(db, effect.booking_id);
  const reveal = await readReveal(db, effect.booking_id);
  const drop = (): Promise<void> => finishEffect(db, effect, 'dropped', clock.now());
  if (record === null || reveal === null || reveal.rotated_at !== null) return drop();
  if (await wasReplaced(db, record.host, record.id, effect.created_at)) {
    await markRotated(db, record.id, clock.now());
    return drop();
  }
  // Prolonged meanwhile: its holder keeps the key as long as the slot.
  if (isRunning(record, clock.now())) return postponeEffect(db, effect, endOf(record), 'prolonged');
  const roomId = record.conference?.id ?? null;
  const live = await conferences.live(record.host, signal);
  const now = clock.now();
  const isLate = now >= endOf(record) + LONGEST_OVERRUN;
  if (!live.ok && !isLate) return postponeEffect(db, effect, Math.max(againAt(live.problem, effect.attempts, now, random), now + MINUTE), live.problem.code);
  if (live.ok && !isLate && live.events.some(({ id }) => id === roomId)) return postponeEffect(db, effect, now + LOOK_AGAIN, 'live');
  const { result } = await setNewKey(conferences, record.host, signal);
  if (!result.ok) return postponeEffect(db, effect, Math.max(againAt(result.problem, effect.attempts, now, random), now + MINUTE), result.problem.code);
  return db.transaction().execute(async (transaction) => {
    await markRotated(transaction, record.id, now);
    await writeAudit(transaction, { bookingId: record.id, at: now, actor: 'system', what: 'hostKeyRotated' });
    await finishEffect(transaction, effect, 'done', now);
  });
}
