/** What whoever has booked a service holds, as it is called in a sentence. Pure. */
import type { ServiceCard } from './card.ts';

/** `slot`: the card's name says neither licence nor room, as that of a clinical meeting does not. */
export type HeldThing = 'licence' | 'room' | 'slot';

/** A permanent room is one whatever it is named (S1-30); of everything else, its own name says what it is. */
export function heldThing({ name, rules }: Pick<ServiceCard, 'name' | 'rules'>): HeldThing {
  if (rules.kind === 'permanent' || /^(?:salle|room)\b/iu.test(name)) return 'room';
  return /\blicen[cs]e\b/iu.test(name) ? 'licence' : 'slot';
}
