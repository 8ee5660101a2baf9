import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstJsonMistake, lineAndColumn } from '../../../lib/state/json-place.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": [1, 2,, 3]}', 12], ['{"a" 1}', 5], ['{a: 1}', 1], ['[1 2]', 3], ['{"a": 1', 7], ['', 0], ['nul', 0], ['01', 1], ['{"a": 1}}', 8], ['[1,]', 3], ['{"a":1,}', 7], ['{]', 1],
  ])('%j at %i', (text, offset) => expect(firstJsonMistake(text)).toBe(offset));

  it.each(['{}', '[]', ' {"a": [true, null, -1.5e3, "\\u00e9\\n"]} ', '"x"', '0', '[[[]],{}]'])('accepts %s', (text) => expect(firstJsonMistake(text)).toBeNull());

  it('accepts exactly what the browser accepts', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(firstJsonMistake(text)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('refuses exactly what the browser refuses, after any one change', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(200), fc.constantFrom('', ',', '"', '}', ']', '{', ':', '\\', '0', '\n', 'x'), (text, place, sign) => {
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + sign + text.slice(at + 1);
        expect([changed, firstJsonMistake(changed) === null]).toEqual([changed, isJson(changed)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts lines and columns from 1', () => {
    expect(lineAndColumn('{\n  "a": x\n}', 9)).toEqual({ line: 2, column: 8 });
    expect(lineAndColumn('', 0)).toEqual({ line: 1, column: 1 });
  });

  it('does not follow a text that only opens', () => {
    expect(firstJsonMistake('['.repeat(100_000))).toBe(500);
  });
});
