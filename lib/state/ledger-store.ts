/** The companion's last answer, kept in memory only (names and e-mails of people). */
import type { BookingOfLedger } from '../contract/answer.ts';
import { deliveryProblems, type DeliveryProblem } from './outbox-store.ts';
import { isBoolean, isNumber, oneOf, orNull, shape } from './shape.ts';
import { stored, type Stored } from './stored.ts';

export interface LedgerCache {
  bookings: BookingOfLedger[];
  /** False when the companion cut its answer at its limit. */
  complete: boolean;
  /** When the bookings were read; null: never. Milliseconds since 1970 UTC. */
  at: number | null;
  /** When the companion was last asked. */
  checked: number | null;
  /** Why the last asking failed; null when it did not. */
  problem: DeliveryProblem | null;
}

export const emptyLedger = (): LedgerCache => ({ bookings: [], complete: true, at: null, checked: null, problem: null });

const isLedger = shape<LedgerCache>({
  // As of the readings (readings-store.ts): checked when the companion answered.
  bookings: Array.isArray,
  complete: isBoolean,
  at: orNull(isNumber),
  checked: orNull(isNumber),
  problem: orNull(oneOf(deliveryProblems)),
});

export const ledgerStore: Stored<LedgerCache> = stored('session', 'ledger', (raw) => (isLedger(raw) ? raw : emptyLedger()), { as: 'text', writer: 'worker' });

/** Takes over one booking as the companion has just answered it; whoever answers is within reach. */
export function withBooking(cache: LedgerCache, booking: BookingOfLedger): LedgerCache {
  const others = cache.bookings.filter((known) => known.key !== booking.key);
  return { ...cache, bookings: [booking, ...others], problem: null };
}
