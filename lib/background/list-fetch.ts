/** Reading a portal's list with its further pages. « Unknown » is never zero, a part is never the whole. */
import type { Booking, Reading } from '../domain/booking.ts';
import { identityOf } from '../domain/identity.ts';
import { portalOfAddress } from '../state/portal-of.ts';
import type { PortalState } from '../state/readings-store.ts';
import type { PortalSetting, Settings } from '../state/settings.ts';
import type { Candidate } from './list-address.ts';
import { fetchPage, type PagePorts } from './page-fetch.ts';

/** Pages of one list that are read; beyond, the count is « au moins N ». */
export const PAGES_MAXIMUM = 5;

export type ListOutcome = { state: 'ok'; reading: Reading } | { state: Extract<PortalState, 'signedOut' | 'notUnderstood' | 'needsTab' | 'unreachable'> };

/** One booking may stand on two pages when the list moved between them. */
const distinct = (bookings: Booking[]): Booking[] => [...new Map(bookings.map((booking) => [identityOf(booking), booking])).values()];

/** @param candidate a person's own list is filtered as they like: never complete */
export async function fetchList(ports: PagePorts, portal: PortalSetting, candidate: Candidate, settings: Settings): Promise<ListOutcome> {
  const pages: Reading[] = [];
  let total: number | null = null;
  const visited = new Set<string>();
  let next: string | null = candidate.address;
  while (next !== null && visited.size < PAGES_MAXIMUM) {
    visited.add(next);
    const page = await fetchPage(ports, next, portal, settings);
    if (page.kind !== 'list') {
      // A list that breaks off is kept as a part: its next address stays, so that it is not taken for whole.
      if (pages.length > 0) break;
      return { state: page.kind === 'detail' ? 'notUnderstood' : page.kind };
    }
    pages.push(page.reading);
    total = page.total;
    next = page.next !== null && !visited.has(page.next) && portalOfAddress(page.next, [portal]) !== null ? page.next : null;
  }
  const [first] = pages;
  if (first === undefined) return { state: 'notUnderstood' };
  const bookings = distinct(pages.flatMap((page) => page.bookings));
  const isAll = first.complete || (pages.length > 1 && (total === null || bookings.length >= total));
  const isWhole = next === null && candidate.kind !== 'reported' && isAll;
  return { state: 'ok', reading: { ...first, bookings, complete: isWhole, at: ports.now() } };
}
