/**
 * One list of bookings from three places. The portal is the system of record: its status always wins.
 * The companion adds the facts that a list does not show (T8) and the conference; the queue adds what
 * is on its way. Pure.
 */
import type { BookingOfLedger } from '../contract/answer.ts';
import type { BookingOfEvent, Event } from '../contract/event.ts';
import type { Booking, BookingFacts, BookingStatus, Instant, Reading } from '../domain/booking.ts';
import { identityOf, sameBooking } from '../domain/identity.ts';
import { statusOfLedger } from '../domain/ledger-status.ts';
import type { LedgerCache } from './ledger-store.ts';
import type { PortalReading, Readings } from './readings-store.ts';

export interface Merged {
  key: string;
  booking: Booking;
  ledger: BookingOfLedger | null;
  /** False when only the companion knows it: the portal has not been read since, or not that far. */
  inPortal: boolean;
  /** What the portal itself says of the facts; `booking.facts` may come from the companion. */
  portalFacts: BookingFacts | null;
}

/** The facts that an event carried. */
export const factsOf = ({ name, participants, presenter }: BookingOfEvent): BookingFacts => ({ name, participants, presenter });

/** A booking as an event carried it, for the time that the portal has not shown it. */
function fromEvent(booking: BookingOfEvent, serviceId: string, status: BookingStatus, reason: string | undefined): Booking {
  return {
    portal: booking.portal,
    number: booking.number,
    resource: booking.resource,
    serviceId,
    title: booking.name,
    facts: factsOf(booking),
    establishment: booking.establishment?.name ?? null,
    establishmentId: booking.establishment?.id ?? null,
    requester: booking.requester,
    start: Date.parse(booking.start),
    end: Date.parse(booking.end),
    status,
    page: booking.page,
    reason: reason ?? null,
  };
}

const fromLedger = ({ booking, serviceId, state, reason }: BookingOfLedger): Booking => fromEvent(booking, serviceId, statusOfLedger(state), reason);

const completed = (booking: Booking, ledger: BookingOfLedger | null): Booking => {
  if (ledger === null) return booking;
  const known = fromLedger(ledger);
  return {
    ...booking,
    number: booking.number ?? known.number,
    serviceId: booking.serviceId ?? known.serviceId,
    facts: booking.facts ?? known.facts,
    establishment: booking.establishment ?? known.establishment,
    establishmentId: booking.establishmentId ?? known.establishmentId,
    requester: booking.requester === null ? known.requester : { ...booking.requester, email: booking.requester.email ?? known.requester?.email ?? null },
    page: booking.page ?? known.page,
    reason: booking.reason ?? known.reason,
  };
};

/** The bookings of one portal: the worker's reading, then whatever a tab has shown since. */
export function bookingsOfPortal({ reading, seen }: PortalReading): Booking[] {
  const byKey = new Map((reading?.bookings ?? []).map((booking) => [identityOf(booking), booking]));
  for (const { booking, at } of seen) {
    const key = identityOf(booking);
    const known = byKey.get(key);
    if (known !== undefined && at < (reading?.at ?? 0)) continue;
    // A grid shows less than a list: what it does not say stays as it was read.
    byKey.set(key, known === undefined ? booking : { ...known, ...(booking.status === 'unknown' ? {} : { status: booking.status }), start: booking.start, end: booking.end, facts: booking.facts ?? known.facts });
  }
  return [...byKey.values()];
}

/**
 * Whether a complete reading would have shown a booking; if it did not, the booking is no longer in the
 * portal. A list that does not say which period it covers proves nothing.
 */
function isCovered(entry: PortalReading | undefined, start: Instant, end: Instant, updated: Instant): boolean {
  const reading = entry?.state === 'ok' ? entry.reading : null;
  if (reading === null || reading === undefined || !reading.complete || updated > reading.at) return false;
  return reading.from !== null && reading.to !== null && reading.from <= start && end <= reading.to;
}

/**
 * Every booking of a service of ours that the portals, the companion or the queue know.
 * @param queued events that have not reached the companion yet
 */
export function merge(readings: Readings, ledger: readonly BookingOfLedger[], queued: readonly Event[] = []): Merged[] {
  const byKey = new Map(ledger.map((entry) => [identityOf(entry.booking), entry]));
  const unnumbered = ledger.filter((entry) => entry.booking.number === null);
  const joined = new Set<BookingOfLedger>();
  const merged: Merged[] = [];
  for (const booking of Object.values(readings).flatMap(bookingsOfPortal)) {
    const key = identityOf(booking);
    const candidates = booking.number === null ? ledger : unnumbered;
    const entry = byKey.get(key) ?? candidates.find((candidate) => !joined.has(candidate) && sameBooking(candidate.booking, booking)) ?? null;
    if (entry !== null) joined.add(entry);
    const full = completed(booking, entry);
    if (full.serviceId !== null) merged.push({ key, booking: full, ledger: entry, inPortal: true, portalFacts: booking.facts });
  }
  for (const entry of ledger) {
    if (joined.has(entry)) continue;
    const booking = fromLedger(entry);
    const isGone = isCovered(readings[booking.portal], booking.start, booking.end, Date.parse(entry.updated));
    if (isGone && entry.state === 'requested') continue;
    merged.push({ key: identityOf(entry.booking), booking, ledger: entry, inPortal: false, portalFacts: null });
  }
  for (const { data } of queued) {
    if (merged.some(({ booking }) => sameBooking(booking, data.booking))) continue;
    const booking = fromEvent(data.booking, data.service.id, 'pending', data.reason);
    merged.push({ key: identityOf(data.booking), booking, ledger: null, inPortal: false, portalFacts: null });
  }
  return merged;
}

/** What tabs have shown, one reading for each time: a day that was looked at tells a form who holds the licence. */
function fromTabs(seen: PortalReading['seen']): Reading[] {
  const byTime = new Map<number, Booking[]>();
  for (const { booking, at } of seen) byTime.set(at, [...(byTime.get(at) ?? []), booking]);
  return [...byTime].map(([at, bookings]) => ({ bookings, complete: false, from: null, to: null, at, source: 'grid' }));
}

/** What the worker can tell an overlay besides its page: its own reading of the portal, what tabs have shown, and the companion's. */
export function overlayReadings(portal: string, readings: Readings, ledger: LedgerCache): Reading[] {
  const own = readings[portal]?.reading ?? null;
  const bookings = ledger.bookings.filter(({ booking }) => booking.portal === portal).map(fromLedger);
  const told: Reading | null = ledger.at === null ? null : { bookings, complete: false, from: null, to: null, at: ledger.at, source: 'companion' };
  return [own, told, ...fromTabs(readings[portal]?.seen ?? [])].filter((reading) => reading !== null);
}
