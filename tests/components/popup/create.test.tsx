import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking, DAY, facts, entry, HOUR, NOW } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, openTab, press, textOf } from './draw.tsx';
import { approved, outboxOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

describe('« À créer »', () => {
  const show = (change: Parameters<typeof draw>[0] = {}) => {
    const popup = draw({ readings: readings(approved), ...change });
    openTab(popup, /À créer/u);
    return popup;
  };

  it('creates one by its own button, named after the meeting', () => {
    const popup = show();
    const [button] = buttons(popup, /^Créer la rencontre Zoom « Bilan régional de vaccination »$/u);
    press(button);
    expect(actions.send.mock.calls[0]?.[0]).toMatchObject([{ key: 'iris:105163' }]);
  });

  it('creates several that were ticked, and says how many', () => {
    const popup = show({ readings: readings(approved, booking({ number: '2', status: 'approved', facts: { ...facts, name: 'Autre' } })) });
    for (const box of popup.querySelectorAll<HTMLInputElement>('.pa-popup-item input')) press(box);
    expect(textOf(popup.querySelector('.pa-popup-bar'))).toContain('2 choisies');
    press(buttons(popup, /^Créer les 2 rencontres Zoom$/u)[0]);
    expect(actions.send.mock.calls[0]?.[0]).toHaveLength(2);
    expect(popup.querySelector('.pa-popup-bar')).toBeNull();
  });

  it('ticks all that can be created, and no other', () => {
    const own = booking({ number: '3', status: 'approved', requester: { name: 'Marc Pelletier', email: null } });
    const popup = show({ readings: readings(approved, booking({ number: '2', status: 'approved' }), own) });
    press(popup.querySelector('.pa-popup-all input') ?? undefined);
    expect(textOf(popup.querySelector('.pa-popup-bar'))).toContain('2 choisies');
  });

  it('F14 does not let one create the conference of one’s own request, and says why', () => {
    const popup = show({ readings: readings(booking({ status: 'approved', requester: { name: 'X', email: 'marc.pelletier@exemple.test' } })) });
    const [button] = buttons(popup, /Créer la rencontre Zoom/u);
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    const reason = document.getElementById(button?.getAttribute('aria-describedby') ?? '');
    expect(textOf(reason)).toContain('une autre personne doit créer cette rencontre');
    press(button);
    expect(actions.send).not.toHaveBeenCalled();
    expect(popup.querySelector<HTMLInputElement>('.pa-popup-item input')?.disabled).toBe(true);
  });

  it('says what is missing', () => {
    const popup = show({ readings: readings(booking({ status: 'approved', facts: null, requester: null })) });
    expect(textOf(popup)).toContain('Il manque : le nom de la rencontre, le nombre de participants, le présentateur, le demandeur.');
  });

  it('U5 counts the seconds down and takes the click back', () => {
    const popup = show({ outbox: outboxOf(entry({ notBefore: NOW + 6_400 })) });
    expect(textOf(popup)).toContain('Envoi dans 7 secondes');
    expect(buttons(popup, /^Créer/u)).toEqual([]);
    press(buttons(popup, /^Annuler l’envoi de « Bilan régional de vaccination »$/u)[0]);
    expect(actions.undo.mock.calls[0]?.[0]).toMatchObject({ key: 'iris:105163' });
  });

  it('F14 shows what changed since the approval, word by word, before the click', () => {
    const then = { firstSeen: NOW, end: NOW + 9 * DAY, approved: { facts: { ...facts, name: 'Bilan annuel de vaccination' }, start: approved.start - HOUR, end: approved.end } };
    const popup = show({ sightings: { 'iris:105163': then } });
    expect(textOf(popup)).toContain('Modifiée depuis l’approbation');
    expect([...popup.querySelectorAll('del')].map(textOf)).toEqual(['avant : annuel', 'avant : 09 h 00']);
    expect([...popup.querySelectorAll('ins')].map(textOf)).toEqual(['maintenant : régional', 'maintenant : 10 h 00']);
  });

  it('says what the companion refused, in whose words, and what to do', () => {
    const popup = show({ outbox: outboxOf(entry({ state: 'refused', problem: { code: 'invalid', detail: 'Un champ manque.', at: NOW } })) });
    const text = textOf(popup);
    for (const part of ['Le compagnon a refusé l’envoi', 'réservation incomplète ou inexacte', 'Corrigez la réservation dans le portail', 'Le compagnon dit : « Un champ manque. »']) expect(text).toContain(part);
    press(buttons(popup, /^Réessayer$/u)[0]);
    press(buttons(popup, /^Retirer$/u)[0]);
    expect(actions.retry).toHaveBeenCalledTimes(1);
    expect(actions.dismiss).toHaveBeenCalledTimes(1);
  });

  it('says what will fill it when it is empty', () => {
    const popup = draw();
    openTab(popup, /À créer/u);
    expect(textOf(popup)).toContain('Aucune rencontre à créer');
  });
});
