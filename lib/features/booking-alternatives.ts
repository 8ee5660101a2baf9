/** F04: what else is free, in words. Pure. */
import type { Alternative } from '../domain/alternatives.ts';
import { alternativesTo } from '../domain/alternatives.ts';
import { blackoutSpans } from '../domain/blackouts.ts';
import type { Booking, Instant } from '../domain/booking.ts';
import { formatRange } from '../domain/time.ts';
import type { ServiceCard } from '../services/card.ts';
import { cardSubject } from './card-words.ts';
import type { Words } from './words.ts';

export interface AlternativesQuestion {
  portal: string;
  number: string | null;
  span: { start: Instant; end: Instant };
  participants: number | null;
  card: ServiceCard;
  /** The services that the portal's own form offers. */
  cards: readonly ServiceCard[];
  bookings: readonly Booking[];
  now: Instant;
}

export interface Proposal extends Alternative<ServiceCard> {
  words: string;
}

/** What another service is free at the same hour is a choice too, but only where the form itself has it. */
export function proposalsFor(
  { portal, number, span, participants, card, cards, bookings, now }: AlternativesQuestion,
  { translate, language }: Words,
): Proposal[] {
  const blackouts = blackoutSpans(card.blackouts);
  const found = alternativesTo({ candidate: { ...span, portal, number }, participants, card, cards, bookings, blackouts, now });
  return found.map((one) => ({
    ...one,
    words: one.kind === 'otherService' ? translate('alternativeService', { card: cardSubject(one.card.name, translate, language) }) : formatRange(one.start, one.end, language),
  }));
}
