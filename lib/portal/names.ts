/** Tolerant comparison of labels: accents, case, dashes, spaces and ornaments do not count. */
import { knowing, normalise } from '../domain/text.ts';

/** What portals hang onto a label: « * », « : », « (obligatoire) », « (3) ». */
const ornaments = /^[\s*:•>▸▾▶▼►◄▲△▽↑↓⇅✓✔+-]+|\s*\((?:obligatoire|requis|required|facultatif|optionnel|\d+)\)|[\s*:;.,…?!>▸▾▶▼►◄▲△▽↑↓⇅-]+$/gu;

/** A label is never longer than this; of a longer text the rest is not compared: its ornaments would be looked for again at each of them. */
const LABEL_MAXIMUM = 400;

/** The comparable core of a label; empty when there is none. */
export const toLabel = knowing((text) => normalise(text).slice(0, LABEL_MAXIMUM).replace(ornaments, '').replace(/ /gu, ''));

export interface Matcher {
  matches(text: string): boolean;
  /** The words in their comparable form: those that are a whole label, and those that one may begin with. */
  exact: ReadonlySet<string>;
  beginnings: readonly string[];
}

/** @param names a closing « … » means « begins with » */
export function toMatcher(names: readonly string[]): Matcher {
  const exact = new Set<string>();
  const beginnings: string[] = [];
  for (const name of names) {
    const label = toLabel(name);
    if (label === '') continue;
    if (name.endsWith('…')) beginnings.push(label);
    else exact.add(label);
  }
  return {
    exact,
    beginnings,
    matches(text) {
      if (text.length > LABEL_MAXIMUM) return false;
      const actual = toLabel(text);
      return actual !== '' && (exact.has(actual) || beginnings.some((beginning) => actual.startsWith(beginning)));
    },
  };
}
