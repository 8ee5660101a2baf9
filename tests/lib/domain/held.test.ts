import { describe, expect, it } from 'vitest';
import { bookingsWithoutMeeting, countsAsNotHeld, unbookedMeetings, type HeldBooking, type HeldMeeting } from '../../../lib/domain/held.ts';

const MINUTE = 60_000;
const NINE = Date.parse('2026-11-24T14:00:00Z');
const booking = (change: Partial<HeldBooking> = {}): HeldBooking => ({ key: 'iris:1', serviceId: 'web5000', status: 'approved', start: NINE, end: NINE + 60 * MINUTE, ...change });
const meeting = (change: Partial<HeldMeeting> = {}): HeldMeeting => ({ id: '91', serviceId: 'web5000', start: NINE, end: null, ...change });

describe('F09 a meeting without a booking', () => {
  const unbooked = (meetings: HeldMeeting[], bookings: HeldBooking[], minutes = 1) =>
    unbookedMeetings(meetings, bookings, NINE + minutes * MINUTE).map(({ meeting: one, disturbed }) => [one.id, ...disturbed.map(({ key }) => key)]);

  it('F09 names who may be disturbed: who holds or asked for the next two hours, by their beginning', () => {
    const next = [booking({ key: 'b', start: NINE + 60 * MINUTE, end: NINE + 90 * MINUTE }), booking({ key: 'a', status: 'pending', start: NINE + 35 * MINUTE }), booking({ key: 'late', start: NINE + 120 * MINUTE, end: NINE + 180 * MINUTE }), booking({ key: 'gone', status: 'cancelled' })];
    expect(unbooked([meeting()], next)).toEqual([['91', 'a', 'b']]);
  });

  it('F09 a meeting opened half an hour early, or that runs over, belongs to its booking', () => {
    expect(unbooked([meeting({ start: NINE - 29 * MINUTE })], [booking()])).toEqual([]);
    expect(unbooked([meeting({ start: NINE + 59 * MINUTE })], [booking()], 90)).toEqual([]);
    expect(unbooked([meeting({ start: NINE + 60 * MINUTE })], [booking()], 61)).toHaveLength(1);
    expect(unbooked([meeting({ start: NINE - 60 * MINUTE, end: NINE - 40 * MINUTE })], [booking()])).toHaveLength(1);
  });

  it('F09 a request that nobody approved is no booking, nor is one of another service', () => {
    expect(unbooked([meeting()], [booking({ status: 'pending' })])).toEqual([['91', 'iris:1']]);
    expect(unbooked([meeting()], [booking({ serviceId: 'shared-room' })])).toEqual([['91']]);
  });
});

describe('F09 a booking without a meeting', () => {
  const without = (minutes: number, meetings: HeldMeeting[] = [], bookings = [booking()]) =>
    bookingsWithoutMeeting(bookings, meetings, NINE + minutes * MINUTE).map(({ key }) => key);

  it('F09 is asked about a quarter of an hour after its beginning', () => {
    expect([without(14), without(15)]).toEqual([[], ['iris:1']]);
    expect(without(20, [], [booking({ status: 'pending' }), booking({ status: 'cancelled' })])).toEqual([]);
  });

  it('F09 is not asked about once its meeting has begun, even if it was short', () => {
    const begun = meeting({ start: NINE + 16 * MINUTE });
    const short = meeting({ start: NINE + 2 * MINUTE, end: NINE + 5 * MINUTE });
    expect([without(20, [begun]), without(20, [short])]).toEqual([[], []]);
  });

  it('F09 counts only after an answer, or after 24 hours of silence', () => {
    const hours = (count: number) => NINE + count * 60 * MINUTE;
    expect([countsAsNotHeld(null, NINE, hours(23)), countsAsNotHeld(null, NINE, hours(24)), countsAsNotHeld('notHeld', NINE, hours(1)), countsAsNotHeld('held', NINE, hours(48)), countsAsNotHeld(null, null, hours(48))]).toEqual([false, true, true, false, false]);
  });
});
