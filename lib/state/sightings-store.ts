/**
 * What must be remembered of a booking between two readings: since when it is known (its age, F11) and
 * how it stood when it was first seen approved (F14). Forgotten once the booking is over or was sent.
 */
import type { Booking, BookingFacts, Instant } from '../domain/booking.ts';
import { identityOf } from '../domain/identity.ts';
import { isNumber, isText, orNull, recordOf, shape } from './shape.ts';
import { stored, type Stored } from './stored.ts';

export interface Approved {
  facts: BookingFacts | null;
  start: Instant;
  end: Instant;
}

export interface Sighting {
  firstSeen: Instant;
  end: Instant;
  approved: Approved | null;
}

/** By the booking's identity. */
export type Sightings = Record<string, Sighting>;

const isFacts = shape<BookingFacts>({ name: isText, participants: isNumber, presenter: shape<BookingFacts['presenter']>({ name: isText, email: orNull(isText) }) });
const isSightings = recordOf(shape<Sighting>({
  firstSeen: isNumber,
  end: isNumber,
  approved: orNull(shape<Approved>({ facts: orNull(isFacts), start: isNumber, end: isNumber })),
}));

export const sightingsStore: Stored<Sightings> = stored('local', 'sightings', (raw) => (isSightings(raw) ? raw : {}), { as: 'text', writer: 'worker' });

/** Adds what a reading showed; a booking keeps its first sight. The same object when nothing is new, so that nothing is written. Pure. */
export function remember(known: Sightings, bookings: readonly Booking[], now: Instant): Sightings {
  const next: Sightings = Object.fromEntries(Object.entries(known).filter(([, sighting]) => sighting.end > now));
  let isSame = Object.keys(next).length === Object.keys(known).length;
  for (const booking of bookings) {
    if (booking.serviceId === null || booking.end <= now) continue;
    const key = identityOf(booking);
    const before = next[key];
    const approved = approvedAs(booking, before?.approved ?? null);
    if (before !== undefined && before.end === booking.end && before.approved === approved) continue;
    next[key] = { firstSeen: before?.firstSeen ?? now, end: booking.end, approved };
    isSame = false;
  }
  return isSame ? known : next;
}

/** A booking that left « Approuvée » (changed, asked again) is approved anew later, as it stands then. */
function approvedAs(booking: Booking, before: Approved | null): Approved | null {
  if (booking.status === 'unknown') return before;
  if (booking.status !== 'approved') return null;
  if (before === null) return { facts: booking.facts, start: booking.start, end: booking.end };
  // A grid or a bare list (T8) showed it first, without its facts.
  return before.facts === null && booking.facts !== null ? { ...before, facts: booking.facts } : before;
}
