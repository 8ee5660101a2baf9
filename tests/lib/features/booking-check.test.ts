import { describe, expect, it } from 'vitest';
import { overlayTranslate } from '../words.ts';
import type { Booking, Reading } from '../../../lib/domain/booking.ts';
import { checkBooking, type BookingQuestion } from '../../../lib/features/booking-check.ts';
import type { BookingForm } from '../../../lib/portal/page.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { NOW } from '../portal/pages.ts';
import { booking, HOUR, NINE, plain } from './fixtures.ts';

const words = { translate: overlayTranslate('fr'), language: 'fr' } as const;
const form = (change: Partial<BookingForm> = {}): BookingForm => ({
  resource: 'Licence ZOOM Web 5000 participants', resources: ['Licence ZOOM Web 5000 participants'], serviceId: 'web5000', title: 'Forum', start: NINE, end: NINE + 1.5 * HOUR,
  freeText: '', number: null, requester: null, email: null, ...change,
});
const YEAR = { from: Date.parse('2026-04-01T04:00:00Z'), to: Date.parse('2027-04-01T04:00:00Z') };
const reading = (bookings: Booking[], change: Partial<Reading> = {}): Reading => ({ bookings, complete: true, ...YEAR, at: NINE, source: 'list', ...change });
const quota = (total: number, change: Partial<typeof web5000.quota> = {}) => ({ ...web5000, quota: { ...web5000.quota, total, ...change } });
const own = (hours: number, change: Partial<Booking> = {}) => booking({ number: '9', establishmentId: 'cisss-iles', start: NINE - 30 * 24 * HOUR, end: NINE + (hours - 30 * 24) * HOUR, ...change });
const typed = (participants: string) => ({ name: 'Forum', participants, presenterName: 'Anne Roy', presenterEmail: '' });
const ask = (change: Partial<BookingQuestion> = {}) => {
  const card = change.card ?? web5000;
  return checkBooking({
    portal: 'iris', form: form(), card, cards: [card, ...presets.filter(({ id }) => id !== card.id)], offered: () => [card], resource: card.name, typed: typed('1 200'), establishmentId: 'cisss-iles',
    roster: [...establishments], readings: [reading([])], past: [], now: NOW, reason: '', keep: false, rehearsal: false, planB: '', charter: false, person: { email: null }, ...change,
  }, words);
};
const titles = (change: Partial<BookingQuestion>) => ask(change).shares.map(({ title, of }) => [plain(title), plain(of)]);

describe('what a request does to the share', () => {
  it('F02 E-2 says it in one line: « après cette demande : 4 h 30 sur 12 h »', () => {
    expect(titles({ card: quota(108), readings: [reading([own(3)])] })).toEqual([['Après cette demande : 4 h 30 sur 12 h', 'CISSS des Îles, du 1er avr. 2026 au 31 mars 2027.']]);
    expect(titles({ card: quota(108), readings: [reading([own(3)], { complete: false })] })[0]?.[0]).toBe('Après cette demande : au moins 4 h 30 sur 12 h');
    expect(titles({})[0]?.[0]).toBe('Après cette demande : 1 h 30');
    expect(titles({ card: quota(90, { unit: 'count' }), readings: [reading([own(3)])] })[0]?.[0]).toBe('Après cette demande : 2 sur 10 réservations');
  });

  it('F02 follows the date and the hours into another period, and over its border says both', () => {
    const card = quota(90, { period: 'month' });
    const at = (text: string) => Date.parse(text);
    expect(titles({ card, form: form({ start: at('2026-12-01T14:00:00Z'), end: at('2026-12-01T16:00:00Z') }) })).toEqual([['Après cette demande : au moins 2 h sur 10 h'.replace('au moins ', ''), 'CISSS des Îles, du 1er déc. 2026 au 31 déc. 2026.']]);
    expect(titles({ card, form: form({ start: at('2026-12-01T04:00:00Z'), end: at('2026-12-01T06:00:00Z') }) })).toEqual([
      ['Après cette demande : 1 h sur 10 h', 'CISSS des Îles, du 1er nov. 2026 au 30 nov. 2026.'],
      ['Après cette demande : 1 h sur 10 h', 'CISSS des Îles, du 1er déc. 2026 au 31 déc. 2026.'],
    ]);
    expect(titles({ card: quota(90, { period: 'month', unit: 'count' }), form: form({ start: at('2026-12-01T04:00:00Z'), end: at('2026-12-01T06:00:00Z') }) })).toHaveLength(1);
  });

  it('F02 U23 rounds the per cent down, as the table of use and the popup do: two thirds are 66 %', () => {
    expect(plain(ask({ card: quota(27, { unit: 'count' }), readings: [reading([own(3)])] }).shares[0]?.bar?.number ?? '')).toBe('66 %');
  });

  it('F02 says nothing without hours or without an establishment, and does not count twice the booking that is being changed', () => {
    expect([ask({ form: form({ end: null }) }).shares, ask({ establishmentId: '' }).shares]).toEqual([[], []]);
    expect(titles({ card: quota(108), form: form({ number: '9' }), readings: [reading([own(3)])] })[0]?.[0]).toBe('Après cette demande : 1 h 30 sur 12 h');
  });
});

