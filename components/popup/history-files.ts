/** What a person takes away: the list as a table (CSV), the bookings as calendar entries (ICS). Pure. */
import type { Booking } from '../../lib/domain/booking.ts';
import { calendarUid, type CalendarEntry } from '../../lib/domain/export/ics.ts';
import type { CsvCell } from '../../lib/domain/export/csv.ts';
import { groupDigits } from '../../lib/domain/invitation.ts';
import { HOUR, toLocal } from '../../lib/domain/time.ts';
import { outcomeOf } from '../../lib/state/past.ts';
import type { BookingView } from '../../lib/state/view.ts';
import type { Words } from './context.ts';

const columns = [
  'number', 'name', 'service', 'establishment', 'presenter', 'requester', 'day', 'start', 'end', 'hours', 'estimated', 'present', 'peak', 'outcome', 'portal', 'page',
] as const;

/** The exact name, whole: a file has room. */
const fullName = ({ booking }: BookingView, otherwise: string): string => booking.facts?.name || booking.title || otherwise;

/**
 * The heading and one row a booking. Days and hours are Toronto's, as `2026-11-24` and `09:00`, which every spreadsheet
 * takes for what they are. No e-mail address leaves: who needs one has the portal.
 */
export function historyRows(views: readonly BookingView[], cardNames: Readonly<Record<string, string>>, t: Words): CsvCell[][] {
  const rows = views.map((view): Record<(typeof columns)[number], CsvCell> => {
    const { booking, ledger } = view;
    const [start, end] = [toLocal(booking.start), toLocal(booking.end)];
    return {
      number: booking.number,
      name: fullName(view, ''),
      service: cardNames[booking.serviceId ?? ''] ?? booking.resource,
      establishment: booking.establishment,
      presenter: booking.facts?.presenter.name ?? null,
      requester: booking.requester?.name ?? null,
      day: start.date,
      start: start.time,
      end: end.date === start.date ? end.time : `${end.date} ${end.time}`,
      hours: Math.round(((booking.end - booking.start) / HOUR) * 100) / 100,
      estimated: booking.facts?.participants ?? null,
      present: ledger?.attendance?.unique ?? null,
      peak: ledger?.attendance?.peak ?? null,
      outcome: t(`outcome_${outcomeOf(view)}`),
      portal: t(`portal_${booking.status}`),
      page: booking.page,
    };
  });
  return [columns.map((column) => t(`column_${column}`)), ...rows.map((row) => columns.map((column) => row[column]))];
}

const isOff = ({ booking, ledger }: BookingView): boolean =>
  booking.status === 'cancelled' || booking.status === 'rejected' || ['cancelled', 'cancelling', 'rejected'].includes(ledger?.state ?? '');

const organizerOf = ({ requester }: Booking): CalendarEntry['organizer'] =>
  requester === null || requester.email === null ? null : { name: requester.name, email: requester.email };

/** A booking for a calendar; cancelled ones withdraw their entry, with a SEQUENCE one higher than any that was told before. */
export function calendarEntryOf(view: BookingView): CalendarEntry {
  const { booking, ledger } = view;
  const conference = ledger?.conference ?? null;
  const isCancelled = isOff(view);
  return {
    uid: calendarUid(view.key),
    sequence: (ledger === null ? 0 : Math.max(0, ledger.revision - 1)) + (isCancelled ? 1 : 0),
    name: fullName(view, booking.resource),
    start: booking.start,
    end: booking.end,
    status: isCancelled ? 'cancelled' : booking.status === 'approved' ? 'confirmed' : 'tentative',
    link: isCancelled ? null : (conference?.stableLink ?? conference?.joinLink ?? null),
    lines: isCancelled || conference === null ? [] : [groupDigits(conference.id), ...(conference.passcode === null ? [] : [conference.passcode])],
    organizer: organizerOf(booking),
  };
}
