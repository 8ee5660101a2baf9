import { fakeBrowser, resetBrowser, state } from '../browser.ts';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createWorker, type Worker } from '../../../lib/background/worker.ts';
import type { OverlaySettings } from '../../../lib/state/overlay.ts';
import { outboxStore } from '../../../lib/state/outbox-store.ts';
import { ledgerStore } from '../../../lib/state/ledger-store.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { healthStore } from '../../../lib/state/health-store.ts';
import { toServiceOfEvent } from '../../../lib/services/match.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { booking, facts, NOW, ofLedger, portalReading, reading, representative, settings } from '../samples.ts';
import { markup } from '../portal/pages.ts';
import { fakeCompanion, memorySafe, SECRET, type FakeCompanion } from './support.ts';

const own = { id: 'notre-extension', base: 'chrome-extension://notre-extension/' };
const popup = { id: own.id, url: `${own.base}popup.html` };
const tab = { id: own.id, url: 'https://www.irisreservation.ca/reservations/104200', frameId: 0, tab: { id: 5, url: 'https://www.irisreservation.ca/' } };

let now = NOW;
let companion: FakeCompanion;
let portalPage: string;
let reported: unknown[];
let opened: string[];
let worker: Worker;

/** A worker is nothing but its stores: a second one goes on where the first was stopped. */
const wake = (safe = memorySafe()): Worker =>
  createWorker({
    fetch: ((input: string | URL, init?: RequestInit) =>
      new URL(input).hostname === 'www.irisreservation.ca'
        ? Promise.resolve(new Response(portalPage, { headers: { 'content-type': 'text/html' } }))
        : companion.fetch(input, init)) as typeof fetch,
    now: () => now,
    random: () => 0,
    wait: () => Promise.resolve(),
    own,
    version: '1.2.3',
    openTab: (address) => Promise.resolve(opened.push(address)),
    browserLanguage: () => 'fr-CA',
    styles: '.po-panel{}',
    report: (error) => reported.push(error),
    safe,
  });

/** Whichever test comes first waits longest, on a busy machine most of all. */
const PATIENCE = { timeout: 10_000 };
const giveKey = (to: Worker) => to.onMessage({ type: 'companion.key', key: `marc-1:${SECRET}` }, popup);
const settled = () => vi.waitFor(async () => expect(await outboxStore.load()).toMatchObject({ entries: [{ state: 'delivered' }] }), PATIENCE);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], now: NOW, shouldAdvanceTime: true });
  resetBrowser();
  now = NOW;
  companion = fakeCompanion(() => now);
  portalPage = markup('classic/list');
  reported = [];
  opened = [];
  worker = wake();
  await saveSettings(settings());
});
afterEach(() => {
  vi.useRealTimers();
  expect(reported).toEqual([]);
});

