/** Importing the list of establishments in the options: preview first, line-numbered errors, one undo. */
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { button, one, press, wordsOf } from '../ui/draw.ts';
import { openOptions, type OpenOptions } from './open.tsx';

async function give(page: OpenOptions, content: BlobPart, name = 'liste.csv'): Promise<void> {
  const input = one<HTMLInputElement>(page.place, 'input[accept^=".csv"]');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], name, { type: 'text/csv' })] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

describe('the import of the roster', () => {
  it('S0-05 shows what would change, changes it on the second click, and takes it back', async () => {
    const page = openOptions('#establishments');
    const before = page.model.settings.value.roster;
    await give(page, 'Établissement;Poids\nCISSS des Îles;2\n');
    expect(wordsOf(page.place)).toContain('CISSS des Îles');
    expect(page.model.settings.value.roster).toEqual(before);
    press(button(page.place, 'Appliquer ce changement'));
    expect(page.model.settings.value.roster.find(({ id }) => id === 'cisss-iles')?.weight).toBe(2);
    press(button(page.place, 'Annuler'));
    expect(page.model.settings.value.roster).toEqual(before);
  });

  it('says which lines are wrong and changes nothing', async () => {
    const page = openOptions('#establishments');
    await give(page, 'Établissement;Poids\nA;lourd\nB;2\nC;-4\n');
    const notice = wordsOf(one(page.place, '.pa-notice-error'));
    expect(notice).toContain('« liste.csv » n’est pas importé');
    expect(notice).toContain('Ligne 2 : le poids « lourd » n’est pas un nombre');
    expect(notice).toContain('Ligne 4 : le poids « -4 »');
  });

  it('reads what an old spreadsheet saves in the encoding of Windows', async () => {
    const page = openOptions('#establishments');
    await give(page, Uint8Array.from('\u00c9tablissement;Poids\nCISSS des \u00celes;3\n', (sign) => sign.charCodeAt(0)));
    press(button(page.place, 'Appliquer ce changement'));
    expect(page.model.settings.value.roster.find(({ id }) => id === 'cisss-iles')?.weight).toBe(3);
  });

  it('says so when the file would change nothing', async () => {
    const page = openOptions('#establishments');
    await give(page, 'Établissement\nCISSS des Îles\n');
    expect(wordsOf(page.place)).toContain('Ce fichier ne changerait rien.');
  });
});
