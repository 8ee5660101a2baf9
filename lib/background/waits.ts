/** The light waiting list (F04): what a person asked for, and what the pages that they open show of it. */
import type { Reading } from '../domain/booking.ts';
import { afterSeeing, withWait } from '../domain/waits.ts';
import type { Settings } from '../state/settings.ts';
import { waitsStore } from '../state/waits-store.ts';

/** @param portal the sender's, never the message's */
export const takeWait = (
  portal: string,
  { serviceId, start, end, wait }: { serviceId: string; start: number; end: number; wait: boolean },
  now: number,
): Promise<unknown> =>
  waitsStore.update((waits) => withWait(waits, { portal, serviceId, start, end }, wait, now));

/**
 * What a page shows of the slots that are waited for. Only a whole grid that has the service's own row tells that a
 * slot is free: a service that was filtered out has no bookings on the page either.
 * @param shown the services whose row the page shows
 */
export async function seeForWaits(portal: string, reading: Reading, shown: readonly string[], { cards }: Settings, now: number): Promise<void> {
  const { complete, from, to, bookings } = reading;
  if (!complete || from === null || to === null || shown.length === 0) return;
  const seen = { portal, serviceIds: shown, bookings: bookings.map((booking) => ({ ...booking, portal })), from, to, at: Math.min(reading.at, now) };
  await waitsStore.update((waits) => (waits.length === 0 ? waits : afterSeeing(waits.filter(({ start }) => start > now), seen, cards)));
}
