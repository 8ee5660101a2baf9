/** Which portal of the settings an address belongs to. Pure. */
import { portalHosts } from '../portal/hosts.ts';
import type { PortalSetting } from './settings.ts';

const toUrl = (text: string | undefined): URL | null => {
  try {
    return text === undefined ? null : new URL(text);
  } catch {
    return null;
  }
};

/** `https://*.example.ca/*`: scheme, host and its subdomains; the only shape of pattern that we write. */
function isUnder(pattern: string, url: URL): boolean {
  const [, scheme, anySubdomain, host] = /^(https?):\/\/(\*\.)?([^/*]+)\/\*$/u.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined || url.protocol !== `${scheme}:` || url.port !== '') return false;
  return url.hostname === host || (anySubdomain !== undefined && url.hostname.endsWith(`.${host}`));
}

/** Whether the manifest itself covers an address: the built-in portal and none of its neighbours (its wiki). */
export function isBuiltIn(address: string | URL): boolean {
  const url = toUrl(String(address));
  if (url === null || portalHosts.exclude.some((pattern) => isUnder(pattern, url))) return false;
  return portalHosts.matches.some((pattern) => isUnder(pattern, url));
}

/** The pattern that asks for one portal's pages, as permissions and registrations take it; ports cannot be named. */
export function patternOf(portal: Pick<PortalSetting, 'origin'>): string {
  const url = new URL(portal.origin);
  return `${url.protocol}//${url.hostname}/*`;
}

/**
 * The enabled portal that an address belongs to: the same origin, or any host of the built-in pattern
 * for the portal that has one of them (which host IRIS answers under is not documented, portal.md § 1).
 */
export function portalOfAddress(address: string | undefined, portals: readonly PortalSetting[]): PortalSetting | null {
  const url = toUrl(address);
  if (url === null) return null;
  const enabled = portals.filter((portal) => portal.enabled);
  const own = enabled.find((portal) => toUrl(portal.origin)?.origin === url.origin);
  return own ?? (isBuiltIn(url) ? enabled.find((portal) => isBuiltIn(portal.origin)) : undefined) ?? null;
}
