import { describe, expect, it } from 'vitest';
import { overlayTranslate } from '../words.ts';
import type { Booking, Reading } from '../../../lib/domain/booking.ts';
import { toUsageView, type UsageQuestion } from '../../../lib/features/usage-view.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { booking, HOUR, NINE, plain } from './fixtures.ts';

const words = { translate: overlayTranslate('fr'), language: 'fr' } as const;
const YEAR = { from: Date.parse('2026-04-01T04:00:00Z'), to: Date.parse('2027-04-01T04:00:00Z') };
const reading = (bookings: Booking[], changes: Partial<Reading> = {}): Reading => ({ bookings, complete: true, ...YEAR, at: NINE, source: 'list', ...changes });
const quota = (total: number | null) => ({ ...web5000, quota: { ...web5000.quota, total } });
const question = (changes: Partial<UsageQuestion>): UsageQuestion => ({ readings: [], card: web5000, roster: [...establishments], ownId: 'cisss-iles', now: NINE, ...changes });
const view = (changes: Partial<UsageQuestion>) => toUsageView(question(changes), words);

describe('the use per establishment in words', () => {
  it('S0-20 F02 has the nine establishments, one’s own first and said so, the ninth as uncertain', () => {
    const { rows } = view({ readings: [reading([])] });
    expect(rows).toHaveLength(9);
    expect([rows[0]?.id, rows[0]?.tags, rows[0]?.isOwn]).toEqual(['cisss-iles', ['votre établissement'], true]);
    expect(rows.filter(({ isOwn }) => isOwn)).toHaveLength(1);
    expect(rows.find(({ id }) => id === 'clsc-naskapi')?.tags).toEqual(['à confirmer']);
  });

  it('F02 adds the hours of an establishment’s people, requests apart, cancelled and rejected ones never', () => {
    const bookings = [
      booking({ number: '1', end: NINE + 2 * HOUR }),
      booking({ number: '2', start: NINE + 24 * HOUR, end: NINE + 27 * HOUR }),
      booking({ number: '3', start: NINE + 48 * HOUR, end: NINE + 49 * HOUR, status: 'pending' }),
      booking({ number: '4', start: NINE + 72 * HOUR, end: NINE + 74 * HOUR, status: 'cancelled' }),
      booking({ number: '5', start: NINE + 96 * HOUR, end: NINE + 98 * HOUR, status: 'rejected' }),
    ];
    const [own] = view({ readings: [reading(bookings)], card: quota(108) }).rows;
    expect([own?.used, own?.requested, own?.remaining].map((text) => plain(text ?? ''))).toEqual(['5 h', '1 h', '7 h']);
    expect(plain(own?.bar.label ?? '')).toBe('Utilisé 5 h, demandé 1 h, reste 7 h sur 12 h');
  });

  it('F02 says one’s own in one line, requests apart, « au moins » when partial, and by how much it is over', () => {
    const requested = (minutes: number) => booking({ number: '3', start: NINE + 48 * HOUR, end: NINE + 48 * HOUR + minutes * 60_000, status: 'pending' });
    const gauge = (bookings: Booking[], changes: Partial<UsageQuestion> = {}, complete = true) =>
      plain(view({ readings: [reading(bookings, { complete })], card: quota(108), ...changes }).gauge);
    expect(gauge([booking({ end: NINE + 3 * HOUR }), requested(60)])).toBe('Votre établissement : 3 h sur 12 h, 1 h demandée');
    expect(gauge([booking({ end: NINE + 3 * HOUR }), requested(120)])).toBe('Votre établissement : 3 h sur 12 h, 2 h demandées');
    expect(gauge([requested(30)], {}, false)).toBe('Votre établissement : rien d’approuvé de lu sur 12 h, 30 min demandées');
    expect(gauge([booking({ end: NINE + 14 * HOUR })])).toBe('Votre établissement : 14 h sur 12 h, dépassement : 2 h');
    expect(gauge([booking({ end: NINE + 14 * HOUR })], {}, false)).toBe('Votre établissement : au moins 14 h sur 12 h, dépassement : au moins 2 h');
    expect(gauge([booking()], { card: web5000 })).toBe('Votre établissement : 1 h');
    expect(gauge([booking()], { ownId: null })).toBe('Tous les établissements : 1 h sur 108 h');
    const count = { ...web5000, quota: { ...web5000.quota, unit: 'count' as const, total: 90 } };
    expect(gauge([booking(), requested(30)], { card: count })).toBe('Votre établissement : 1 sur 10 réservations, 1 réservation demandée');
  });

  it('F02 says the same use and the same remainder to each of the three who book for one establishment', () => {
    const people = ['Julie Gagnon', 'Luc Roy', 'Anne Côté'];
    const hours = [2, 3, 1];
    const booked = people.map((name, index) => booking({ number: String(index), requester: { name, email: null }, establishmentId: 'cisss-iles', start: NINE + index * 24 * HOUR, end: NINE + index * 24 * HOUR + hours[index]! * HOUR }));
    const seen = people.map((_, index) => {
      // Each has read the portal by himself, in another order.
      const { gauge, rows } = view({ readings: [reading([...booked.slice(index), ...booked.slice(0, index)])], card: quota(108) });
      const own = rows.find(({ isOwn }) => isOwn);
      return [plain(gauge), plain(own?.used ?? ''), plain(own?.remaining ?? '')];
    });
    expect(seen).toEqual(people.map(() => ['Votre établissement : 6 h sur 12 h', '6 h', '6 h']));
  });

  it('F02 counts once a booking that the page and the worker both know', () => {
    const readings = [reading([booking()]), reading([booking()], { source: 'grid', at: NINE + HOUR })];
    expect(plain(view({ readings }).rows[0]?.used ?? '')).toBe('1 h');
  });

  it('F02 says « au moins » and « au plus » when only part of the period was read, and no figure where nothing was', () => {
    const { rows, isPartial } = view({ readings: [reading([booking()], { complete: false })], card: quota(108) });
    expect(isPartial).toBe(true);
    expect([rows[0]?.used, rows[0]?.remaining].map((text) => plain(text ?? ''))).toEqual(['au moins 1 h', 'au plus 11 h']);
    // No figure where nothing was read: « 0 h » would be a claim.
    expect([rows[1]?.used, rows[1]?.requested, rows[1]?.remaining, rows[1]?.bar.number].map((text) => plain(text ?? ''))).toEqual(['rien de lu', 'rien de lu', 'au plus 12 h', '—']);
  });

  it('says by how much a share is exceeded, and marks that part of the bar apart', () => {
    const [own] = view({ readings: [reading([booking({ end: NINE + 14 * HOUR })])], card: quota(108) }).rows;
    expect(plain(own?.remaining ?? '')).toBe('dépassement : 2 h');
    expect(own?.bar.parts.map(({ fill }) => fill)).toEqual(['solid', 'over']);
  });

  it('S0-21 shows « — » and says so when no quota is set', () => {
    const { rows, notes } = view({ readings: [reading([booking()])] });
    expect(new Set(rows.map(({ remaining }) => remaining))).toEqual(new Set(['—']));
    expect(notes.map(plain)).toContain('Aucun quota n’est fixé : il n’y a pas de reste à calculer.');
  });

  it('has a row for what could not be attributed, only when there is some', () => {
    const stray = booking({ establishment: 'Clinique inconnue', establishmentId: null });
    expect(view({ readings: [reading([stray])] }).rows.at(-1)?.name).toBe('Non attribué');
  });

  it('says the period, the sources and their hours', () => {
    const { caption, sources } = view({ readings: [reading([]), reading([], { source: 'companion', at: NINE - 24 * HOUR })] });
    expect(plain(caption)).toBe('Utilisation de « Licence ZOOM Web5000 » par établissement, du 1er avr. 2026 au 31 mars 2027');
    expect(sources.map(plain)).toEqual(['Source : liste du portail, 09 h 00.', 'Source : compagnon, lundi 23 novembre 2026 à 09 h 00.']);
  });

  it('says that nothing was read rather than showing zeros as the truth', () => {
    const { notes, isPartial } = view({});
    expect(notes.map(plain)).toContain('Aucune réservation n’a encore été lue.');
    expect(isPartial).toBe(true);
  });

  it('F02 U23 rounds the per cent down, as the form and the popup do: six minutes short of a share are not the whole share', () => {
    const [own] = view({ readings: [reading([booking({ end: NINE + 29.9 * HOUR })])], card: quota(270) }).rows;
    expect(plain(own?.bar.number ?? '')).toBe('99 %');
  });

  it('counts bookings when the card does', () => {
    const card = { ...web5000, quota: { ...web5000.quota, unit: 'count' as const, total: 9 } };
    const [own] = view({ readings: [reading([booking()])], card }).rows;
    expect([own?.used, own?.remaining, plain(own?.bar.number ?? '')]).toEqual(['1', '0', '100 %']);
  });
});
