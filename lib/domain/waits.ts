/** The light waiting list (F04, A5): hours that somebody would take if they were freed. No name, no title. */
import type { Instant } from './booking.ts';
import { conflictsOf, type ConflictRules, type Occupation, type Span } from './conflicts.ts';

export interface Wait extends Span {
  portal: string;
  serviceId: string;
  /** When it was asked for. */
  asked: Instant;
  /** When the slot was first seen free; null: not yet. */
  freed: Instant | null;
}

/** Of one post; the oldest goes first. */
export const WAITS_MAXIMUM = 20;

const isSame = (one: Omit<Wait, 'asked' | 'freed'>, other: Omit<Wait, 'asked' | 'freed'>): boolean =>
  one.portal === other.portal && one.serviceId === other.serviceId && one.start === other.start && one.end === other.end;

/** Adds, or takes off, one slot; what is over goes. */
export function withWait(waits: readonly Wait[], slot: Omit<Wait, 'asked' | 'freed'>, on: boolean, now: Instant): Wait[] {
  const others = waits.filter((wait) => wait.start > now && !isSame(wait, slot));
  return on ? [...others, { ...slot, asked: now, freed: null }].slice(-WAITS_MAXIMUM) : others;
}

export const isWaitedFor = (waits: readonly Omit<Wait, 'asked' | 'freed'>[], slot: Omit<Wait, 'asked' | 'freed'>): boolean => waits.some((wait) => isSame(wait, slot));

/** What one page or one answer says of a service: all its bookings between two instants. */
export interface Seen {
  portal: string;
  /** The services whose every booking was shown; another may be booked and filtered out. */
  serviceIds: readonly string[];
  bookings: readonly Occupation[];
  from: Instant;
  to: Instant;
  at: Instant;
}

/**
 * Marks the slots that a reading shows to be free, and unmarks those that were taken again. A reading that does not
 * cover the slot, or not the service, says nothing of it.
 */
export function afterSeeing(waits: readonly Wait[], seen: Seen, cards: readonly ConflictRules[]): Wait[] {
  return waits.map((wait) => {
    const card = cards.find(({ id }) => id === wait.serviceId);
    const isShown = wait.portal === seen.portal && seen.serviceIds.includes(wait.serviceId) && seen.from <= wait.start && wait.end <= seen.to;
    const isSeen = card !== undefined && isShown && seen.at >= wait.asked;
    if (!isSeen) return wait;
    const isFree = conflictsOf({ start: wait.start, end: wait.end }, seen.bookings, card).length === 0;
    return { ...wait, freed: isFree ? (wait.freed ?? seen.at) : null };
  });
}
