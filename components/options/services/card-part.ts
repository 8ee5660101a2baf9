/** What each group of a card gets: the card, where its drafts live, and how to change it. */
import type { ServiceCard } from '../../../lib/services/card.ts';

export interface CardPart {
  card: ServiceCard;
  path: string;
  change: (part: Partial<ServiceCard>) => void;
}
