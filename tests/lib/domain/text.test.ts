import { describe, expect, it } from 'vitest';
import { compareKey, normalise, sameText, startsAlike } from '../../../lib/domain/text.ts';
import { randomFrom } from '../../bench/random.ts';

describe('texts compared', () => {
  it.each([
    ['S0-39 dashes', 'CHU de Québec – UL – CCT', 'CHU de Québec - UL - CCT'],
    ['S0-39 no spaces around the dash', 'CHU de Québec – UL – CCT', 'CHU de Québec-UL-CCT'],
    ['S0-39 no dashes', 'CHU de Québec – UL – CCT', 'chu de quebec ul cct'],
    ['T16 capitals and accents', 'Établissement', 'ETABLISSEMENT'],
    ['T16 decomposed accents', 'Québec', 'Que\u0301bec'],
    ['fixed and narrow spaces', 'Web 5\u00a0000 participants', 'Web 5\u202f000  participants'],
    ['a number with or without its space', 'Web5000', 'Web 5 000'],
    ['typographic apostrophes', 'l’Est', "l'Est"],
    ['ligatures', 'Cœur', 'COEUR'],
    ['guillemets', '« Annulée »', 'annulee'],
    ['invisible signs', 'Crit\u00adères', 'Critères'],
  ])('takes for the same name two that differ by %s', (_title, one, other) => {
    expect(sameText(one, other)).toBe(true);
  });

  it.each([
    ['Bureau polyvalent', 'Bureau polyvalente'],
    ['CISSS des Îles', 'CISSS de la Gaspésie'],
    ['CHU de Québec – UL – CCT', 'CHU de Québec – UL – CHUL'],
    ['Licence 300', 'Licence 3000'],
  ])('keeps « %s » apart from « %s »', (one, other) => {
    expect(sameText(one, other)).toBe(false);
  });

  it('normalises what is plain as it does anything else', () => {
    const random = randomFrom(3);
    const signs = Array.from({ length: 96 }, (_, index) => String.fromCharCode(32 + index)).join('') + '\t\n';
    for (let count = 0; count < 3000; count += 1) {
      const text = Array.from({ length: Math.floor(random() * 12) }, () => signs[Math.floor(random() * signs.length)]).join('');
      // A sign that is dropped, and without which there is no shorter way.
      expect(normalise(text), text).toBe(normalise(`${text}\u200b`));
    }
  });

  it('normalises to words with one space between them', () => {
    expect(normalise('  Élu·e — « L’Œuvre »\n d’ICI ')).toBe("elu·e l'oeuvre d'ici");
    expect(compareKey('À approuver')).toBe('aapprouver');
  });

  it.each([
    ['Institut universitaire de…', 'Institut universitaire de cardiologie', true],
    ['Institut universitaire de ...', 'Institut universitaire de cardiologie', true],
    ['Institut universitaire de', 'Institut universitaire de cardiologie', true],
    ['CISSS de la', 'CISSS de la Gaspésie', false],
    ['CISSS de la …', 'CISSS de la Gaspésie', true],
    ['CISSS de la …', 'CISSS des Îles', false],
    ['…', 'CISSS des Îles', false],
    ['', 'CISSS des Îles', false],
    ['Institut universitaire de cardiologie', 'Institut universitaire de', false],
    ['cisss des iles', 'CISSS des Îles', true],
  ])('T15 « %s » may be « %s » cut: %s', (shown, full, expected) => {
    expect(startsAlike(shown, full)).toBe(expected);
  });
});
