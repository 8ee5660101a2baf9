/** From the name that a portal or a person writes to the establishment of the roster (issue E, 1). */
import type { Establishment } from './roster.ts';
import { hasWord } from './letters.ts';
import { compareKey, normalise, startsAlike } from './text.ts';

/** What an establishment is known by. */
export type Named = Pick<Establishment, 'id' | 'name' | 'aliases'>;

const namesOf = ({ id, name, aliases }: Named): string[] => [id, name, ...aliases];

const only = <T>(found: T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

/** Shorter names are too often the beginning of another word. */
const PREFIX_MINIMUM = 5;

/** The longest name of the establishment that `words` begins with, as whole words; 0 when none. */
const lengthOfPrefix = (words: string, establishment: Named): number =>
  Math.max(
    0,
    ...namesOf(establishment)
      .map(normalise)
      .filter((name) => name.length >= PREFIX_MINIMUM && words.startsWith(name) && !hasWord(words[name.length] ?? ''))
      .map((name) => name.length),
  );

/**
 * By name, short name, identifier or alias, whatever the dashes, accents, capitals and spaces; else by the
 * beginning (« CHU de Québec - UL - CHUL » is an installation of « CHU de Québec – UL »); else as a name
 * that the portal cut (T15).
 * @returns null when none or several fit: the booking is then « non attribué », never guessed
 */
export function matchEstablishment<E extends Named>(text: string, roster: readonly E[]): E | null {
  const key = compareKey(text);
  if (key === '') return null;
  const same = roster.filter((establishment) => namesOf(establishment).some((name) => compareKey(name) === key));
  if (same.length > 0) return only(same);
  const words = normalise(text);
  const lengths = roster.map((establishment) => lengthOfPrefix(words, establishment));
  const longest = Math.max(0, ...lengths);
  if (longest > 0) return only(roster.filter((_, index) => lengths[index] === longest));
  return only(roster.filter((establishment) => namesOf(establishment).some((name) => startsAlike(text, name))));
}
