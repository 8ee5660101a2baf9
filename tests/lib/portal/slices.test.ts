import { describe, expect, it } from 'vitest';
import { createSlices } from '../../../lib/portal/slices.ts';

/** Each step takes a millisecond. */
function slicing(steps: number) {
  const done = { steps: 0, now: 0 };
  const waiting: (() => void)[] = [];
  const begin = createSlices(() => {
    if (done.steps === steps) return false;
    done.steps += 1;
    done.now += 1;
    return true;
  }, { milliseconds: 100, clock: () => done.now, later: (work) => void waiting.push(work) });
  return { done, waiting, begin };
}

describe('long work', () => {
  it('G1 is done at once when it is short', () => {
    const { done, waiting, begin } = slicing(50);
    begin();
    expect([done.steps, waiting]).toEqual([50, []]);
  });

  it('G1 is cut, goes on when the page has had its turn, and is not begun a second time meanwhile', () => {
    const { done, waiting, begin } = slicing(300);
    begin();
    expect([done.steps, waiting.length]).toEqual([128, 1]);
    begin();
    expect([done.steps, waiting.length]).toEqual([128, 1]);
    while (waiting.length > 0) waiting.shift()!();
    expect(done.steps).toBe(300);
  });
});
