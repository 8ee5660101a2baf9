import { describe, expect, it } from 'vitest';
import { button, byLabel, choose, descriptionOf, press, type, wordsOf } from '../ui/draw.ts';
import { openOptions } from './open.tsx';
import { settingsForTests } from './settings.ts';

const rows = (place: ParentNode): string[][] => [...place.querySelectorAll('tbody tr, tfoot tr')].map((row) => [...row.querySelectorAll('th, td:not(.pa-weight)')].map(wordsOf));

describe('the establishments', () => {
  it('S0-20 are nine, with shares that add up to 100 %, the ninth marked as uncertain', () => {
    const found = rows(openOptions('#establishments').place);
    expect(found).toHaveLength(10);
    expect(found[0]).toEqual(['CHU de Québec – Université Laval', '11,2 %', 'à désigner']);
    expect(found[8]?.[0]).toBe('CLSC NaskapiÀ confirmer');
    expect(found[9]?.[2]).toBe('100,0 %');
    expect(found.filter(([name]) => name?.includes('À confirmer') === true)).toHaveLength(1);
  });

  it('share anew as a weight is typed', async () => {
    const { place, stored, settle } = openOptions('#establishments');
    type(byLabel(place, 'Poids de CISSS des Îles'), '12');
    await settle();
    expect(rows(place)[7]?.[1]).toBe('60,0 %');
    expect(rows(place)[9]?.[2]).toBe('100,0 %');
    expect(stored.value?.roster[7]?.weight).toBe(12);
  });

  it('show shares of the quota in its unit, fixed ones as such', () => {
    const { cards, roster } = settingsForTests();
    const [first, ...others] = cards;
    if (first === undefined) throw new Error('No card');
    const { place } = openOptions('#establishments', {
      cards: [{ ...first, quota: { ...first.quota, total: 900 } }, ...others],
      roster: roster.map((one, index) => (index === 0 ? { ...one, fixed: 100 } : one)),
    });
    expect(wordsOf(place)).toContain('Parts du quota de « Licence ZOOM Web5000 » : 900 heures.');
    expect(rows(place)[0]?.[1]).toContain('fixe : 100 heures');
    expect(rows(place)[1]?.[1]).toContain('100 heures');
  });

  it('warn when fixed shares are more than the quota, or when nobody has a weight', () => {
    const { roster } = settingsForTests();
    expect(wordsOf(openOptions('#establishments', { roster: roster.map((one) => ({ ...one, weight: 0 })) }).place)).toContain('Tous les poids sont à zéro');
  });

  it('become certain when someone confirms them', async () => {
    const { place, stored, settle } = openOptions('#establishments/clsc-naskapi');
    press(button(place, 'Confirmer cet établissement'));
    await settle();
    expect(stored.value?.roster.at(-1)?.certain).toBe(true);
    expect(wordsOf(place)).not.toContain('Aucun document');
  });

  it('can be corrected, added and removed with a way back', async () => {
    const { place, stored, go, settle } = openOptions('#establishments/clsc-naskapi');
    type(byLabel(place, 'Poids'), '2');
    choose(byLabel(place, 'Accès IRIS'), 'requested');
    press(byLabel(place, 'Ses postes n’ont que le navigateur'));
    await settle();
    expect(stored.value?.roster.at(-1)).toMatchObject({ weight: 2, state: 'requested', browserOnly: true });
    press(button(place, 'Supprimer CLSC Naskapi'));
    go(location.hash);
    expect(rows(place)).toHaveLength(9);
    press(button(place, 'Annuler'));
    await settle();
    expect(stored.value?.roster.at(-1)).toMatchObject({ id: 'clsc-naskapi', weight: 2 });
    press(button(place, 'Ajouter un établissement'));
    await settle();
    expect(stored.value?.roster.at(-1)).toMatchObject({ id: 'etablissement-1', certain: true });
  });

  it('give a person who comes back with their establishment their establishment back', async () => {
    const { place, stored, settle } = openOptions('#establishments/cisss-iles', { person: { name: null, email: null, role: 'representative', establishmentId: 'cisss-iles' } });
    press(button(place, 'Supprimer CISSS des Îles'));
    await settle();
    expect(stored.value?.person.establishmentId).toBeNull();
    press(button(place, 'Annuler'));
    await settle();
    expect(stored.value?.person.establishmentId).toBe('cisss-iles');
  });
});

describe('S0-05 the representative', () => {
  const labels = ['Nom', 'Courriel (facultatif)'] as const;
  /** The fields of the representative come before the substitute's, and after the establishment's own name. */
  const field = (place: HTMLElement, name: string): HTMLInputElement => byLabel([...place.querySelectorAll('.pa-group')].find((group) => wordsOf(group.querySelector('h2')) === 'Représentant') ?? place, name);

  it('needs a name first; what was typed before is then taken', async () => {
    const { place, stored, settle } = openOptions('#establishments/cisss-iles');
    const person = () => stored.value?.roster.find(({ id }) => id === 'cisss-iles')?.representative;
    type(field(place, labels[1]), 'anne@exemple.ca');
    await settle();
    expect(descriptionOf(field(place, labels[1]))).toContain('Inscrivez d’abord le nom de la personne.');
    expect(person()).toBeNull();
    type(field(place, labels[0]), 'Anne Roy');
    await settle();
    expect(person()).toMatchObject({ name: 'Anne Roy', email: 'anne@exemple.ca' });
  });

  it('does not lose a name by accident, and is removed by a button that can be taken back', async () => {
    const { roster } = settingsForTests();
    const anne = { name: 'Anne Roy', email: 'anne@exemple.ca', phone: null, irisCode: null, position: null };
    const { place, stored, settle } = openOptions('#establishments/cisss-iles', { roster: roster.map((one) => (one.id === 'cisss-iles' ? { ...one, representative: anne } : one)) });
    const person = () => stored.value?.roster.find(({ id }) => id === 'cisss-iles')?.representative;
    type(field(place, labels[0]), '');
    await settle();
    expect(descriptionOf(field(place, labels[0]))).toContain('Il manque le nom.');
    expect(person()).toEqual(anne);
    press(button(place, 'Retirer cette personne'));
    await settle();
    expect(person()).toBeNull();
    press(button(place, 'Annuler'));
    await settle();
    expect(person()).toEqual(anne);
  });
});
