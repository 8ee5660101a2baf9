import { describe, expect, it } from 'vitest';
import { placeFlag } from '../../../lib/features/mark-place.ts';

const header = { left: 0, top: 0, width: 240, height: 36 };
const whole = { width: 110, height: 18 };
const short = { width: 44, height: 18 };
const line = (width: number, top: number) => ({ left: 8, top, width, height: 16 });

describe('where « 5 000 participants » stands', () => {
  it('S0-46 is over the portal’s own number when the name leaves room beside it', () => {
    const capacity = { left: 214, top: 9, width: 18, height: 16 };
    expect(placeFlag({ header, lines: [line(90, 10)], capacity, whole, short })).toEqual({ left: 126, top: 8, isShort: false });
  });

  it('S0-46 is on the line of the name that leaves room, when the one of the number does not', () => {
    const capacity = { left: 214, top: 10, width: 18, height: 16 };
    expect(placeFlag({ header, lines: [line(200, 2), line(60, 18)], capacity, whole, short })).toEqual({ left: 126, top: 17, isShort: false });
  });

  it('S0-46 is the number alone, over the portal’s, when the words would hide the name', () => {
    const capacity = { left: 214, top: 9, width: 18, height: 16 };
    expect(placeFlag({ header, lines: [line(200, 2), line(200, 18)], capacity, whole, short })).toEqual({ left: 188, top: 8, isShort: true });
  });

  it('ends with the cell when the portal shows no number', () => {
    expect(placeFlag({ header, lines: [line(90, 10)], capacity: null, whole, short })).toEqual({ left: 126, top: 9, isShort: false });
    expect(placeFlag({ header, lines: [line(230, 10)], capacity: null, whole, short })).toEqual({ left: 192, top: 9, isShort: true });
  });
});
