import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsOf, type Occupation } from '../../../lib/domain/conflicts.ts';

const card = { id: 'web5000', concurrency: 1, bufferBefore: 0, bufferAfter: 0 };
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);
const booking = (from: string, to: string, other: Partial<Occupation> = {}): Occupation => ({
  portal: 'iris', number: from, serviceId: 'web5000', status: 'approved', start: at(from), end: at(to), ...other,
});
const candidate = { start: at('14:00'), end: at('15:00') };
const numbers = (...given: Parameters<typeof conflictsOf>) => conflictsOf(...given).map(({ number }) => number);

describe('conflicts', () => {
  it.each([
    ['the same hours', '14:00', '15:00'], ['the end', '14:59', '16:00'], ['the beginning', '13:00', '14:01'], ['the middle', '14:20', '14:40'], ['everything', '08:00', '20:00'],
  ])('S0-06 a booking over %s is in the way', (_title, from, to) => {
    expect(numbers(candidate, [booking(from, to)], card)).toEqual([from]);
  });

  it.each([['before', '13:00', '14:00'], ['after', '15:00', '16:00'], ['the day', '01:00', '02:00']])('S0-06 hours are half-open: one just %s is not in the way', (_title, from, to) => {
    expect(numbers(candidate, [booking(from, to)], card)).toEqual([]);
  });

  it.each(['cancelled', 'rejected'] as const)('a booking that is %s holds nothing', (status) => {
    expect(numbers(candidate, [booking('14:00', '15:00', { status })], card)).toEqual([]);
  });

  it.each(['pending', 'approved', 'toConfirm', 'unknown'] as const)('a booking that is %s holds its hours', (status) => {
    expect(numbers(candidate, [booking('14:00', '15:00', { status })], card)).toEqual(['14:00']);
  });

  it('S0-47 another resource is never in the way', () => {
    expect(numbers(candidate, [booking('14:00', '15:00', { serviceId: null }), booking('14:00', '15:00', { serviceId: 'clinical' })], card)).toEqual([]);
  });

  it('a booking that is changed is not in its own way, but a namesake of another portal is', () => {
    const own = booking('14:00', '15:00', { number: '12' });
    expect(numbers({ ...candidate, portal: 'iris', number: '12' }, [own, { ...own, portal: 'autre' }], card)).toEqual(['12']);
    expect(numbers({ ...candidate, number: null }, [{ ...own, number: null }], card)).toEqual([null]);
  });

  it('a booking that is changed is known by its number, however its form and its list write it', () => {
    expect(numbers({ ...candidate, portal: 'iris', number: '# 2026-0012' }, [booking('14:00', '15:00', { number: '2026-0012' })], card)).toEqual([]);
  });

  it('F07 the longer buffer stays free between two bookings', () => {
    const buffered = { ...card, bufferBefore: 15, bufferAfter: 30 };
    const bookings = [booking('12:00', '13:31'), booking('15:29', '16:00')];
    expect(numbers(candidate, bookings, buffered)).toEqual(['12:00', '15:29']);
    expect(numbers(candidate, [booking('12:00', '13:30'), booking('15:30', '16:00')], buffered)).toEqual([]);
  });

  it('a concurrency of two lets one other stand beside, not two at once', () => {
    const two = { ...card, concurrency: 2 };
    expect(numbers(candidate, [booking('14:00', '15:00')], two)).toEqual([]);
    expect(numbers(candidate, [booking('14:00', '14:30'), booking('14:30', '15:00')], two)).toEqual([]);
    expect(numbers(candidate, [booking('13:00', '14:31'), booking('14:30', '15:00'), booking('14:50', '16:00')], two)).toEqual(['13:00', '14:30', '14:50']);
    expect(numbers(candidate, [booking('13:00', '14:20'), booking('14:10', '14:15'), booking('14:50', '16:00')], two)).toEqual(['13:00', '14:10']);
  });

  it('what has no length is in no way', () => {
    expect(numbers(candidate, [booking('14:30', '14:30')], card)).toEqual([]);
    expect(numbers({ start: candidate.start, end: candidate.start }, [booking('14:00', '15:00')], card)).toEqual([]);
  });

  it('agrees with counting minute by minute', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }));
    const spans = fc.array(span, { maxLength: 8 });
    const concurrencies = fc.integer({ min: 1, max: 3 });
    const buffers = fc.integer({ min: 0, max: 3 });
    fc.assert(fc.property(span, spans, concurrencies, buffers, ([from, length], others, concurrency, buffer) => {
      const minute = 60_000;
      const bookings = others.map(([start, size], index) => booking('00:00', '00:01', { number: String(index), start: start * minute, end: (start + size) * minute }));
      const found = conflictsOf({ start: from * minute, end: (from + length) * minute }, bookings, { id: 'web5000', concurrency, bufferBefore: buffer, bufferAfter: 0 });
      const expected = new Set<Occupation>();
      for (let now = from; now < from + length; now += 1) {
        const held = bookings.filter(({ start, end }) => start / minute - buffer <= now && now < end / minute + buffer);
        if (held.length >= concurrency) held.forEach((one) => expected.add(one));
      }
      expect(new Set(found)).toEqual(expected);
    }));
  });
});
