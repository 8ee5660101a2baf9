/** « Qui tient la licence maintenant ? »: from what the portals show and what the companion sees live at Zoom. Pure. */
import type { Booking, Instant } from './booking.ts';

/** A booking that holds, or will hold, a licence. */
export interface LicenceHolder {
  /** The booking's identity. */
  key: string;
  number: string | null;
  /** The meeting's name; null when the page did not say. */
  name: string | null;
  establishment: string | null;
  establishmentId: string | null;
  start: Instant;
  /** Exclusive. */
  end: Instant;
  page: string | null;
  /** Zoom says that it is going on, whatever its hours. */
  live: boolean;
}

/** What is known of one service's licence at one moment. */
export interface LicenceNow {
  /** The service card's identifier. */
  service: string;
  holders: LicenceHolder[];
  /** The first that begins later on the same licence; null when none is known. */
  next: LicenceHolder | null;
  /** `part`: « personne » means « personne, d’après ce qui a été lu »; `unknown`: nothing was read, nothing can be said. */
  certainty: 'whole' | 'part' | 'unknown';
  /** When the oldest of the readings behind it was made. */
  readAt: Instant | null;
}

/** A booking with its identity and the companion's word on it. */
export interface KnownBooking {
  key: string;
  booking: Booking;
  live: boolean;
  /** The companion says that it was ended: it holds nothing any more, whatever its hours. */
  ended: boolean;
}

const toHolder = ({ key, booking, live }: KnownBooking): LicenceHolder => ({
  key,
  number: booking.number,
  name: booking.facts?.name ?? booking.title,
  establishment: booking.establishment,
  establishmentId: booking.establishmentId,
  start: booking.start,
  end: booking.end,
  page: booking.page,
  live,
});

/** What was asked for holds nothing yet; « À confirmer » was approved once. */
const isGranted = ({ booking }: KnownBooking): boolean => booking.status === 'approved' || booking.status === 'toConfirm';

/**
 * @param services identifiers of the service cards to tell of
 * @param reading how certain what is known is, and since when
 */
export function licencesNow(services: readonly string[], bookings: readonly KnownBooking[], reading: Pick<LicenceNow, 'certainty' | 'readAt'>, now: Instant): LicenceNow[] {
  return services.map((service) => {
    const granted = bookings
      .filter((known) => known.booking.serviceId === service && !known.ended && (known.live || isGranted(known)))
      .sort((one, other) => one.booking.start - other.booking.start);
    const holders = granted.filter(({ booking, live }) => live || (booking.start <= now && now < booking.end));
    const next = granted.find((known) => known.booking.start > now && !holders.includes(known));
    return { service, holders: holders.map(toHolder), next: next === undefined ? null : toHolder(next), ...reading };
  });
}
