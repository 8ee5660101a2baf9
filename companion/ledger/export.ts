/** Everything that the ledger holds of one person or of a period, for a request of access and for an incident (Law 25). */
import type { Instant } from '../../lib/domain/booking.ts';
import type { BookingRecord } from './records.ts';
import { toRecord } from './records.ts';
import type { MailRow, Queries } from './schema.ts';

export interface ExportQuestion {
  /** An e-mail address: of a requester, a presenter or the holder of a key. */
  person: string | null;
  /** Bookings that touch the period. */
  from: Instant;
  to: Instant;
}

export interface Exported {
  keys: { id: string; name: string; email: string | null; role: string; establishmentId: string | null; createdAt: Instant; revokedAt: Instant | null }[];
  bookings: { booking: BookingRecord; mails: MailRow[]; history: { at: Instant; actor: string; what: string; detail: string | null }[] }[];
}

const speaksOf = ({ booking }: BookingRecord, person: string): boolean =>
  [booking.requester.email, booking.presenter.email].some((email) => email?.toLowerCase() === person);

export async function exportLedger(db: Queries, { person, from, to }: ExportQuestion): Promise<Exported> {
  const wanted = person?.toLowerCase() ?? null;
  const keys = (await db.selectFrom('keys').selectAll().execute()).filter(({ email }) => wanted === null || email?.toLowerCase() === wanted);
  const rows = await db.selectFrom('bookings').selectAll().where('start_at', '<', to).where('end_at', '>', from).orderBy('start_at').execute();
  const bookings: Exported['bookings'] = [];
  for (const record of rows.map(toRecord)) {
    if (wanted !== null && !speaksOf(record, wanted)) continue;
    const mails = await db.selectFrom('mails').selectAll().where('booking_id', '=', record.id).orderBy('created_at').execute();
    const history = await db.selectFrom('audit').select(['at', 'actor', 'what', 'detail']).where('booking_id', '=', record.id).orderBy('id').execute();
    bookings.push({ booking: record, mails, history });
  }
  return {
    keys: keys.map(({ id, name, email, role, establishment_id: establishmentId, created_at: createdAt, revoked_at: revokedAt }) => (
      { id, name, email, role, establishmentId, createdAt, revokedAt }
    )),
    bookings,
  };
}
