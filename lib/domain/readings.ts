/** Several readings of the same bookings, made one: each booking once, what was seen last wins. */
import type { Booking, Instant, Reading } from './booking.ts';
import { identityOf, sameBooking } from './identity.ts';
import { compareKey } from './text.ts';

/** What an older reading still knows and a newer page did not say. */
function complete(newer: Booking, older: Booking): Booking {
  const isCut = newer.facts === null && older.facts !== null;
  return {
    ...newer,
    number: newer.number ?? older.number,
    serviceId: newer.serviceId ?? older.serviceId,
    title: newer.title ?? older.title,
    facts: newer.facts ?? older.facts,
    establishment: newer.establishment ?? older.establishment,
    establishmentId: newer.establishmentId ?? older.establishmentId,
    requester: newer.requester ?? older.requester,
    page: newer.page ?? older.page,
    // A reason belongs to the block that it was read from.
    reason: isCut ? older.reason : newer.reason,
    status: newer.status === 'unknown' ? older.status : newer.status,
  };
}

/**
 * Each booking once: by number, or before a number is known by resource, hours and name. The newest reading
 * says the status and the hours; what it leaves unsaid comes from the older ones. A booking that a newer
 * reading does not show stays: that page may have been filtered.
 */
export function mergeReadings(readings: readonly Reading[]): Booking[] {
  const merged: Booking[] = [];
  const byIdentity = new Map<string, number>();
  const byHours = new Map<string, number[]>();
  const resources = new Map<string, string>();
  const resourceKey = (resource: string): string => {
    const key = resources.get(resource) ?? compareKey(resource);
    resources.set(resource, key);
    return key;
  };
  const find = (booking: Booking, hours: string): number | undefined => {
    const known = booking.number === null ? undefined : byIdentity.get(identityOf(booking));
    return known ?? byHours.get(hours)?.find((place) => merged[place] !== undefined && sameBooking(merged[place], booking));
  };
  for (const { bookings } of [...readings].sort((one, other) => other.at - one.at)) {
    for (const booking of bookings) {
      const hours = [booking.portal, resourceKey(booking.resource), booking.start, booking.end].join('|');
      const place = find(booking, hours) ?? merged.length;
      const seen = merged[place];
      const result = seen ? complete(seen, booking) : booking;
      merged[place] = result;
      if (result.number !== null) byIdentity.set(identityOf(result), place);
      if (!seen) byHours.set(hours, [...(byHours.get(hours) ?? []), place]);
    }
  }
  return merged;
}

/** Whether complete readings, one after the other, leave no moment of a period unread; if not, its figures are « au moins ». */
export function coversPeriod(readings: readonly Reading[], from: Instant, to: Instant): boolean {
  let known = from;
  const spans = readings
    .filter(({ complete, from, to }) => complete && from !== null && to !== null)
    .sort((one, other) => (one.from ?? 0) - (other.from ?? 0));
  for (const { from: begin, to: end } of spans) if (begin !== null && end !== null && begin <= known && end > known) known = end;
  return known >= to;
}