describe('the policy of the card', () => {
  const at = (used: number, at80: typeof web5000.quota.at80, at100: typeof web5000.quota.at100, reason = '') => ask({ card: quota(90, { at80, at100 }), readings: [reading([own(used)])], reason });

  it('E-3 warns from 80 % of the share on, and lets it be saved', () => {
    expect(at(6, 'warn', 'refuse').shares[0]).toMatchObject({ kind: 'calm', notes: [] });
    const warned = at(7, 'warn', 'refuse');
    expect(warned.shares[0]?.kind).toBe('warning');
    expect(warned.shares[0]?.notes.map(plain)).toEqual(['Il restera 1 h 30.']);
    expect(warned.shares[0]?.bar?.number).toBe('85\u00a0%');
    expect([warned.asksReason, warned.refusal, warned.facts === null]).toEqual([false, null, false]);
  });

  it('E-3 asks a reason, and saves nothing without one of ten characters', () => {
    expect(at(9, 'warn', 'askReason')).toMatchObject({ asksReason: true, facts: null, errors: { reason: 'Donnez un motif d’au moins 10 caractères\u00a0: l’approbateur le lira.' } });
    expect(at(9, 'warn', 'askReason', 'trop').facts).toBeNull();
    expect(at(9, 'warn', 'askReason', 'Assemblée annuelle')).toMatchObject({ asksReason: true, errors: {} });
    expect(at(9, 'warn', 'askReason', 'Assemblée annuelle').facts).not.toBeNull();
    expect(at(9, 'warn', 'askReason', 'x'.repeat(1001)).errors.reason).toContain('1\u00a0000 caractères au plus');
  });

  it('E-3 asks a reason from 80 % of the share on where the card says so, below it none', () => {
    expect(at(6, 'askReason', 'refuse')).toMatchObject({ asksReason: false, errors: {} });
    expect(at(7, 'askReason', 'refuse')).toMatchObject({ asksReason: true, facts: null, refusal: null, errors: { reason: expect.stringContaining('10 caractères') as string } });
    expect(at(7, 'askReason', 'refuse').shares[0]?.notes.map(plain)).toContain('Un motif est demandé : l’approbateur le lira.');
    expect(at(7, 'askReason', 'refuse', 'Assemblée annuelle').facts).not.toBeNull();
  });

  it('E-3 refuses from 80 % of the share on where the card says so, whatever the reason', () => {
    expect(at(6, 'refuse', 'refuse').refusal).toBeNull();
    for (const reason of ['', 'Assemblée annuelle']) {
      const refused = at(7, 'refuse', 'refuse', reason);
      expect(plain(refused.refusal)).toBe('Cette demande n’est pas acceptée : 8 h 30 sur 10 h pour le CISSS des Îles. Choisissez une durée plus courte ou un autre moment.');
      expect(refused.shares[0]?.kind).toBe('error');
    }
  });

  it('E-3 refuses beyond the share, says why and where to ask for an exception', () => {
    const refused = at(9, 'warn', 'refuse');
    expect(plain(refused.refusal)).toBe('Cette demande n’est pas acceptée : 10 h 30 sur 10 h pour le CISSS des Îles. Choisissez une durée plus courte ou un autre moment.');
    expect(refused.shares[0]).toMatchObject({ kind: 'error' });
    expect(refused.shares[0]?.notes.map(plain).at(-1)).toBe('Pour une exception, écrivez à soutien@telesantechudequebec.ca.');
    // Exactly one's share is fair.
    expect(at(8.5, 'warn', 'refuse').refusal).toBeNull();
  });
});

