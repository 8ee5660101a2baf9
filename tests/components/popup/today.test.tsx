import { resetBrowser } from '../../lib/browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DayAnswer } from '../../../components/popup/context.ts';
import { booking, conference, facts, HOUR, NOW, ofLedger, representative, settings } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, items, openTab, press, textOf } from './draw.tsx';
import { ledgerOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

const host = settings({ person: { name: 'Élodie Caron', email: null, role: 'host', establishmentId: null } });
const soon = booking({ status: 'approved', start: NOW + HOUR / 2, end: NOW + HOUR });
const scheduled = ofLedger({ state: 'scheduled', conference: { ...conference, dialIn: [{ number: '+14388097799', country: 'Canada' }] } }, soon);
const other = booking({ number: '7', title: 'Assemblée générale', facts: { ...facts, name: 'Assemblée générale' }, status: 'approved', start: NOW - HOUR, end: NOW });
const live = ofLedger({ key: 'iris:7', state: 'live', conference }, other);

/** The host opens on the day. */
const show = (change: Parameters<typeof draw>[0] = {}): HTMLElement =>
  draw({ settings: host, readings: readings(soon), ledger: ledgerOf(scheduled), ...change });
const addresses = (popup: HTMLElement): string => [...popup.querySelectorAll('a')].map(({ href }) => href).join(' ');
const answerOf = (answer: DayAnswer): Promise<DayAnswer> => Promise.resolve(answer);
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

describe('F06 the run sheet', () => {
  it('S1-06 F06 opens for a host, with hours, title, establishment, presenter and estimate', () => {
    const popup = show();
    expect(textOf(popup.querySelector('[aria-selected=true]'))).toContain('Aujourd’hui');
    const text = textOf(items(popup)[0]);
    for (const part of ['10 h 30 – 11 h 00', facts.name, 'CISSS de la Côte-Nord', 'présenté par Dre Louise Arsenault', '1 200 participants estimés']) expect(text).toContain(part);
    expect(textOf(popup)).toContain('Feuille de route du lundi 23 novembre 2026');
  });

  it('S4-26 says whom to reach and how to fall back on the telephone', () => {
    const text = textOf(items(show())[0]?.querySelector('.pa-popup-rescue'));
    for (const part of ['soutien@telesantechudequebec.ca', 'louise.arsenault@exemple.test', 'julie.gagnon@exemple.test', '+1 438 809 7799 (Canada)', 'numéro de la rencontre 912 3456 7890']) expect(text).toContain(part);
  });

  it('S4-26 says the plan B of the booking, beside the telephone', () => {
    const text = textOf(items(show({ readings: readings({ ...soon, planB: 'Nous continuons au téléphone' }) }))[0]?.querySelector('.pa-popup-rescue'));
    expect(text).toMatch(/Plan B\s*Nous continuons au téléphone/u);
    expect(text).toContain('Par téléphone');
  });

  it('S0-29 S1-48 speaks English to who reads English, the card’s own lines and links with it', () => {
    const inRoom = booking({ serviceId: 'shared-room', status: 'approved', start: NOW, end: NOW + HOUR });
    const text = textOf(show({ language: 'en', readings: readings(soon, { ...inRoom, number: '8' }), ledger: ledgerOf(scheduled) }));
    for (const part of ['Start the Zoom meeting', 'At the very end, end the meeting', 'Required: “Security” → “Enable waiting room”', '#zoom channel']) expect(text).toContain(part);
    expect(text).not.toMatch(/Démarrer|Fermer tous|Obligatoire|Canal/u);
  });

  it('S4-26 asks for a plan B where there is no telephone', () => {
    const clinical = booking({ serviceId: 'clinical', status: 'approved', start: NOW, end: NOW + HOUR });
    expect(textOf(show({ readings: readings(clinical), ledger: ledgerOf() }))).toContain('convenez d’une solution de rechange');
  });

  it('shows a day without meetings, and a day of which nothing is known', () => {
    expect(textOf(draw({ settings: host }))).toContain('Aucune rencontre aujourd’hui');
    clean();
    expect(textOf(draw({ settings: host, readings: {}, ledger: { ...ledgerOf(), at: null, checked: null } }))).toContain('d’autres rencontres ont peut-être lieu aujourd’hui');
  });

  it('prints', () => {
    press(buttons(show(), /Imprimer la feuille de route/u)[0]);
    expect(actions.printToday).toHaveBeenCalledTimes(1);
  });
});

describe('F06 starting', () => {
  it('S0-28 asks for the link at the click, and no address of it is on the page', async () => {
    const popup = show();
    expect(addresses(popup)).not.toMatch(/\/s\/|zak=/u);
    press(buttons(popup, /^Démarrer la rencontre « Bilan/u)[0]);
    expect(actions.start.mock.calls[0]?.[0]).toMatchObject({ key: 'iris:105163' });
    await settle();
    expect(addresses(popup)).not.toMatch(/\/s\/|zak=/u);
  });

  it('S1-58 Z52 refuses while another event is live on the licence, and names it', () => {
    const popup = show({ readings: readings(soon, other), ledger: ledgerOf(scheduled, live) });
    expect(textOf(popup)).toContain('« Assemblée générale » est en cours sur cette licence.');
    const [button] = buttons(popup, /^Démarrer la rencontre « Bilan/u);
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    press(button);
    expect(actions.start).not.toHaveBeenCalled();
  });

  it('Z52 shows what the companion says when it knows of another', async () => {
    actions.start.mockReturnValueOnce(answerOf({ ok: false, code: 'licenceBusy', detail: 'Une autre rencontre est en cours : « Conseil ».' }) as never);
    const popup = show();
    press(buttons(popup, /^Démarrer/u)[0]);
    await settle();
    const alert = textOf(popup.querySelector('[role=alert]'));
    for (const part of ['La rencontre n’a pas été démarrée', 'Mettez fin à l’autre d’abord.', '« Conseil »']) expect(alert).toContain(part);
  });

  it.each(['unreachable', 'zoomSilent', 'silent', 'role', 'notFound', 'keyRevoked'] as const)('F13 says what to do when it failed: %s', async (code) => {
    actions.start.mockReturnValueOnce(answerOf({ ok: false, code, detail: null }) as never);
    const popup = show();
    press(buttons(popup, /^Démarrer/u)[0]);
    await settle();
    expect(textOf(popup.querySelector('[role=alert]'))).toMatch(/Raison : .{8,}\. .{8,}\./u);
  });

  it('asks again when it is more than an hour early, and starts only then', () => {
    const late = booking({ status: 'approved', start: NOW + 4 * HOUR, end: NOW + 5 * HOUR });
    const popup = show({ readings: readings(late), ledger: ledgerOf(ofLedger({ state: 'scheduled', conference }, late)) });
    press(buttons(popup, /^Démarrer/u)[0]);
    expect(actions.start).not.toHaveBeenCalled();
    expect(textOf(popup)).toContain('Elle ne commence que dans 4 heures. Démarrer quand même ?');
    press(buttons(popup, /^Démarrer maintenant$/u)[0]);
    expect(actions.start).toHaveBeenCalledTimes(1);
  });

  it('S0-30 ends only after a confirmation, and « Non » changes nothing', () => {
    const popup = show({ readings: readings(other), ledger: ledgerOf(live) });
    press(buttons(popup, /^Mettre fin à la rencontre «/u)[0]);
    expect(textOf(document.activeElement)).toBe('Non');
    press(buttons(popup, /^Non$/u)[0]);
    expect(actions.finish).not.toHaveBeenCalled();
    press(buttons(popup, /^Mettre fin à la rencontre «/u)[0]);
    press(buttons(popup, /^Oui, mettre fin$/u)[0]);
    expect(actions.finish).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['health-portal', /s’ouvre d’elle-même|organisatrice|clé hôte/u],
    ['shared-room', /clé hôte/u],
  ])('leaves the start to whom the card of %s says', (serviceId, sentence) => {
    const of = booking({ ...soon, serviceId });
    const popup = show({ readings: readings(of), ledger: ledgerOf(ofLedger({ state: 'scheduled', serviceId, conference }, of)) });
    expect(textOf(popup)).toMatch(sentence);
    expect(buttons(popup, /^Démarrer/u)).toEqual([]);
    // Said, and no fault of anything.
    expect(popup.querySelector('.pa-popup-startend .pa-notice-warning')).toBeNull();
  });

  it('S1-30 offers no end of a slot in the shared room, since others come after', () => {
    const of = booking({ ...soon, serviceId: 'shared-room' });
    const live = (kind: 'permanent' | 'meeting') => show({ readings: readings(of), ledger: ledgerOf(ofLedger({ state: 'live', serviceId: 'shared-room', conference: { ...conference, kind } }, of)) });
    expect(buttons(live('permanent'), /^Mettre fin/u)).toEqual([]);
    clean();
    expect(buttons(live('meeting'), /^Mettre fin/u)).toHaveLength(1);
  });

  const begun = booking({ status: 'approved', start: NOW - HOUR, end: NOW + HOUR });
  const over = (of = begun, change = {}) => show({ readings: readings(of), ledger: ledgerOf(ofLedger({ state: 'ended', conference, ...change }, of)) });

  it('S0-28 reopens at a click what was ended before its end, and says until when', () => {
    const popup = over();
    expect(textOf(items(popup)[0])).toContain('Elle peut être rouverte jusqu’à 11 h 00 ; les participants y reviennent par le même lien.');
    press(buttons(popup, /^Rouvrir la rencontre « Bilan/u)[0]);
    expect(actions.start).toHaveBeenCalledTimes(1);
    expect(buttons(popup, /^(Démarrer|Mettre fin)/u)).toEqual([]);
  });

  it('S0-28 reopens nothing once its hours are over, nor what others open', () => {
    for (const of of [{ ...begun, end: NOW }, { ...begun, serviceId: 'health-portal' }]) {
      expect(buttons(over(of, { serviceId: of.serviceId }), /^Rouvrir/u)).toEqual([]);
      clean();
    }
  });

  it('Z52 says that another is live on the licence before what had ended is reopened', () => {
    const popup = show({ readings: readings(begun, other), ledger: ledgerOf(ofLedger({ state: 'ended', conference }, begun), live) });
    expect(textOf(popup)).toContain('« Assemblée générale » est en cours sur cette licence.');
    expect(buttons(popup, /^Rouvrir/u)[0]?.getAttribute('aria-disabled')).toBe('true');
  });

  it('says that the conference is not made yet', () => {
    expect(textOf(show({ ledger: ledgerOf() }))).toContain('La rencontre Zoom n’est pas encore créée');
    clean();
    expect(textOf(show({ ledger: ledgerOf(ofLedger({ state: 'creating' }, soon)) }))).toContain('La rencontre Zoom est en préparation.');
  });
});

describe('F06 the settings read back from Zoom', () => {
  it('Z15 shows what differs from the card, and folds away what agrees', () => {
    const popup = show({ ledger: ledgerOf({ ...scheduled, conference: { ...conference, differences: ['waitingRoom', 'duration'] } }) });
    expect(textOf(popup)).toContain('2 réglages diffèrent de la fiche du service');
    expect(textOf(popup.querySelector('.pa-notice .pa-popup-settings'))).toBe('Salle d’attente : la fiche demande « non », Zoom a autre chose');
    expect(textOf(popup)).toContain('la durée');
    clean();
    expect(textOf(show().querySelector('.pa-popup-readback summary'))).toMatch(/Les \d réglages sont conformes/u);
  });

  it('F06 reads them back from Zoom at a click, and says when and what it shows now', async () => {
    const settings = [{ setting: 'muteOnEntry', asked: 'on', shown: 'off', holds: false }, { setting: 'waitingRoom', asked: 'off', shown: 'off', holds: true }];
    actions.readBack.mockReturnValueOnce(Promise.resolve({ ok: true, settings, at: NOW }) as never);
    const popup = show({ ledger: ledgerOf({ ...scheduled, conference: { ...conference, differences: ['waitingRoom'] } }) });
    press(buttons(popup, /^Relire chez Zoom les réglages de « Bilan/u)[0]);
    await settle();
    expect(textOf(popup.querySelector('.pa-notice .pa-popup-settings'))).toBe('Micros fermés à l’entrée : la fiche demande « oui », Zoom montre « non »');
    expect(textOf(popup.querySelector('.pa-popup-readback [role=status]'))).toBe('Relus chez Zoom à 10 h 00.');
  });

  it('F06 says that they were not read back, and keeps what was known', async () => {
    actions.readBack.mockReturnValueOnce(Promise.resolve({ ok: false, code: 'zoomSilent', detail: null }) as never);
    const popup = show();
    press(buttons(popup, /^Relire chez Zoom/u)[0]);
    await settle();
    expect(textOf(popup.querySelector('[role=alert]'))).toContain('Les réglages n’ont pas été relus');
    expect(textOf(popup.querySelector('.pa-popup-readback summary'))).toMatch(/Les \d réglages sont conformes/u);
  });

  it('Z15 says that they could not be read', () => {
    expect(textOf(show({ ledger: ledgerOf({ ...scheduled, conference: { ...conference, differences: ['unread'] } }) }))).toContain('n’ont pas pu être relus chez Zoom');
  });
});

describe('F06 the checklist', () => {
  const boxes = (popup: HTMLElement) => [...popup.querySelectorAll<HTMLInputElement>('.pa-popup-check input')];

  it('S0-29 ticks with the hour and the initials', () => {
    const popup = show();
    expect(boxes(popup)).toHaveLength(5);
    press(boxes(popup)[1]);
    expect(actions.tick).toHaveBeenCalledWith(expect.objectContaining({ key: 'iris:105163' }), 'noWaitingRoom', { at: NOW, initials: 'ÉC' });
  });

  it('S0-29 lets the initials be typed anew: the usual ones come back once the field is left empty, not under the cursor', () => {
    const field = (): HTMLInputElement | null => show({ habits: { initials: null, singleKeys: true } }).querySelector('.pa-popup-initials input');
    const type = (value: string): void => void act(() => {
      const input = field();
      if (input !== null) input.value = value;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(field()?.value).toBe('ÉC');
    type('');
    expect([field()?.value, actions.setInitials.mock.lastCall]).toEqual(['', ['']]);
    type('Él ');
    expect([field()?.value, actions.setInitials.mock.lastCall]).toEqual(['Él ', ['Él']]);
    type('');
    act(() => void field()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    act(() => void field()?.dispatchEvent(new FocusEvent('blur')));
    expect(field()?.value).toBe('ÉC');
  });

  it('S0-29 shows what was ticked, and takes it back', () => {
    const popup = show({ checklists: { 'iris:105163': { end: NOW, ticks: { noWaitingRoom: { at: NOW - HOUR, initials: 'MP' } } } } });
    expect(textOf(popup.querySelector('.pa-popup-checklist'))).toContain('09 h 00 · MP');
    expect(textOf(popup.querySelector('.pa-popup-checklist h4'))).toBe('Liste de vérification 1 sur 5');
    press(boxes(popup)[1]);
    expect(actions.tick).toHaveBeenCalledWith(expect.anything(), 'noWaitingRoom', null);
  });

  it('takes the initials that the person chose', () => {
    const popup = show({ habits: { initials: 'EC2', singleKeys: true } });
    press(boxes(popup)[0]);
    expect(actions.tick).toHaveBeenCalledWith(expect.anything(), 'Démarrer la rencontre Zoom', { at: NOW, initials: 'EC2' });
  });
});

describe('who sees the day', () => {
  it('an approver has its tab, a representative has none', () => {
    const approver = draw({ readings: readings(soon), ledger: ledgerOf(scheduled) });
    openTab(approver, /Aujourd’hui/u);
    expect(items(approver)).toHaveLength(1);
    clean();
    expect(textOf(draw({ settings: settings({ person: representative }), ledger: ledgerOf(scheduled) }).querySelector('[role=tablist]'))).not.toContain('Aujourd’hui');
  });

  it('a host sees no button that creates, updates or cancels', () => {
    const popup = show();
    openTab(popup, /Planifiées/u);
    expect(items(popup)).toHaveLength(1);
    expect(buttons(popup, /Créer|Mettre à jour|Annuler la rencontre/u)).toEqual([]);
  });
});
