/** The report of the ledger's bookings: the extension's own figures and pictures (lib/report), from this side's data. */
import type { UsagePageRequest } from '../../lib/contract/usage.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { reportOf, type ReportBooking, type ReportEstablishment, type UsageReport } from '../../lib/report/report.ts';
import { establishments } from '../../lib/services/roster.ts';
import type { Queries } from './schema.ts';
import { readUsed, type UsedBooking } from './usage.ts';

export const toCounted = ({ booking, start, end, status, attendance, holding }: UsedBooking, serviceId: string): ReportBooking => ({
  serviceId,
  establishmentId: booking.establishment?.id ?? null,
  establishment: booking.establishment?.name ?? null,
  start,
  end,
  status,
  participants: booking.participants,
  attendance,
  notHeld: holding === 'notHeld',
});

export async function readReport(db: Queries, { service, roster, from, to }: Omit<UsagePageRequest, 'language'>, now: Instant): Promise<UsageReport> {
  const period = { from: Date.parse(from), to: Date.parse(to) };
  const bookings = await readUsed(db, { serviceId: service.id, ...period, only: null });
  const known: readonly ReportEstablishment[] = roster ?? establishments;
  return reportOf({
    bookings: bookings.map((booking) => toCounted(booking, service.id)),
    card: service, roster: known, ...period, now, complete: true, sources: [{ name: 'ledger', at: now }],
  });
}
