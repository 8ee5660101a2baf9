import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf, type ForecastQuestion } from '../../../lib/domain/forecast.ts';
import type { CountedBooking } from '../../../lib/domain/usage.ts';
import { establishments } from '../../../lib/services/roster.ts';

const HOUR = 3_600_000;
const from = Date.parse('2026-04-01T04:00:00Z');
const to = Date.parse('2027-04-01T04:00:00Z');
const now = from + (to - from) / 4;
const booking = (establishmentId: string | null, start: number, hours: number, status: CountedBooking['status'] = 'approved'): CountedBooking => ({ serviceId: 'web5000', establishmentId, establishment: null, status, start, end: start + hours * HOUR });
const several = (id: string | null, count: number, hours: number) =>
  Array.from({ length: count }, (_, index) => booking(id, from + (index + 1) * 24 * HOUR, hours));
const ask = (bookings: CountedBooking[], other: Partial<ForecastQuestion> = {}) => forecastOf({ bookings, card: { id: 'web5000', quota: { unit: 'hours', total: null } }, roster: [...establishments], from, to, now, ...other });
const hoursOf = (id: string | null, ...given: Parameters<typeof ask>) => {
  const forecast = ask(...given).rows.find(({ establishmentId }) => establishmentId === id)?.forecast;
  return forecast === null || forecast === undefined ? forecast : forecast / HOUR;
};

describe('F03 forecast', () => {
  it('F03 a quarter of the year at the same pace makes four times as much on 31 March', () => {
    expect(hoursOf('iucpq', several('iucpq', 6, 2))).toBe(48);
  });

  it('F03 with four bookings there is not enough data, with five there is', () => {
    expect(ask(several('iucpq', 4, 2))).toMatchObject({ total: null });
    expect(hoursOf('iucpq', several('iucpq', 4, 2))).toBeNull();
    expect(hoursOf('iucpq', several('iucpq', 5, 2))).toBe(40);
  });

  it('F03 is never below what is approved already', () => {
    expect(hoursOf('iucpq', [...several('iucpq', 5, 2), booking('iucpq', to - 400 * HOUR, 100)])).toBe(110);
  });

  it('F03 only approved bookings make a pace', () => {
    expect(hoursOf('iucpq', [...several('iucpq', 5, 2), booking('iucpq', from + 999 * HOUR, 9, 'pending'), booking('iucpq', from + 999 * HOUR, 9, 'cancelled')])).toBe(40);
  });

  it('F03 golden: parts by year-end against the fair parts', () => {
    const bookings = [...several('chu-quebec', 10, 3), ...several('iucpq', 5, 2), ...several('cisss-iles', 2, 1), ...several(null, 5, 1), booking('cisss-gaspesie', to - 100 * HOUR, 7)];
    const parts = ask(bookings).rows.map(({ establishmentId, forecast, partOfForecast, fairPart }) =>
      [establishmentId, forecast === null ? null : forecast / HOUR, partOfForecast, fairPart]);
    expect(parts).toEqual([
      ['chu-quebec', 120, 635, 112], ['iucpq', 40, 212, 111], ['ciusss-capitale-nationale', null, 0, 111], ['cisss-chaudiere-appalaches', null, 0, 111], ['cisss-bas-saint-laurent', null, 0, 111],
      ['cisss-cote-nord', null, 0, 111], ['cisss-gaspesie', null, 37, 111], ['cisss-iles', null, 10, 111], [null, 20, 106, null],
    ].toSpliced(8, 0, ['clsc-naskapi', null, 0, 111]));
    expect(ask(bookings).total).toBe((120 + 40 + 2 + 7 + 20) * HOUR);
  });

  it('F03 weights change the fair parts', () => {
    const roster = establishments.map((one) => ({ ...one, weight: one.id === 'chu-quebec' ? 2 : 1 }));
    expect(ask([], { roster }).rows.map(({ fairPart }) => fairPart)).toEqual([200, 100, 100, 100, 100, 100, 100, 100, 100]);
  });

  it('F03 before the period begins nothing is known, after it ends nothing is added', () => {
    expect(ask(several('iucpq', 6, 2), { now: from - 1 }).total).toBeNull();
    expect(hoursOf('iucpq', several('iucpq', 6, 2), { now: to + 1 })).toBe(12);
  });

  it('F03 parts add up to 100 %', () => {
    const aBooking = fc.record({
      id: fc.constantFrom(...establishments.map(({ id }) => id), null),
      at: fc.integer({ min: from, max: to }),
      hours: fc.integer({ min: 1, max: 40 }),
    }).map(({ id, at, hours }) => booking(id, at, hours));
    fc.assert(fc.property(fc.array(aBooking, { minLength: 5, maxLength: 80 }), fc.integer({ min: from, max: to }), (bookings, moment) => {
      const { rows, total } = ask(bookings, { now: moment });
      if (total === null) return;
      expect(rows.reduce((sum, { partOfForecast }) => sum + (partOfForecast ?? 0), 0)).toBe(1000);
      expect(rows.reduce((sum, { fairPart }) => sum + (fairPart ?? 0), 0)).toBe(1000);
      for (const { forecast, used, planned } of rows) expect(forecast ?? Infinity).toBeGreaterThanOrEqual(used + planned);
    }));
  });
});
