/** What changed between what was approved and what the portal says now (F14), and in which words. Pure. */
import type { Booking, BookingFacts, Instant } from '../domain/booking.ts';
import { sameText, startsAlike } from '../domain/text.ts';

export const changedParts = ['name', 'participants', 'presenter', 'start', 'end'] as const;
export type ChangedPart = (typeof changedParts)[number];

export interface Change {
  part: ChangedPart;
  before: string | number;
  after: string | number;
}

/** How a booking stood: at its approval, or as the companion was told. */
export interface Baseline {
  facts: BookingFacts | null;
  start: Instant;
  end: Instant;
}

/** @returns an empty list when nothing changed, or when a page does not say enough to tell */
export function changesSince(baseline: Baseline, booking: Pick<Booking, 'facts' | 'title' | 'start' | 'end'>): Change[] {
  const changes: Change[] = [];
  const add = (part: ChangedPart, before: string | number, after: string | number, isSame: boolean): void => {
    if (!isSame) changes.push({ part, before, after });
  };
  const { facts: before } = baseline;
  const { facts: after } = booking;
  if (before !== null && after !== null) {
    add('name', before.name, after.name, before.name.normalize('NFC') === after.name.normalize('NFC'));
    add('participants', before.participants, after.participants, before.participants === after.participants);
    const isSamePerson = sameText(before.presenter.name, after.presenter.name) && (before.presenter.email ?? '') === (after.presenter.email ?? '');
    add('presenter', presenterText(before), presenterText(after), isSamePerson);
  }
  if (before !== null && after === null && booking.title !== null) {
    // A list shows the title alone, perhaps cut (T15) and without its accents (T16).
    add('name', before.name, booking.title, startsAlike(booking.title, before.name));
  }
  add('start', baseline.start, booking.start, baseline.start === booking.start);
  add('end', baseline.end, booking.end, baseline.end === booking.end);
  return changes;
}

const presenterText = ({ presenter }: BookingFacts): string => (presenter.email === null ? presenter.name : `${presenter.name} (${presenter.email})`);

export interface WordRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Words compared at most; longer texts are shown whole, before and after. */
const WORDS_MAXIMUM = 200;

/** The difference of two texts word by word (longest common subsequence); « 9 h 00 », held together, is one word. */
export function wordDifference(before: string, after: string): WordRun[] {
  const [old, next] = [before, after].map((text) => text.split(/[ \t\r\n]+/u).filter((word) => word !== '')) as [string[], string[]];
  if (old.length > WORDS_MAXIMUM || next.length > WORDS_MAXIMUM) {
    return [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
  }
  const common = lengths(old, next);
  const runs: WordRun[] = [];
  const push = (kind: WordRun['kind'], word: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += ` ${word}`;
    else runs.push({ kind, text: word });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    const [left, right] = [old[i], next[j]];
    if (left !== undefined && left === right) {
      push('same', left);
      [i, j] = [i + 1, j + 1];
    } else if (right === undefined || (left !== undefined && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      push('removed', left ?? '');
      i += 1;
    } else {
      push('added', right);
      j += 1;
    }
  }
  return runs;
}

/** `table[i][j]`: how many words of `old` from i on and of `next` from j on are common, in order. */
function lengths(old: readonly string[], next: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      row[j] = old[i] === next[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
