import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking, conference, DAY, entry, facts, HOUR, NOW, ofLedger, portalReading, reading, representative, settings } from '../../lib/samples.ts';
import type { DeliveryProblem } from '../../../lib/state/outbox-store.ts';
import { deliveryProblems } from '../../../lib/state/outbox-store.ts';
import { portalStates } from '../../../lib/state/readings-store.ts';
import { actions, buttons, clean, draw, items, openTab, press, textOf } from './draw.tsx';

beforeEach(resetBrowser);
afterEach(clean);

const approved = booking({ status: 'approved' });
const readings = (...bookings: ReturnType<typeof booking>[]) => ({ iris: portalReading(bookings) });
const ledgerOf = (...bookings: ReturnType<typeof ofLedger>[]) => ({ bookings, complete: true, at: NOW, checked: NOW, problem: null });
const outboxOf = (...entries: ReturnType<typeof entry>[]) => ({ version: 1 as const, entries, damaged: [] });
const steps = [
  { what: 'requested', at: '2026-11-23T13:00:00Z', detail: null },
  { what: 'approved', at: '2026-11-23T14:04:00Z', detail: null },
  { what: 'created', at: '2026-11-23T14:05:00Z', detail: null },
  { what: 'mailSent', at: '2026-11-23T14:06:00Z', detail: 'link' },
  { what: 'teleported', at: '2026-11-23T14:07:00Z', detail: null },
];

describe('the header', () => {
  it('says who one is, where, as what, and how fresh the reading is', () => {
    const text = textOf(draw().querySelector('header'));
    for (const part of ['Marc Pelletier', 'Approbateur', 'CHU de Québec – Université Laval', 'Portail lu à 10 h 00']) expect(text).toContain(part);
  });

  it('says that nobody has told it yet', () => {
    const text = textOf(draw({ settings: settings({ person: { name: null, email: null, role: 'admin', establishmentId: null } }), readings: {} }).querySelector('header'));
    for (const part of ['Votre nom n’est pas dans les options', 'Administrateur', 'Établissement non précisé', 'Portail pas encore lu']) expect(text).toContain(part);
  });

  it('refreshes and leads to the options', () => {
    const popup = draw();
    press(buttons(popup, /^Actualiser$/u)[0]);
    press(buttons(popup, /^Options$/u)[0]);
    expect(actions.refresh).toHaveBeenCalledTimes(1);
    expect(actions.openOptions).toHaveBeenCalledTimes(1);
  });
});

describe('S0-22 « À approuver »', () => {
  it('shows name, participants, presenter, establishment, requester, when and age', () => {
    const [item] = items(draw({ readings: readings(booking()), ledger: ledgerOf(ofLedger()) }));
    const text = textOf(item);
    for (const part of [facts.name, '1 200 participants estimés', 'présenté par Dre Louise Arsenault', 'CISSS de la Côte-Nord', 'Demandé par Julie Gagnon', 'il y a 1 heure', 'jeudi 26 novembre 2026, de 10 h 00 à 11 h 00']) expect(text).toContain(part);
  });

  it('opens the request in the portal by a click, in a tab that cannot reach back', () => {
    const link = draw({ readings: readings(booking()) }).querySelector('.pa-popup-item a');
    expect(link?.getAttribute('href')).toBe('https://www.irisreservation.ca/reservations/105163');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('rel')).toContain('noopener');
    expect(textOf(link)).toContain('(s’ouvre dans le portail)');
  });

  it('says that the approval happens in the portal, and holds no button that approves', () => {
    const popup = draw({ readings: readings(booking()) });
    expect(textOf(popup)).toContain('L’approbation se fait dans le portail.');
    expect(popup.querySelector('[role=tabpanel]')?.querySelectorAll('button')).toHaveLength(0);
  });

  it('says what a list did not say, instead of leaving a hole', () => {
    const bare = booking({ facts: null, title: null, establishment: null, requester: null });
    const text = textOf(items(draw({ readings: readings(bare) }))[0]);
    for (const part of ['Réservation sans titre', 'nombre de participants non précisé', 'présentateur non précisé', 'Établissement non précisé', 'Demandeur non précisé']) expect(text).toContain(part);
  });

  it('counts in its tab, and « + » when the list was read in part', () => {
    expect(textOf(draw({ readings: readings(booking()) }).querySelector('[role=tab]'))).toBe('À approuver11 demande');
    const part = { iris: portalReading([booking()], { reading: reading([booking()], { complete: false }) }) };
    const popup = draw({ readings: part });
    expect(textOf(popup.querySelector('[role=tab]'))).toBe('À approuver1+au moins 1 demande');
    expect(textOf(popup)).toContain('La liste n’a été lue qu’en partie');
  });

  it('marks one’s own request (F14) and one that only the companion knows', () => {
    const own = booking({ requester: { name: 'Marc Pelletier', email: null } });
    expect(textOf(draw({ readings: readings(own) }))).toContain('C’est votre propre demande : une autre personne doit l’approuver.');
    clean();
    expect(textOf(draw({ ledger: ledgerOf(ofLedger()) }))).toContain('Reçue par le compagnon, pas encore vue dans le portail.');
  });

  it('says that it is empty only when it knows', () => {
    expect(textOf(draw())).toContain('Aucune demande à approuver');
    for (const state of portalStates.filter((one) => one !== 'ok')) {
      clean();
      const text = textOf(draw({ readings: { iris: portalReading([], { state, reading: null }) } }));
      expect(text).toContain('On ne sait pas s’il y a des demandes');
      expect(text).not.toContain('Aucune demande à approuver');
    }
  });

  it('says that it is being read for the first time', () => {
    const popup = draw({ readings: {} }, { loading: true });
    expect(textOf(popup)).toContain('Lecture en cours…');
    expect(textOf(popup)).not.toContain('n’a pas encore été lu');
  });
});

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