describe('the worker', () => {
  it('U10 puts its alarm up at each start, and fills the badge when it rings', async () => {
    await worker.settle();
    expect(await fakeBrowser.alarms.get('watch')).toBeDefined();
    expect(state.badge.text).toBe('?');
    await worker.onAlarm('watch');
    expect(state.badge.text).toBe('1');
  });

  it('F11 tells the companion what its look at the portal says of a request that was refused there', async () => {
    await giveKey(worker);
    const { booking: asked } = ofLedger({}, booking({ number: '104200' }));
    const requested = { type: 'booking.requested', timestamp: new Date(NOW).toISOString(), data: { booking: asked, service: toServiceOfEvent(web5000), language: 'fr' } };
    companion.taken.set('evt_asked', { body: JSON.stringify(requested), times: 1 });
    now += 60_000;
    await worker.onAlarm('watch');
    expect(companion.taken.size).toBe(1);
    portalPage = portalPage.replace('<span class="statut s3" title="À approuver">●</span> À approuver', '<span class="statut s4" title="Rejetée">⊘</span> Rejetée');
    await worker.onAlarm('watch');
    expect([...companion.taken.values()].map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['booking.requested', 'booking.rejected']);
  });

  it('« Actualiser » is answered at once; what it found comes through the stores', async () => {
    expect(await worker.onMessage({ type: 'refresh' }, popup)).toEqual({ started: true });
    await vi.waitFor(async () => expect((await readingsStore.load())['iris']?.state).toBe('ok'), PATIENCE);
  });

  it('F13 carries a click from the popup to the companion, and its answer into the ledger', async () => {
    await giveKey(worker);
    await readingsStore.update(() => ({ iris: portalReading([booking({ status: 'approved' })]) }));
    expect(await worker.onMessage({ type: 'send', keys: ['iris:105163'] }, popup)).toEqual({ accepted: ['iris:105163'], refused: [] });
    expect(companion.taken.size).toBe(0);
    now += 8_000;
    await worker.onAlarm('outbox');
    await settled();
    expect(companion.taken.size).toBe(1);
    expect((await ledgerStore.load()).bookings).toMatchObject([{ key: 'iris:105163', state: 'scheduled' }]);
  });

  it('takes a click back', async () => {
    await giveKey(worker);
    await readingsStore.update(() => ({ iris: portalReading([booking({ status: 'approved' })]) }));
    await worker.onMessage({ type: 'send', keys: ['iris:105163'] }, popup);
    expect(await worker.onMessage({ type: 'undo', keys: ['iris:105163'] }, popup)).toEqual({ accepted: ['iris:105163'], refused: [] });
    now += 60_000;
    await worker.onAlarm('outbox');
    expect(companion.taken.size).toBe(0);
  });

  it('B.2 a worker that was stopped after the click is woken by its alarm and sends it', async () => {
    const safe = memorySafe();
    const first = wake(safe);
    await giveKey(first);
    await readingsStore.update(() => ({ iris: portalReading([booking({ status: 'approved' })]) }));
    await first.onMessage({ type: 'send', keys: ['iris:105163'] }, popup);
    now += 40_000;
    await wake(safe).onAlarm('outbox');
    await settled();
    expect(companion.taken.size).toBe(1);
  });

  it('a click made before the key is there leaves as soon as the key is given', async () => {
    await readingsStore.update(() => ({ iris: portalReading([booking({ status: 'approved' })]) }));
    await worker.onMessage({ type: 'send', keys: ['iris:105163'] }, popup);
    now += 8_000;
    await worker.onAlarm('outbox');
    expect((await outboxStore.load()).entries).toMatchObject([{ state: 'waiting', problem: { code: 'noKey' } }]);
    expect(state.badge.text).toBe('!');
    await giveKey(worker);
    await settled();
  });

  it('forgets a key when told to', async () => {
    await giveKey(worker);
    await worker.onMessage({ type: 'companion.forgetKey' }, popup);
    expect(await worker.onMessage({ type: 'companion.verify' }, popup)).toEqual({ ok: false, code: 'noKey' });
  });
});

describe('the clicks of the day, through the worker', () => {
  it('Z50 « Démarrer » opens a tab and answers no link', async () => {
    await giveKey(worker);
    await vi.waitFor(async () => expect((await ledgerStore.load()).at).toBe(NOW), PATIENCE);
    companion.next = [() => Response.json({ link: 'https://zoom.exemple.test/s/1?zak=x' })];
    expect(await worker.onMessage({ type: 'day.start', key: 'iris:105163' }, popup)).toEqual({ ok: true });
    expect(opened).toEqual(['https://zoom.exemple.test/s/1?zak=x']);
  });

  it('Z53 « Mettre fin » is asked once a person confirmed it, and its proof is looked for', async () => {
    await giveKey(worker);
    await vi.waitFor(async () => expect((await ledgerStore.load()).at).toBe(NOW), PATIENCE);
    companion.next = [() => Response.json({ asked: true }, { status: 202 })];
    const before = companion.requests.length;
    expect(await worker.onMessage({ type: 'day.end', key: 'iris:105163', confirmed: true }, popup)).toEqual({ ok: true });
    await vi.waitFor(() => expect(companion.requests.slice(before).map(({ path }) => path.split('?')[0])).toEqual(['/v1/bookings/iris%3A105163/end', '/v1/bookings']), PATIENCE);
  });

  it('U17 a ping is answered with the version, at once and without anything else', async () => {
    expect(await worker.onMessage({ type: 'worker.ping' }, popup)).toEqual({ alive: true, version: '1.2.3' });
    expect(companion.requests).toEqual([]);
  });

  it('a key of another person takes with it what the one before had read', async () => {
    await giveKey(worker);
    await ledgerStore.update((ledger) => ({ ...ledger, bookings: [ofLedger()], at: NOW }));
    companion.down = true;
    await worker.onMessage({ type: 'companion.key', key: `julie-1:${SECRET}` }, popup);
    expect((await ledgerStore.load()).bookings).toEqual([]);
  });
});

