/** What the companion's states are among the portal's statuses, so that both count alike (F02). */
import type { LedgerState } from '../contract/answer.ts';
import type { BookingStatus } from './booking.ts';

const others: Partial<Record<LedgerState, BookingStatus>> = { requested: 'pending', rejected: 'rejected', cancelled: 'cancelled', cancelling: 'cancelled' };

/** Whatever the companion makes a conference of was approved in the portal first. */
export const statusOfLedger = (state: LedgerState): BookingStatus => others[state] ?? 'approved';
