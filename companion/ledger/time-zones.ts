/**
 * A new version of the world's time zones may move what an hour in Toronto is: then the reminders that wait are
 * planned anew (R5). A booking's own hours are instants and do not move.
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { reminderOf } from './reminder-time.ts';
import type { Queries } from './schema.ts';

/** @param version `process.versions.tz` · @returns how many reminders moved */
export async function replanReminders(db: Queries, version: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const known = await transaction.selectFrom('meta').select('value').where('name', '=', 'tz').executeTakeFirst();
    if (known?.value === version) return 0;
    const rows = await transaction.selectFrom('effects').innerJoin('mails', 'mails.id', 'effects.mail_id').innerJoin('bookings', 'bookings.id', 'effects.booking_id')
      .select(['effects.id', 'effects.run_at', 'bookings.start_at'])
      .where('mails.kind', '=', 'reminder').where('mails.state', '=', 'queued').where('effects.done_at', 'is', null).where('effects.lease_token', 'is', null).where('effects.attempts', '=', 0).execute();
    let moved = 0;
    for (const { id, run_at, start_at } of rows) {
      const at: Instant = reminderOf(start_at);
      if (at === run_at) continue;
      await transaction.updateTable('effects').set({ run_at: at }).where('id', '=', id).execute();
      moved += 1;
    }
    await transaction.insertInto('meta').values({ name: 'tz', value: version }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value: version })).execute();
    return moved;
  });
}
