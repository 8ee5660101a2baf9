import { resetBrowser } from '../../lib/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portalStates } from '../../../lib/state/readings-store.ts';
import { booking, facts, ofLedger, portalReading, reading, settings } from '../../lib/samples.ts';
import { actions, buttons, clean, draw, items, press, textOf } from './draw.tsx';
import { ledgerOf, readings } from './parts.ts';

beforeEach(resetBrowser);
afterEach(clean);

describe('the header', () => {
  it('S3-30 says who one is, where, as what, and how fresh the reading is', () => {
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

  it('C5 lets an administrator, and nobody else, calibrate a portal of which nothing is red', () => {
    const popup = draw({ settings: settings({ person: { ...settings().person, role: 'admin' } }) });
    press(buttons(popup, /^Calibrer ce portail : IRIS$/u)[0]);
    expect(actions.calibrate).toHaveBeenCalledWith(expect.objectContaining({ id: 'iris' }));
    for (const role of ['approver', 'representative'] as const) expect(buttons(draw({ settings: settings({ person: { ...settings().person, role } }) }), /Calibrer/u)).toEqual([]);
  });

  it('C6 names the portal of each when there are several, and of none when there is one', () => {
    const portals = [...settings().portals, { id: 'autre', name: 'Maison des rencontres', origin: 'https://rencontres.exemple.test', listPath: null, enabled: true }];
    const both = { ...readings(booking()), autre: portalReading([booking({ portal: 'autre', number: 'R-1' })]) };
    const named = items(draw({ settings: settings({ portals }), readings: both })).map(textOf);
    expect(named.map((text) => [/Portail\s?IRIS/u.test(text), /Portail\s?Maison des rencontres/u.test(text)]).sort()).toEqual([[false, true], [true, false]]);
    expect(textOf(items(draw({ readings: readings(booking()) }))[0])).not.toMatch(/Portail\s?IRIS/u);
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
      // What no portal is read from will not show by itself: the notice above says what to do.
      expect(text).toContain('L’avis plus haut dit pourquoi, et quoi faire.');
      expect(text).not.toContain('sans que le portail soit ouvert');
    }
  });

  it('says where a portal is added, when none is followed: no notice can', () => {
    for (const portals of [[], settings().portals.map((portal) => ({ ...portal, enabled: false }))]) {
      const popup = draw({ settings: settings({ portals }), readings: {} });
      expect(popup.querySelectorAll('.pa-notice')).toHaveLength(0);
      expect(textOf(popup)).toContain('Aucun portail n’est suivi : ajoutez le vôtre, ou réactivez-le, dans les options.');
      clean();
    }
  });

  it('leads to the options whoever must mend the key or the address there, and nobody else', () => {
    const leads = (problem: 'keyUnknown' | 'keyRevoked' | 'notCompanion' | 'unreachable' | 'busy'): number => {
      const popup = draw({ ledger: { ...ledgerOf(), problem } });
      buttons(popup, /^Ouvrir les options$/u).forEach(press);
      const clicks = actions.openOptions.mock.calls.length;
      clean();
      return clicks;
    };
    expect((['keyUnknown', 'keyRevoked', 'notCompanion', 'unreachable', 'busy'] as const).map(leads)).toEqual([1, 1, 1, 0, 0]);
  });

  it('says that it is being read for the first time', () => {
    const popup = draw({ readings: {} }, { loading: true });
    expect(textOf(popup)).toContain('Lecture en cours…');
    expect(textOf(popup)).not.toContain('n’a pas encore été lu');
  });
});
