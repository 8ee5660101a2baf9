/** Actions of a person that are done at once and leave no event: each signed request counts once (R7). */
import type { Instant } from '../../lib/domain/booking.ts';
import type { Queries } from './schema.ts';

export interface Act {
  webhookId: string;
  keyId: string;
  bookingId: string;
  now: Instant;
}

/** Notes its identity for ever. @returns false when it has been seen: a copy of the request, which must do nothing */
export async function takeAct(db: Queries, { webhookId, keyId, bookingId, now }: Act): Promise<boolean> {
  const taken = await db.insertInto('submissions')
    .values({ webhook_id: webhookId, key_id: keyId, booking_id: bookingId, body_hash: '', status: 200, answer: '', at: now })
    .onConflict((conflict) => conflict.column('webhook_id').doNothing())
    .executeTakeFirst();
  return Number(taken.numInsertedOrUpdatedRows ?? 0) === 1;
}
