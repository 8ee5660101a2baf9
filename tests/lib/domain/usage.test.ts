import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookingStatuses, type BookingStatus } from '../../../lib/domain/booking.ts';
import { adviseQuota } from '../../../lib/domain/quota.ts';
import type { Roster } from '../../../lib/domain/roster.ts';
import { divide } from '../../../lib/domain/shares.ts';
import { countedAs, usageOf, type CountedBooking, type UsageQuestion, type UsageRules } from '../../../lib/domain/usage.ts';
import { addLocalDays } from '../../../lib/domain/zone.ts';
import { establishments } from '../../../lib/services/roster.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const from = at('2026-04-01T04:00:00Z');
const to = at('2027-04-01T04:00:00Z');
const card = (quota: Partial<UsageRules['quota']> = {}): UsageRules => ({ id: 'web5000', quota: { unit: 'hours', total: null, ...quota } });
const booking = (start: string, hours: number, other: Partial<CountedBooking> = {}): CountedBooking => ({
  serviceId: 'web5000', establishmentId: 'chu-quebec', establishment: null, status: 'approved', start: at(start), end: at(start) + hours * HOUR, ...other,
});
const ask = (bookings: CountedBooking[], other: Partial<UsageQuestion> = {}) =>
  usageOf({ bookings, card: card(), roster: [...establishments], from, to, complete: true, ...other });
const rowOf = (id: string | null, ...given: Parameters<typeof ask>) => ask(...given).rows.find(({ establishmentId }) => establishmentId === id);
const roster = (changes: Record<string, Partial<Roster[number]>>): Roster => establishments.map((one) => ({ ...one, ...changes[one.id] }));

