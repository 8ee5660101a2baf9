/**
 * F11: a request that nobody has answered for two working days. The approvers have one mail about it, ever: its row is
 * of the booking, so that whoever looks, and however often he dies, plans it once.
 */
import { isLate, LATE_WORKING_DAYS } from '../../lib/domain/answer-time.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY } from '../../lib/domain/zone.ts';
import { lockBooking } from './bookings.ts';
import type { Database } from './database.ts';
import { planMail } from './mails.ts';
import type { BookingRecord } from './records.ts';
import { startOf } from './records.ts';
import type { Queries } from './schema.ts';

/** Whether it waits for an answer at all: of what has no conference no answer is ever sent here, and what has begun is past answering. */
export const awaitsAnswer = (record: BookingRecord, now: Instant): boolean =>
  record.life.state === 'requested' && record.service.rules.kind !== 'none' && startOf(record) > now;

/** Since when it waits: asked for anew after a refusal, it waits since then. */
export async function waitsSince(db: Queries, { id, createdAt }: BookingRecord): Promise<Instant> {
  const row = await db.selectFrom('audit').select(({ fn }) => fn.max('at').as('at')).where('booking_id', '=', id).where('what', '=', 'requested').executeTakeFirst();
  const at = row?.at ?? null;
  return at === null ? createdAt : Number(at);
}

/** @returns how many mails were planned */
export async function planLateMails({ db, dialect }: Database, now: Instant): Promise<number> {
  // Two working days are never less than two days: over a clock change lies a weekend.
  const waiting = await db.selectFrom('bookings').select('id').where('start_at', '>', now).where('state', '=', 'requested').where('created_at', '<=', now - LATE_WORKING_DAYS * DAY)
    .where((where) => where.not(where.exists(where.selectFrom('mails').select('mails.id').whereRef('mails.booking_id', '=', 'bookings.id').where('kind', '=', 'approverLate').where('mails.state', '!=', 'dropped'))))
    .execute();
  let planned = 0;
  for (const { id } of waiting) {
    await db.transaction().execute(async (transaction) => {
      const record = await lockBooking(transaction, dialect, id);
      if (record === null || !awaitsAnswer(record, now) || !isLate(await waitsSince(transaction, record), now)) return;
      await planMail(transaction, record, 'approverLate', now, now);
      planned += 1;
    });
  }
  return planned;
}
