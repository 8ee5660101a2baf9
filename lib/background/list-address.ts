/** Which page of a portal the worker reads. Pure. */
import { addLocalDays, toLocal } from '../domain/time.ts';
import type { ListAddress } from '../state/addresses-store.ts';
import type { PortalSetting } from '../state/settings.ts';

/**
 * A guess: no route of IRIS is public (portal.md § 12). List mode, what one approves, the coming year, the
 * longest page. When it is not understood, the list that a tab last showed is read instead.
 */
const GUESS = '/reservations/ressources?mode=liste&approbateur=1&parPage=100&periode=periode&du={from}&au={to}';
const DAYS_AHEAD = 365;

export interface Candidate {
  address: string;
  kind: 'setting' | 'guess' | 'reported';
}

/** `{from}` is today in Toronto, `{to}` a year later, both `YYYY-MM-DD`. */
const filled = (path: string, now: number): string =>
  path.replaceAll('{from}', toLocal(now).date).replaceAll('{to}', toLocal(addLocalDays(now, DAYS_AHEAD)).date);

/**
 * The addresses to try, in order. An admin's own path stands alone; else the guess and the reported list,
 * the one that worked last time first.
 * @param now milliseconds since 1970 UTC
 */
export function candidatesOf(portal: PortalSetting, known: ListAddress | undefined, now: number): Candidate[] {
  if (portal.listPath !== null) return [{ address: new URL(filled(portal.listPath, now), portal.origin).href, kind: 'setting' }];
  const guess: Candidate = { address: new URL(filled(GUESS, now), portal.origin).href, kind: 'guess' };
  if (known?.reported === undefined || known.reported === null) return [guess];
  const reported: Candidate = { address: known.reported, kind: 'reported' };
  return known.working === 'reported' ? [reported, guess] : [guess, reported];
}
