/**
 * The use of a shared service by each establishment over a period (F02, S0-21, issue E): exact whole numbers,
 * the same in the extension and in the companion.
 */
import type { BookingStatus, Instant } from './booking.ts';
import { matchEstablishment } from './establishments.ts';
import type { Establishment } from './roster.ts';
import { divide } from './shares.ts';
import { HOUR, MINUTE } from './zone.ts';

/** A booking as far as use needs it. */
export interface CountedBooking {
  serviceId: string | null;
  establishmentId: string | null;
  /** As the page writes it; matched when the identifier is not known. */
  establishment: string | null;
  start: Instant;
  end: Instant;
  status: BookingStatus;
}

/** The part of a service card that decides; `total` in hours or in bookings. */
export interface UsageRules {
  id: string;
  quota: { unit: 'hours' | 'count'; total: number | null };
}

/** The part of an establishment that decides; the extension's roster is a list of these. */
export type UsageEstablishment = Pick<Establishment, 'id' | 'name' | 'aliases' | 'weight' | 'fixed' | 'state'>;

export interface UsageQuestion {
  /** Each booking once; see mergeReadings. Each date of a series is a booking of its own. */
  bookings: readonly CountedBooking[];
  card: UsageRules;
  roster: readonly UsageEstablishment[];
  /** The period; `to` is exclusive. */
  from: Instant;
  to: Instant;
  /** False when bookings may be missing: every figure is then « au moins ». */
  complete: boolean;
}

/** Amounts are milliseconds when the unit is hours, else bookings. */
export interface UsageAmounts {
  /** Approved. */
  used: number;
  /** Asked for and not answered, apart from {@link used}. */
  requested: number;
  /** What is allotted; null without a quota. */
  share: number | null;
  /** `share - used`; below zero when more was used. Null without a quota. */
  remaining: number | null;
}

export interface UsageRow extends UsageAmounts {
  /** Null: « non attribué ». */
  establishmentId: string | null;
  /** Approved and requested bookings behind the amounts. */
  bookings: number;
  /** Part of all that is used, in tenths of a per cent; the rows add up to 1000. Null when nothing is used. */
  partOfUse: number | null;
}

export interface Usage {
  /** In the order of the roster; then « non attribué ». That row, and who was removed, only when bookings fall to them. */
  rows: UsageRow[];
  total: UsageAmounts & { bookings: number };
  unit: 'hours' | 'count';
  complete: boolean;
  from: Instant;
  to: Instant;
}

/**
 * « À confirmer » and words that we do not know count as requested: they hold their hours, and nothing says
 * that anyone approved them (portal.md § 5). « Annulée » and « Rejetée » never count.
 */
export const countedAs: Record<BookingStatus, 'used' | 'requested' | null> = {
  approved: 'used',
  pending: 'requested',
  toConfirm: 'requested',
  unknown: 'requested',
  cancelled: null,
  rejected: null,
};

/**
 * What one booking takes from the period: its time inside it, without buffers; or, when bookings are counted,
 * one if it begins inside.
 * @returns null when it is outside; a booking without length takes no time but is there
 */
export function amountOf({ start, end }: { start: Instant; end: Instant }, unit: 'hours' | 'count', from: Instant, to: Instant): number | null {
  const begins = start >= from && start < to;
  if (unit === 'count') return begins ? 1 : null;
  const inside = Math.min(end, to) - Math.max(start, from);
  return inside > 0 ? inside : begins ? 0 : null;
}

/**
 * Shares in the unit of amounts: fixed parts first, then by weight; who was removed has none. Hours are divided in whole
 * minutes, so that what is shown adds up.
 */
function sharesOf(roster: readonly UsageEstablishment[], { unit, total }: UsageRules['quota']): (number | null)[] {
  const grain = unit === 'hours' ? MINUTE : 1;
  const toGrains = (amount: number): number => Math.round((amount * (unit === 'hours' ? HOUR : 1)) / grain);
  const fixed = roster.map((establishment) => (establishment.fixed === null || establishment.state === 'removed' ? null : toGrains(establishment.fixed)));
  if (total === null) return fixed.map((grains) => (grains === null ? null : grains * grain));
  const rest = Math.max(0, toGrains(total) - fixed.reduce<number>((sum, grains) => sum + (grains ?? 0), 0));
  const parts = divide(rest, roster.map(({ weight, state }, index) => (fixed[index] === null && state !== 'removed' ? weight : 0)));
  return parts.map((grains, index) => (fixed[index] ?? grains) * grain);
}

const remainingOf = (share: number | null, used: number): number | null => (share === null ? null : share - used);

/** Linear in the bookings. */
export function usageOf({ bookings, card, roster, from, to, complete }: UsageQuestion): Usage {
  const { unit, total } = card.quota;
  const places = new Map(roster.map(({ id }, index) => [id, index]));
  const known = new Map<string, number>();
  const unassigned = roster.length;
  const placeOfText = (text: string): number => {
    const place = known.get(text) ?? places.get(matchEstablishment(text, roster)?.id ?? '') ?? unassigned;
    known.set(text, place);
    return place;
  };
  const sums = Array.from({ length: roster.length + 1 }, () => ({ used: 0, requested: 0, bookings: 0 }));
  for (const booking of bookings) {
    const kind = countedAs[booking.status];
    if (kind === null || booking.serviceId !== card.id) continue;
    const amount = amountOf(booking, unit, from, to);
    if (amount === null) continue;
    const place = places.get(booking.establishmentId ?? '') ?? (booking.establishment === null ? unassigned : placeOfText(booking.establishment));
    const sum = sums[place];
    if (sum === undefined) continue;
    sum[kind] += amount;
    sum.bookings += 1;
  }
  const used = sums.reduce((amount, sum) => amount + sum.used, 0);
  const parts = divide(1000, sums.map((sum) => sum.used));
  const shares = sharesOf(roster, card.quota);
  const rows = sums.map((sum, index): UsageRow => {
    const share = shares[index] ?? null;
    return {
      establishmentId: roster[index]?.id ?? null,
      ...sum,
      share,
      remaining: remainingOf(share, sum.used),
      partOfUse: used === 0 ? null : (parts[index] ?? 0),
    };
  });
  const whole = total === null ? null : Math.round(total * (unit === 'hours' ? HOUR : 1));
  return {
    rows: rows.filter((row, index) => row.bookings > 0 || (index < unassigned && roster[index]?.state !== 'removed')),
    total: {
      used,
      requested: sums.reduce((amount, sum) => amount + sum.requested, 0),
      bookings: sums.reduce((count, sum) => count + sum.bookings, 0),
      share: whole,
      remaining: remainingOf(whole, used),
    },
    unit,
    complete,
    from,
    to,
  };
}

/** What an establishment has used, asked for and is entitled to; nothing of all that where it has no row, as whoever was removed. */
export const rowOf = ({ rows }: Pick<Usage, 'rows'>, establishment: string): Pick<UsageRow, 'used' | 'requested' | 'share'> =>
  rows.find(({ establishmentId }) => establishmentId === establishment) ?? { used: 0, requested: 0, share: null };

/** Nothing came of bookings of which some may be missing: that says nothing was read, and not that there are none. */
export const isUnread = (amount: number, { complete }: Pick<Usage, 'complete'>): boolean => amount === 0 && !complete;
