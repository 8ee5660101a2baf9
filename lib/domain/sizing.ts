/** F01: a smaller service that is enough, so that the big licence stays free for who needs it (S2-21, S4-03). */
import { countCharacters } from '../contract/bounds.ts';
import type { Instant } from './booking.ts';
import { toLocal } from './zone.ts';

/** The part of a service card that decides. */
export interface SizedCard {
  id: string;
  capacity: number;
  clinical: boolean;
  rules: { kind: 'auto' | 'webinar' | 'meeting' | 'permanent' | 'none' };
  /** Local dates, inclusive; null: no bound. */
  availableFrom: string | null;
  availableUntil: string | null;
}

/** A reason shorter than this says nothing to the approver. */
export const REASON_MINIMUM = 10;

/** Whether a reason may stand for « Garder quand même »: ten characters or more, white space aside. */
export const isReasonEnough = (reason: string): boolean => countCharacters(reason.replace(/\s+/gu, '')) >= REASON_MINIMUM;

/** Whether a card may be booked for a day (S0-02). */
export function isAvailable(card: Pick<SizedCard, 'availableFrom' | 'availableUntil'>, start: Instant): boolean {
  const { date } = toLocal(start);
  return (card.availableFrom === null || card.availableFrom <= date) && (card.availableUntil === null || date <= card.availableUntil);
}

/** A room that is always open, or a platform of its own, does not replace a licence: it makes no meeting for this booking. */
const makesMeeting = ({ rules }: SizedCard): boolean => rules.kind !== 'permanent' && rules.kind !== 'none';

/**
 * The smallest card that holds everyone and may replace the booked one: a clinical booking is only ever sent to a
 * clinical card, and no other booking takes one (S4-01, S4-03).
 */
export function adviseFitting<C extends SizedCard>(participants: number, booked: SizedCard, cards: readonly C[]): C | null {
  const fitting = cards.filter((card) => card.capacity >= participants && card.clinical === booked.clinical && makesMeeting(card));
  return fitting.reduce<C | null>((best, card) => (best === null || card.capacity < best.capacity ? card : best), null);
}

/**
 * @param participants estimated; a capacity that equals them is enough
 * @param booked the card of the service that is being booked
 * @param ladder every card of the settings
 * @param start of the booking; null when it is not known yet
 * @returns the smallest card below the booked one that holds everyone, or null when the booked one is right
 */
export function adviseSize<C extends SizedCard>(participants: number, booked: SizedCard, ladder: readonly C[], start: Instant | null): C | null {
  const below = ladder.filter((card) => card.capacity < booked.capacity && (start === null || isAvailable(card, start)));
  return adviseFitting(participants, booked, below);
}
