import { describe, expect, it } from 'vitest';
import { matchEstablishment } from '../../../lib/domain/establishments.ts';
import { establishments } from '../../../lib/services/roster.ts';

const idOf = (text: string) => matchEstablishment(text, establishments)?.id ?? null;

describe('matching an establishment', () => {
  it('finds each by its identifier, its name and every alias', () => {
    for (const { id, name, aliases } of establishments) for (const text of [id, name, ...aliases]) expect(idOf(text), text).toBe(id);
  });

  it.each([
    ['S0-39 CHU de Québec - UL', 'chu-quebec'],
    ['CHU DE QUEBEC-UNIVERSITE LAVAL', 'chu-quebec'],
    ['CHU de Québec-UL - CHUL', 'chu-quebec'],
    ['CHU de Québec – UL – CCT', 'chu-quebec'],
    ['ciusss de la capitale nationale', 'ciusss-capitale-nationale'],
    ['CISSS de la Côte-Nord (Baie-Comeau)', 'cisss-cote-nord'],
    ['CISSS  du Bas\u2011Saint\u2011Laurent', 'cisss-bas-saint-laurent'],
    ['CISSS des I\u0302les', 'cisss-iles'],
    ['Institut universitaire de…', 'iucpq'],
    ['Institut universitaire de', 'iucpq'],
    ['CISSS de Chaudière-Appal', 'cisss-chaudiere-appalaches'],
    ['CISSS de la Gas…', 'cisss-gaspesie'],
  ])('T15 T16 « %s » is %s', (text, id) => {
    expect(idOf(text.replace(/^S0-39 /u, ''))).toBe(id);
  });

  it.each(['', ' ', 'CISSS', 'CISSS de la…', 'Centre intégré de santé e…', 'CHU Sainte-Justine', 'CHU', 'Université Laval', 'Gaspésienne', 'CISSS de l’Outaouais'])(
    'does not guess for « %s »', (text) => {
      expect(idOf(text)).toBeNull();
    },
  );

  it('does not choose between two establishments of one alias', () => {
    const [first, second] = establishments;
    expect(matchEstablishment('CCT', [{ ...first!, aliases: ['CCT'] }, { ...second!, aliases: ['C.C.T.', 'CCT'] }])).toBeNull();
  });
});
