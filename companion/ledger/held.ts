/**
 * « Non tenue ? » (F09): an approved booking that nobody started a quarter of an hour after its beginning. A question
 * to the requester; it counts only once he answered, or after a day without a word. What Zoom saw outweighs both.
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { ANSWER_WITHIN, NOT_HELD_AFTER } from '../../lib/domain/held.ts';
import { hashOf, type Secrets } from '../secrets.ts';
import { writeAudit } from './audit.ts';
import { planMail } from './mails.ts';
import { addEffect } from './outbox.ts';
import { startOf, type BookingRecord } from './records.ts';
import type { HeldQuestionsTable, Queries } from './schema.ts';

export type HeldQuestion = HeldQuestionsTable;

/** When a booking that nobody started is asked about. */
export const askAt = (record: BookingRecord): Instant => startOf(record) + NOT_HELD_AFTER;

/** Of its present hours: a booking that was moved afterwards is asked about anew. */
export const isOfThese = (question: HeldQuestion, record: BookingRecord): boolean => question.asked_at >= startOf(record);

export async function readHeld(db: Queries, record: BookingRecord): Promise<HeldQuestion | null> {
  const row = await db.selectFrom('held_questions').selectAll().where('booking_id', '=', record.id).executeTakeFirst();
  return row !== undefined && isOfThese(row, record) ? row : null;
}

/** The link's token: derived, so that a mail that is sent again carries the same one; only its hash is kept. */
export const heldToken = (secrets: Secrets, question: Pick<HeldQuestion, 'booking_id' | 'asked_at'>): string => secrets.linkToken(`held ${question.booking_id} ${question.asked_at}`);

/** Asks, once. */
export async function askWhetherHeld(db: Queries, secrets: Secrets, record: BookingRecord, now: Instant): Promise<void> {
  if ((await readHeld(db, record)) !== null) return;
  const asked = { booking_id: record.id, asked_at: now, closes_at: now + ANSWER_WITHIN, answer: null, answered_at: null, answered_by: null };
  const row = { ...asked, token_hash: hashOf(heldToken(secrets, asked)) };
  await db.insertInto('held_questions').values(row).onConflict((conflict) => conflict.column('booking_id').doUpdateSet(row)).execute();
  await writeAudit(db, { bookingId: record.id, at: now, actor: 'system', what: 'heldAsked' });
  await planMail(db, record, 'heldQuestion', now, now);
  await addEffect(db, { bookingId: record.id, kind: 'heldCount', lane: null, runAt: row.closes_at, now });
}

export async function answerHeld(db: Queries, bookingId: string, answer: 'held' | 'notHeld', by: 'link' | 'zoom' | 'system', now: Instant): Promise<void> {
  await db.updateTable('held_questions').set({ answer, answered_at: now, answered_by: by }).where('booking_id', '=', bookingId).execute();
  await writeAudit(db, { bookingId, at: now, actor: by, what: 'heldAnswered', detail: answer });
}

/** Zoom saw it start, or counted people: nobody need answer any more. */
export async function noteHeld(db: Queries, record: BookingRecord, now: Instant): Promise<void> {
  const question = await readHeld(db, record);
  if (question !== null && question.answer !== 'held') await answerHeld(db, record.id, 'held', 'zoom', now);
}

/** Null for anything that is not a token that was given out. */
export async function findHeldLink(db: Queries, token: string): Promise<HeldQuestion | null> {
  if (!/^[A-Za-z0-9_-]{43}$/u.test(token)) return null;
  return (await db.selectFrom('held_questions').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst()) ?? null;
}
