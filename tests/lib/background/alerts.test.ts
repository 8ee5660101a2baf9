import { resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { alertsOf, planAlerts } from '../../../lib/background/alerts.ts';
import { showExample, tellNews } from '../../../lib/background/notify.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { alertLogStore } from '../../../lib/state/alert-log.ts';
import { defaultNotifications, type NotificationSettings } from '../../../lib/state/alert-settings.ts';
import type { Sources } from '../../../lib/state/view.ts';
import { waitsStore } from '../../../lib/state/waits-store.ts';
import { booking, DAY, HOUR, NOW, ofLedger, portalReading, representative, settings, sources } from '../samples.ts';

const on = (change: Partial<NotificationSettings> = {}) => ({ everyMinutes: 5, notifications: { ...defaultNotifications(), on: true, ...change } });
const approver = (change: Partial<NotificationSettings> = {}) => settings({ alerts: on(change) });
const julie = (change: Partial<NotificationSettings> = {}) => settings({ alerts: on(change), person: representative });
const withRequests = (bookings: Booking[], change: Partial<Sources> = {}) =>
  sources({ settings: approver(), readings: { iris: portalReading(bookings) }, ...change });
const known = (bookings: ReturnType<typeof ofLedger>[], change: Partial<Sources> = {}) =>
  sources({ settings: julie(), readings: {}, ledger: { bookings, complete: true, at: NOW, checked: NOW, problem: null }, ...change });

const tell = (from: Sources, isKnown = true) => tellNews(from, isKnown, 'fr');
const said = () => state.notifications.map(({ title, message }) => `${title}: ${message}`.replaceAll('\u00a0', ' '));

beforeEach(() => {
  resetBrowser();
  state.granted.add('notifications');
});

describe('U9 a notification', () => {
  it('is shown once for each new request, however often the portal is read', async () => {
    await tell(withRequests([]));
    for (let turn = 0; turn < 3; turn += 1) await tell(withRequests([booking()]));
    expect(said()).toEqual(['Nouvelle demande à approuver: CISSS de la Côte-Nord – jeudi 26 novembre 2026, de 10 h 00 à 11 h 00']);
    state.notifications = [];
    await tell(withRequests([]));
    await tell(withRequests([booking()]));
    expect(said()).toEqual([]);
  });

  it('is not shown again when a request gets its number', async () => {
    await tell(withRequests([]));
    await tell(withRequests([booking({ number: null })]));
    state.notifications = [];
    await tell(withRequests([booking()]));
    expect(said()).toEqual([]);
  });

  it('says neither the meeting’s name nor anybody’s: the screen may be shared', async () => {
    await tell(withRequests([]));
    await tell(withRequests([booking()]));
    expect(JSON.stringify(state.notifications)).not.toMatch(/vaccination|Gagnon|Arsenault/u);
  });

  it('says nothing of what stood on the screen when alerts were switched on', async () => {
    await tell(withRequests([booking()]));
    await tell(withRequests([booking(), booking({ number: '2' })]));
    expect(state.notifications.map(({ id }) => id)).toEqual(['newRequest|iris:2']);
  });

  it('waits for a first reading of the portal before anything counts as new', async () => {
    await tell(withRequests([], { readings: {} }), false);
    await tell(withRequests([booking()]));
    expect(said()).toEqual([]);
  });

  it('is not shown without the permission, nor when alerts are off; switched on again, they begin anew', async () => {
    await tell(withRequests([]));
    state.granted.delete('notifications');
    await tell(withRequests([booking()]));
    expect(await alertLogStore.load()).toBeNull();
    state.granted.add('notifications');
    await tell(withRequests([booking()], { settings: settings() }));
    await tell(withRequests([booking()]));
    expect(said()).toEqual([]);
  });

  it('waits for the end of quiet hours, and is then shown once', async () => {
    await tell(withRequests([]));
    const evening = { now: NOW + 10 * HOUR };
    await tell(withRequests([booking()], evening));
    expect(said()).toEqual([]);
    const morning = { now: NOW + DAY };
    for (let turn = 0; turn < 2; turn += 1) await tell(withRequests([booking()], morning));
    expect(said()).toHaveLength(1);
  });

  it('gathers more than three at once into one', async () => {
    await tell(withRequests([]));
    await tell(withRequests(['1', '2', '3', '4'].map((number) => booking({ number }))));
    expect(said()).toEqual(['4 nouvelles dans Passerelle: Cliquez pour les voir.']);
    state.notifications = [];
    await tell(withRequests(['1', '2', '3', '4', '5'].map((number) => booking({ number }))));
    expect(state.notifications.map(({ id }) => id)).toEqual(['newRequest|iris:5']);
  });

  it('is of the kinds that the person chose; a kind chosen later brings no old news', async () => {
    await tell(withRequests([]));
    await tell(withRequests([booking()], { settings: approver({ kinds: ['late'] }) }));
    await tell(withRequests([booking()]));
    expect(said()).toEqual([]);
  });

  it('shows nothing of a person’s own request, which somebody else decides (F14)', () => {
    const mine = booking({ requester: { name: 'Marc Pelletier', email: 'marc.pelletier@exemple.test' }, start: NOW + 30 * DAY, end: NOW + 30 * DAY + HOUR });
    expect(alertsOf(withRequests([mine]), [])).toEqual([]);
  });

  it('forgets what is over, so that the memory of it stays small', () => {
    const settingsOn = on().notifications;
    const { log } = planAlerts(alertsOf(withRequests([booking()]), []), { 'newRequest|iris:old': NOW - 1, 'newRequest|iris:kept': NOW + 1 }, settingsOn, true, NOW);
    expect(Object.keys(log ?? {})).toEqual(['newRequest|iris:kept', 'newRequest|iris:105163']);
  });
});

describe('the other kinds', () => {
  it('F11 tells the approver of a request that has waited for more than two working days', async () => {
    const waiting = (firstSeen: number) => withRequests([booking()], { sightings: { 'iris:105163': { firstSeen, end: NOW + 9 * DAY, approved: null } } });
    await tell(waiting(NOW - 4 * DAY + 1));
    await tell(waiting(NOW - 4 * DAY));
    expect(said()).toEqual(['Une demande attend depuis plus de deux jours ouvrables: CISSS de la Côte-Nord – jeudi 26 novembre 2026, de 10 h 00 à 11 h 00']);
  });

  it('F11 tells the requester, three working days before, that nothing is confirmed', async () => {
    const asked = (start: number) => known([ofLedger({}, booking({ start, end: start + HOUR }))]);
    await tell(asked(NOW + 3 * DAY + 1));
    await tell({ ...asked(NOW + 3 * DAY + 1), now: NOW + 60_000 });
    expect(said()).toEqual(['Votre demande n’est pas confirmée: N’envoyez pas l’invitation. jeudi 26 novembre 2026, de 10 h 00 à 11 h 00']);
  });

  it('tells the requester what was decided', async () => {
    const start = NOW + 10 * DAY;
    const asked = (state: 'requested' | 'scheduled' | 'rejected') => known([ofLedger({ state }, booking({ start, end: start + HOUR }))]);
    await tell(asked('requested'));
    await tell(asked('scheduled'));
    expect(said()).toEqual(['Votre demande est approuvée: jeudi 3 décembre 2026, de 10 h 00 à 11 h 00']);
    await tell(asked('rejected'));
    expect(said()[1]).toContain('Votre demande est rejetée');
  });

  it('tells the approver that a person must look, again when it happens again', async () => {
    const troubled = (state: 'scheduled' | 'attention', revision: number) =>
      known([ofLedger({ state, revision }, booking({ requester: { name: 'Une Autre', email: null } }))], { settings: approver(), readings: { iris: portalReading([]) } });
    await tell(troubled('scheduled', 1));
    await tell(troubled('attention', 1));
    await tell(troubled('attention', 2));
    expect(state.notifications.map(({ id }) => id)).toEqual(['attention|iris:105163|1', 'attention|iris:105163|2']);
  });

  it('F04 tells that a slot was freed, once for each time', async () => {
    const wait = { portal: 'iris', serviceId: 'web5000', start: NOW + 5 * DAY, end: NOW + 5 * DAY + HOUR, asked: NOW, freed: null };
    await waitsStore.update(() => [wait]);
    await tell(known([]));
    await waitsStore.update(() => [{ ...wait, freed: NOW }]);
    for (let turn = 0; turn < 2; turn += 1) await tell(known([]));
    expect(said()).toEqual(['Un créneau s’est libéré: samedi 28 novembre 2026, de 10 h 00 à 11 h 00']);
  });

});

it('« Montrer un exemple » says whether the browser allows it', async () => {
  expect(await showExample('fr')).toBe(true);
  expect(state.notifications).toHaveLength(1);
  state.granted.delete('notifications');
  expect(await showExample('fr')).toBe(false);
});