describe('« Planifiées »', () => {
  const show = (change: Parameters<typeof draw>[0]) => {
    const popup = draw({ readings: readings(approved), ...change });
    openTab(popup, /Planifiées/u);
    return popup;
  };
  const scheduled = ofLedger({ state: 'scheduled', conference, steps }, approved);

  it('F13 shows the state, its hours, the join link and the invitation', () => {
    const popup = show({ ledger: ledgerOf(scheduled) });
    const [item] = items(popup);
    const text = textOf(item);
    for (const part of ['Planifiée', 'Reçue à 09 h 04 · Créée à 09 h 05 · Courriel remis à 09 h 06', 'Rencontre créée']) expect(text).toContain(part);
    expect(item?.querySelector('a[href="https://zoom.exemple.test/j/91234567890"]')).not.toBeNull();
    press(buttons(popup, /^Copier l’invitation de « Bilan régional de vaccination »$/u)[0]);
    expect(actions.copyInvitation).toHaveBeenCalledTimes(1);
  });

  it('shows a step that this version does not know as it is called', () => {
    expect(textOf(show({ ledger: ledgerOf(scheduled) }))).toContain('teleported');
  });

  it('says that an event is queued, why, and when it is tried again', () => {
    const waiting = entry({ problem: { code: 'unreachable', detail: null, at: NOW }, nextAttempt: NOW + 5 * 60_000 });
    const popup = show({ outbox: outboxOf(waiting) });
    expect(textOf(items(popup)[0])).toContain('En file : compagnon injoignable, nouvel essai à 10 h 05.');
    press(buttons(popup, /Réessayer maintenant/u)[0]);
    expect(actions.retry).toHaveBeenCalledTimes(1);
  });

  it.each(deliveryProblems.map((code) => [code]))('has a sentence and a remedy for « %s »', (code: DeliveryProblem) => {
    const text = textOf(show({ outbox: outboxOf(entry({ problem: { code, detail: null, at: NOW } })) }));
    expect(text).toMatch(/En file : .+/u);
    expect(text).not.toContain('problem_');
  });

  it('says why a person must look', () => {
    expect(textOf(show({ ledger: ledgerOf(ofLedger({ state: 'attention', message: 'La licence est déjà prise.' }, approved)) }))).toContain('La licence est déjà prise.');
  });

  it('says what Zoom set otherwise than asked (S0-19), unknown words as they are', () => {
    const differing = { ...conference, differences: ['waitingRoom', 'holograms'] };
    expect(textOf(show({ ledger: ledgerOf(ofLedger({ state: 'scheduled', conference: differing }, approved)) }))).toContain('Zoom n’a pas retenu : la salle d’attente, holograms.');
  });

  it('F14 offers to take over a change, and does not by itself', () => {
    const moved = booking({ status: 'approved', start: approved.start + HOUR });
    const popup = show({ readings: readings(moved), ledger: ledgerOf(scheduled) });
    expect(textOf(popup)).toContain('Modifiée dans le portail : à revoir');
    expect(actions.send).not.toHaveBeenCalled();
    press(buttons(popup, /Mettre à jour la rencontre Zoom/u)[0]);
    expect(actions.send).toHaveBeenCalledTimes(1);
  });

  it('S0-35 a conference that the portal let go of is cancelled by a click, with one of four reasons', () => {
    const popup = show({ readings: readings(booking({ status: 'cancelled' })), ledger: ledgerOf(scheduled) });
    const choice = popup.querySelector('select');
    expect([...(choice?.options ?? [])].map((option) => option.text)).toEqual(['Rencontre annulée', 'Rencontre replanifiée', 'Participant(s) non présent(s)', 'Problème technique (non résolu)']);
    press(buttons(popup, /^Annuler la rencontre Zoom$/u)[0]);
    expect(actions.cancel.mock.calls[0]?.[1]).toBe('cancelled');
  });

  it('S0-34 a conference that its requester cancelled is still to be cancelled in the portal', () => {
    const popup = show({ ledger: ledgerOf(ofLedger({ state: 'cancelled' }, approved)) });
    expect(textOf(popup)).toContain('Annulée chez Zoom, encore approuvée dans le portail');
  });
});