describe('U9 alerts, through the worker', () => {
  const on = { everyMinutes: 5, notifications: { ...settings().alerts.notifications, on: true, quietDaysOff: false, quietFrom: '00:00', quietTo: '00:00' } };
  const withRow = async () => {
    await readingsStore.update(() => ({ iris: portalReading([booking()]) }));
    await worker.updateBadge();
  };

  it('a worker that was ended between two readings tells the news once', async () => {
    state.granted.add('notifications');
    await saveSettings(settings({ alerts: on }));
    await readingsStore.update(() => ({ iris: portalReading([]) }));
    await worker.updateBadge();
    worker = wake();
    await withRow();
    worker = wake();
    await withRow();
    expect(state.notifications.map(({ id }) => id)).toEqual(['newRequest|iris:105163']);
    await worker.onNotificationClick('newRequest|iris:105163');
    expect(state.opened).toEqual(['https://www.irisreservation.ca/reservations/105163']);
  });

  it('U1 several changes at once are looked at once more, by the last of them', async () => {
    const asked = vi.spyOn(fakeBrowser.storage.session, 'get');
    onTestFinished(() => asked.mockRestore());
    await worker.updateBadge();
    const once = asked.mock.calls.length;
    const first = worker.updateBadge();
    await readingsStore.update(() => ({ iris: portalReading([booking()]) }));
    const before = asked.mock.calls.length;
    await Promise.all([first, ...Array.from({ length: 8 }, () => worker.updateBadge())]);
    expect(asked.mock.calls.length - before).toBeLessThanOrEqual(2 * once);
    expect(state.badge.text).toBe('1');
  });

  it('an example is shown when the browser allows it', async () => {
    expect(await worker.onMessage({ type: 'alerts.example' }, popup)).toEqual({ shown: false });
    state.granted.add('notifications');
    expect(await worker.onMessage({ type: 'alerts.example' }, popup)).toEqual({ shown: true });
  });
});

it('U15 the icon’s menu follows the language of the settings', async () => {
  await worker.writeMenu();
  expect(state.menu[1]?.title).toBe('Ouvrir les demandes');
  await saveSettings(settings({ language: 'en' }));
  await worker.onSettingsChanged();
  expect(state.menu[1]?.title).toBe('Open the requests');
  await worker.onMenu('next-pending');
  expect(state.opened).toHaveLength(1);
});

it('B.2 polling outlives the worker and a portal that signs people out: « ? », then the count again, never zero', async () => {
  await worker.settle();
  await worker.onAlarm('watch');
  expect(state.badge.text).toBe('1');
  portalPage = markup('classic/signIn');
  worker = wake();
  await worker.onAlarm('watch');
  expect([state.badge.text, state.badge.title]).toEqual(['?', expect.stringContaining('Portail fermé')]);
  portalPage = markup('classic/list');
  worker = wake();
  await worker.onAlarm('watch');
  expect(state.badge.text).toBe('1');
  expect(await fakeBrowser.alarms.get('watch')).toBeDefined();
});

