import { describe, expect, it } from 'vitest';
import { toLabel, toMatcher } from '../../../lib/portal/names.ts';

describe('labels', () => {
  it.each([
    ['CHU de Québec – UL – CCT', 'CHU de Québec - UL - CCT'],
    ['CHU de Québec – UL – CCT', 'CHU de Québec-UL-CCT'],
    ['Enregistrer et Fermer', 'ENREGISTRER ET FERMER'],
    ['Critères', '▸ Criteres'],
    ['Titre de la rencontre', 'Titre de la rencontre : *'],
    ['Titre de la rencontre', '* Titre de la rencontre (obligatoire)'],
    ['Solution logicielle', 'Solution logicielle (3)'],
    ['Statut', 'Statut ▲'],
    ['Mot de passe oublié', 'Mot de passe oublié ?'],
    ['Heure de début', 'Heure de dÉbut'],
  ])('T16 compares « %s » and « %s » alike', (one, other) => {
    expect(toMatcher([one]).matches(other)).toBe(true);
  });

  it.each([['Enregistrer', 'Enregistrer les filtres'], ['Date', 'Date de fin'], ['Fin', 'Enfin'], ['De', 'D']])('does not take « %s » for « %s »', (one, other) => {
    expect(toMatcher([one]).matches(other)).toBe(false);
  });

  it('reads a closing « … » as a beginning', () => {
    expect(toMatcher(['Aucune réservation…']).matches('Aucune réservation ne correspond aux critères.')).toBe(true);
    expect(toMatcher(['Aucune réservation…']).matches('Réservation')).toBe(false);
  });

  it('never matches nothing, and never compares a page', () => {
    expect(toMatcher(['', '…', '*']).matches('')).toBe(false);
    expect(toMatcher(['', '…']).matches('Enregistrer')).toBe(false);
    expect(toMatcher(['a…']).matches('a'.repeat(1_000_000))).toBe(false);
    expect(toLabel(' : * ')).toBe('');
  });
});
