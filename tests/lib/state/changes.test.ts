import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../../lib/state/changes.ts';

describe('F14 the difference of two texts, word by word', () => {
  it('names what went and what came', () => {
    expect(wordDifference('Bilan de la vaccination', 'Bilan régional de la grippe')).toEqual([
      { kind: 'same', text: 'Bilan' },
      { kind: 'added', text: 'régional' },
      { kind: 'same', text: 'de la' },
      { kind: 'removed', text: 'vaccination' },
      { kind: 'added', text: 'grippe' },
    ]);
  });

  it('keeps an hour whole', () => {
    expect(wordDifference('à 08\u00a0h\u00a000', 'à 09\u00a0h\u00a000').map(({ text }) => text)).toEqual(['à', '08\u00a0h\u00a000', '09\u00a0h\u00a000']);
  });

  it('gives both texts back, whatever they are', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 6 }).filter((word) => !/[ \t\r\n]/u.test(word)), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDifference(before.join(' '), after.join(' '));
        const without = (kind: string) => runs.filter((run) => run.kind !== kind).map(({ text }) => text).join(' ');
        expect(without('added')).toBe(before.join(' '));
        expect(without('removed')).toBe(after.join(' '));
      }),
    );
  });

  it('shows texts of more than 200 words whole', () => {
    const long = Array.from({ length: 300 }, (_, index) => `mot${index}`).join(' ');
    expect(wordDifference(long, 'court')).toEqual([{ kind: 'removed', text: long }, { kind: 'added', text: 'court' }]);
  });
});
