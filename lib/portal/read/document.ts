/**
 * Reads the list from a document that was only parsed: the worker's look at the portal. No layout there;
 * visibility is what the markup says. Signed out is recognised by the sign-in page's own field, and an
 * unknown page is never an empty list (reliability.md B.2: false zero = 0).
 */
import type { Instant, Reading } from '../../domain/booking.ts';
import type { Roster } from '../../domain/roster.ts';
import type { ServiceCard } from '../../services/card.ts';
import { kindOf } from '../kind.ts';
import type { PortalProfile } from '../profile.ts';
import { readList } from './list.ts';

export type ListAnswer = { kind: 'list'; reading: Reading; pageSize: number | null; total: number | null } | { kind: 'signIn' } | { kind: 'unknown' };

/**
 * @param url the address that answered, after redirections
 * @param portal identifier of the portal in the settings
 */
export function readListDocument(
  document: Document,
  url: string,
  profile: PortalProfile,
  cards: readonly ServiceCard[],
  roster: Roster,
  now: Instant,
  portal = profile.id,
): ListAnswer {
  const context = { id: portal, document, url: () => url, profile, cards, roster, now: () => now };
  const kind = kindOf(context, url);
  if (kind === 'signIn') return { kind: 'signIn' };
  const list = kind === 'list' ? readList(context) : null;
  return list ? { kind: 'list', reading: list.reading, pageSize: list.pageSize, total: list.total } : { kind: 'unknown' };
}
