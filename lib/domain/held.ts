/** F09: a meeting without a booking, a booking without a meeting. What Zoom says against what the portal says. */
import type { BookingStatus, Instant } from './booking.ts';
import { HOUR, MINUTE } from './zone.ts';

/** An approved booking that has not begun by now: « non tenue ? ». */
export const NOT_HELD_AFTER = 15 * MINUTE;
/** A meeting opened this long before its booking belongs to it. */
export const EARLY = 30 * MINUTE;
/** Without an answer of who asked, the booking counts as not held after this long. */
export const ANSWER_WITHIN = 24 * HOUR;

export interface HeldBooking {
  key: string;
  serviceId: string | null;
  status: BookingStatus;
  start: Instant;
  end: Instant;
}

/** A meeting that Zoom says was begun on the service's account; `end` null while it goes on. */
export interface HeldMeeting {
  id: string;
  serviceId: string;
  start: Instant;
  end: Instant | null;
}

const overlaps = (booking: HeldBooking, meeting: HeldMeeting, now: Instant): boolean =>
  booking.start - EARLY < (meeting.end ?? Math.max(now, meeting.start + 1)) && meeting.start < booking.end;

/** Whether a meeting took place in a booking's hours, or opened a little before them. */
export const isHeldBy = (booking: HeldBooking, meeting: HeldMeeting, now: Instant): boolean =>
  booking.serviceId === meeting.serviceId && overlaps(booking, meeting, now);

export interface Unbooked<B extends HeldBooking> {
  meeting: HeldMeeting;
  /** Whom it may disturb: who holds the next hours of that service, or asked for these. */
  disturbed: B[];
}

/** Who stands to be disturbed by a meeting that nobody booked: within the next hours. */
const DISTURBED_WITHIN = 2 * HOUR;

/** Who holds, or asked for, the hours that a meeting takes or will soon take; by start. */
export const disturbedBy = <B extends HeldBooking>({ serviceId, start: begun }: HeldMeeting, bookings: readonly B[]): B[] =>
  bookings
    .filter((booking) => booking.serviceId === serviceId && booking.status !== 'cancelled' && booking.status !== 'rejected' && booking.end > begun && booking.start < begun + DISTURBED_WITHIN)
    .sort((one, other) => one.start - other.start);

/** Meetings that go on now, or did, without any approved booking (S1-59). */
export const unbookedMeetings = <B extends HeldBooking>(meetings: readonly HeldMeeting[], bookings: readonly B[], now: Instant): Unbooked<B>[] =>
  meetings
    .filter((meeting) => !bookings.some((booking) => booking.status === 'approved' && isHeldBy(booking, meeting, now)))
    .map((meeting) => ({
      meeting,
      disturbed: disturbedBy(meeting, bookings),
    }));

/** Approved bookings without a meeting a quarter of an hour after their beginning: a question, not yet a fact. */
export const bookingsWithoutMeeting = <B extends HeldBooking>(bookings: readonly B[], meetings: readonly HeldMeeting[], now: Instant): B[] =>
  bookings.filter((booking) => booking.status === 'approved' && booking.start + NOT_HELD_AFTER <= now && !meetings.some((meeting) => isHeldBy(booking, meeting, now)));

/**
 * Whether a booking counts as not held: only once its requester said so, or said nothing for 24 hours.
 * @param asked when the question was put; null: not yet
 */
export const countsAsNotHeld = (answer: 'held' | 'notHeld' | null, asked: Instant | null, now: Instant): boolean =>
  answer === 'notHeld' || (answer === null && asked !== null && now >= asked + ANSWER_WITHIN);