describe('use of a shared licence', () => {
  it('F02 three representatives of one establishment use one share: 2 h, 3 h and 1 h make 6 h', () => {
    const bookings = [booking('2026-05-01T14:00:00Z', 2), booking('2026-05-02T14:00:00Z', 3), booking('2026-05-03T14:00:00Z', 1)];
    expect(rowOf('chu-quebec', bookings, { card: card({ total: 90 }) })).toMatchObject({ used: 6 * HOUR, requested: 0, share: 10 * HOUR, remaining: 4 * HOUR, bookings: 3 });
  });

  it('F02 « À approuver » is counted apart, « Annulée » and « Rejetée » never', () => {
    const each = bookingStatuses.map((status, index) => booking('2026-05-01T14:00:00Z', 2 ** index, { status }));
    expect(rowOf('chu-quebec', each)).toMatchObject({ used: 2 * HOUR, requested: (1 + 16 + 32) * HOUR, bookings: 4 });
  });

  it('« À confirmer » and unknown words hold hours that nobody is known to have approved', () => {
    expect(countedAs).toEqual({ approved: 'used', pending: 'requested', toConfirm: 'requested', unknown: 'requested', cancelled: null, rejected: null });
  });

  it('S0-20 has a row for each of the nine, in their order, even without bookings', () => {
    expect(ask([]).rows.map(({ establishmentId }) => establishmentId)).toEqual(establishments.map(({ id }) => id));
    expect(ask([]).rows[0]).toEqual({ establishmentId: 'chu-quebec', used: 0, requested: 0, bookings: 0, share: null, remaining: null, partOfUse: null });
  });

  it('S0-47 other resources never count', () => {
    expect(ask([booking('2026-05-01T14:00:00Z', 2, { serviceId: null }), booking('2026-05-01T14:00:00Z', 2, { serviceId: 'clinical' })]).total.bookings).toBe(0);
  });

  it('never drops a booking without establishment, or of one that is not in the roster', () => {
    const bookings = [booking('2026-05-01T14:00:00Z', 2, { establishmentId: null }), booking('2026-05-02T14:00:00Z', 1, { establishmentId: 'gone', establishment: 'CISSS de l’Outaouais', status: 'pending' })];
    expect(rowOf(null, bookings)).toMatchObject({ used: 2 * HOUR, requested: HOUR, bookings: 2, share: null, remaining: null });
    expect(rowOf(null, [booking('2026-05-01T14:00:00Z', 0, { establishmentId: null })])).toMatchObject({ used: 0, bookings: 1 });
  });

  it('T15 T16 finds the establishment by its text when it has no identifier', () => {
    expect(rowOf('iucpq', [booking('2026-05-01T14:00:00Z', 2, { establishmentId: null, establishment: 'INSTITUT UNIVERSITAIRE DE…' })])?.used).toBe(2 * HOUR);
  });

  it('clips at both ends of the period', () => {
    expect(rowOf('chu-quebec', [booking('2026-04-01T03:00:00Z', 2), booking('2027-04-01T03:30:00Z', 3)])?.used).toBe(1.5 * HOUR);
    expect(rowOf('chu-quebec', [booking('2026-04-01T03:00:00Z', 1), booking('2027-04-01T04:00:00Z', 3)])).toMatchObject({ used: 0, bookings: 0 });
    expect(rowOf('chu-quebec', [booking('2026-01-01T03:00:00Z', 24 * 600)])?.used).toBe(to - from);
  });

  it('counts elapsed hours over midnight and over both clock changes', () => {
    expect(rowOf('chu-quebec', [booking('2026-11-25T03:00:00Z', 4)])?.used).toBe(4 * HOUR);
    const autumn = { start: at('2026-11-01T04:00:00Z'), end: at('2026-11-01T08:00:00Z') };
    const spring = { start: at('2027-03-14T05:00:00Z'), end: at('2027-03-14T07:00:00Z') };
    // From midnight to 3:00 on the clock: four hours in autumn, two in spring.
    expect(rowOf('chu-quebec', [booking('2026-05-01T14:00:00Z', 0, autumn)])?.used).toBe(4 * HOUR);
    expect(rowOf('chu-quebec', [booking('2026-05-01T14:00:00Z', 0, spring)])?.used).toBe(2 * HOUR);
  });

  it('F02 each date of a weekly series counts for itself, over a clock change and the end of the period', () => {
    // Mondays from 9:00 to 10:30 by Toronto's clock, 19 October 2026 on: the clock changes on 1 November.
    const series = Array.from({ length: 30 }, (_, week) => booking('2026-10-19T13:00:00Z', 1.5, { start: addLocalDays(at('2026-10-19T13:00:00Z'), 7 * week), end: addLocalDays(at('2026-10-19T14:30:00Z'), 7 * week) }));
    const inside = series.filter(({ start }) => start < to).length;
    expect([inside, rowOf('chu-quebec', series)?.used]).toEqual([24, 24 * 1.5 * HOUR]);
    expect(rowOf('chu-quebec', series, { card: card({ unit: 'count', total: 900 }) })).toMatchObject({ used: 24, remaining: 76 });
  });

  it('a booking of zero length takes no time but is counted; one that ends before it begins takes none', () => {
    expect(rowOf('chu-quebec', [booking('2026-05-01T14:00:00Z', 0), booking('2026-05-01T14:00:00Z', -2)])).toMatchObject({ used: 0, bookings: 2 });
  });

  it('by count, a booking counts once, in the period where it begins', () => {
    const count = { card: card({ unit: 'count', total: 100 }) };
    expect(rowOf('chu-quebec', [booking('2026-04-01T03:00:00Z', 2), booking('2027-04-01T03:30:00Z', 3), booking('2026-05-01T14:00:00Z', 0)], count)).toMatchObject({ used: 2, share: 12, remaining: 10 });
    expect(ask([], count).rows.map(({ share }) => share)).toEqual([12, 11, 11, 11, 11, 11, 11, 11, 11]);
  });

  it('shares are equal, weighted or fixed, and add up to the total', () => {
    const shares = (given: Roster, total: number | null) =>
      ask([], { roster: given, card: card({ total }) }).rows.map(({ share }) => (share === null ? null : share / HOUR));
    expect(shares([...establishments], 900)).toEqual(Array.from({ length: 9 }, () => 100));
    expect(shares(roster({ 'chu-quebec': { weight: 2 } }), 1000)).toEqual([200, 100, 100, 100, 100, 100, 100, 100, 100]);
    expect(shares(roster({ 'chu-quebec': { fixed: 100 } }), 900)).toEqual([100, 100, 100, 100, 100, 100, 100, 100, 100]);
    expect(shares(roster({ 'clsc-naskapi': { fixed: 4.5 } }), null)).toEqual([null, null, null, null, null, null, null, null, 4.5]);
    expect(shares(roster({ 'chu-quebec': { fixed: 50 } }), 10)).toEqual([50, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('S0-11 who was removed has no share, and shows only while bookings are theirs', () => {
    const given = roster({ 'clsc-naskapi': { state: 'removed', fixed: 10 } });
    expect(ask([], { roster: given, card: card({ total: 80 }) }).rows.map(({ share }) => share)).toEqual(Array.from({ length: 8 }, () => 10 * HOUR));
    expect(rowOf('clsc-naskapi', [booking('2026-05-01T14:00:00Z', 1, { establishmentId: 'clsc-naskapi' })], { roster: given })).toMatchObject({ used: HOUR, share: null });
  });

  it('says below zero when more than the share was used', () => {
    expect(rowOf('chu-quebec', [booking('2026-05-01T14:00:00Z', 12)], { card: card({ total: 90 }) })?.remaining).toBe(-2 * HOUR);
  });

  it('F02 keeps whether the bookings are all there', () => {
    expect([ask([]).complete, ask([], { complete: false }).complete]).toEqual([true, false]);
  });

  it('F03 parts of the use add up to 100 %', () => {
    const thirds = ['chu-quebec', 'iucpq', 'cisss-iles'].map((establishmentId) => booking('2026-05-01T14:00:00Z', 1, { establishmentId }));
    expect(ask(thirds).rows.map(({ partOfUse }) => partOfUse)).toEqual([334, 333, 0, 0, 0, 0, 0, 333, 0]);
  });
});

describe('sums of use', () => {
  const aBooking = fc.record({
    serviceId: fc.constantFrom('web5000', 'web5000', 'web5000', null),
    establishmentId: fc.constantFrom(...establishments.map(({ id }) => id), null, 'gone'),
    establishment: fc.constantFrom(null, 'CISSS des Îles', 'Inconnu'),
    status: fc.constantFrom<BookingStatus>(...bookingStatuses),
    start: fc.integer({ min: from - 90 * HOUR, max: to + 90 * HOUR }),
    length: fc.integer({ min: 0, max: 72 * HOUR }),
  }).map(({ length, ...rest }): CountedBooking => ({ ...rest, end: rest.start + length }));

  it('rows add up to the total, exactly, and periods side by side add up to the whole', () => {
    fc.assert(fc.property(fc.array(aBooking, { maxLength: 60 }), fc.integer({ min: from, max: to }), fc.constantFrom('hours' as const, 'count' as const), fc.integer({ min: 0, max: 9000 }), (bookings, middle, unit, total) => {
      const rules = { card: card({ unit, total }) };
      const [whole, first, second] = [ask(bookings, rules), ask(bookings, { ...rules, to: middle }), ask(bookings, { ...rules, from: middle })];
      const sum = (key: 'used' | 'requested' | 'bookings' | 'share') => whole.rows.reduce((amount, row) => amount + (row[key] ?? 0), 0);
      expect([sum('used'), sum('requested'), sum('bookings'), sum('share')]).toEqual([whole.total.used, whole.total.requested, whole.total.bookings, whole.total.share]);
      expect(first.total.used + second.total.used).toBe(whole.total.used);
      expect(first.total.requested + second.total.requested).toBe(whole.total.requested);
      if (whole.total.used > 0) expect(whole.rows.reduce((amount, row) => amount + (row.partOfUse ?? 0), 0)).toBe(1000);
    }));
  });

  it('F02 100 000 random bookings add up to the millisecond, counted one by one in whole numbers', () => {
    let state = 5000;
    /** A small generator, so that the same bookings come at each run. */
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const ids = [...establishments.map(({ id }) => id), null, 'gone'];
    const bookings = Array.from({ length: 100_000 }, (): CountedBooking => {
      const start = from - 90 * HOUR + random(to - from + 180 * HOUR);
      return { serviceId: random(5) === 0 ? null : 'web5000', establishmentId: ids[random(ids.length)]!, establishment: random(3) === 0 ? 'CISSS des Îles' : null, status: bookingStatuses[random(bookingStatuses.length)]!, start, end: start + random(72 * HOUR) };
    });
    const naive = new Map<string, bigint>();
    for (const one of bookings) {
      const kind = countedAs[one.status];
      const inside = BigInt(Math.min(one.end, to)) - BigInt(Math.max(one.start, from));
      if (kind === null || one.serviceId === null || inside <= 0n) continue;
      const isKnown = establishments.some(({ id }) => id === one.establishmentId);
      const id = isKnown ? one.establishmentId : one.establishment === null ? null : 'cisss-iles';
      naive.set(`${id} ${kind}`, (naive.get(`${id} ${kind}`) ?? 0n) + inside);
    }
    const usage = ask(bookings, { card: card({ total: 9001 }) });
    for (const { establishmentId, used, requested } of usage.rows) expect([BigInt(used), BigInt(requested)]).toEqual([naive.get(`${establishmentId} used`), naive.get(`${establishmentId} requested`)]);
    expect(usage.rows.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBe(9001 * HOUR);
    expect(usage.rows.reduce((sum, { partOfUse }) => sum + (partOfUse ?? 0), 0)).toBe(1000);
  });

  it('the order of the bookings changes nothing', () => {
    fc.assert(fc.property(fc.array(aBooking, { maxLength: 30 }), (bookings) => {
      expect(ask([...bookings].reverse())).toEqual(ask(bookings));
    }));
  });
});

describe('dividing a whole', () => {
  it('parts add up and stay within one of the exact share', () => {
    const aWeight = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1000, noNaN: true }));
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.array(aWeight, { minLength: 1, maxLength: 40 }), (total, weights) => {
      const parts = divide(total, weights);
      const rounded = weights.map((weight) => (weights.every(Number.isInteger) ? weight : Math.round(weight * 1e6)));
      const sum = rounded.reduce((one, other) => one + other, 0);
      expect(parts.reduce((one, other) => one + other, 0)).toBe(sum === 0 ? 0 : total);
      parts.forEach((part, index) => expect(Math.abs(part - (sum === 0 ? 0 : (total * rounded[index]!) / sum))).toBeLessThanOrEqual(1));
    }));
  });

  it('is fair among equals: the first get what is left', () => {
    expect(divide(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(divide(1, [0, 5, 5])).toEqual([0, 1, 0]);
    expect(divide(5, [])).toEqual([]);
  });
});

describe('policy of the quota', () => {
  const policy = { at80: 'warn', at100: 'askReason' } as const;
  const row = (used: number, requested = 0) => ({ used, requested, share: 100 });

  it.each([[79, 'nothing', 79], [80, 'warn', 80], [99, 'warn', 99], [100, 'warn', 100], [101, 'askReason', 101]])('E-3 after a request that makes %i of 100, « %s »', (after, step, percent) => {
    expect(adviseQuota(row(50), after - 50, policy)).toEqual({ step, after, share: 100, percent });
  });

  it('E-3 counts requests that wait, since all may be approved', () => {
    expect(adviseQuota(row(50, 40), 20, policy).step).toBe('askReason');
  });

  it('E-3 asks nothing without a quota, and minds an empty share', () => {
    expect(adviseQuota({ used: 5, requested: 0, share: null }, 5, policy)).toEqual({ step: 'nothing', after: 10, share: null, percent: null });
    expect(adviseQuota({ used: 0, requested: 0, share: 0 }, 0, policy).step).toBe('nothing');
    expect(adviseQuota({ used: 0, requested: 0, share: 0 }, 1, policy)).toMatchObject({ step: 'askReason', percent: null });
  });
});
