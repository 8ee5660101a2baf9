/** F02 in the popup: the use and the share of the establishment, before the decision. */
import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '../../../lib/domain/booking.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import type { ModelSources } from '../../../lib/state/model.ts';
import { booking, DAY, HOUR, NOW, portalReading, reading, settings } from '../../lib/samples.ts';
import { clean, draw, items, openTab, textOf } from './draw.tsx';

beforeEach(resetBrowser);
afterEach(clean);

const YEAR = { from: Date.parse('2026-04-01T04:00:00Z'), to: Date.parse('2027-04-01T04:00:00Z') };
const held = (hours: number): Booking => booking({ number: '2', status: 'approved', start: NOW + 5 * DAY, end: NOW + 5 * DAY + hours * HOUR });
const cards = (quota: Partial<typeof web5000.quota> = {}) => [{ ...web5000, quota: { ...web5000.quota, total: 90, ...quota } }];
const readingOf = (bookings: Booking[], change: Parameters<typeof reading>[1] = YEAR) => ({ iris: portalReading([], { reading: reading(bookings, change) }) });
const first = (change: Partial<ModelSources>): Element | null | undefined => items(draw(change))[0]?.querySelector('.pa-popup-use')?.closest('.pa-popup-fact');

describe('F02 « Utilisation et part de l’établissement » on a request', () => {
  it('F02 shows the use, the share and what the request makes of them, with the period, the sources and their hours', () => {
    const text = textOf(first({ settings: settings({ cards: cards() }), readings: readingOf([booking(), held(4.5)]) }));
    expect(text).toContain('Utilisé : 4 h 30 sur 10 h · après cette demande : 5 h 30 (55 %)');
    expect(text).toContain('Du 1er avr. 2026 au 31 mars 2027.');
    expect(text).toContain('D’après le portail lu à 10 h 00 et le compagnon lu à 10 h 00.');
  });

  it('F02 has a name for the ear, and stands before anything that is pressed', () => {
    const fact = first({ settings: settings({ cards: cards() }), readings: readingOf([booking()]) });
    expect(textOf(fact?.querySelector('dt'))).toBe('Utilisation et part de l’établissement');
    expect(fact?.querySelectorAll('a, button')).toHaveLength(0);
  });

  it('F02 says « au moins » of a part, and « — » with the reason instead of a zero', () => {
    const part = { complete: false } as const;
    expect(textOf(first({ settings: settings({ cards: cards() }), readings: readingOf([booking(), held(3)], part) }))).toContain('Utilisé : au moins 3 h sur 10 h · après cette demande : au moins 4 h (40 %)');
    clean();
    const unknown = textOf(first({ settings: settings({ cards: cards() }), readings: readingOf([booking()], part) }));
    expect(unknown).toContain('Utilisé : rien de lu sur 10 h');
    expect(unknown).toContain('Une partie seulement a été lue, et rien d’approuvé n’y paraît.');
    expect(unknown).not.toMatch(/\b0 h/u);
  });

  it('F02 says why it knows nothing of a request without an establishment', () => {
    const text = textOf(items(draw({ readings: readingOf([booking({ establishment: null, establishmentId: null })]) }))[0]);
    expect(text).toContain('Utilisation : — (on ne sait pas de quel établissement vient la demande)');
  });

  it('F02 says a share that is passed in words, and counts bookings where the card does', () => {
    expect(textOf(first({ settings: settings({ cards: cards() }), readings: readingOf([booking(), held(10)]) }))).toContain('après cette demande : 11 h (110 %) · part dépassée : 1 h');
    clean();
    expect(textOf(first({ settings: settings({ cards: cards({ unit: 'count', total: 27 }) }), readings: readingOf([booking(), held(1)]) }))).toContain('Utilisé : 1 sur 3 réservations · après cette demande : 2 (66 %)');
    clean();
    expect(textOf(first({ settings: settings({ cards: cards({ total: null }) }), readings: readingOf([booking(), held(4)]) }))).toContain('Utilisé : 4 h, aucun quota fixé · après cette demande : 5 h');
  });

  it('U7 says the same in English', () => {
    const text = textOf(first({ language: 'en', settings: settings({ cards: cards() }), readings: readingOf([booking(), held(4.5)]) }));
    expect(text).toContain('Used: 4 h 30 min of 10 h · after this request: 5 h 30 min (55%)');
    expect(text).toContain('From the portal, read at 10:00 a.m. and the companion, read at 10:00 a.m.');
  });

  it('F02 stands on requests that wait, not on what is decided', () => {
    const popup = draw({ settings: settings({ cards: cards() }), readings: readingOf([held(2)]) });
    openTab(popup, /^À créer/u);
    expect(items(popup)).toHaveLength(1);
    expect(popup.querySelector('.pa-popup-use')).toBeNull();
  });
});
