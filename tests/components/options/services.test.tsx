import { describe, expect, it } from 'vitest';
import { presets } from '../../../lib/services/presets.ts';
import { button, byLabel, choose, descriptionOf, leave, one, press, type, wordsOf } from '../ui/draw.ts';
import { openOptions } from './open.tsx';
import { settingsForTests } from './settings.ts';

describe('the service cards', () => {
  it('are listed with what tells them apart', () => {
    const { place } = openOptions('#services');
    const lines = [...place.querySelectorAll('main li')].map(wordsOf);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('Licence ZOOM Web50005 000 participants · Partagé entre établissements · Zoom : Automatique');
  });

  it('S0-44 take one name a line', async () => {
    const { place, stored, settle } = openOptions('#services/web5000');
    type(byLabel(place, 'Autres noms'), 'Web5000\n Licence  ZOOM Web 5000 participants\n');
    await settle();
    expect(stored.value?.cards[0]?.aliases).toEqual(['Web5000', 'Licence ZOOM Web 5000 participants']);
  });

  it('refuse the name of another card, accents and capitals apart', () => {
    const { place } = openOptions('#services/web5000');
    const name = byLabel(place, 'Nom');
    type(name, 'SALLE ZOOM OPTEOS');
    expect(descriptionOf(name)).toContain('C’est déjà dans la liste');
  });

  it('S0-19 set how the conference must be', async () => {
    const { place, stored, settle } = openOptions('#services/web5000');
    choose(byLabel(place, 'Salle d’attente'), 'on');
    press(byLabel(place, 'Micros fermés à l’arrivée'));
    await settle();
    expect(stored.value?.cards[0]?.rules).toMatchObject({ waitingRoom: 'on', muteOnEntry: false });
  });

  it('S0-02 refuse an end before the start, and take it once the start has moved', async () => {
    const { place, stored, settle } = openOptions('#services/web5000');
    type(byLabel(place, 'Disponible du'), '2026-12-01');
    const until = byLabel(place, 'Disponible jusqu’au');
    type(until, '2026-11-01');
    await settle();
    expect(descriptionOf(until)).toContain('La fin vient avant le début (2026-12-01).');
    expect(stored.value?.cards[0]?.availableUntil).toBeNull();
    type(byLabel(place, 'Disponible du'), '2026-10-01');
    await settle();
    expect(stored.value?.cards[0]).toMatchObject({ availableFrom: '2026-10-01', availableUntil: '2026-11-01' });
  });

  it('S0-21 set a quota, and what happens near it', async () => {
    const { place, stored, settle } = openOptions('#services/web5000');
    type(byLabel(place, 'Total pour tous'), '1 200');
    await settle();
    choose(byLabel(place, 'Au-delà de la part'), 'refuse');
    await settle();
    expect(stored.value?.cards[0]?.quota).toMatchObject({ total: 1200, at100: 'refuse' });
  });

  it('U5 become the original again, what was typed wrong included, and back', async () => {
    const { place, stored, settle } = openOptions('#services/web5000');
    type(byLabel(place, 'Capacité (participants)'), '3000');
    leave(byLabel(place, 'Capacité (participants)'));
    type(byLabel(place, 'Courriel de soutien'), 'soutien');
    press(button(place, 'Rétablir la fiche d’origine'));
    await settle();
    expect(stored.value?.cards[0]).toEqual(presets[0]);
    expect(byLabel(place, 'Courriel de soutien').value).toBe('soutien@telesantechudequebec.ca');
    expect(document.activeElement).toBe(button(place, 'Annuler'));
    press(button(place, 'Annuler'));
    await settle();
    expect(stored.value?.cards[0]?.capacity).toBe(3000);
  });

  it('U5 can be deleted and taken back where they were', async () => {
    const { place, stored, go, settle } = openOptions('#services/shared-room');
    press(button(place, 'Supprimer Salle Zoom Opteos'));
    expect(location.hash).toBe('#services');
    go(location.hash);
    expect([...place.querySelectorAll('main li')]).toHaveLength(4);
    press(button(place, 'Annuler'));
    await settle();
    expect(stored.value?.cards.map(({ id }) => id)).toEqual(presets.map(({ id }) => id));
  });

  it('can be brought back when some are missing', async () => {
    const { place, stored, settle } = openOptions('#services', { cards: settingsForTests().cards.slice(0, 3) });
    press(button(place, 'Remettre les fiches d’origine manquantes'));
    await settle();
    expect(stored.value?.cards).toHaveLength(5);
    expect(wordsOf(place)).toContain('2 fiches ont été remises.');
  });

  it('say so when there are none', () => {
    expect(wordsOf(openOptions('#services', { cards: [] }).place)).toContain('Aucun service');
  });

  it('can be added, and open at once', async () => {
    const { place, stored, go, settle } = openOptions('#services');
    press(button(place, 'Ajouter un service'));
    go(location.hash);
    await settle();
    expect(stored.value?.cards.at(-1)).toMatchObject({ id: 'service-1', name: 'Nouveau service', source: null });
    expect(wordsOf(one(place, 'h1'))).toBe('Nouveau service');
  });

  it('take a link only whole, and let it go with a way back', async () => {
    const { place, stored, settle } = openOptions('#services/web5000');
    const links = () => stored.value?.cards[0]?.links;
    press(button(place, 'Ajouter un lien'));
    expect(links()).toEqual([]);
    expect(document.activeElement).toBe(byLabel(place, 'Texte du lien'));
    type(byLabel(place, 'Texte du lien'), 'Procédure');
    type(byLabel(place, 'Adresse'), 'cct.exemple.ca/procedure');
    press(button(place, 'Ajouter un lien'));
    await settle();
    expect(links()).toEqual([{ purpose: 'help', label: 'Procédure', address: 'https://cct.exemple.ca/procedure' }]);
    press(button(place, 'Supprimer Procédure'));
    await settle();
    expect(links()).toEqual([]);
    press(button(place, 'Annuler'));
    await settle();
    expect(links()).toHaveLength(1);
  });
});
