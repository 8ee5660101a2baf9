import { describe, expect, it } from 'vitest';
import { presets } from '../../../lib/services/presets.ts';
import { cardWordsIn } from '../../../lib/services/preset-words.ts';

/** A name is the same in both languages. */
const names = ['Réseau québécois de la télésanté'];
const wordsOf = presets.flatMap(({ id, checklist, links }) => [...checklist, ...links.map(({ label }) => label)].map((words) => [id, words] as const));

describe('the cards’ own sentences', () => {
  it.each(wordsOf.filter(([, words]) => !names.includes(words)))('S1-06 S0-29 of « %s », « %s », have an English', (_id, words) => {
    const said = cardWordsIn('en', words);
    expect(said).not.toBe(words);
    expect(said).not.toMatch(/[«»\u00a0]|[àâçèêîôùû]/u);
    expect(cardWordsIn('fr', words)).toBe(words);
  });

  it('are said as they were written once somebody has changed them', () => {
    for (const words of ['Démarrer la rencontre', 'Prévenir le CCT', 'toString']) expect(cardWordsIn('en', words)).toBe(words);
  });
});
