import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOfEstimate, percentOfShare } from '../../../lib/domain/percent.ts';
import { adviseQuota } from '../../../lib/domain/quota.ts';

const policy = { at80: 'warn', at100: 'refuse' } as const;

describe('a whole per cent', () => {
  it.each([
    [2, 3, 66],
    [1, 8, 12],
    [7, 8, 87],
    [29, 100, 29],
    [199, 200, 99],
    [201, 200, 100],
    [0, 10, 0],
  ])('F02 %d of a share of %d is %d %%, rounded down', (part, whole, percent) => {
    expect(percentOfShare(part, whole)).toBe(percent);
  });

  it('F08 is to the nearest for those who came: 310 of 1 200 are 26 %, 305 are 25 %', () => {
    expect([percentOfEstimate(310, 1200), percentOfEstimate(305, 1200), percentOfEstimate(0, 10)]).toEqual([26, 25, 0]);
  });

  it('has nothing to say of an empty whole', () => {
    expect([percentOfShare(5, 0), percentOfShare(0, 0), percentOfEstimate(5, 0)]).toEqual([null, null, null]);
  });

  it('E3 never reads as a step of the quota that is not reached: 80 % from the warning on, no less', () => {
    const amount = fc.integer({ min: 0, max: 10_000 * 3_600_000 });
    fc.assert(fc.property(amount, amount.filter((share) => share > 0), (used, share) => {
      const { step, percent } = adviseQuota({ used, requested: 0, share }, 0, policy);
      expect(percent).toBe(percentOfShare(used, share));
      expect((percent ?? 0) >= 80).toBe(step !== 'nothing');
      if ((percent ?? 0) > 100) expect(step).toBe('refuse');
      if (step !== 'refuse') expect(percent).toBeLessThanOrEqual(100);
    }));
  });
});
