/**
 * Where the portal and the companion's ledger do not say the same of the use of a service: booking by booking,
 * never averaged (issue E, 2). Neither is corrected by the other; the portal stays the system of record.
 */
import { identityOf, sameBooking, type Identifiable } from './identity.ts';
import { amountOf, countedAs, type CountedBooking, type UsageRules } from './usage.ts';
import type { Instant } from './booking.ts';

/** A booking with what it is counted by and what it is known by. */
export interface ComparedBooking extends CountedBooking, Identifiable {
  start: Instant;
  end: Instant;
}

export const differingParts = ['missing', 'counted', 'amount', 'establishment'] as const;
export type DifferingPart = (typeof differingParts)[number];

export interface UsageDifference<B extends ComparedBooking> {
  /** Null: this source does not have it, or it does not count there. */
  portal: B | null;
  ledger: B | null;
  /** `missing` from one source · approved in one and only asked for in the other · another amount · another establishment. */
  parts: DifferingPart[];
  /** What each source counts, in the unit of the card; 0 where it does not count. */
  amounts: { portal: number; ledger: number };
}

export interface DifferenceQuestion<B extends ComparedBooking> {
  /** Each booking once. */
  portal: readonly B[];
  ledger: readonly B[];
  card: UsageRules;
  from: Instant;
  to: Instant;
  /** False when the portal was read in part: what it does not show may still be there. */
  portalComplete: boolean;
}

/** Joins by number, else by hours, resource and name; linear but for bookings at the very same hours. */
function pair<B extends ComparedBooking>(portal: readonly B[], ledger: readonly B[]): [B | null, B | null][] {
  const byIdentity = new Map(ledger.map((booking) => [identityOf(booking), booking]));
  const byHours = Map.groupBy(ledger, ({ start, end }) => `${start}|${end}`);
  const joined = new Set<B>();
  const pairs = portal.map((booking): [B, B | null] => {
    const known = byIdentity.get(identityOf(booking));
    const found = known ?? byHours.get(`${booking.start}|${booking.end}`)?.find((other) => !joined.has(other) && sameBooking(other, booking)) ?? null;
    if (found !== null) joined.add(found);
    return [booking, found];
  });
  return [...pairs, ...ledger.filter((booking) => !joined.has(booking)).map((booking): [null, B] => [null, booking])];
}

/** @returns those that make a figure differ, by start */
export function differencesOf<B extends ComparedBooking>({ portal, ledger, card, from, to, portalComplete }: DifferenceQuestion<B>): UsageDifference<B>[] {
  const kindOf = (booking: B | null) =>
    booking === null || booking.serviceId !== card.id || amountOf(booking, card.quota.unit, from, to) === null ? null : countedAs[booking.status];
  const found: UsageDifference<B>[] = [];
  for (const [one, other] of pair(portal, ledger)) {
    const kinds = { portal: kindOf(one), ledger: kindOf(other) };
    if (kinds.portal === null && kinds.ledger === null) continue;
    if (one === null && !portalComplete) continue;
    const amountIn = (booking: B | null, kind: string | null): number =>
      (booking === null || kind === null ? 0 : (amountOf(booking, card.quota.unit, from, to) ?? 0));
    const amounts = { portal: amountIn(one, kinds.portal), ledger: amountIn(other, kinds.ledger) };
    const isEither = kinds.portal === null || kinds.ledger === null;
    const known = { portal: one?.establishmentId ?? null, ledger: other?.establishmentId ?? null };
    const holds: Record<DifferingPart, boolean> = {
      missing: isEither,
      counted: !isEither && kinds.portal !== kinds.ledger,
      amount: !isEither && amounts.portal !== amounts.ledger,
      establishment: !isEither && known.portal !== null && known.ledger !== null && known.portal !== known.ledger,
    };
    const parts = differingParts.filter((part) => holds[part]);
    if (parts.length > 0) found.push({ portal: kinds.portal === null ? null : one, ledger: kinds.ledger === null ? null : other, parts, amounts });
  }
  const startOf = ({ portal: one, ledger: other }: UsageDifference<B>): Instant => (one ?? other)?.start ?? 0;
  return found.sort((one, other) => startOf(one) - startOf(other));
}
