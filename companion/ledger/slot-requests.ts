/** « Demander ce créneau » (F05): asked of whoever holds it, one a slot and day. Nothing but words goes from one to the other. */
import { randomUUID } from 'node:crypto';
import type { SlotAnswer, SlotRequest as Asked, SlotRequestEntry } from '../../lib/contract/rooms.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import { DAY, toLocal } from '../../lib/domain/zone.ts';
import { hashOf, type Secrets } from '../secrets.ts';
import type { Caller } from './access.ts';
import { writeAudit } from './audit.ts';
import { loadBooking } from './bookings.ts';
import { endOf, startOf, toRecord, type BookingRecord } from './records.ts';
import type { Queries, SlotRequestsTable } from './schema.ts';
import { planServiceMail } from './service-mails.ts';

export type SlotRequest = SlotRequestsTable;

/** The states in which a slot is somebody's. */
const HELD = ['requested', 'approved', 'creating', 'unknown', 'scheduled', 'attention'] as const;

/** The booking that holds the service at an hour to come; what is decided goes before what is asked for. */
export async function findSlot(db: Queries, serviceId: string, at: Instant, now: Instant): Promise<BookingRecord | null> {
  const rows = await db.selectFrom('bookings').selectAll().where('service_id', '=', serviceId).where('start_at', '<=', at).where('end_at', '>', at).where('start_at', '>', now).where('state', 'in', HELD).orderBy('created_at').execute();
  const records = rows.map(toRecord);
  return records.find(({ life }) => life.state !== 'requested') ?? records[0] ?? null;
}

export const slotToken = (secrets: Secrets, id: string): string => secrets.linkToken(`slot ${id}`);

/** @returns its identifier; null when this slot was asked for today already */
export async function askForSlot(
  db: Queries,
  secrets: Secrets,
  record: BookingRecord,
  caller: Caller & { email: string },
  { purpose, language }: Asked,
  now: Instant,
): Promise<string | null> {
  const id = randomUUID();
  const row: SlotRequest = {
    id, booking_id: record.id, day: toLocal(now).date, token_hash: hashOf(slotToken(secrets, id)), requester_name: caller.name, requester_email: caller.email,
    purpose: purpose.trim(), language, asked_at: now, closes_at: startOf(record), answer: null, comment: null, answered_at: null,
  };
  const added = await db.insertInto('slot_requests').values(row).onConflict((conflict) => conflict.columns(['booking_id', 'day']).doNothing()).executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return null;
  await writeAudit(db, { bookingId: record.id, at: now, actor: caller.keyId, what: 'slotRequested' });
  await planServiceMail(db, { kind: 'slotAsked', subjectId: id, runAt: now, now });
  return id;
}

export const readSlotRequest = async (db: Queries, id: string): Promise<SlotRequest | null> => (await db.selectFrom('slot_requests').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

export const findSlotLink = async (db: Queries, token: string): Promise<SlotRequest | null> => (await db.selectFrom('slot_requests').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst()) ?? null;

/** The booking was moved to other hours: what was asked for is no longer its slot. */
const isElsewhere = ({ closes_at: asked }: SlotRequest, record: BookingRecord): boolean => asked < startOf(record) || asked >= endOf(record);

/** The slot has begun, or is nobody's any more. */
export const isSlotClosed = (request: SlotRequest, record: BookingRecord, now: Instant): boolean =>
  now >= request.closes_at || isElsewhere(request, record) || ['cancelled', 'rejected', 'cancelling', 'ended'].includes(record.life.state);

/** The first answer counts. @returns false when there was one before */
export async function answerSlot(db: Queries, request: SlotRequest, { answer, comment }: SlotAnswer, actor: string, now: Instant): Promise<boolean> {
  const said = comment.trim() === '' ? null : comment.trim();
  const answered = await db.updateTable('slot_requests').set({ answer, comment: said, answered_at: now }).where('id', '=', request.id).where('answer', 'is', null).executeTakeFirst();
  if (Number(answered.numUpdatedRows) !== 1) return false;
  await writeAudit(db, { bookingId: request.booking_id, at: now, actor, what: 'slotAnswered', detail: answer });
  await planServiceMail(db, { kind: 'slotAnswered', subjectId: request.id, runAt: now, now });
  return true;
}

const isoOf = (instant: Instant): string => new Date(instant).toISOString();

/** @param side whoever asked never learns who holds the slot, nor what for */
export function toSlotEntry(request: SlotRequest, record: BookingRecord, side: SlotRequestEntry['side'], now: Instant): SlotRequestEntry {
  const { establishment } = record.booking;
  const moved = isElsewhere(request, record) ? startOf(record) - request.closes_at : 0;
  return {
    id: request.id, side, service: record.service.id, start: isoOf(startOf(record) - moved), end: isoOf(endOf(record) - moved), establishment, booking: side === 'received' ? identityOf(record.booking) : null,
    requester: request.requester_name, purpose: request.purpose, asked: isoOf(request.asked_at),
    state: request.answer ?? (isSlotClosed(request, record, now) ? 'closed' : 'open'),
    comment: request.comment, answered: request.answered_at === null ? null : isoOf(request.answered_at), free: moved !== 0 || ['cancelled', 'rejected'].includes(record.life.state),
  };
}

/** Long enough to read the answer. */
const SHOWN_AFTER = 7 * DAY;
const SHOWN = 100;

/** What this address asked for, and what was asked of it, newest first. */
export async function listSlotRequests(db: Queries, email: string, now: Instant): Promise<SlotRequestEntry[]> {
  const address = email.toLowerCase();
  const rows = await db.selectFrom('slot_requests').innerJoin('bookings', 'bookings.id', 'slot_requests.booking_id').selectAll('slot_requests')
    .where('bookings.end_at', '>', now - SHOWN_AFTER)
    .where((where) => where.or([where('bookings.requester_email', '=', address), where((inner) => inner.fn('lower', ['slot_requests.requester_email']), '=', address)]))
    .orderBy('asked_at', 'desc').orderBy('slot_requests.id').limit(SHOWN).execute();
  const entries: SlotRequestEntry[] = [];
  for (const row of rows) {
    const record = await loadBooking(db, row.booking_id);
    if (record === null) continue;
    const isHolder = record.booking.requester.email?.toLowerCase() === address;
    entries.push(toSlotEntry(row, record, isHolder ? 'received' : 'asked', now));
  }
  return entries;
}
