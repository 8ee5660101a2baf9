import { computeAccessibleName } from 'dom-accessibility-api';
import { describe, expect, it } from 'vitest';
import { nameOf, simpleNameOf } from '../../../lib/portal/accessible.ts';
import { toLabel } from '../../../lib/portal/names.ts';
import { markup, pageNames, show, families } from './pages.ts';

describe('a name that is not computed', () => {
  it.each([
    ['<button> Appliquer\n le filtre </button>', 'Appliquer le filtre'],
    ['<a href="#" title="Réserver 08:00"></a>', 'Réserver 08:00'],
    ['<a href="#" title="Ouvrir">Critères</a>', 'Critères'],
    ['<h2>Légende</h2>', 'Légende'],
    ['<button aria-label="Rejeter">×</button>', null],
    ['<a href="#"><b>Mon</b> compte</a>', null],
    ['<a href="#" role="tab">Légende</a>', null],
    ['<a>Critères</a>', null],
    ['<button></button>', null],
    ['<input type="submit" value="Enregistrer">', null],
  ])('%s', (html, name) => {
    expect(simpleNameOf(show(`<body>${html}</body>`).body.firstElementChild!)).toBe(name);
  });

  for (const family of families) {
    it(`is the accessible name: ${family}`, () => {
      const named = pageNames.flatMap((page) => [...show(markup(`${family}/${page}`)).querySelectorAll('*')].filter((element) => simpleNameOf(element) !== null));
      for (const element of named) expect(toLabel(nameOf(element))).toBe(toLabel(computeAccessibleName(element) || nameOf(element)));
      // Boxes have no labels, and nothing in them is named simply.
      expect(named.length > 0).toBe(family !== 'boxes');
    });
  }
});
