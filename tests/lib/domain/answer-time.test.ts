import { describe, expect, it } from 'vitest';
import { isLate, isUnconfirmed, warningTime } from '../../../lib/domain/answer-time.ts';

const at = (text: string) => Date.parse(text);

describe('F11 an answer in time', () => {
  it('F11 a request is late two working days after it was first known, to the minute', () => {
    const friday = at('2026-11-20T15:00:00Z');
    expect([isLate(friday, at('2026-11-24T14:59:00Z')), isLate(friday, at('2026-11-24T15:00:00Z'))]).toEqual([false, true]);
  });

  it('F11 Québec’s holidays do not count: over Christmas and New Year', () => {
    const before = at('2026-12-23T15:00:00Z');
    expect([isLate(before, at('2026-12-28T14:00:00Z')), isLate(before, at('2026-12-28T15:00:00Z'))]).toEqual([false, true]);
    const newYear = at('2026-12-31T15:00:00Z');
    expect([isLate(newYear, at('2027-01-04T15:00:00Z')), isLate(newYear, at('2027-01-05T15:00:00Z'))]).toEqual([false, true]);
  });

  it('F11 what nobody knows the beginning of is never said to be late', () => {
    expect(isLate(null, at('2030-01-01T00:00:00Z'))).toBe(false);
  });

  it('F11 three working days before, who asked is told that nothing is confirmed', () => {
    // Tuesday 13 October 2026; Monday is Thanksgiving: Friday 9, Thursday 8, Wednesday 7.
    const start = at('2026-10-13T13:00:00Z');
    expect(new Date(warningTime(start)).toISOString()).toBe('2026-10-07T13:00:00.000Z');
    const told = (status: Parameters<typeof isUnconfirmed>[0]['status'], now: string) => isUnconfirmed({ status, start }, at(now));
    expect([told('pending', '2026-10-07T12:59:00Z'), told('pending', '2026-10-07T13:00:00Z'), told('pending', '2026-10-13T13:00:00Z')]).toEqual([false, true, false]);
    expect([told('toConfirm', '2026-10-08T13:00:00Z'), told('approved', '2026-10-08T13:00:00Z'), told('rejected', '2026-10-08T13:00:00Z'), told('cancelled', '2026-10-08T13:00:00Z')]).toEqual([true, false, false, false]);
  });
});
