import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf, provisionalIdentityOf, sameBooking, type Identifiable } from '../../../lib/domain/identity.ts';

const start = Date.parse('2026-11-24T14:00:00Z');
const end = Date.parse('2026-11-24T15:00:00Z');
const ofPortal: Identifiable = { portal: 'iris', number: null, resource: 'Licence ZOOM Web 5000 participants', start, end, title: 'Bilan annuel de la télésan…', facts: null };
const ofForm: Identifiable = { ...ofPortal, title: null, facts: { name: 'Bilan annuel de la télésanté' } };
const ofEvent: Identifiable = { portal: 'iris', number: null, resource: 'Licence ZOOM Web 5000 participants', start: '2026-11-24T14:00:00Z', end: '2026-11-24T15:00:00.000Z', name: 'Bilan annuel de la télésanté' };

describe('identity of a booking', () => {
  it('is the portal and the reservation number when there is one', () => {
    expect(identityOf({ ...ofForm, number: '2026-0012' })).toBe('iris:2026-0012');
    expect(identityOf({ ...ofForm, number: ' # 2026-0012 ' })).toBe('iris:2026-0012');
    expect(identityOf({ ...ofForm, number: 'No 2026-0012' })).toBe('iris:2026-0012');
    expect(identityOf({ ...ofForm, number: 'N°2026-0012' })).toBe('iris:2026-0012');
    expect(identityOf({ ...ofForm, number: 'NO-12' })).toBe('iris:NO-12');
  });

  it('is provisional before a number is known, the same for the page and for the event', () => {
    expect(identityOf(ofForm)).toMatch(/^iris~[0-9a-f]{16}$/u);
    expect(identityOf(ofEvent)).toBe(identityOf(ofForm));
    expect(identityOf({ ...ofForm, number: ' ' })).toBe(provisionalIdentityOf(ofForm));
  });

  it('T16 does not depend on capitals, accents, dashes or spaces', () => {
    expect(identityOf({ ...ofEvent, resource: 'LICENCE  ZOOM Web5000 participants', name: 'bilan annuel de la telesante' })).toBe(identityOf(ofEvent));
  });

  it('differs when portal, resource, hours or name differ', () => {
    const others: Partial<Identifiable>[] = [{ portal: 'autre' }, { resource: 'Bureau polyvalent' }, { start: '2026-11-24T14:15:00Z' }, { end: '2026-11-24T16:00:00Z' }, { name: 'Bilan' }];
    const all = [ofEvent, ...others.map((other) => ({ ...ofEvent, ...other }))].map(identityOf);
    expect(new Set(all).size).toBe(all.length);
  });

  it('stays under 100 characters, whatever the names', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), fc.string({ maxLength: 500 }), (resource, name) => {
      expect(identityOf({ ...ofEvent, resource, name }).length).toBeLessThan(100);
    }));
  });

  it('joins a provisional booking to its number once it is seen, even when the page cuts the name (T15)', () => {
    expect(sameBooking(ofEvent, { ...ofPortal, number: '12' })).toBe(true);
    expect(sameBooking({ ...ofPortal, number: '12' }, ofForm)).toBe(true);
    expect(sameBooking(ofForm, { ...ofPortal, title: null })).toBe(true);
  });

  it('by number when both have one, even after a change of hour or name', () => {
    expect(sameBooking({ ...ofForm, number: '12' }, { ...ofEvent, number: '12', start: '2026-12-01T14:00:00Z', name: 'Autre' })).toBe(true);
    expect(sameBooking({ ...ofForm, number: '12' }, { ...ofForm, number: '13' })).toBe(false);
    expect(sameBooking({ ...ofForm, number: '12' }, { ...ofForm, number: '12', portal: 'autre' })).toBe(false);
  });

  it.each<[string, Partial<Identifiable>]>([
    ['resource', { resource: 'Bureau polyvalent' }],
    ['start', { start: start + 60_000 }],
    ['end', { end: end + 60_000 }],
    ['name', { facts: { name: 'Autre réunion' } }],
  ])('two bookings without number that differ by %s are two', (_title, other) => {
    expect(sameBooking(ofForm, { ...ofForm, ...other })).toBe(false);
  });
});
