/** Which service and which establishment of ours a portal's names stand for. */
import { matchEstablishment } from '../../domain/establishments.ts';
import type { Establishment } from '../../domain/roster.ts';
import type { ServiceCard } from '../../services/card.ts';
import { matchCard } from '../../services/match.ts';
import type { ReadContext } from './context.ts';

/** The same few names come in every row; each is compared with a whole list once. */
function remembersNames<L extends object, T>(match: (name: string, list: L) => T | null): (name: string, list: L) => T | null {
  const lists = new WeakMap<L, Map<string, T | null>>();
  return (name, list) => {
    let known = lists.get(list);
    if (!known || known.size > MATCHED_MAXIMUM) lists.set(list, (known = new Map()));
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = match(name, list)));
    return found;
  };
}
const MATCHED_MAXIMUM = 2000;

const findEstablishment = remembersNames(matchEstablishment);
const findCard = remembersNames((name: string, cards: readonly ServiceCard[]): ServiceCard | null => {
  const whole = matchCard(name, cards);
  if (whole) return whole;
  const parts = name.split(/\s*[,;\n]\s*/u).filter((part) => part !== '');
  return parts.length < 2 ? null : (parts.map((part) => matchCard(part, cards)).find((found) => found !== null) ?? null);
});

/** The establishment of the roster that a text names, or null. */
export const establishmentOf = (context: Pick<ReadContext, 'roster'>, text: string): Establishment | null => findEstablishment(text, context.roster);

/** The service card of a resource's name; of several names (T6) the first that is a service. */
export const cardOf = (context: Pick<ReadContext, 'cards'>, ...names: readonly string[]): ServiceCard | null =>
  names.map((name) => findCard(name, context.cards)).find((card) => card !== null) ?? null;
