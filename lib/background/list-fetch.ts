/** Reading a portal's list with its further pages. « Unknown » is never zero, a part is never the whole. */
import type { Booking, Reading } from '../domain/booking.ts';
import { identityOf } from '../domain/identity.ts';
import { portalOfAddress } from '../state/portal-of.ts';
import type { PortalState } from '../state/readings-store.ts';
import type { PortalSetting, Settings } from '../state/settings.ts';
import type { Candidate } from './list-address.ts';
import { fetchPage, type FetchedPage, type PagePorts } from './page-fetch.ts';

/**
 * Requests for one list, and milliseconds from the first to the last: a year of a busy licence, some 2,000 bookings, is
 * read to its end at the smallest usual page (S5: 20 to 100 a page), and no portal is asked without end. Beyond either
 * the count is « au moins N ».
 */
export const PAGES_MAXIMUM = 120;
export const TIME_MAXIMUM = 90_000;

export type ListOutcome = { state: 'ok'; reading: Reading } | { state: Extract<PortalState, 'signedOut' | 'notUnderstood' | 'needsTab' | 'unreachable'> };

/** One booking may stand on two pages when the list moved between them. */
const distinct = (bookings: Booking[]): Booking[] => [...new Map(bookings.map((booking) => [identityOf(booking), booking])).values()];

type ListPage = Extract<FetchedPage, { kind: 'list' }>;

/** The same list with more rows a page, when the portal offers that: fewer requests. The page itself when it does not keep its word. */
async function longest(ports: PagePorts, page: ListPage, portal: PortalSetting, settings: Settings): Promise<ListPage> {
  if (page.next === null || page.larger === null || portalOfAddress(page.larger, [portal]) === null) return page;
  const larger = await fetchPage(ports, page.larger, portal, settings);
  return larger.kind === 'list' && larger.reading.bookings.length > page.reading.bookings.length && larger.total === page.total ? larger : page;
}

/** @param candidate a person's own list is filtered as they like: never complete */
export async function fetchList(ports: PagePorts, portal: PortalSetting, candidate: Candidate, settings: Settings): Promise<ListOutcome> {
  const opened = await fetchPage(ports, candidate.address, portal, settings);
  if (opened.kind !== 'list') return { state: opened.kind === 'detail' ? 'notUnderstood' : opened.kind };
  const since = ports.now();
  const first = await longest(ports, opened, portal, settings);
  const pages: Reading[] = [first.reading];
  const visited = new Set<string>([candidate.address]);
  const onwards = ({ next }: ListPage): string | null => (next !== null && !visited.has(next) && portalOfAddress(next, [portal]) !== null ? next : null);
  let { total } = first;
  let next = onwards(first);
  while (next !== null && visited.size < PAGES_MAXIMUM && ports.now() - since < TIME_MAXIMUM) {
    visited.add(next);
    const page = await fetchPage(ports, next, portal, settings);
    // A list that breaks off is kept as a part: its next address stays, so that it is not taken for whole.
    if (page.kind !== 'list') break;
    pages.push(page.reading);
    total = page.total;
    next = onwards(page);
  }
  const bookings = distinct(pages.flatMap((page) => page.bookings));
  const isAll = first.reading.complete || (pages.length > 1 && (total === null || bookings.length >= total));
  const isWhole = next === null && candidate.kind !== 'reported' && isAll;
  return { state: 'ok', reading: { ...first.reading, bookings, complete: isWhole, at: ports.now() } };
}
