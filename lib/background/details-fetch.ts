/**
 * A list rarely shows the details block (T8): the page of a booking does. Read for the few bookings that
 * somebody has to decide on, and remembered for half an hour.
 */
import type { Booking, Instant } from '../domain/booking.ts';
import { identityOf, sameBooking } from '../domain/identity.ts';
import { portalOfAddress } from '../state/portal-of.ts';
import type { Details } from '../state/readings-store.ts';
import type { PortalSetting, Settings } from '../state/settings.ts';
import { fetchPage, type PagePorts } from './page-fetch.ts';

/** Pages of bookings that one reading opens at most; the others are for the next. */
export const DETAILS_MAXIMUM = 10;
const REMEMBERED = 30 * 60_000;

/** Whether a page is worth opening: to be decided or created, and without its facts. */
const isWanted = (booking: Booking, portal: PortalSetting, now: Instant): boolean =>
  booking.serviceId !== null &&
  booking.facts === null &&
  booking.end > now &&
  (booking.status === 'pending' || booking.status === 'approved') &&
  booking.page !== null &&
  portalOfAddress(booking.page, [portal]) !== null;

/** @returns what is known of each wanted booking's page; what is no longer wanted is forgotten */
export async function fetchDetails(
  ports: PagePorts,
  bookings: readonly Booking[],
  known: Details,
  portal: PortalSetting,
  settings: Settings,
): Promise<Details> {
  const now = ports.now();
  const details: Details = {};
  let opened = 0;
  for (const booking of bookings.filter((candidate) => isWanted(candidate, portal, now))) {
    const key = identityOf(booking);
    const before = known[key];
    if (before !== undefined) details[key] = before;
    const isFresh = before !== undefined && before.status === booking.status && now - before.at < REMEMBERED;
    if (isFresh || booking.page === null || opened >= DETAILS_MAXIMUM) continue;
    opened += 1;
    const page = await fetchPage(ports, booking.page, portal, settings);
    if (page.kind === 'signedOut' || page.kind === 'unreachable') break;
    const shown = page.kind === 'detail' && sameBooking(page.booking, booking) ? page.booking : null;
    const { facts = null, requester = null, reason = null, planB = null } = shown ?? {};
    details[key] = { status: booking.status, at: now, facts, requester, reason, planB };
  }
  return details;
}

/** The list's bookings with what their pages say besides. */
export const withDetails = (bookings: readonly Booking[], details: Details): Booking[] =>
  bookings.map((booking) => {
    const page = details[identityOf(booking)];
    if (page === undefined) return booking;
    const email = booking.requester?.email ?? page.requester?.email ?? null;
    const requester = booking.requester === null ? page.requester : { name: booking.requester.name, email };
    return { ...booking, facts: booking.facts ?? page.facts, requester, reason: booking.reason ?? page.reason, planB: booking.planB ?? page.planB };
  });
