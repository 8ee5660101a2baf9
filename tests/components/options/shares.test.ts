import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../../components/options/establishments/shares.ts';
import { newEstablishment } from '../../../components/options/establishments/new-establishment.ts';
import type { Establishment } from '../../../lib/domain/roster.ts';
import { establishments } from '../../../lib/services/roster.ts';

const of = (...parts: Partial<Establishment>[]): Establishment[] => parts.map((part, index) => ({ ...newEstablishment(`e-${index}`, `E${index}`), ...part }));
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

describe('shares in per cent', () => {
  it('S0-20 of the nine are equal to a tenth of a per cent and add up to 100', () => {
    const { tenths } = sharesOf([...establishments], null);
    expect(sum(tenths)).toBe(1000);
    expect(new Set(tenths)).toEqual(new Set([111, 112]));
  });

  it('follow weights', () => {
    expect(sharesOf(of({ weight: 1 }, { weight: 3 }), null).tenths).toEqual([250, 750]);
  });

  it('count a fixed part first, then divide the rest by weight', () => {
    const { tenths, amounts, isOver } = sharesOf(of({ fixed: 40 }, {}, { weight: 2 }), 100);
    expect([tenths, amounts, isOver]).toEqual([[400, 200, 400], [40, 20, 40], false]);
  });

  it('leave out who was removed, fixed part included', () => {
    expect(sharesOf(of({ state: 'removed', fixed: 40 }, {}), 100).tenths).toEqual([0, 1000]);
  });

  it('say when the fixed parts are more than there is', () => {
    const { tenths, isOver } = sharesOf(of({ fixed: 80 }, { fixed: 40 }, {}), 100);
    expect(isOver).toBe(true);
    expect(sum(tenths)).toBe(1000);
    expect(tenths[2]).toBe(0);
  });

  it('are nobody’s when every weight is zero', () => {
    expect(sharesOf(of({ weight: 0 }, { weight: 0 }), null).tenths).toEqual([0, 0]);
  });

  it('always add up to 100, or to nothing', () => {
    const establishment = fc.record({ weight: fc.integer({ min: 0, max: 1000 }), fixed: fc.option(fc.integer({ min: 0, max: 1000 })), state: fc.constantFrom('active', 'removed') });
    fc.assert(
      fc.property(fc.array(establishment, { maxLength: 12 }), fc.option(fc.integer({ min: 0, max: 10_000 })), (parts, total) => {
        expect([0, 1000]).toContain(sum(sharesOf(of(...(parts as Partial<Establishment>[])), total).tenths));
      }),
      { numRuns: 200 },
    );
  });
});
