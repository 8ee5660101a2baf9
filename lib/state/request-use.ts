/**
 * What a request does to the use of its establishment (F02, issue E, 2): for whoever approves it, before the decision.
 * From what the popup already knows: the portals' readings and the companion's bookings, each once. Pure.
 */
import type { Booking, Instant, Reading } from '../domain/booking.ts';
import { matchEstablishment } from '../domain/establishments.ts';
import { adviseQuota, type QuotaStep } from '../domain/quota.ts';
import { periodsOf } from '../domain/periods.ts';
import { coversPeriod } from '../domain/readings.ts';
import { amountOf, isUnread, rowOf, usageOf, type Usage } from '../domain/usage.ts';
import type { ServiceCard } from '../services/card.ts';
import { overlayReadings } from './merge.ts';
import type { Sources } from './view.ts';

/** Why there is no figure: nothing was read, nobody knows whose request it is, the service has no card any more. */
export type UseUnknown = 'unread' | 'establishment' | 'card';

/** Amounts are in the unit of the card: milliseconds, or bookings. */
export interface RequestUse {
  unit: Usage['unit'];
  from: Instant;
  /** Exclusive. */
  to: Instant;
  /** Approved. Null: only a part was read, and nothing approved is in it; that is not zero. */
  used: number | null;
  /** Asked for by others of the establishment, or by another request of the same person, and not answered. */
  others: number;
  /** Used, all that is asked for, and this request: as its form says it. */
  after: number;
  /** Null: no quota. */
  share: number | null;
  /** Whole per cent of the share after this request; null without a share. */
  percent: number | null;
  step: QuotaStep;
  /** False: bookings of the period may be missing, every figure is « au moins ». */
  complete: boolean;
}

export interface UseSource {
  name: 'portal' | 'companion';
  /** When it was last read. */
  at: Instant;
}

/** One figure for each period that the request falls into. */
export type RequestUses = { known: true; establishment: string; uses: RequestUse[]; sources: UseSource[] } | { known: false; why: UseUnknown };

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The newest hour of each. */
const sourcesOf = (readings: readonly Reading[]): UseSource[] =>
  (['portal', 'companion'] as const).flatMap((name): UseSource[] => {
    const times = readings.filter(({ source }) => (source === 'companion') === (name === 'companion')).map(({ at }) => at);
    return times.length === 0 ? [] : [{ name, at: Math.max(...times) }];
  });

/**
 * @param bookings every booking that is known, each once, the request among them
 * @returns answers for one request after the other; what they have in common is counted once, at the first need
 */
export function requestUses({ settings, readings, ledger }: Pick<Sources, 'settings' | 'readings' | 'ledger'>, bookings: () => readonly Booking[]): (booking: Booking) => RequestUses {
  const { cards, roster, portals } = settings;
  const read = once(() => portals.filter(({ enabled }) => enabled).flatMap(({ id }) => overlayReadings(id, readings, ledger)));
  const sources = once(() => sourcesOf(read()));
  const known = new Map<string, Usage>();
  const usageIn = (card: ServiceCard, from: Instant, to: Instant): Usage => {
    const key = `${card.id} ${from}`;
    const usage = known.get(key) ?? usageOf({ bookings: bookings(), card, roster, from, to, complete: coversPeriod(read(), from, to) });
    known.set(key, usage);
    return usage;
  };
  return (booking) => {
    const card = cards.find(({ id }) => id === booking.serviceId);
    const named = roster.find(({ id }) => id === booking.establishmentId);
    const establishment = named ?? (booking.establishment === null ? null : matchEstablishment(booking.establishment, roster));
    if (card === undefined) return { known: false, why: 'card' };
    if (establishment === null) return { known: false, why: 'establishment' };
    if (sources().length === 0) return { known: false, why: 'unread' };
    const uses = periodsOf(booking, card.quota).map(({ from, to }): RequestUse => {
      const usage = usageIn(card, from, to);
      const row = rowOf(usage, establishment.id);
      const own = amountOf(booking, usage.unit, from, to) ?? 0;
      const others = Math.max(0, row.requested - own);
      const { after, share, percent, step } = adviseQuota({ ...row, requested: others }, own, card.quota);
      return { unit: usage.unit, from, to, used: isUnread(row.used, usage) ? null : row.used, others, after, share, percent, step, complete: usage.complete };
    });
    return { known: true, establishment: establishment.name, uses, sources: sources() };
  };
}
