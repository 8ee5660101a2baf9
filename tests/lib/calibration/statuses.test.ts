import { describe, expect, it } from 'vitest';
import { statusWords } from '../../../lib/calibration/statuses.ts';
import { allFamilies, markup, portalOn, show } from '../portal/pages.ts';

describe('the words of the statuses that the assistant asks for', () => {
  const list = (...cells: string[]) => `<!doctype html><body><table><tr><th>Ressource</th><th>Début</th><th>Statut</th></tr>${cells.map((cell) => `<tr><td>Salle</td><td>2026-11-24 9:00</td><td>${cell}</td></tr>`).join('')}</table></body>`;

  it('C5 are the words without the sign before them, each with how often it stands and what it is taken for', () => {
    const portal = portalOn(show(list('<i>✓</i> Approuvée', '<i>?</i><span>À approuver</span>', '<i>✓</i> Approuvée', '<b>…</b> On regarde')));
    expect(statusWords(portal)).toEqual([{ word: 'Approuvée', count: 2, status: 'approved' }, { word: 'À approuver', count: 1, status: 'pending' }, { word: 'On regarde', count: 1, status: null }]);
  });

  it.each(allFamilies)('C5 are all known on the list of the family %s, as the list itself is read', (family) => {
    const portal = portalOn(show(markup(`${family}/list`)));
    const read = portal.readList()?.reading.bookings.map(({ status }) => status) ?? [];
    expect(read).toHaveLength(3);
    for (const { status } of statusWords(portal)) expect(read).toContain(status);
  });

  it('C5 are none where another column was shown', () => {
    expect(statusWords(portalOn(show(list(...Array.from({ length: 13 }, (_, index) => `Mot ${'abcdefghijklmn'[index] ?? ''}`)))))).toEqual([]);
  });
});
