/**
 * A booking is saved before anybody knows its number or its page: a client-side portal shows them later, in its
 * grid, list or detail. They are looked for in what the tabs report and then told to the companion, so that an
 * approver can open the request even where the worker cannot read the portal's list by itself.
 */
import * as z from 'zod/mini';
import type { Booking, Instant } from '../domain/booking.ts';
import { sameBooking } from '../domain/identity.ts';
import { bookingMessage } from '../messages/content.ts';
import { stored, type Stored } from '../state/stored.ts';

/** More than a representative saves before looking at a list; the oldest is forgotten. */
const MAXIMUM = 50;

const saved = z.lazy(() => z.array(bookingMessage));

/** What was saved and has no number yet. */
export const unnumberedStore: Stored<Booking[]> = stored('local', 'unnumbered', (raw) => {
  const parsed = saved.safeParse(raw);
  return parsed.success ? parsed.data : [];
});

/** Keeps a saved booking until its number is seen, or until it is over. @param now milliseconds since 1970 UTC */
export async function awaitNumber(booking: Booking, now: Instant): Promise<void> {
  if (booking.number !== null && booking.page !== null) return;
  await unnumberedStore.update((known) => [...known.filter((one) => one.end > now && !sameBooking(one, booking)), booking].slice(-MAXIMUM));
}

/** The same service under another spelling (S0-44) is the same resource. */
const isOf = (waiting: Booking, shown: Booking): boolean =>
  shown.number !== null && waiting.serviceId === shown.serviceId && sameBooking(waiting, { ...shown, resource: waiting.resource });

/**
 * @param shown what a tab of the portal shows now
 * @returns the saved bookings whose number is now known, with it and their page; each is given once
 */
export async function takeNumbered(shown: readonly Booking[]): Promise<Booking[]> {
  if ((await unnumberedStore.load()).length === 0) return [];
  const found: Booking[] = [];
  await unnumberedStore.update((known) => {
    found.length = 0;
    const left = known.filter((waiting) => {
      const sight = shown.find((one) => isOf(waiting, one));
      if (sight !== undefined) found.push({ ...waiting, number: sight.number, page: sight.page });
      return sight === undefined;
    });
    return found.length === 0 ? known : left;
  });
  return found;
}