describe('a representative', () => {
  const mine = { settings: settings({ person: representative }) };

  it('sees their own requests with their state, and copies the invitation of what is scheduled', () => {
    const scheduled = ofLedger({ state: 'scheduled', conference, steps }, approved);
    const waiting = ofLedger({ key: 'iris:2' }, booking({ number: '2', start: NOW + 5 * DAY, end: NOW + 6 * DAY }));
    const popup = draw({ ...mine, readings: {}, ledger: ledgerOf(scheduled, waiting) });
    expect(items(popup).map((item) => textOf(item.querySelector('.pa-badge')))).toEqual(['Planifiée', 'À approuver']);
    expect(buttons(popup, /Copier l’invitation/u)).toHaveLength(1);
    expect(popup.querySelector('[role=tab]')).toBeNull();
    expect(buttons(popup, /Créer|Annuler la rencontre|Mettre à jour/u)).toEqual([]);
  });

  it('sees nobody else’s, even when a tab showed them', () => {
    const other = booking({ number: '9', requester: { name: 'Étienne Lavoie', email: 'etienne.lavoie@exemple.test' } });
    const popup = draw({ ...mine, readings: { iris: portalReading([], { reading: null, state: 'never', seen: [{ booking: other, at: NOW }, { booking: booking(), at: NOW }] }) } });
    expect(items(popup)).toHaveLength(1);
    expect(textOf(popup)).not.toContain('Lavoie');
  });

  it('sees a request that waits for the companion', () => {
    const sent = { type: 'booking.requested', timestamp: new Date(NOW).toISOString(), data: { booking: ofLedger({}, booking({ number: null })).booking, service: { id: 'web5000', name: 'Licence', capacity: 5000, concurrency: 1, bufferBefore: 0, bufferAfter: 0, rules: settings().cards[0]?.rules }, language: 'fr' } };
    const queued = entry({ key: 'iris~x', type: 'booking.requested', body: JSON.stringify(sent), problem: { code: 'unreachable', detail: null, at: NOW }, nextAttempt: NOW + 60_000 });
    const text = textOf(draw({ ...mine, readings: {}, outbox: outboxOf(queued) }));
    expect(text).toContain(facts.name);
    expect(text).toContain('En file : compagnon injoignable, nouvel essai à 10 h 01.');
  });

  it('is told how to begin', () => {
    expect(textOf(draw({ ...mine, readings: {} }))).toContain('Aucune demande en cours');
  });
});

