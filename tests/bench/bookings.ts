/** Invented bookings of one licence, spread over time so that a busy day stays a busy day however many there are. */
import type { Booking, BookingStatus } from '../../lib/domain/booking.ts';
import { establishments } from '../../lib/services/roster.ts';
import { randomFrom } from './random.ts';

const HOUR = 3_600_000;
/** Fiscal year of the network: 1 April 2026 in Toronto. */
export const YEAR_START = Date.parse('2026-04-01T04:00:00Z');
const statuses: readonly BookingStatus[] = ['approved', 'approved', 'approved', 'pending', 'cancelled'];

/** @param perDay bookings a day; the list is as long as it takes */
export function inventBookings(count: number, { perDay = 140, seed = 7 } = {}): Booking[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index): Booking => {
    const establishment = establishments[Math.floor(random() * establishments.length)];
    const start = YEAR_START + Math.floor(index / perDay) * 24 * HOUR + Math.floor(random() * 96) * (HOUR / 4);
    return {
      portal: 'iris', number: String(100_000 + index), resource: 'Licence ZOOM Web 5000 participants', serviceId: 'web5000',
      title: `Rencontre ${index}`, facts: null, establishment: establishment?.name ?? null, establishmentId: establishment?.id ?? null,
      requester: null, start, end: start + (1 + Math.floor(random() * 8)) * (HOUR / 2),
      status: statuses[Math.floor(random() * statuses.length)] ?? 'approved', page: null, reason: null,
    };
  });
}
