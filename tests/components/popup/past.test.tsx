import { resetBrowser } from '../../lib/browser.ts';
import ICAL from 'ical.js';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking, conference, DAY, HOUR, NOW, ofLedger, representative, settings } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, items, openTab, press, textOf } from './draw.tsx';
import { ledgerOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

const held = booking({ status: 'approved', start: NOW - DAY, end: NOW - DAY + 90 * 60_000 });
const cancelled = booking({ number: '8', title: '=HYPERLINK("http://x")', facts: null, status: 'cancelled', start: NOW - 2 * DAY, end: NOW - 2 * DAY + HOUR });
const world = {
  readings: readings(held, cancelled),
  ledger: ledgerOf(
    ofLedger({ state: 'ended', conference, attendance: { unique: 310, peak: 287 }, steps: [{ what: 'started', at: new Date(NOW - DAY).toISOString(), detail: null }] }, held),
    ofLedger({ key: 'iris:8', state: 'cancelled', revision: 3 }, cancelled),
  ),
};
const show = (change: Parameters<typeof draw>[0] = world): HTMLElement => {
  const popup = draw(change);
  openTab(popup, /Historique/u);
  return popup;
};
const saved = () => actions.save.mock.calls[0] as unknown as [{ name: string; type: string; text: string }, string];

describe('U22 « Historique »', () => {
  it('U22 says what became of each, the newest first', () => {
    expect(items(show()).map((item) => textOf(item.querySelector('.pa-badge')))).toEqual(['Tenue', 'Annulée']);
  });

  it('F08 says how many came, against the estimate', () => {
    expect(textOf(items(show())[0])).toContain('310 personnes sur 1 200 estimées (26 %), au plus 287 à la fois');
  });

  it('F08 rounds the per cent to the nearest, as the report does', () => {
    const came = { ...world, ledger: ledgerOf(ofLedger({ state: 'ended', conference, attendance: { unique: 800, peak: null } }, held)) };
    expect(textOf(items(show(came))[0])).toContain('800 personnes sur 1 200 estimées (67 %)');
  });

  it('S1-43 S1-46 S1-44 gives people of the CCT the time that each was present as a file without names, and the way to Zoom’s report of those', async () => {
    actions.readStays.mockResolvedValueOnce({ ok: true, stays: { minutes: [60, 5], reports: 'https://zoom.exemple.test/reports' } });
    const popup = show();
    press(buttons(popup, /^Durées de présence \(CSV\) de « Bilan régional de vaccination », sans aucun nom/u)[0]);
    await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
    const [file, words] = saved();
    expect([file.name, file.type, file.text.replace(/^\ufeff/u, '')]).toEqual(['presences-2026-11-22.csv', 'text/csv', 'Personne;Minutes\r\n1;60\r\n2;5\r\n']);
    expect(words.replace(/\u00a0/gu, ' ')).toBe('Fichier enregistré : 2 personnes, sans nom.');
    expect(popup.querySelector('a[href="https://zoom.exemple.test/reports"]')).not.toBeNull();
    // Of what was cancelled, nobody was counted.
    expect(buttons(popup, /^Durées de présence/u)).toHaveLength(1);
  });

  it('S1-43 says why the time present was not read, and offers it to no representative', async () => {
    actions.readStays.mockResolvedValueOnce({ ok: false, code: 'zoomSilent', detail: null });
    const popup = show();
    press(buttons(popup, /^Durées de présence/u)[0]);
    await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
    expect(textOf(popup.querySelector('[role=alert]'))).toContain('Les durées de présence n’ont pas été lues');
    expect(actions.save).not.toHaveBeenCalled();
    clean();
    expect(buttons(show({ ...world, settings: settings({ person: representative }) }), /^Durées de présence/u)).toEqual([]);
  });

  it('is not repeated among what is planned', () => {
    const popup = draw(world);
    openTab(popup, /Planifiées/u);
    expect(items(popup)).toHaveLength(0);
  });

  it('says that it is empty', () => {
    expect(textOf(show({}))).toContain('Rien dans l’historique');
  });

  it('S1-43 U22 exports what is shown as CSV for a French-Canadian Excel, and no formula runs', () => {
    press(buttons(show(), /Exporter en CSV/u)[0]);
    const [{ name, type, text }, said] = saved();
    expect([name, type]).toEqual(['passerelle-historique-2026-11-23.csv', 'text/csv']);
    const rows = text.split('\r\n');
    expect(rows[0]).toBe('\ufeffNuméro;Nom;Service;Établissement;Présentateur;Demandeur;Jour;Début;Fin;Durée (heures);Participants estimés;Personnes présentes;Au plus à la fois;Issue;État dans le portail;Page du portail');
    expect(rows[1]).toBe('105163;Bilan régional de vaccination;Licence ZOOM Web5000;CISSS de la Côte-Nord;Dre Louise Arsenault;Julie Gagnon;2026-11-22;10:00;11:30;1,5;1200;310;287;Tenue;Approuvée;https://www.irisreservation.ca/reservations/105163');
    expect(text).not.toMatch(/(?:^|;)"?[=+@-]/mu);
    expect(text).not.toContain('@exemple.test');
    expect(said.replace(/\s/gu, ' ')).toBe('2 réservations exportées dans passerelle-historique-2026-11-23.csv.');
  });

  it('U22 exports ICS that withdraws what was cancelled, with a higher SEQUENCE', () => {
    press(buttons(show(), /Exporter en ICS/u)[0]);
    const [{ name, text }] = saved();
    expect(name).toBe('passerelle-historique-2026-11-23.ics');
    expect(text.match(/METHOD:\w+/gu)).toEqual(['METHOD:PUBLISH', 'METHOD:CANCEL']);
    expect(text).toContain('SEQUENCE:3');
    expect((ICAL.parse(text) as unknown[]).length).toBeGreaterThan(0);
  });

  it('U22 exports what a search left, and nothing else', () => {
    const popup = show();
    const field = popup.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
    field.value = '105163';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      expect(items(popup)).toHaveLength(1);
      press(buttons(popup, /Exporter en CSV/u)[0]);
      expect(saved()[0].text.split('\r\n')).toHaveLength(3);
    });
  });

  it('U22 one booking goes into a calendar from where it is planned', () => {
    const coming = booking({ status: 'approved' });
    const popup = draw({ readings: readings(coming), ledger: ledgerOf(ofLedger({ state: 'scheduled', conference }, coming)) });
    openTab(popup, /Planifiées/u);
    press(buttons(popup, /^Ajouter au calendrier « Bilan/u)[0]);
    const [{ name, text }] = saved();
    expect(name).toBe('passerelle-105163.ics');
    expect(text).toContain('LOCATION:https://zoom.exemple.test/j/91234567890');
  });

  it('a representative sees only their own', () => {
    const foreign = booking({ number: '9', requester: { name: 'Étienne Lavoie', email: 'etienne.lavoie@exemple.test' }, status: 'approved', start: NOW - DAY, end: NOW - DAY + HOUR });
    expect(items(show({ settings: settings({ person: representative }), readings: readings(held, foreign) }))).toHaveLength(1);
  });
});
