/** F01 and F08: a smaller licence that is enough, and what past estimates were worth. Pure. */
import type { SizeView } from '../../components/overlay/SizeAdvice.tsx';
import type { Instant } from '../domain/booking.ts';
import { adviseEstimate, type PastMeeting } from '../domain/estimates.ts';
import { formatNumber, formatPercent } from '../domain/number-text.ts';
import { adviseSize } from '../domain/sizing.ts';
import type { ServiceCard } from '../services/card.ts';
import { cardSubject } from './card-words.ts';
import type { Words } from './words.ts';

export interface SizeQuestion {
  participants: number;
  card: ServiceCard;
  cards: readonly ServiceCard[];
  start: Instant | null;
  past: readonly PastMeeting[];
}

/** @returns null when there is nothing to say */
export function sizeAnswer({ participants, card, cards, start, past }: SizeQuestion, { translate, language }: Words): SizeView | null {
  // Only what is shared is worth keeping free.
  const enough = card.access === 'shared' ? adviseSize(participants, card, cards, start) : null;
  const estimate = adviseEstimate(past, participants, card.capacity);
  if (enough === null && estimate === null) return null;
  const maybe = enough === null && estimate !== null ? adviseSize(estimate.suggestion, card, cards, start) : null;
  const subject = (smaller: ServiceCard): string => cardSubject(smaller.name, translate, language);
  return {
    // A clinical choice is the professional's alone: advised, never held up (S4-02).
    mustKeep: enough === null || card.clinical ? null : translate('errorKeep', { card: subject(enough) }),
    title: enough === null ? null : translate('cardEnough', { card: subject(enough) }),
    sentences: enough === null ? [] : [translate('cardEnoughMore', { count: participants, service: card.name }), ...(enough.approval === 'none' ? [translate('cardNoBooking')] : [])],
    estimate:
      estimate === null
        ? null
        : {
            sentence: [
              translate('estimatePast', { count: estimate.count, percent: formatPercent(estimate.percent, language), suggestion: estimate.suggestion }),
              ...(maybe === null ? [] : [translate('cardMaybe', { card: subject(maybe) })]),
            ].join(' '),
            suggestion: formatNumber(estimate.suggestion, language),
          },
  };
}
