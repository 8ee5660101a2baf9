import { fakeBrowser, resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '../../../lib/services/presets.ts';
import { booking, conference, DAY, HOUR, NOW, ofLedger, representative, settings } from '../../lib/samples.ts';
import { clean, draw, items, openTab, textOf } from './draw.tsx';
import { ledgerOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

const julie = settings({ person: representative, cards: [...presets] });
const iso = (instant: number): string => new Date(instant).toISOString();
const over = (serviceId: string, end = NOW - HOUR) => booking({ serviceId, status: 'approved', start: end - HOUR, end });
const show = (from: ReturnType<typeof over>, steps: { what: string; at: string; detail: string | null }[] = [], now = NOW) =>
  draw({ settings: julie, readings: {}, ledger: ledgerOf(ofLedger({ state: 'ended', serviceId: from.serviceId ?? '', conference, steps }, from)), now });
const pastOf = (popup: HTMLElement): string => {
  openTab(popup, /Historique/u);
  return textOf(items(popup)[0]);
};

describe('recordings', () => {
  it('S1-40 S1-41 one’s own recording of the shared room is said wherever the popup opens, with the hour of the limit', () => {
    const popup = show(over('shared-room'), [{ what: 'recordingReady', at: iso(NOW - HOUR), detail: iso(NOW + 23 * HOUR) }]);
    const notice = textOf(popup.querySelector('.pa-popup-notices'));
    expect(notice).toContain('Enregistrement à télécharger : « Bilan régional de vaccination »');
    expect(notice).toContain('Il disparaît le 24 novembre à 09 h 00 : encore 23 heures. Le lien est dans le courriel reçu.');
    expect(pastOf(popup)).toContain('encore 23 heures');
  });

  it('S1-40 says that it is gone, and urges nobody any more', () => {
    const popup = show(over('shared-room', NOW - 3 * DAY), [{ what: 'recordingReady', at: iso(NOW - 2 * DAY), detail: iso(NOW - DAY) }]);
    expect(textOf(popup.querySelector('.pa-popup-notices'))).not.toContain('Enregistrement');
    expect(pastOf(popup)).toContain('L’enregistrement a disparu le 22 novembre');
  });

  it('S2-23 counts the days of a nominative licence down, by the clock that it is given', () => {
    const from = over('nominative-300', NOW - 47 * DAY - HOUR);
    expect(pastOf(show(from))).toMatch(/Si la rencontre a été enregistrée.*encore 12 jours/u);
    clean();
    expect(pastOf(show(from, [], NOW + 11 * DAY))).toContain('encore 47 heures');
  });

  it('S4-16 S0-19 says nothing of a recording for services that keep none', () => {
    for (const id of ['web5000', 'clinical']) {
      expect(pastOf(show(over(id)))).not.toContain('nregistrement');
      clean();
    }
  });
});

describe('the day’s list of a clinical meeting', () => {
  it('S4-11 S4-10 has nothing to tick, on the run sheet or with one’s own booking: no hour and no initials beside a consent', async () => {
    const soon = booking({ serviceId: 'clinical', status: 'approved', start: NOW + HOUR / 2, end: NOW + HOUR, planB: 'Par téléphone' });
    for (const person of [representative, settings().person]) {
      const popup = draw({ settings: settings({ person, cards: [...presets] }), readings: readings(soon), ledger: ledgerOf(ofLedger({ serviceId: 'clinical', state: 'scheduled', conference }, soon)) });
      if (person.role !== 'representative') openTab(popup, /Aujourd’hui/u);
      const list = popup.querySelector('.pa-popup-checklist');
      expect(textOf(list)).toContain('Solliciter le consentement verbal de l’usager');
      expect(textOf(list)).toContain('Rien n’en est coché ni gardé');
      expect(list?.querySelector('input')).toBeNull();
      clean();
    }
    expect(JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()])).not.toMatch(/consentement/u);
  });
});

describe('what each service lets its people do', () => {
  it('S2-21 S2-22 S2-23 S2-24 S4-16 stands with its links: how many, how long a recording is kept, who records', () => {
    const popup = draw({ settings: settings({ cards: [...presets] }) });
    const lines = [...popup.querySelectorAll('.pa-services li')].map(textOf);
    expect(lines.find((line) => line.startsWith('Licence nominative de 300'))).toContain('300 participants au plus · sans approbation · enregistrement gardé 60 jours · seul le personnel enregistre dans le nuage');
    expect(lines.find((line) => line.startsWith('Salle Zoom Opteos'))).toContain('enregistrement gardé 24 heures');
    expect(lines.find((line) => line.startsWith('Rencontre clinique'))).toContain('jamais enregistrée');
    expect(lines.find((line) => line.includes('5 000 participants au plus')) ?? 'enregistr').not.toMatch(/enregistr/u);
  });
});

describe('the plan B', () => {
  const soon = (planB: string | null) => booking({ serviceId: 'clinical', status: 'approved', start: NOW + HOUR / 2, end: NOW + HOUR, planB });
  const host = settings({ person: { name: 'Élodie Caron', email: null, role: 'host', establishmentId: null }, cards: [...presets] });

  it('S4-26 stands on the run sheet as the booking’s details have it', () => {
    const text = textOf(draw({ settings: host, readings: readings(soon('Par téléphone, au numéro convenu')), ledger: ledgerOf() }).querySelector('.pa-popup-rescue'));
    expect(text).toContain('Plan BPar téléphone, au numéro convenu');
    expect(text).not.toContain('convenez');
  });

  it('S4-26 is asked for where none is written, telephone or not', () => {
    const dialIn = [{ number: '+14388097799', country: 'Canada' }];
    const popup = draw({ settings: host, readings: readings(soon(null)), ledger: ledgerOf(ofLedger({ serviceId: 'clinical', state: 'scheduled', conference: { ...conference, dialIn } }, soon(null))) });
    expect(textOf(popup.querySelector('.pa-popup-rescue'))).toContain('Aucun plan B n’est inscrit');
  });

  it('S4-26 S4-10 is told as not read, and not as missing, where only the companion knows the booking', () => {
    const only = { ...soon(null), planB: undefined };
    const popup = draw({ settings: host, readings: {}, ledger: ledgerOf(ofLedger({ serviceId: 'clinical', state: 'scheduled', conference }, only)) });
    const text = textOf(popup.querySelector('.pa-popup-rescue'));
    expect(text).toContain('Pas lu : il est écrit dans la réservation, au portail');
    expect(text).not.toContain('Aucun plan B');
  });

  it('S4-26 S1-06 whoever opens the meeting themselves has it, and the day’s list, with their own booking', () => {
    const popup = draw({ settings: julie, readings: readings(soon('Par téléphone')), ledger: ledgerOf(ofLedger({ serviceId: 'clinical', state: 'scheduled', conference }, soon('Par téléphone'))) });
    expect(textOf(items(popup)[0])).toMatch(/Aide-mémoire.*Solliciter le consentement verbal.*Plan BPar téléphone/u);
  });
});
