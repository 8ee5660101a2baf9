import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inLines } from '../../../companion/ledger/lines.ts';

const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1, maxLength: 3 });

it('puts two into one line when they share a key, through others too, and only then', () => {
  expect(inLines(['a', 'b', 'ac', 'd', 'bd', 'cb', 'd', 'e'], (word) => [...word])).toEqual([['a', 'ac', 'b', 'd', 'bd', 'cb', 'd'], ['e']]);
  fc.assert(fc.property(fc.array(keys, { maxLength: 12 }), (lists) => {
    const all = lists.map((list, place) => ({ list, place }));
    const lines = inLines(all, ({ list }) => list);
    const keysOf = lines.map((line) => new Set(line.flatMap(({ list }) => list)));
    // No key in two lines; and no line that falls apart into two without a key in common.
    expect(keysOf.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(lists.flat()).size);
    for (const line of lines) {
      const reached = new Set(line[0]?.list);
      for (let size = 0; size !== reached.size; ) {
        size = reached.size;
        for (const { list } of line) if (list.some((key) => reached.has(key))) for (const key of list) reached.add(key);
      }
      expect(line.every(({ list }) => list.some((key) => reached.has(key)))).toBe(true);
    }
    expect(lines.flat()).toHaveLength(all.length);
  }));
});

it('R1 leaves those that share a key in the order in which they came', () => {
  fc.assert(fc.property(fc.array(keys, { maxLength: 12 }), (lists) => {
    const all = lists.map((list, place) => ({ list, place }));
    for (const line of inLines(all, ({ list }) => list)) {
      for (const key of new Set(line.flatMap(({ list }) => list))) {
        const places = line.filter(({ list }) => list.includes(key)).map(({ place }) => place);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }
    }
  }));
});
