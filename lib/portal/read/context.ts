/** What reading needs besides the page: which services and establishments there are, and the hour. */
import type { Instant } from '../../domain/booking.ts';
import type { Roster } from '../../domain/roster.ts';
import type { ServiceCard } from '../../services/card.ts';
import type { PageView } from '../find.ts';

export interface ReadContext extends PageView {
  /** Identifier of the portal in the settings, `iris`. */
  id: string;
  url(): string;
  cards: readonly ServiceCard[];
  roster: Roster;
  /** Milliseconds since 1970 UTC. */
  now(): Instant;
}
