import { describe, expect, it } from 'vitest';
import { search } from '../../../lib/state/search.ts';
import { viewsOf } from '../../../lib/state/view.ts';
import { booking, facts, portalReading, sources } from '../samples.ts';

const views = viewsOf(
  sources({
    readings: {
      iris: portalReading([
        booking(),
        booking({ number: '2', title: 'Télésanté', facts: { ...facts, name: 'Télésanté — Îles', presenter: { name: 'Anne Tremblay', email: null } }, establishment: 'CISSS des Îles', requester: null }),
        booking({ number: '3', title: null, facts: null, establishment: null, requester: { name: 'Zoé Œuvrard', email: null } }),
      ]),
    },
  }),
);
const found = (query: string) => search(views, query).map(({ booking: { number } }) => number);

describe('U1 the search', () => {
  it.each([
    ['telesante', ['2']], ['ILES', ['2']], ['côte-nord', ['105163']], ['cote nord', ['105163']], ['105163', ['105163']], ['tremblay', ['2']], ['arsenault', ['105163']],
    ['oeuvrard', ['3']], ['gagnon bilan', ['105163']], ['bilan tremblay', []], ['web 5000', ['105163', '2', '3']],
  ])('U1 « %s » finds %j', (query, numbers) => {
    expect(found(query)).toEqual(numbers);
  });

  it('U1 hands back the very list when nothing is asked', () => {
    for (const query of ['', '   ', '—']) expect(search(views, query)).toBe(views);
  });

  it('U1 takes signs of a pattern as what they are', () => {
    expect(found('.*')).toEqual([]);
    expect(found('(')).toEqual([]);
  });
});