describe('the overlay’s questions', () => {
  it('are answered with what it needs and nobody’s address (C.2)', async () => {
    await readingsStore.update(() => ({ iris: portalReading([booking()]) }));
    await ledgerStore.update((ledger) => ({ ...ledger, bookings: [ofLedger()], at: NOW }));
    const answer = (await worker.onMessage({ type: 'overlay.start' }, tab)) as OverlaySettings;
    expect(answer).toMatchObject({ portal: 'iris', language: 'fr', styles: '.po-panel{}', profile: { id: 'iris' } });
    expect(answer.cards).toHaveLength(5);
    expect(answer.readings).toHaveLength(2);
    expect(JSON.stringify(answer)).not.toContain('julie.gagnon');
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  it('from a page that is no portal are answered null', async () => {
    expect(await worker.onMessage({ type: 'overlay.start' }, { ...tab, url: 'https://ailleurs.exemple.test/' })).toBeNull();
  });

  it('a saved booking is told to the companion at once, for a person with a key', async () => {
    await saveSettings(settings({ person: representative }));
    await worker.onMessage({ type: 'overlay.saved', booking: booking({ portal: 'mensonge', number: null, requester: null }) }, tab);
    expect((await outboxStore.load()).entries).toEqual([]);
    await giveKey(worker);
    await worker.onMessage({ type: 'overlay.saved', booking: booking({ portal: 'mensonge', number: null, requester: null }) }, tab);
    await settled();
    const [{ body } = { body: '' }] = companion.taken.values();
    expect(JSON.parse(body)).toMatchObject({ type: 'booking.requested', data: { booking: { portal: 'iris', name: facts.name, requester: { name: 'Julie Gagnon' } } } });
  });

  it('what a tab reads makes the worker read', async () => {
    await worker.onMessage({ type: 'overlay.reading', reading: reading([booking()]) }, tab);
    await vi.waitFor(async () => expect((await readingsStore.load())['iris']?.state).toBe('ok'), PATIENCE);
  });

  it('U24 what a tab of a private window shows is kept in no store; what is saved there is sent', async () => {
    const inPrivate = { ...tab, tab: { ...tab.tab, incognito: true } };
    await giveKey(worker);
    portalPage = markup('classic/signIn');
    await worker.onMessage({ type: 'overlay.reading', reading: reading([booking({ title: 'Vue en privé', status: 'approved' })]) }, inPrivate);
    await worker.onMessage({ type: 'overlay.reading', reading: reading([booking({ number: '105999', title: 'Vue en clair', status: 'approved' })]) }, tab);
    const kept = async (): Promise<string> => JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);
    await vi.waitFor(async () => expect(await kept()).toContain('105999'), PATIENCE);
    expect(await kept()).not.toContain('Vue en privé');
    await worker.onMessage({ type: 'overlay.saved', booking: booking({ number: null, status: 'pending' }) }, inPrivate);
    await settled();
  });

  it('health is kept by portal and page', async () => {
    const failures = [{ feature: 'facts', anchor: 'title' }];
    await worker.onMessage({ type: 'overlay.health', page: 'form', anchors: [], failures }, tab);
    await worker.onMessage({ type: 'overlay.health', page: null, anchors: [], failures: [] }, tab);
    const kept = { at: NOW, profile: '1', lastWell: {} };
    expect(await healthStore.load()).toEqual({ iris: { form: { page: 'form', anchors: [], failures, ...kept }, unknown: { page: null, anchors: [], failures: [], ...kept } } });
  });

  it('C4 when each anchor was last well outlives the look that misses it, and the page may have it copied with the structure', async () => {
    const tell = (health: 'found' | 'missing') => worker.onMessage({ type: 'overlay.health', page: 'form', anchors: [{ anchor: 'save', health, matches: 1 }, { anchor: 'Julie', health, matches: 1 }], failures: [] }, tab);
    await tell('found');
    await tell('missing');
    expect((await healthStore.load())['iris']?.form).toMatchObject({ anchors: [{ anchor: 'save', health: 'missing' }, {}], lastWell: { save: NOW } });
    fakeBrowser.scripting.executeScript = vi.fn(({ target }: { target: { tabId: number } }) => Promise.resolve([{ result: `path /onglet-${target.tabId}` }])) as unknown as typeof fakeBrowser.scripting.executeScript;
    const text = String(await worker.onMessage({ type: 'overlay.diagnostic' }, tab));
    expect(text).toContain(`  anchor save: missing (1) last well ${new Date(NOW).toISOString().slice(0, 16)}Z\n  anchor Julie: missing`);
    expect(text.endsWith(`\nstructure: path /onglet-${tab.tab.id}`)).toBe(true);
  });
});

it('a change of the settings takes effect at once: alarm, registrations, overlays, reading', async () => {
  state.tabs = [{ id: 2, url: 'https://www.irisreservation.ca/' }];
  await saveSettings(settings({ alerts: { ...settings().alerts, everyMinutes: 2 } }));
  await worker.onSettingsChanged();
  expect((await fakeBrowser.alarms.get('watch'))?.periodInMinutes).toBe(2);
  expect(state.told).toEqual([{ id: 2, message: { type: 'settings.changed' } }]);
  await vi.waitFor(async () => expect((await readingsStore.load())['iris']?.state).toBe('ok'), PATIENCE);
});
