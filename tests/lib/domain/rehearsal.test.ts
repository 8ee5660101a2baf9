import { describe, expect, it } from 'vitest';
import { conflictsOf, type Occupation } from '../../../lib/domain/conflicts.ts';
import { parseDetails, printDetails } from '../../../lib/domain/details.ts';
import { proposeRehearsal, type RehearsalQuestion } from '../../../lib/domain/rehearsal.ts';
import { usageOf } from '../../../lib/domain/usage.ts';
import { nominative300 } from '../../../lib/services/nominative300.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';

const at = (text: string) => Date.parse(text);
const MINUTE = 60_000;
const busy = (start: string, end: string, other: Partial<Occupation> = {}): Occupation => ({ portal: 'iris', number: start, serviceId: 'nominative-300', status: 'approved', start: at(start), end: at(end), ...other });
/** Tuesday 24 November 2026, 9:00. */
const question = (other: Partial<RehearsalQuestion<ServiceCard>> = {}): RehearsalQuestion<ServiceCard> => ({
  start: at('2026-11-24T14:00:00Z'), participants: 5000, card: web5000, cards: [...presets], bookings: [], blackouts: [], now: at('2026-11-01T12:00:00Z'), ...other,
});
const proposed = (other: Partial<RehearsalQuestion<ServiceCard>> = {}) => {
  const found = proposeRehearsal(question(other));
  return found && [found.card.id, new Date(found.start).toISOString().slice(0, 16), (found.end - found.start) / MINUTE];
};

describe('F07 rehearsal', () => {
  it('S3-25 S4-08 F07 a booking of 5 000 people gets 30 minutes on the licence of 300, the working day before at the same hour', () => {
    expect(proposed()).toEqual(['nominative-300', '2026-11-23T14:00', 30]);
  });

  it('F07 stays within the five working days before, over a weekend and a holiday', () => {
    const whole = (day: string) => busy(`${day}T05:00:00Z`, `${day}T23:59:00Z`);
    // Tuesday 13 October: Monday is Thanksgiving, so the working day before is Friday 9.
    expect(proposed({ start: at('2026-10-13T13:00:00Z'), now: at('2026-10-01T12:00:00Z') })).toEqual(['nominative-300', '2026-10-09T13:00', 30]);
    const taken = ['2026-11-23', '2026-11-20', '2026-11-19', '2026-11-18'].map(whole);
    expect(proposed({ bookings: taken })?.[1]).toBe('2026-11-17T14:00');
    expect(proposed({ bookings: [...taken, whole('2026-11-17')] })).toBeNull();
  });

  it('F07 takes another hour of that day when the same one is taken, or lies outside the working day', () => {
    expect(proposed({ bookings: [busy('2026-11-23T14:00:00Z', '2026-11-23T15:00:00Z')] })?.[1]).toBe('2026-11-23T13:00');
    expect(proposed({ start: at('2026-11-25T00:30:00Z') })?.[1]).toBe('2026-11-23T13:00');
  });

  it('F07 proposes none in the past, in a blackout, without a smaller licence, or when the meeting fits that one itself', () => {
    expect(proposed({ now: at('2026-11-24T13:00:00Z') })).toBeNull();
    expect(proposed({ blackouts: [{ start: at('2026-11-17T05:00:00Z'), end: at('2026-11-24T05:00:00Z') }] })).toBeNull();
    expect(proposed({ cards: [web5000] })).toBeNull();
    expect([proposed({ participants: 300 }), proposed({ participants: 301 })?.[0]]).toEqual([null, 'nominative-300']);
    expect(proposed({ cards: [web5000, { ...nominative300, clinical: true }] })).toBeNull();
  });

  it('F07 keeps the hour of the clock over a clock change', () => {
    expect(proposed({ start: at('2026-11-02T14:00:00Z'), now: at('2026-10-01T12:00:00Z') })?.[1]).toBe('2026-10-30T13:00');
  });
});

describe('F07 a rehearsal and its meeting', () => {
  it('F07 stands in the details of its meeting and nowhere else: cancelled with it, and asked for again with its hours free', () => {
    const written = 'lundi 23 novembre 2026, de 09\u00a0h\u00a000 à 09\u00a0h\u00a030 (Licence nominative de 300)';
    const comments = printDetails({ name: 'Assemblée', participants: 5000, presenter: { name: 'Luc Roy', email: null } }, { establishment: 'CISSS des Îles', reason: null, rehearsal: written });
    expect(parseDetails(comments)).toMatchObject({ intact: true, rehearsal: written });
    // The whole of what the portal then knows: one booking, whose free text says the rehearsal.
    const meeting = { ...busy('2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', { serviceId: 'web5000' }), establishmentId: 'cisss-iles', establishment: null };
    const used = (status: 'approved' | 'cancelled') => usageOf({ bookings: [{ ...meeting, status }], card: { id: 'nominative-300', quota: { unit: 'count', total: null } }, roster: establishments, from: 0, to: at('2030-01-01T00:00:00Z'), complete: true }).total.bookings;
    expect([used('approved'), used('cancelled')]).toEqual([0, 0]);
    const again = { participants: 5000, bookings: [{ ...meeting, status: 'cancelled' as const }] };
    expect(proposed(again)).toEqual(['nominative-300', '2026-11-23T14:00', 30]);
    expect(conflictsOf({ start: at('2026-11-23T14:00:00Z'), end: at('2026-11-23T14:30:00Z') }, again.bookings, nominative300)).toEqual([]);
  });
});

describe('F07 buffers', () => {
  const card: ServiceCard = { ...web5000, bufferBefore: 30, bufferAfter: 15 };
  const held = busy('2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', { serviceId: 'web5000' });
  const asked = (start: string, end: string) => conflictsOf({ start: at(start), end: at(end) }, [held], card).length;

  it('F07 count in conflicts: the half hour around a booking is kept free', () => {
    expect([asked('2026-11-24T15:29:00Z', '2026-11-24T16:00:00Z'), asked('2026-11-24T15:30:00Z', '2026-11-24T16:00:00Z')]).toEqual([1, 0]);
    expect([asked('2026-11-24T13:00:00Z', '2026-11-24T13:31:00Z'), asked('2026-11-24T13:00:00Z', '2026-11-24T13:30:00Z')]).toEqual([1, 0]);
  });

  it('F07 never count in the quota', () => {
    const usage = usageOf({ bookings: [{ ...held, establishmentId: 'iucpq', establishment: null }], card, roster: [...establishments], from: at('2026-04-01T04:00:00Z'), to: at('2027-04-01T04:00:00Z'), complete: true });
    expect(usage.total.used).toBe(60 * MINUTE);
  });
});