describe('the right size', () => {
  it('F01 with 250 participants says that the licence of 300 suffices, and saves only after « Garder quand même » with a reason', () => {
    const { size, errors, facts } = ask({ typed: typed('250') });
    expect(size?.title).toBe('La licence nominative de 300 suffit');
    expect([errors.keep === undefined, facts]).toEqual([false, null]);
    expect(ask({ typed: typed('250'), keep: true })).toMatchObject({ asksReason: true, facts: null });
    expect(ask({ typed: typed('250'), keep: true, reason: '123456789' }).facts).toBeNull();
    expect(ask({ typed: typed('250'), keep: true, reason: '1234567890' })).toMatchObject({ errors: {}, facts: { participants: 250 } });
  });

  it.each([[300, true], [301, false], [4900, false]])('F01 %i participants: advice %s', (participants, isAdvised) => {
    expect(ask({ typed: typed(String(participants)) }).size !== null).toBe(isAdvised);
  });

  it('F01 with a rung of 1 000 in the ladder, 301 to 1 000 are advised to take it', () => {
    const rung = { ...web5000, id: 'web1000', name: 'Licence Web 1000', capacity: 1000 };
    expect([301, 1000, 1001].map((count) => ask({ typed: typed(String(count)), cards: [web5000, rung, ...presets.slice(1)] }).size?.title ?? null)).toEqual(['La licence Web 1000 suffit', 'La licence Web 1000 suffit', null]);
  });

  it('F01 S4-02 S4-03 a clinical booking is never offered an account that is not authorised', () => {
    const card = { ...web5000, clinical: true };
    expect(ask({ card, typed: typed('20') }).size?.title).toBe('«\u00a0Rencontre clinique Zoom télésanté\u00a0» suffit');
    expect(ask({ card, typed: typed('120') }).size).toBeNull();
    // Advised, never held up.
    expect(ask({ card, typed: typed('20') })).toMatchObject({ errors: {}, asksReason: false, facts: { participants: 20 } });
  });

  it('F01 says nothing of a licence that is nobody else’s', () => {
    expect(ask({ card: { ...web5000, access: 'nominative' }, typed: typed('250') }).size).toBeNull();
  });

  it('F08 corrects the estimate by what came to the last meetings', () => {
    const past = [1000, 2000, 500, 1500].map((estimated, index) => ({ estimated, actual: estimated * 0.28, end: NINE - index * HOUR }));
    expect(plain(ask({ past }).size?.estimate?.sentence ?? '')).toBe('Vos 4 dernières : 28 % de l’estimé ; suggestion 400.');
    expect(plain(ask({ past, typed: typed('900') }).size?.estimate?.sentence ?? '')).toBe('Vos 4 dernières : 28 % de l’estimé ; suggestion 300. La licence nominative de 300 suffirait sans doute.');
    // Advice from the past alone stops nothing.
    expect(ask({ past, typed: typed('900') })).toMatchObject({ errors: {}, asksReason: false });
  });
});

it('S0-47 a booking that is changed is not counted beside itself, however its form and its list write its number', () => {
  const readings = [reading([booking({ number: '2026-0012', start: NINE, end: NINE + HOUR })])];
  const [written, known] = ['# 2026-0012', '2026-0012'].map((number) => ask({ form: form({ number }), readings }));
  expect([written?.conflict, written?.shares]).toEqual([known?.conflict, known?.shares]);
  expect(known?.conflict).toEqual(ask().conflict);
});

