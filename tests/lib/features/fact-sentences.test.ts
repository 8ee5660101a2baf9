import { describe, expect, it } from 'vitest';
import { overlayTranslate } from '../words.ts';
import { checkFacts, type TypedFacts } from '../../../lib/domain/facts.ts';
import { factSentence } from '../../../lib/features/fact-sentences.ts';

const good: TypedFacts = { name: 'Assemblée annuelle', participants: '1 200', presenterName: 'Marie Tremblay', presenterEmail: '' };

/** The sentences under the fields for what was typed, with plain spaces. */
function sentences(typed: Partial<TypedFacts>, language: 'fr' | 'en' = 'fr'): string[] {
  const all = { ...good, ...typed };
  const checked = checkFacts(all, { capacity: 5000 });
  return checked.ok ? [] : checked.errors.map((error) => factSentence(overlayTranslate(language), error, all, 5000).replace(/\u00a0/gu, ' '));
}

describe('what is wrong with a fact, in plain French', () => {
  it('is nothing for good facts', () => {
    expect(sentences({})).toEqual([]);
  });

  it('S0-15 asks for an empty name', () => {
    expect(sentences({ name: '  ' })).toEqual(['Inscrivez le nom exact de la rencontre.']);
  });

  it('S0-15 counts the 201 characters of a name that Zoom would refuse', () => {
    expect(sentences({ name: 'a'.repeat(201) })).toEqual(['Le nom est trop long : 201 caractères, alors que Zoom en accepte 200 au plus.']);
    expect(sentences({ name: 'a'.repeat(200) })).toEqual([]);
  });

  it('S0-15 refuses a control character in a name', () => {
    expect(sentences({ name: 'Assemblée\u0007annuelle' })[0]).toMatch(/^Le nom contient un caractère invisible/u);
  });

  it.each([
    ['', 'Inscrivez le nombre de participants estimés.'],
    ['0', 'Inscrivez au moins 1 participant.'],
    ['5 001', 'La licence accepte 5 000 participants au plus.'],
    ['mille', 'Écrivez le nombre de participants en chiffres, par exemple 1 200.'],
  ])('S0-16 refuses « %s » as a number of participants', (participants, sentence) => {
    expect(sentences({ participants })).toEqual([sentence]);
  });

  it('S0-17 asks who presents, and takes the e-mail or nothing', () => {
    expect(sentences({ presenterName: '' })).toEqual(['Inscrivez le nom de la personne qui présentera.']);
    expect(sentences({ presenterName: 'b'.repeat(201) })).toEqual(['Ce nom est trop long : 201 caractères, pour 200 au plus.']);
    expect(sentences({ presenterName: 'Marie\u200b\u0000' })[0]).toMatch(/caractère invisible/u);
    expect(sentences({ presenterEmail: 'marie' })[0]).toMatch(/n’a pas la forme d’un courriel/u);
    expect(sentences({ presenterEmail: 'marie@exemple.ca' })).toEqual([]);
  });

  it('says every error at once, in the order of the fields', () => {
    expect(sentences({ name: '', participants: '', presenterName: '', presenterEmail: 'x' })).toHaveLength(4);
  });

  it('says it in English too', () => {
    expect(sentences({ participants: '5001' }, 'en')).toEqual(['The licence takes 5,000 participants at most.']);
  });
});
