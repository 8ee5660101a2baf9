import { describe, expect, it } from 'vitest';
import { overlayTranslate } from '../words.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { availabilitySentence, conflictSentences, withArticle } from '../../../lib/features/conflict-sentences.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { booking, HOUR, NINE, plain } from './fixtures.ts';

const sentences = (conflicts: Booking[], language: 'fr' | 'en' = 'fr') =>
  conflictSentences(conflicts, [...establishments], overlayTranslate(language), language).map(plain);

describe('a conflict in words', () => {
  it('U3 says who holds the licence and when, by the roster’s name, and what to do', () => {
    expect(sentences([booking()])).toEqual([
      'Conflit : le CISSS des Îles tient la licence le mardi 24 novembre 2026 de 09 h 00 à 10 h 00.',
      'Choisissez un autre moment.',
    ]);
  });

  it('U3 says of a request that it is only requested', () => {
    expect(sentences([booking({ status: 'pending' })])[0]).toMatch(/^Conflit : le CISSS des Îles a demandé la licence/u);
  });

  it('says both days of a booking over midnight', () => {
    const [sentence] = sentences([booking({ end: NINE + 20 * HOUR })]);
    expect(sentence).toContain('du mardi 24 novembre 2026 à 09 h 00 au mercredi 25 novembre 2026 à 05 h 00');
  });

  it('uses the portal’s own words for an establishment that is not in the roster, and none when none is shown', () => {
    expect(sentences([booking({ establishmentId: null, establishment: 'Centre inconnu' })])[0]).toContain('Conflit : le Centre inconnu tient');
    expect(sentences([booking({ establishmentId: null, establishment: null })])[0]).toContain('Conflit : une autre réservation tient');
  });

  it('counts the other bookings of that time', () => {
    expect(sentences([booking(), booking({ number: '2' }), booking({ number: '3' })])[1]).toBe('Il y a 2 autres réservations à ce moment.');
  });

  it('is silent without conflict', () => {
    expect(sentences([])).toEqual([]);
  });

  it('says it in English too, without a French article', () => {
    expect(sentences([booking()], 'en')[0]).toMatch(/^Conflict: CISSS des Îles holds the licence on Tuesday, November 24, 2026 from 9:00/u);
  });

  it('puts the article that a name asks for', () => {
    expect(withArticle('Institut universitaire', 'fr')).toBe('l’Institut universitaire');
    expect(withArticle('Santé Québec', 'fr')).toBe('Santé Québec');
  });
});

describe('the days on which the service is lent', () => {
  const card = { availableFrom: '2026-11-25', availableUntil: '2026-12-31' };
  const sentence = (start: number) => plain(availabilitySentence(start, card, overlayTranslate('fr'), 'fr'));

  it('S0-02 warns before the first and after the last', () => {
    expect(sentence(NINE)).toBe('La licence n’est offerte qu’à partir du mercredi 25 novembre 2026.');
    expect(sentence(Date.parse('2027-01-01T05:00:00Z'))).toBe('La licence n’est offerte que jusqu’au jeudi 31 décembre 2026.');
  });

  it('S0-02 is silent on both bounds, which are inclusive by Toronto’s clock', () => {
    expect(sentence(Date.parse('2026-11-25T05:00:00Z'))).toBe('');
    expect(sentence(Date.parse('2027-01-01T04:59:00Z'))).toBe('');
  });
});
