import { describe, expect, it } from 'vitest';
import { UsageGauge } from '../../../components/overlay/UsageGauge.tsx';
import { UsageTable, type UsageView } from '../../../components/overlay/UsageTable.tsx';
import { overlayTranslate } from '../../lib/words.ts';
import { draw, press, wordsOf } from './draw.ts';

const row = (name: string, isOwn: boolean) => ({
  id: name,
  name,
  tags: isOwn ? ['votre établissement'] : [],
  isOwn,
  used: 'au moins 6 h',
  requested: '2 h',
  remaining: '—',
  bar: { label: 'Utilisé 6 h, demandé 2 h', parts: [{ value: 6, fill: 'solid' as const }], total: 12, number: '6 h' },
});

const view: UsageView = {
  gauge: 'Votre établissement : au moins 6 h, 2 h demandées',
  caption: 'Utilisation de la licence',
  rows: [row('CISSS des Îles', true), row('CISSS de la Gaspésie', false)],
  notes: ['Aucun quota n’est fixé.'],
  sources: ['Source : calendrier du portail, 9 h 12.'],
  isPartial: true,
};

const table = () => draw(<UsageTable translate={overlayTranslate('fr')} view={view} />);

describe('the use per establishment', () => {
  it('S0-21 is a table with a caption, heads for columns and rows, and words besides the bars', () => {
    const place = table();
    expect(wordsOf(place.querySelector('caption'))).toBe('Utilisation de la licence');
    expect([...place.querySelectorAll('thead th')].map((head) => [head.getAttribute('scope'), wordsOf(head)])).toEqual([
      ['col', 'Établissement'], ['col', 'Utilisé'], ['col', 'Demandé'], ['col', 'Reste'], ['col', 'Part utilisée'],
    ]);
    expect(place.querySelector('tbody th')?.getAttribute('scope')).toBe('row');
    expect(place.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Utilisé 6 h, demandé 2 h');
  });

  it('F02 says one’s own in words, not by its colour alone', () => {
    const first = table().querySelector('tbody tr');
    expect(wordsOf(first?.querySelector('th') ?? null)).toBe('CISSS des Îles (votre établissement)');
  });

  it('F02 says that figures are partial, where they are from and of which hour', () => {
    const words = wordsOf(table());
    expect(words).toContain('Données partielles');
    expect(words).toContain('au moins 6 h');
    expect(words).toContain('Source : calendrier du portail, 9 h 12.');
    expect(words).toContain('Aucun quota n’est fixé.');
  });

  it('F02 U1 stands behind a line with one’s own use, one press away, by a button that says its state', () => {
    let pressed = 0;
    const gauge = (isOpen: boolean) => draw(<UsageGauge translate={overlayTranslate('fr')} view={view} isOpen={isOpen} onToggle={() => (pressed += 1)} />);
    const stateOf = (place: HTMLElement) => {
      const button = place.querySelector('button');
      return [button?.getAttribute('aria-expanded'), place.querySelector<HTMLElement>(`[id="${button?.getAttribute('aria-controls')}"]`)?.hidden];
    };
    const closed = gauge(false);
    expect(wordsOf(closed.querySelector('[role=status]'))).toBe('Votre établissement : au moins 6 h, 2 h demandées');
    expect(stateOf(closed)).toEqual(['false', true]);
    press(closed, 'Voir le tableau');
    const open = gauge(true);
    expect(stateOf(open)).toEqual(['true', false]);
    press(open, 'Masquer le tableau');
    expect(pressed).toBe(2);
  });
});
