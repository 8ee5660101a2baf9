/** The companion's last answer, kept in memory only (names and e-mails of people). */
import * as z from 'zod/mini';
import type { BookingOfLedger } from '../contract/answer.ts';
import { deliveryProblems, type DeliveryProblem } from './outbox-store.ts';
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

const ledgerCache = z.lazy(() => z.strictObject({
  // As of the readings (readings-store.ts): checked when the companion answered.
  bookings: z.custom<BookingOfLedger[]>(Array.isArray),
  complete: z.boolean(),
  at: z.nullable(z.number()),
  checked: z.nullable(z.number()),
  problem: z.nullable(z.enum(deliveryProblems)),
}));

export const ledgerStore: Stored<LedgerCache> = stored('session', 'ledger', (raw) => {
  const parsed = ledgerCache.safeParse(raw);
  return parsed.success ? parsed.data : emptyLedger();
}, 'text');

/** Takes over one booking as the companion has just answered it; whoever answers is within reach. */
export function withBooking(cache: LedgerCache, booking: BookingOfLedger): LedgerCache {
  const others = cache.bookings.filter((known) => known.key !== booking.key);
  return { ...cache, bookings: [booking, ...others], problem: null };
}
