/** What a person takes away of the use: a list for a spreadsheet, data for a program, entries for a calendar. */
import type { CsvCell } from '../domain/export/csv.ts';
import { printCsv } from '../domain/export/csv.ts';
import { calendarUid, printIcs } from '../domain/export/ics.ts';
import { identityOf } from '../domain/identity.ts';
import { amountOf } from '../domain/usage.ts';
import { HOUR, toLocal } from '../domain/zone.ts';
import type { SourcedBooking } from './from-ledger.ts';
import type { ReportSource, UsageReport } from './report.ts';
import { nameOf, type ReportWords } from './words.ts';

const establishmentOf = (booking: SourcedBooking, report: UsageReport, words: ReportWords): string =>
  booking.establishmentId === null ? (booking.establishment ?? words.t('unassigned')) : nameOf(booking.establishmentId, report, words);

/** Days and hours are Toronto's; hours inside the period, to the hundredth. */
export function usageCsv(bookings: readonly SourcedBooking[], report: UsageReport, source: ReportSource['name'], words: ReportWords): string {
  const { t } = words;
  const { from, to } = report.usage;
  const heading = [t('csvNumber'), t('csvName'), t('establishment'), t('csvStart'), t('csvEnd'), t('csvHours'), t('csvStatus'), t('estimated'), t('actual'), t('peak'), t('csvSource')];
  const local = (instant: number): string => `${toLocal(instant).date} ${toLocal(instant).time}`;
  const rows = inPeriod(bookings, report).map((booking): CsvCell[] => [
    booking.number, booking.name ?? null, establishmentOf(booking, report, words), local(booking.start), local(booking.end),
    Math.round(((amountOf(booking, 'hours', from, to) ?? 0) / HOUR) * 100) / 100, t(`status_${booking.status}`),
    booking.participants, booking.attendance?.unique ?? null, booking.attendance?.peak ?? null, t(source === 'portal' ? 'csvPortal' : 'csvLedger'),
  ]);
  return printCsv([heading, ...rows]);
}

/** Those that touch the period, by start; cancelled and refused ones too, so that a list can be checked against another. */
const inPeriod = (bookings: readonly SourcedBooking[], { service, usage: { from, to } }: UsageReport): SourcedBooking[] =>
  bookings.filter((booking) => booking.serviceId === service.id && amountOf(booking, 'hours', from, to) !== null).sort((one, other) => one.start - other.start);

/** Instants as ISO in UTC, amounts in milliseconds or bookings, parts in tenths of a per cent. */
export function usageJson(bookings: readonly SourcedBooking[], report: UsageReport, source: ReportSource['name']): string {
  const { service, usage, now, sources } = report;
  const iso = (instant: number): string => new Date(instant).toISOString();
  const listed = inPeriod(bookings, report).map(({ start, end, ...booking }) => ({ ...booking, start: iso(start), end: iso(end) }));
  const from = sources.find(({ name }) => name === source);
  const data = {
    format: 'passerelle-usage', version: 1, service, source, readAt: from === undefined ? null : iso(from.at), madeAt: iso(now),
    from: iso(usage.from), to: iso(usage.to), unit: usage.unit, complete: usage.complete, rows: usage.rows, total: usage.total, bookings: listed,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Approved bookings are confirmed, those asked for tentative, the others withdraw their entry. */
export function usageIcs(bookings: readonly SourcedBooking[], report: UsageReport, words: ReportWords): string {
  const { t } = words;
  const entries = inPeriod(bookings, report).map((booking) => {
    const isOff = booking.status === 'cancelled' || booking.status === 'rejected';
    const status = isOff ? ('cancelled' as const) : booking.status === 'approved' ? ('confirmed' as const) : ('tentative' as const);
    return {
      uid: calendarUid(identityOf(booking)), sequence: isOff ? 1 : 0, name: booking.name ?? t('withoutName'), start: booking.start, end: booking.end, status, link: null,
      lines: [t('icsEstablishment', { name: establishmentOf(booking, report, words) }), t('icsStatus', { status: t(`status_${booking.status}`) })], organizer: null,
    };
  });
  return printIcs(entries, report.now);
}

/** « passerelle-utilisation-web5000-2026-04-01-2027-03-31 », without an ending. */
export const usageFileName = ({ service, usage: { from, to } }: UsageReport, { t }: ReportWords): string =>
  t('fileName', { service: service.id, from: toLocal(from).date, to: toLocal(to - 1).date });
