import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { button, byLabel, descriptionOf, press, type, wordsOf } from '../ui/draw.ts';
import { openOptions } from './open.tsx';

const other = { id: 'portail-1', name: 'Autre portail', origin: 'https://autre.exemple.ca', listPath: null, enabled: true };
const iris = { id: 'iris', name: 'IRIS', origin: 'https://www.irisreservation.ca', listPath: null, enabled: true };

describe('the portals', () => {
  it('S0-04 show that the built-in one is allowed', () => {
    const { place } = openOptions('#portal');
    expect(wordsOf(place)).toContain('Permission accordée');
    expect(wordsOf(place)).toContain('Portail intégré');
  });

  it('say « permission manquante », and ask for it within the click', async () => {
    const { place, actions, permissions } = openOptions('#portal', { portals: [iris, other] });
    await act(() => {
      permissions.value = { iris: true, 'portail-1': false };
    });
    expect(wordsOf(place)).toContain('Permission manquanteSans la permission du navigateur, Passerelle ne peut rien afficher sur autre.exemple.ca.');
    actions.askPermission.mockImplementation((portal) => {
      permissions.value = { iris: true, 'portail-1': true };
      return Promise.resolve(portal.origin === other.origin ? 'granted' : 'refused');
    });
    press(button(place, 'Donner la permission'));
    expect(actions.askPermission).toHaveBeenCalledOnce();
    await act(() => Promise.resolve());
    expect(wordsOf(place)).not.toContain('Permission manquante');
  });

  it.each([['refused', 'La permission n’a pas été donnée.'], ['impossible', 'Seules les adresses en https']] as const)('say why when it is %s', async (answer, sentence) => {
    const { place, actions, permissions } = openOptions('#portal', { portals: [other] });
    await act(() => {
      permissions.value = { 'portail-1': false };
    });
    actions.askPermission.mockResolvedValue(answer);
    press(button(place, 'Donner la permission'));
    await act(() => Promise.resolve());
    expect(wordsOf(place)).toContain(sentence);
  });

  it('are added by their address, asking for the permission in the same click', async () => {
    const { place, actions, stored, settle } = openOptions('#portal');
    type(byLabel(place, 'Adresse du portail à ajouter'), 'portail.exemple.ca/accueil');
    press(button(place, 'Ajouter un portail'));
    expect(actions.askPermission).toHaveBeenCalledExactlyOnceWith({ origin: 'https://portail.exemple.ca' });
    await settle();
    expect(stored.value?.portals.at(-1)).toEqual({ id: 'portail-1', name: 'portail.exemple.ca', origin: 'https://portail.exemple.ca', listPath: null, enabled: true });
  });

  it('are not added twice, nor from nothing', () => {
    const { place, actions } = openOptions('#portal');
    const field = byLabel(place, 'Adresse du portail à ajouter');
    press(button(place, 'Ajouter un portail'));
    expect(document.activeElement).toBe(field);
    expect(descriptionOf(field)).toContain('Ce champ ne peut pas rester vide.');
    type(field, 'www.irisreservation.ca');
    expect(descriptionOf(field)).toContain('Ce portail est déjà dans la liste.');
    press(button(place, 'Ajouter un portail'));
    expect(actions.askPermission).not.toHaveBeenCalled();
  });

  it('keep their page of requests under « Avancé », taken from a pasted address', async () => {
    const { place, stored, settle } = openOptions('#portal');
    type(byLabel(place, 'Chemin de la liste des demandes (facultatif)'), 'https://www.irisreservation.ca/mgr/liste?vue=approbateur');
    await settle();
    expect(stored.value?.portals[0]?.listPath).toBe('/mgr/liste?vue=approbateur');
  });

  it('can be switched off, and deleted with a way back', async () => {
    const { place, stored, settle } = openOptions('#portal');
    press(byLabel(place, 'Passerelle travaille sur ce portail'));
    await settle();
    expect(stored.value?.portals[0]?.enabled).toBe(false);
    press(button(place, 'Supprimer IRIS'));
    await settle();
    expect(stored.value?.portals).toEqual([]);
    expect(wordsOf(place)).toContain('Aucun portail');
    press(button(place, 'Annuler'));
    await settle();
    expect(stored.value?.portals).toHaveLength(1);
  });

  it('are read as often as one says', async () => {
    const { place, stored, settle } = openOptions('#portal');
    type(byLabel(place, 'Lire les demandes toutes les (minutes)'), '0');
    await settle();
    expect(stored.value?.alerts.everyMinutes).toBe(5);
    type(byLabel(place, 'Lire les demandes toutes les (minutes)'), '15');
    await settle();
    expect(stored.value?.alerts.everyMinutes).toBe(15);
  });
});
