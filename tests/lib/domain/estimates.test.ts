import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseEstimate, type PastMeeting } from '../../../lib/domain/estimates.ts';

const DAY = 86_400_000;
const past = (...pairs: [number, number][]): PastMeeting[] => pairs.map(([estimated, actual], index) => ({ estimated, actual, end: index * DAY }));

describe('F08 estimated against actual', () => {
  it('F08 « Vos 4 dernières : 28 % de l’estimé ; suggestion 400 » for 1 200', () => {
    expect(adviseEstimate(past([1000, 280], [2000, 560], [500, 140], [1500, 420]), 1200, 5000)).toEqual({ count: 4, percent: 28, suggestion: 400 });
  });

  it('F08 minds the last four only, whatever their order', () => {
    const meetings = past([5000, 5000], [100, 20], [100, 20], [100, 20], [100, 20]);
    expect(adviseEstimate(meetings.reverse(), 100, 5000)).toEqual({ count: 4, percent: 20, suggestion: 20 });
  });

  it('F08 says nothing from one meeting, from none, or when the estimates were right', () => {
    expect(adviseEstimate([], 1200, 5000)).toBeNull();
    expect(adviseEstimate(past([1000, 100]), 1200, 5000)).toBeNull();
    expect(adviseEstimate(past([1000, 800], [1000, 1000]), 1200, 5000)).toBeNull();
    expect(adviseEstimate(past([0, 100], [0, 4]), 1200, 5000)).toBeNull();
  });

  it('F08 reads its per cent as the popup and the report do: 310 of 1 200 are 26 %', () => {
    expect(adviseEstimate(past([1000, 260], [200, 50]), 1000, 5000)?.percent).toBe(26);
  });

  it('F08 suggests more when more came, up to the capacity', () => {
    expect(adviseEstimate(past([100, 150], [100, 150]), 1000, 5000)).toEqual({ count: 2, percent: 150, suggestion: 1500 });
    expect(adviseEstimate(past([100, 300], [100, 300]), 4000, 5000)?.suggestion).toBe(5000);
  });

  it('F08 never suggests fewer than what its own per cent gives, nor what is typed already', () => {
    const pair = fc.record({ estimated: fc.integer({ min: 0, max: 5000 }), actual: fc.integer({ min: 0, max: 6000 }), end: fc.integer() });
    fc.assert(fc.property(fc.array(pair, { maxLength: 8 }), fc.integer({ min: 1, max: 5000 }), (meetings, estimated) => {
      const advice = adviseEstimate(meetings, estimated, 5000);
      if (advice === null) return;
      expect(advice.suggestion).not.toBe(estimated);
      expect(advice.suggestion).toBeLessThanOrEqual(5000);
      expect(advice.suggestion).toBeGreaterThanOrEqual(Math.min(5000, Math.floor(((advice.percent - 0.5) * estimated) / 100)));
    }));
  });
});