describe('what stands in the way', () => {
  it.each([
    ['signedOut', 'Ouvrez le portail et connectez-vous'],
    ['unreachable', 'est injoignable'],
    ['notUnderstood', 'n’est pas comprise'],
    ['needsTab', 'ne se lit que dans un onglet'],
    ['never', 'n’a pas encore été lu'],
    ['permissionMissing', 'Il manque la permission'],
  ] as const)('a portal that is %s says « %s »', (state, sentence) => {
    expect(textOf(draw({ readings: { iris: portalReading([], { state, reading: null }) } }))).toContain(sentence);
  });

  it('the permission is asked for within the click', () => {
    const popup = draw({ readings: { iris: portalReading([], { state: 'permissionMissing', reading: null }) } });
    press(buttons(popup, /Donner la permission/u)[0]);
    expect(actions.givePermission.mock.calls[0]?.[0]).toMatchObject({ id: 'iris' });
  });

  it('names the landmarks that were missed (F12)', () => {
    const health = { iris: { list: { page: 'list' as const, anchors: [], failures: [{ feature: 'use', anchor: 'columnStatus' }, { feature: 'mark', anchor: 'columnStatus' }], at: NOW } } };
    expect(textOf(draw({ health, readings: { iris: portalReading([], { state: 'notUnderstood', reading: null }) } }))).toContain('Repères introuvables : columnStatus.');
  });

  it('a missing address or key leads to the options', () => {
    expect(textOf(draw({ settings: settings({ companion: { address: null } }) }))).toContain('Adresse du compagnon absente');
    clean();
    const popup = draw({ key: null });
    expect(textOf(popup)).toContain('Clé du compagnon absente');
    press(buttons(popup, /Ouvrir les options/u)[0]);
    expect(actions.openOptions).toHaveBeenCalledTimes(1);
  });

  it('a companion out of reach is said, with what becomes of the events', () => {
    const text = textOf(draw({ ledger: { ...ledgerOf(), problem: 'unreachable' } }));
    expect(text).toContain('Compagnon injoignable');
    expect(text).toContain('Vos envois sont gardés et partiront d’eux-mêmes.');
  });

  it('U17 a worker that does not answer is said', () => {
    expect(textOf(draw({}, { silent: true }).querySelector('[role=alert]'))).toContain('Passerelle ne répond pas');
  });
});

describe('for everyone', () => {
  it('C.2 hostile text is text', () => {
    const trap = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const hostile = booking({ facts: { name: trap, participants: 3, presenter: { name: `\u202e${trap}`, email: null } }, requester: { name: trap, email: null }, establishment: trap, reason: trap });
    const popup = draw({ readings: readings(hostile), ledger: ledgerOf(ofLedger({ message: trap }, hostile)) });
    expect(popup.querySelector('img, script')).toBeNull();
    expect(textOf(items(popup)[0])).toContain(trap);
    expect(popup.querySelectorAll('bdi')).toHaveLength(2);
  });

  it('a title of 10 000 characters is cut, one of 200 is not', () => {
    const title = (length: number) => textOf(items(draw({ readings: readings(booking({ facts: null, title: 'é'.repeat(length) })) }))[0]?.querySelector('h3'));
    expect(title(200)).toContain('é'.repeat(200));
    clean();
    expect(title(10_000)).toContain(`${'é'.repeat(200)}…`);
  });

  it('says what came of a click, for the eye and for the ear', () => {
    const popup = draw({}, { said: { text: 'Invitation copiée.', turn: 1 } });
    expect(textOf(popup.querySelector('[role=status][aria-live=polite]'))).toBe('Invitation copiée.');
    expect(popup.querySelector('.pa-popup-said')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('U1 the tabs follow the arrows', () => {
    const popup = draw({ readings: readings(booking(), booking({ number: '2', status: 'approved' })) });
    const [first] = popup.querySelectorAll<HTMLElement>('[role=tab]');
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      expect(textOf(popup.querySelector('[role=tab][aria-selected=true]'))).toContain('À créer');
      expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    });
  });

  it('opens where there is something to do', () => {
    expect(textOf(draw({ readings: readings(approved) }).querySelector('[aria-selected=true]'))).toContain('À créer');
    clean();
    expect(textOf(draw({ ledger: ledgerOf(ofLedger({ state: 'scheduled' }, approved)) }).querySelector('[aria-selected=true]'))).toContain('Planifiées');
    clean();
    expect(textOf(draw().querySelector('[aria-selected=true]'))).toContain('À approuver');
  });

  it('U7 speaks English, and says which language it speaks', () => {
    const popup = draw({ language: 'en', readings: readings(booking()) });
    expect(popup.querySelector('.pa-popup')?.getAttribute('lang')).toBe('en-CA');
    expect(textOf(popup)).toContain('1,200 estimated participants');
  });

  it('draws fifty of 1 000 bookings, and the next fifty at a press', () => {
    const many = Array.from({ length: 1000 }, (_, index) => booking({ number: String(index), start: NOW + (index + 1) * HOUR, end: NOW + (index + 2) * HOUR }));
    const popup = draw({ readings: readings(...many) });
    expect(items(popup)).toHaveLength(50);
    expect(textOf(popup.querySelector('[role=tab]'))).toContain('1000');
    press(buttons(popup, /^Afficher 50 autres sur 1 000$/u)[0]);
    expect(items(popup)).toHaveLength(100);
  });
});
