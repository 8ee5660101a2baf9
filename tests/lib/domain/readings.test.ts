import { describe, expect, it } from 'vitest';
import type { Booking, Reading } from '../../../lib/domain/booking.ts';
import { coversPeriod, mergeReadings } from '../../../lib/domain/readings.ts';

const booking = (other: Partial<Booking> = {}): Booking => ({
  portal: 'iris', number: '12', resource: 'Licence ZOOM Web 5000 participants', serviceId: 'web5000', title: 'Bilan annuel', facts: null, establishment: 'CISSS des Îles', establishmentId: 'cisss-iles',
  requester: null, start: 1000, end: 2000, status: 'pending', page: null, reason: null, ...other,
});
const reading = (at: number, bookings: Booking[], other: Partial<Reading> = {}): Reading => ({ bookings, complete: true, from: null, to: null, at, source: 'list', ...other });

describe('several readings made one', () => {
  it('keeps each booking once, with the status that was seen last', () => {
    const readings = [reading(2, [booking({ status: 'approved' })]), reading(1, [booking()]), reading(3, [booking({ number: '13' })])];
    expect(mergeReadings(readings).map(({ number, status }) => [number, status])).toEqual([['13', 'pending'], ['12', 'approved']]);
  });

  it('takes from older readings what the newest page does not say', () => {
    const facts = { name: 'Bilan annuel', participants: 1200, presenter: { name: 'Marie Tremblay', email: null } };
    const older = booking({ facts, requester: { name: 'Luc Roy', email: null }, reason: 'Ouvert au public', page: 'https://www.irisreservation.ca/r/12' });
    expect(mergeReadings([reading(2, [booking({ title: null, establishment: null, establishmentId: null, status: 'approved' })]), reading(1, [older])])).toEqual([{ ...older, status: 'approved' }]);
  });

  it('follows a booking whose hours changed, by its number', () => {
    expect(mergeReadings([reading(2, [booking({ start: 5000, end: 6000 })]), reading(1, [booking()])])).toEqual([booking({ start: 5000, end: 6000 })]);
  });

  it('joins a booking to its number once it is seen, even when the page cuts the name (T15)', () => {
    const saved = booking({ number: null, title: 'Bilan annuel de la télésanté' });
    const listed = booking({ title: 'Bilan annuel de la…' });
    expect(mergeReadings([reading(1, [saved]), reading(2, [listed])])).toEqual([listed]);
    expect(mergeReadings([reading(2, [saved]), reading(1, [listed])])).toEqual([{ ...saved, number: '12' }]);
  });

  it('keeps apart two bookings of the same hours', () => {
    expect(mergeReadings([reading(1, [booking(), booking({ number: '13' }), booking({ number: null, title: 'Autre' })])])).toHaveLength(3);
  });

  it('an unknown word does not hide a status that was known', () => {
    expect(mergeReadings([reading(2, [booking({ status: 'unknown' })]), reading(1, [booking({ status: 'approved' })])])[0]?.status).toBe('approved');
  });

  it('merges 50 000 bookings without comparing each with all', () => {
    const many = Array.from({ length: 25_000 }, (_, index) => booking({ number: String(index), start: index * 10, end: index * 10 + 10 }));
    // That would be more than a thousand million comparisons: longer than any test is given.
    expect(mergeReadings([reading(1, many), reading(2, many)])).toHaveLength(25_000);
  });
});

describe('how much of a period was read', () => {
  const part = (from: number | null, to: number | null, complete = true) => reading(1, [], { from, to, complete });

  it('F02 is all of it when complete readings leave no gap', () => {
    expect(coversPeriod([part(50, 100), part(0, 60)], 0, 100)).toBe(true);
    expect(coversPeriod([part(0, 200), part(10, 20)], 0, 100)).toBe(true);
  });

  it('F02 is « au moins » with a gap, a partial page or an unknown span', () => {
    expect(coversPeriod([part(0, 50), part(51, 100)], 0, 100)).toBe(false);
    expect(coversPeriod([part(0, 100, false)], 0, 100)).toBe(false);
    expect(coversPeriod([part(null, null)], 0, 100)).toBe(false);
    expect(coversPeriod([], 0, 100)).toBe(false);
  });
});