describe('another moment', () => {
  const taken = booking({ number: '9', start: NINE, end: NINE + HOUR });

  it('F04 offers the nearest hour and the next working day, in words', () => {
    expect(ask({ readings: [reading([taken])] }).proposals.map((one) => plain(one.words))).toEqual([
      'mardi 24 novembre 2026, de 10 h 00 à 11 h 30', 'mercredi 25 novembre 2026, de 09 h 00 à 10 h 30',
    ]);
    expect(ask().proposals).toEqual([]);
  });

  it('F04 offers another service only where the form itself has it and it is large enough', () => {
    const other = { ...web5000, id: 'web3000', name: 'Licence Web 3000', capacity: 3000 };
    const kinds = (participants: string, offered: (typeof web5000)[]) =>
      ask({ readings: [reading([taken])], offered: () => offered, typed: typed(participants) }).proposals
        .map((one) => plain(one.words))
        .slice(2);
    expect(kinds('1 200', [web5000, other])).toEqual(['La licence Web 3000, à la même heure']);
    expect(kinds('3 001', [web5000, other])).toEqual([]);
    expect(kinds('1 200', [web5000])).toEqual([]);
  });

  it('F04 offers nothing on the host’s blackout days, on a holiday or outside the card’s dates', () => {
    const days = (card: typeof web5000) => ask({ card, readings: [reading([taken])] }).proposals.map((one) => plain(one.words).slice(0, 20));
    expect(days({ ...web5000, blackouts: [{ from: '2026-11-24', until: '2026-11-25' }] })).toEqual(['jeudi 26 novembre 20']);
    expect(days({ ...web5000, availableUntil: '2026-11-24' })).toEqual(['mardi 24 novembre 20']);
    const christmas = { start: Date.parse('2026-12-24T15:00:00Z'), end: Date.parse('2026-12-24T16:00:00Z') };
    const full = booking({ number: '9', start: Date.parse('2026-12-24T05:00:00Z'), end: Date.parse('2026-12-25T04:59:00Z') });
    expect(ask({ form: form(christmas), readings: [reading([full])] }).proposals.map((one) => plain(one.words))).toEqual(['lundi 28 décembre 2026, de 10 h 00 à 11 h 00']);
  });
});

describe('days without a host', () => {
  it('F04 S0-28 are said as soon as the date is chosen, and stop nothing', () => {
    const card = { ...web5000, blackouts: [{ from: '2026-11-24', until: '2026-11-24' }, { from: '2026-12-24', until: '2027-01-04' }] };
    expect(ask({ card }).advice.map(plain)).toEqual(['Personne du CCT ne peut démarrer une rencontre ce jour-là (24 nov. 2026).']);
    expect(ask({ card }).facts).not.toBeNull();
    const christmas = { start: Date.parse('2026-12-28T15:00:00Z'), end: Date.parse('2026-12-28T16:00:00Z') };
    expect(ask({ card, form: form(christmas) }).advice.map(plain)).toEqual(['Personne du CCT ne peut démarrer une rencontre ce jour-là (du 24 déc. 2026 au 4 janv. 2027).']);
    expect(ask({ card, form: form({ start: NINE + 24 * HOUR, end: NINE + 25 * HOUR }) }).advice).toEqual([]);
  });
});

describe('the rehearsal', () => {
  it('F07 is proposed on the licence of 300 within the five working days before, and is written in French', () => {
    const { rehearsal } = ask({ typed: typed('5 000') });
    expect(plain(rehearsal?.sentence ?? '')).toBe('Répétition proposée : lundi 23 novembre 2026, de 09 h 00 à 09 h 30, avec la licence nominative de 300.');
    expect(plain(rehearsal?.written ?? '')).toBe('lundi 23 novembre 2026, de 09 h 00 à 09 h 30 (Licence nominative de 300)');
    expect(ask({ typed: typed('250'), keep: true }).rehearsal).toBeNull();
  });
});
