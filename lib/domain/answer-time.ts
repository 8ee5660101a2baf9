/** F11: an answer in time. Counted in working days of Québec, by the hour of Toronto's clock. */
import type { BookingStatus, Instant } from './booking.ts';
import { addWorkingDays } from './holidays.ts';

/** A request that has waited this many working days is late: the approver's badge turns amber. */
export const LATE_WORKING_DAYS = 2;
/** This many working days before the meeting, who asked must know that nothing is confirmed. */
export const WARNING_WORKING_DAYS = 3;

/** @param since when the request was first known; null: not known, hence never said to be late */
export const isLate = (since: Instant | null, now: Instant): boolean => since !== null && addWorkingDays(since, LATE_WORKING_DAYS) <= now;

/** When the requester of an unanswered request is told « non confirmée, n’envoyez pas l’invitation ». */
export const warningTime = (start: Instant): Instant => addWorkingDays(start, -WARNING_WORKING_DAYS);

/** Whether the requester must be told now; nothing is said once the meeting has begun. */
export const isUnconfirmed = ({ status, start }: { status: BookingStatus; start: Instant }, now: Instant): boolean =>
  (status === 'pending' || status === 'toConfirm') && warningTime(start) <= now && now < start;
