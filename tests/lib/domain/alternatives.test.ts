import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesTo, type AlternativeCard, type AlternativesQuestion } from '../../../lib/domain/alternatives.ts';
import { conflictsOf, type Occupation } from '../../../lib/domain/conflicts.ts';
import { holidayOn } from '../../../lib/domain/holidays.ts';
import { toLocal } from '../../../lib/domain/zone.ts';
import { presets } from '../../../lib/services/presets.ts';

const at = (text: string) => Date.parse(text);
const licence: AlternativeCard = presets[0]!;
const booking = (start: string, end: string, other: Partial<Occupation> = {}): Occupation => ({ portal: 'iris', number: start, serviceId: 'web5000', status: 'approved', start: at(start), end: at(end), ...other });
const taken = booking('2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z');
const question = (other: Partial<AlternativesQuestion<AlternativeCard>> = {}): AlternativesQuestion<AlternativeCard> => ({
  candidate: { start: taken.start, end: taken.end }, participants: 250, card: licence, cards: presets, bookings: [taken], blackouts: [], now: at('2026-11-01T12:00:00Z'), ...other,
});
const found = (other: Partial<AlternativesQuestion<AlternativeCard>> = {}) =>
  alternativesTo(question(other)).map(({ kind, card, start }) => [kind, card.id, new Date(start).toISOString().slice(0, 16)]);

describe('F04 alternatives', () => {
  it('S1-51 F04 proposes the nearest hour of the day, the same hour of the next working day, and another licence that fits', () => {
    expect(found()).toEqual([['sameDay', 'web5000', '2026-11-24T15:00'], ['nextWorkingDay', 'web5000', '2026-11-25T14:00'], ['otherService', 'nominative-300', '2026-11-24T14:00']]);
  });

  it('F04 takes the earlier hour when it is nearer', () => {
    expect(found({ bookings: [booking('2026-11-24T14:15:00Z', '2026-11-24T18:00:00Z')] })[0]).toEqual(['sameDay', 'web5000', '2026-11-24T13:15']);
  });

  it('F04 proposes no other licence that is too small', () => {
    expect(found({ participants: 301 }).map(([kind]) => kind)).toEqual(['sameDay', 'nextWorkingDay']);
    expect(found({ participants: null }).map(([kind]) => kind)).toEqual(['sameDay', 'nextWorkingDay']);
  });

  it('F04 skips weekends and holidays, and days that are taken', () => {
    const friday = booking('2026-10-09T13:00:00Z', '2026-10-09T14:00:00Z');
    const tuesday = booking('2026-10-13T13:30:00Z', '2026-10-13T14:00:00Z');
    const given = { candidate: { start: friday.start, end: friday.end }, now: at('2026-10-01T12:00:00Z') };
    expect(found({ ...given, bookings: [friday] })[1]?.[2]).toBe('2026-10-13T13:00');
    expect(found({ ...given, bookings: [friday, tuesday] })[1]?.[2]).toBe('2026-10-14T13:00');
  });

  it('F04 keeps the hour of the clock over a clock change', () => {
    const friday = booking('2026-10-30T13:00:00Z', '2026-10-30T14:00:00Z');
    expect(found({ candidate: { start: friday.start, end: friday.end }, bookings: [friday], now: at('2026-10-01T12:00:00Z') })[1]?.[2]).toBe('2026-11-02T14:00');
  });

  it('F04 proposes nothing in the past, in a blackout of the host, or outside the dates of the card', () => {
    expect(found({ now: at('2026-11-24T14:00:00Z'), bookings: [booking('2026-11-24T14:00:00Z', '2026-11-25T01:15:00Z')] }).map(([kind]) => kind)).toEqual(['nextWorkingDay', 'otherService']);
    expect(found({ blackouts: [{ start: at('2026-11-24T05:00:00Z'), end: at('2026-11-26T05:00:00Z') }] })).toEqual([['nextWorkingDay', 'web5000', '2026-11-26T14:00']]);
    expect(found({ card: { ...licence, availableUntil: '2026-11-24' } }).map(([kind]) => kind)).toEqual(['sameDay', 'otherService']);
  });

  it('F04 gives up after four weeks without a free day', () => {
    expect(found({ participants: null, bookings: [booking('2026-11-01T05:00:00Z', '2027-06-01T04:00:00Z')] })).toEqual([]);
  });

  it('F04 no proposal overlaps, falls on a holiday, on a weekend to which it was moved, in a blackout, outside the dates of its card or in the past', () => {
    const quarter = 900_000;
    const base = at('2026-12-15T05:00:00Z');
    const span = fc.tuple(fc.integer({ min: 0, max: 96 * 20 }), fc.integer({ min: 1, max: 60 }))
      .map(([from, length]) => ({ start: base + from * quarter, end: base + (from + length) * quarter }));
    const date = fc.option(fc.integer({ min: -5, max: 40 }).map((days) => toLocal(base + days * 86_400_000).date), { nil: null });
    const dates = fc.array(fc.record({ availableFrom: date, availableUntil: date }), { minLength: presets.length, maxLength: presets.length });
    let moved = 0;
    const several = fc.array(span, { maxLength: 12 });
    const few = fc.array(span, { maxLength: 3 });
    const people = fc.integer({ min: 1, max: 5000 });
    fc.assert(fc.property(span, several, few, people, dates, (candidate, held, blackouts, participants, lent) => {
      const cards = presets.map((card, index) => ({ ...card, ...lent[index] }));
      const bookings = held.map((one, index) => ({ ...booking('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'), ...one, number: String(index) }));
      for (const one of alternativesTo(question({ candidate, bookings, blackouts, participants, now: base, cards, card: cards[0]! }))) {
        expect(one.end - one.start).toBe(candidate.end - candidate.start);
        expect(conflictsOf(one, bookings, one.card)).toEqual([]);
        expect([holidayOn(toLocal(one.start).date), holidayOn(toLocal(one.end - 1).date)]).toEqual([null, null]);
        expect(blackouts.some(({ start, end }) => start < one.end && one.start < end)).toBe(false);
        const days = [toLocal(one.start).date, toLocal(one.end - 1).date];
        for (const day of days) {
          const bounds = [one.card.availableFrom ?? day, day, one.card.availableUntil ?? day];
          expect(bounds).toEqual([...bounds].sort());
        }
        if (one.kind === 'nextWorkingDay') {
          moved += 1;
          expect([0, 6]).not.toContain(new Date(`${toLocal(one.start).date}T00:00:00Z`).getUTCDay());
        }
        expect(one.start).toBeGreaterThanOrEqual(base);
        expect(one.card.capacity).toBeGreaterThanOrEqual(one.kind === 'otherService' ? participants : 0);
      }
    }), { numRuns: 200 });
    // It says something of days that were moved.
    expect(moved).toBeGreaterThan(20);
  });
});
