/** From the name that a portal shows to the service card it stands for. */
import type { ServiceOfEvent } from '../contract/rules.ts';
import { compareKey, startsAlike } from '../domain/text.ts';
import type { ServiceCard } from './card.ts';

const namesOf = (card: ServiceCard): string[] => [card.name, ...card.aliases];

/** « CHU de Québec - UL - CCT - Solution logicielle - Licence … » also as each of its ends. */
const endsOf = (name: string): string[] => {
  const parts = name.split(/\s+[-\u1400\u2010-\u2015\u2e3a\u2e3b>/]\s+/u);
  return parts.map((_, index) => parts.slice(index).join(' - '));
};

const only = <T>(found: T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

/**
 * @param resourceName as the portal writes it, alone or after its installation, whole or cut (S0-44, T15, T16)
 * @returns null for any other resource (S0-47), and when a cut name may be several cards
 */
export function matchCard(resourceName: string, cards: readonly ServiceCard[]): ServiceCard | null {
  const ends = endsOf(resourceName);
  const keys = new Set(ends.map(compareKey));
  keys.delete('');
  const same = cards.filter((card) => namesOf(card).some((name) => keys.has(compareKey(name))));
  if (same.length > 0) return only(same);
  return only(cards.filter((card) => namesOf(card).some((name) => ends.some((end) => startsAlike(end, name)))));
}

/** What an event says of a card; see {@link ServiceOfEvent}. */
export const toServiceOfEvent = ({ id, name, capacity, concurrency, bufferBefore, bufferAfter, rules, recordingHours }: ServiceCard): ServiceOfEvent => ({
  id,
  name,
  capacity,
  concurrency,
  bufferBefore,
  bufferAfter,
  rules,
  ...(recordingHours === null ? {} : { recordingHours }),
});
