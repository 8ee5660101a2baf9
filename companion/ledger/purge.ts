/**
 * Erases the personal data of what is over (Law 25): names, addresses, title, links, reasons. What stays says nothing
 * of anybody: hours, service, establishment, state and the audit, which never held a name. Identifiers of events stay
 * too, so that a repeated event is still recognised.
 */
import { identityOf } from '../../lib/domain/identity.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { writeAudit } from './audit.ts';
import { saveBooking } from './bookings.ts';
import type { Database } from './database.ts';
import type { BookingRecord } from './records.ts';
import { toRecord } from './records.ts';
import type { Queries } from './schema.ts';

/** At a time, so that the ledger is never held for long. */
const BATCH = 100;

const ERASED = '—';

/** The reference keeps two erased bookings of the same hour apart. */
const isErased = (record: BookingRecord): boolean => record.booking.name === `${ERASED} ${record.id}`;

function erase(record: BookingRecord): BookingRecord {
  const nobody = { name: ERASED, email: null };
  return {
    ...record,
    // On a nominative licence, the holder is the requester.
    host: ERASED,
    booking: { ...record.booking, name: `${ERASED} ${record.id}`, presenter: nobody, requester: nobody, page: null },
    reason: null,
    conference: null,
    slug: null,
    life: { ...record.life, notice: null },
  };
}

/** @param before bookings that ended before it · @returns how many were erased */
export async function purge(database: Database, before: Instant, now: Instant, actor: string): Promise<number> {
  let erased = 0;
  let after = '';
  for (;;) {
    const rows = await database.db.selectFrom('bookings').selectAll().where('end_at', '<', before).where('id', '>', after).orderBy('id').limit(BATCH).execute();
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
    const records = rows.map(toRecord).filter((record) => !isErased(record));
    await database.db.transaction().execute(async (transaction) => {
      for (const record of records) {
        await saveBooking(transaction, erase(record));
        const answer = JSON.stringify({ accepted: true, purged: identityOf(record.booking) });
        await transaction.updateTable('submissions').set({ answer }).where('booking_id', '=', record.id).execute();
        await transaction.deleteFrom('cancel_links').where('booking_id', '=', record.id).execute();
        await transaction.deleteFrom('slot_requests').where('booking_id', '=', record.id).execute();
        await transaction.deleteFrom('recordings').where('booking_id', '=', record.id).execute();
        await transaction.updateTable('host_key_reveals').set({ token_hash: null }).where('booking_id', '=', record.id).execute();
        await transaction.updateTable('webhook_deliveries').set({ body: null }).where('booking_id', '=', record.id).execute();
        await transaction.updateTable('held_questions').set({ token_hash: null }).where('booking_id', '=', record.id).execute();
        await transaction.updateTable('effects').set({ done_at: now, outcome: 'dropped', lease_token: null, lease_until: null }).where('booking_id', '=', record.id).where('done_at', 'is', null).execute();
      }
      if (records.length > 0) await writeAudit(transaction, { bookingId: null, at: now, actor, what: 'purged', detail: String(records.length) });
    });
    erased += records.length;
  }
  const forgotten = await forgetServices(database.db, before);
  if (erased + forgotten > 0) database.forgetDeleted();
  return erased;
}

/** Requests of a room, and mails' own content, that are older than what is erased. @returns how many */
async function forgetServices(db: Queries, before: Instant): Promise<number> {
  const rooms = await db.deleteFrom('room_requests').where('asked_at', '<', before).executeTakeFirst();
  const mails = await db.deleteFrom('service_mails').where('created_at', '<', before).where('state', 'in', ['sent', 'failed', 'dropped']).executeTakeFirst();
  return Number(rooms.numDeletedRows) + Number(mails.numDeletedRows);
}
