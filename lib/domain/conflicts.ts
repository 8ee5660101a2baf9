/** Which bookings stand in the way of another (S0-06, S1-27): half-open hours, buffers and concurrency of the card. */
import type { BookingStatus, Instant } from './booking.ts';
import { sameNumber } from './identity.ts';

export interface Span {
  start: Instant;
  /** Exclusive. */
  end: Instant;
}

/** A booking as far as conflicts need it. */
export interface Occupation extends Span {
  portal: string;
  number: string | null;
  serviceId: string | null;
  status: BookingStatus;
}

/** The hours asked for; with the portal and number of the booking that is being changed, if it is. */
export interface Candidate extends Span {
  portal?: string;
  number?: string | null;
}

/** The part of a service card that decides. Buffers in minutes. */
export interface ConflictRules {
  id: string;
  concurrency: number;
  bufferBefore: number;
  bufferAfter: number;
}

const MINUTE = 60_000;

/** « Annulée » and « Rejetée » hold nothing; every other status, « À confirmer » and unknown ones too, holds its hours. */
const holds = ({ status, start, end }: Occupation): boolean => status !== 'cancelled' && status !== 'rejected' && end > start;

const isSame = (candidate: Candidate, booking: Occupation): boolean =>
  sameNumber(candidate.number, booking.number) && (candidate.portal === undefined || candidate.portal === booking.portal);

/**
 * The bookings of the card's service that the candidate cannot stand beside, by their beginning.
 *
 * Between two bookings the longer of the two buffers stays free (after the one, before the other); a buffer
 * may be shared. With a concurrency of n, there is a conflict only where n others hold the service at one
 * moment of the candidate's hours; those that do are returned.
 * @returns empty when the candidate has no length
 */
export function conflictsOf<B extends Occupation>(candidate: Candidate, bookings: readonly B[], card: ConflictRules): B[] {
  if (candidate.end <= candidate.start) return [];
  const gap = Math.max(card.bufferBefore, card.bufferAfter) * MINUTE;
  const near = bookings
    // The hours first: of a year's bookings they leave a handful.
    .filter((booking) => booking.start - gap < candidate.end && candidate.start < booking.end + gap)
    .filter((booking) => booking.serviceId === card.id && holds(booking) && !isSame(candidate, booking))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  if (near.length < card.concurrency) return [];
  // The number at once can only grow where one begins: it is enough to look there and where the candidate begins.
  const moments = near.map(({ start }) => Math.max(start - gap, candidate.start));
  const full = new Set<B>();
  for (const moment of moments) {
    const held = near.filter(({ start, end }) => start - gap <= moment && moment < end + gap);
    if (held.length >= card.concurrency) for (const booking of held) full.add(booking);
  }
  return near.filter((booking) => full.has(booking));
}
