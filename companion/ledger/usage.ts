/** The bookings of the ledger as use is counted from (F02): read by pages, so that a year of them is never cut. */
import type { Attendance, UsageBooking } from '../../lib/contract/usage.ts';
import type { BookingOfEvent } from '../../lib/contract/event.ts';
import type { BookingStatus, Instant } from '../../lib/domain/booking.ts';
import { statusOfLedger } from '../../lib/domain/ledger-status.ts';
import type { ConferenceRecord } from './records.ts';
import type { Queries } from './schema.ts';

export interface UsedBooking {
  id: string;
  booking: BookingOfEvent;
  start: Instant;
  end: Instant;
  status: Extract<BookingStatus, UsageBooking['status']>;
  attendance: Attendance | null;
  holding: UsageBooking['holding'];
}

export interface UsedQuestion {
  serviceId: string;
  /** Bookings that touch the period, those without length that begin in it too. */
  from: Instant;
  to: Instant;
  /** Null: everybody's. */
  only: { email: string | null; establishmentId: string | null } | null;
}

/** Where a page ends and the next begins: `<start>.<id>`. */
export type Cursor = string;

/** Null for what is no cursor of ours. */
export function readCursor(text: string | undefined): { start: Instant; id: string } | null {
  const match = /^(-?\d{1,16})\.([\w-]{1,64})$/u.exec(text ?? '');
  return match === null ? null : { start: Number(match[1]), id: match[2] ?? '' };
}

const used = (db: Queries, { serviceId, from, to, only }: UsedQuestion) =>
  db.selectFrom('bookings')
    .leftJoin('attendances', 'attendances.booking_id', 'bookings.id')
    .leftJoin('held_questions', 'held_questions.booking_id', 'bookings.id')
    .select(['bookings.id', 'bookings.booking', 'bookings.state', 'bookings.start_at', 'bookings.end_at', 'bookings.conference', 'attendances.uniques', 'attendances.peak', 'held_questions.asked_at', 'held_questions.answer'])
    .where('service_id', '=', serviceId).where('start_at', '<', to)
    .where((where) => where.or([where('end_at', '>', from), where('start_at', '>=', from)]))
    .$if(only !== null, (query) =>
      query.where((where) =>
        where.or([
          ...((only?.email ?? null) === null ? [] : [where('requester_email', '=', only?.email?.toLowerCase() ?? '')]),
          ...((only?.establishmentId ?? null) === null ? [] : [where('establishment_id', '=', only?.establishmentId ?? '')]),
          where.lit(false),
        ])));

type Row = Awaited<ReturnType<ReturnType<typeof used>['execute']>>[number];

/** Counted before counts were kept apart: with the conference. */
const attendanceOf = ({ uniques, peak, conference }: Row): Attendance | null =>
  uniques !== null ? { unique: uniques, peak } : conference === null ? null : ((JSON.parse(conference) as ConferenceRecord).attendance ?? null);

function toUsed(row: Row): UsedBooking {
  // Asked of other hours, before the booking was moved: void.
  const isAsked = row.asked_at !== null && row.asked_at >= row.start_at;
  return {
    id: row.id,
    booking: JSON.parse(row.booking) as BookingOfEvent,
    start: row.start_at,
    end: row.end_at,
    status: statusOfLedger(row.state) as UsedBooking['status'],
    attendance: attendanceOf(row),
    holding: isAsked ? (row.answer ?? 'open') : 'unknown',
  };
}

export async function listUsed(
  db: Queries,
  question: UsedQuestion,
  after: Cursor | null,
  limit: number,
): Promise<{ bookings: UsedBooking[]; next: Cursor | null }> {
  const cursor = after === null ? null : readCursor(after);
  const rows = await used(db, question)
    .$if(cursor !== null, (query) =>
      // Said first by the start alone: an index leads to it.
      query.where('start_at', '>=', cursor?.start ?? 0).where((where) => where.or([where('start_at', '>', cursor?.start ?? 0), where.and([where('start_at', '=', cursor?.start ?? 0), where('bookings.id', '>', cursor?.id ?? '')])])))
    .orderBy('start_at').orderBy('bookings.id').limit(limit + 1).execute();
  const bookings = rows.slice(0, limit).map(toUsed);
  const last = bookings.at(-1);
  return { bookings, next: rows.length > limit && last !== undefined ? `${last.start}.${last.id}` : null };
}

const PAGE = 5000;

/** All of them, however many. */
export async function readUsed(db: Queries, question: UsedQuestion): Promise<UsedBooking[]> {
  const all: UsedBooking[] = [];
  for (let after: Cursor | null = null; ; ) {
    const { bookings, next } = await listUsed(db, question, after, PAGE);
    all.push(...bookings);
    if (next === null) return all;
    after = next;
  }
}

/** The last counted conferences, newest first. */
export async function listCounted(db: Queries, question: UsedQuestion, limit: number): Promise<(UsedBooking & { attendance: Attendance })[]> {
  const rows = await used(db, question).where('attendances.uniques', 'is not', null).orderBy('start_at', 'desc').orderBy('bookings.id').limit(limit).execute();
  return rows.map(toUsed).flatMap((booking) => (booking.attendance === null ? [] : [{ ...booking, attendance: booking.attendance }]));
}
