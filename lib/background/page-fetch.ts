/**
 * Fetching a portal's page as the signed-in person would: with the session's cookie, without a tab. What the
 * page is, is decided by the page, never by its status or its text alone.
 */
import { portalOfAddress } from '../state/portal-of.ts';
import type { PortalSetting, Settings } from '../state/settings.ts';
import type { PortalProfile } from '../portal/profile.ts';
import { readBounded } from './bounded.ts';
import type { ParsedPage } from './parse-page.ts';
import type { ParsePage } from './parser.ts';

const TIMEOUT = 20_000;
const PAGE_MAXIMUM = 5_000_000;

export interface PagePorts {
  fetch: typeof fetch;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  parse: ParsePage;
  /** By which the portal's pages are read. */
  profile: PortalProfile;
}

export type FetchedPage = Exclude<ParsedPage, { kind: 'unknown' | 'signIn' | 'script' }> | { kind: 'signedOut' | 'notUnderstood' | 'needsTab' | 'unreachable' };

/** Never throws. */
export async function fetchPage(ports: PagePorts, address: string, portal: PortalSetting, settings: Settings): Promise<FetchedPage> {
  try {
    const response = await ports.fetch(address, {
      credentials: 'include',
      cache: 'no-store',
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const where = response.url === '' ? address : response.url;
    // A single sign-on elsewhere, or a page that the portal does not show us: nobody is signed in.
    if (portalOfAddress(where, [portal]) === null || response.status === 401 || response.status === 403) return { kind: 'signedOut' };
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    if (!response.ok || !/html/iu.test(response.headers.get('content-type') ?? '')) return { kind: 'notUnderstood' };
    const html = await readBounded(response, PAGE_MAXIMUM);
    const { cards, roster } = settings;
    const parsed = await ports.parse({ html, address: where, portal: portal.id, profile: ports.profile, cards, roster, now: ports.now() });
    if (parsed.kind === 'script') return { kind: 'needsTab' };
    if (parsed.kind === 'signIn') return { kind: 'signedOut' };
    return parsed.kind === 'unknown' ? { kind: 'notUnderstood' } : parsed;
  } catch (error) {
    return { kind: error instanceof RangeError ? 'notUnderstood' : 'unreachable' };
  }
}
