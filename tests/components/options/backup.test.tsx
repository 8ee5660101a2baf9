import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { button, byLabel, one, press, type, wordsOf } from '../ui/draw.ts';
import { openOptions, type OpenOptions } from './open.tsx';

/** Exports, and hands the file's text back. */
function exported({ place, actions }: OpenOptions): { name: string; text: string } {
  press(button(place, 'Exporter les réglages'));
  const [name, text] = actions.download.mock.lastCall ?? ['', ''];
  return { name, text };
}

async function importFile({ place, settle }: OpenOptions, text: string, name = 'reglages.json'): Promise<void> {
  const input = one<HTMLInputElement>(place, 'input[type=file]');
  const file = Object.assign(new File([text], name), { text: () => Promise.resolve(text) });
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await file.text();
  });
  await settle();
}

const rows = (place: ParentNode): string[][] => [...place.querySelectorAll('tbody tr')].map((row) => [...row.children].map(wordsOf));

describe('U12 export', () => {
  it('names the file by the day in Toronto and leaves the person out', () => {
    const options = openOptions('#backup', { person: { name: 'Julie', email: 'julie@exemple.ca', role: 'representative', establishmentId: null } });
    const { name, text } = exported(options);
    expect(name).toBe('passerelle-reglages-2026-11-24.json');
    expect(text).not.toContain('julie@exemple.ca');
    press(byLabel(options.place, 'Inclure aussi la section « Vous »'));
    expect(exported(options).text).toContain('julie@exemple.ca');
  });

  it('warns that what is to be corrected is not in the file', async () => {
    const options = openOptions('#person');
    type(byLabel(options.place, 'Courriel'), 'julie');
    options.go('#backup');
    expect(wordsOf(options.place)).toContain('Des champs à corriger ne sont pas dans le fichier.');
  });
});

describe('U12 import', () => {
  const change = (text: string, edit: (settings: { cards: { capacity: number; rules: { waitingRoom: string } }[]; roster: unknown[] }) => void): string => {
    const file = JSON.parse(text) as { settings: Parameters<typeof edit>[0] };
    edit(file.settings);
    return JSON.stringify(file);
  };

  it('shows each difference in words before anything changes, then applies, then can be taken back', async () => {
    const options = openOptions('#backup');
    const { text } = exported(options);
    await importFile(options, change(text, ({ cards: [card], roster }) => {
      if (card !== undefined) {
        card.capacity = 3000;
        card.rules.waitingRoom = 'on';
      }
      roster.pop();
    }));
    expect(wordsOf(one(options.place, 'h3'))).toBe('3 changements dans reglages.json');
    expect(document.activeElement).toBe(one(options.place, 'h3'));
    expect(rows(options.place)).toEqual([
      ['Services › Licence ZOOM Web5000 › Capacité', '5 000', '3 000'],
      ['Services › Licence ZOOM Web5000 › Rencontre Zoom › Salle d’attente', 'Désactivée', 'Activée'],
      ['Établissements › CLSC Naskapi', 'supprimé'],
    ]);
    expect(options.stored.value?.cards[0]?.capacity).toBe(5000);
    press(button(options.place, 'Appliquer ces 3 changements'));
    await options.settle();
    expect([options.stored.value?.cards[0]?.capacity, options.stored.value?.roster.length]).toEqual([3000, 8]);
    press(button(options.place, 'Annuler'));
    await options.settle();
    expect([options.stored.value?.cards[0]?.capacity, options.stored.value?.roster.length]).toEqual([5000, 9]);
  });

  it('can be left at the preview', async () => {
    const options = openOptions('#backup');
    await importFile(options, change(exported(options).text, ({ roster }) => roster.pop()));
    press(button(options.place, 'Ne rien changer'));
    await options.settle();
    expect(options.place.querySelector('table')).toBeNull();
    expect(options.stored.value?.roster).toHaveLength(9);
  });

  it('says so when nothing would change', async () => {
    const options = openOptions('#backup');
    await importFile(options, exported(options).text);
    expect(wordsOf(options.place)).toContain('Ce fichier ne change rien');
  });

  it.each([
    ['', 'Il est vide.'],
    ['{\n"format": oui }', 'voyez la ligne 2, colonne 11.'],
    ['{"format": "passerelle-settings", "version": 7, "settings": {}}', 'Il vient d’une version plus récente de Passerelle (format 7).'],
    ['{"a": 1}', 'pas un fichier de réglages de Passerelle'],
  ])('refuses %j with a sentence', async (text, sentence) => {
    const options = openOptions('#backup');
    await importFile(options, text, 'mauvais.json');
    const alert = wordsOf(one(options.place, '[role=alert]'));
    expect(alert).toContain('Le fichier mauvais.json a été refusé');
    expect(alert).toContain(sentence);
  });

  it('says where a value is wrong, in the words of the page', async () => {
    const options = openOptions('#backup');
    await importFile(options, change(exported(options).text, ({ cards: [, card] }) => Object.assign(card as object, { capacity: 'mille' })));
    expect(wordsOf(one(options.place, '[role=alert]'))).toContain('Une valeur n’est pas permise, à cet endroit : Services › nº 2 › Capacité.');
  });

  it('shows text of the file as text, whatever it says', async () => {
    const options = openOptions('#backup');
    await importFile(options, exported(options).text.replaceAll('CLSC Naskapi', '<img src=x onerror=alert(1)>'));
    expect(options.place.querySelector('img')).toBeNull();
    expect(wordsOf(one(options.place, 'table'))).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('settings that were damaged', () => {
  it('can be exported, then deleted', async () => {
    const options = openOptions('#backup');
    await act(() => {
      options.damaged.value = [{ raw: { cards: 'x' }, lost: ['cards', 'roster'], at: 0 }];
    });
    expect(wordsOf(options.place)).toContain('Services, Établissements');
    press(button(options.place, 'Exporter la copie'));
    expect(options.actions.download.mock.lastCall?.[1]).toContain('"cards": "x"');
    press(button(options.place, 'Effacer la copie'));
    await act(() => Promise.resolve());
    expect(options.actions.discardDamaged).toHaveBeenCalledOnce();
  });
});
