/** Mutates a family's pages, seed after seed, and adds up what came of it. */
import { expect, it } from 'vitest';
import type { PageKind } from '../../../../lib/portal/page.ts';
import { markup, pageNames, portalOn, show, type Family } from '../pages.ts';
import { judge, noTally, type Tally } from './judge.ts';
import { mutate } from './mutate.ts';
import { all } from './page.ts';
import { randomOf } from './random.ts';
import { stamp, TRUTH, truths } from './truth.ts';

/** How many mutated pages of a family: `npm run mutations` makes 500. */
export const mutationsOf = Number(process.env['PASSERELLE_MUTATIONS'] ?? 48);

/** One mutated page. @returns what is wrong, with what it takes to see it again */
export function mutateOnce(family: Family, seed: number, tally: Tally): void {
  const name = pageNames[seed % pageNames.length]!;
  const random = randomOf(seed + 1);
  const page = show(markup(`${family}/${name}`));
  const kind: PageKind | null = name === 'other' ? null : name;
  if (kind) stamp(page, truths[family][kind]);
  const done = mutate(page, random);
  const [wrong, written] = [tally.wrong.length, tally.written.length];
  judge(portalOn(page), kind, tally, { hasSquare: all(page, `[${TRUTH}~=licenceSquare]`).length > 0 });
  const where = `[seed ${String(seed)}, ${family}/${name}: ${done.join(' ')}] `;
  tally.wrong = tally.wrong.map((fault, index) => (index < wrong ? fault : where + fault));
  tally.written = tally.written.map((fault, index) => (index < written ? fault : where + fault));
}

export function mutateFamily(family: Family, count = mutationsOf): Tally {
  const tally = noTally();
  for (let seed = 0; seed < count; seed += 1) mutateOnce(family, seed, tally);
  return tally;
}

/** The sentence of issue C, for one family. */
export function provesMutations(family: Family): void {
  it(`finds nothing wrong and writes nothing wrong on ${String(mutationsOf)} mutated pages of the family ${family}`, { timeout: 1_200_000 }, () => {
    const { wrong, written, ...found } = mutateFamily(family);
    console.log(`mutations ${family}: ${JSON.stringify({ pages: mutationsOf, ...found, wrong: wrong.length, written: written.length })}`);
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(written.slice(0, 40)).toEqual([]);
    expect(found.right + found.fallback).toBeGreaterThan(mutationsOf * 2);
  });
}
