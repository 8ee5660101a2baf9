import { fakeBrowser, resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { enqueue } from '../../../lib/background/outbox.ts';
import { SETTLED_FOR, settledStore } from '../../../lib/background/settled.ts';
import { createWorker, type Worker } from '../../../lib/background/worker.ts';
import { renewKey } from '../../../lib/background/enrolment.ts';
import { importPersonKey, keepKey, loadKey } from '../../../lib/state/keys.ts';
import { outboxStore } from '../../../lib/state/outbox-store.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { NOW, settings } from '../samples.ts';
import { eventOf } from './outbox-support.ts';
import { fakeCompanion, memorySafe, SECRET, type FakeCompanion } from './support.ts';

const OTHER = { id: 'autre', name: 'Autre portail', origin: 'https://portail.exemple.test', listPath: null, enabled: true };

let now: number;
let companion: FakeCompanion;
let safe: ReturnType<typeof memorySafe>;

/** A worker that the browser has just started; what it keeps in memory is gone each time. */
const wake = (): Worker =>
  createWorker({
    fetch: companion.fetch, now: () => now, random: () => 0, wait: () => Promise.resolve(), own: { id: 'x', base: 'chrome-extension://x/' }, version: '1',
    openTab: () => Promise.resolve(), styles: '', browserLanguage: () => 'fr-CA', report: (error) => { throw error; }, safe,
  });

beforeEach(async () => {
  resetBrowser();
  now = NOW;
  companion = fakeCompanion(() => now);
  safe = memorySafe();
  await keepKey(await importPersonKey(`marc-1:${SECRET}`), NOW, safe);
  await saveSettings(settings());
});

/** What a start asks of the browser besides its stores. */
async function questionsOf(start: () => Promise<void>): Promise<string[]> {
  const spies = Object.entries({
    alarms: vi.spyOn(fakeBrowser.alarms, 'get'),
    permissions: vi.spyOn(fakeBrowser.permissions, 'contains'),
    registrations: vi.spyOn(fakeBrowser.scripting, 'getRegisteredContentScripts'),
    badge: vi.spyOn(fakeBrowser.action, 'setBadgeText'),
  });
  onTestFinished(() => spies.forEach(([, spy]) => spy.mockRestore()));
  await start();
  const asked = spies.filter(([, spy]) => spy.mock.calls.length > 0).map(([name]) => name);
  spies.forEach(([, spy]) => spy.mockRestore());
  return asked;
}

const ALL = ['alarms', 'permissions', 'registrations', 'badge'];
/** Of a start that finds all right: whether the alarm still stands. */
const ALARM = ['alarms'];
const start = (): Promise<void> => wake().start();

describe('G3 a start of the worker', () => {
  it('puts alarms, registrations and badge right, and the next one asks for the alarm only', async () => {
    expect(await questionsOf(start)).toEqual(ALL);
    expect(await fakeBrowser.alarms.get('watch')).toBeDefined();
    expect(state.access).toBe('TRUSTED_CONTEXTS');
    expect(await questionsOf(start)).toEqual(ALARM);
  });

  it('does so again in another session of the browser, and when an hour has gone by', async () => {
    await start();
    await fakeBrowser.storage.session.clear();
    expect(await questionsOf(start)).toEqual(ALL);
    now += SETTLED_FOR - 1;
    expect(await questionsOf(start)).toEqual(ALARM);
    now += 1;
    expect(await questionsOf(start)).toEqual(ALL);
  });

  it('U10 does so again when the browser has lost the alarm, which nothing else would notice', async () => {
    await start();
    await fakeBrowser.alarms.clear('watch');
    expect(await questionsOf(start)).toEqual(ALL);
    expect(await fakeBrowser.alarms.get('watch')).toBeDefined();
  });

  it('does so again when the clock was put back: nobody knows how long it has been', async () => {
    await start();
    now -= 1;
    expect(await questionsOf(start)).toEqual(ALL);
  });

  it('U10 R6 sets the alarm anew that a clock was set back behind: it would not ring for as long', async () => {
    await start();
    now -= 2 * SETTLED_FOR;
    await start();
    expect((await fakeBrowser.alarms.get('watch'))?.scheduledTime).toBe(now + 5 * 60_000);
  });

  it('does so again after one that could not', async () => {
    const broken = vi.spyOn(fakeBrowser.scripting, 'getRegisteredContentScripts').mockRejectedValueOnce(new Error('busy'));
    await expect(start()).rejects.toThrow('busy');
    broken.mockRestore();
    expect(await questionsOf(start)).toEqual(ALL);
  });

  it('takes over what settings and permissions say meanwhile, by their own events', async () => {
    state.granted.add('https://portail.exemple.test/*');
    await start();
    await saveSettings(settings({ portals: [...settings().portals, OTHER] }));
    await wake().onSettingsChanged();
    expect(state.registered).toHaveLength(1);
    state.granted.delete('https://portail.exemple.test/*');
    await wake().settle();
    expect(state.registered).toEqual([]);
  });

  it('R3 sends what a worker left waiting without an alarm, however settled all else is', async () => {
    await start();
    await enqueue({ key: 'iris:105163', event: eventOf(), undo: 0 }, now);
    await start();
    expect(companion.taken.size).toBe(1);
    expect((await outboxStore.load()).entries).toMatchObject([{ state: 'delivered' }]);
  });

  it('ends a renewal whose answer was lost, at each start until it is ended', async () => {
    await start();
    companion.down = true;
    const ports = { fetch: companion.fetch, now: () => now, address: () => Promise.resolve('https://compagnon.exemple.test'), key: () => loadKey(safe) };
    await renewKey(ports, safe);
    expect(await settledStore.load()).toBeNull();
    companion.requests.length = 0;
    await start();
    await start();
    expect(companion.requests.filter(({ path }) => path === '/v1/renewals')).toHaveLength(2);
    expect(await settledStore.load()).toBeNull();
  });
});

describe('G3 the icon', () => {
  it('is given its text by one worker, and by the next only when it is another', async () => {
    await start();
    expect(state.badge.text).toBe('?');
    const writes = state.badgeWrites;
    await wake().updateBadge();
    expect(state.badgeWrites).toBe(writes);
  });

  it('is given it anew when a worker ended while it wrote', async () => {
    await start();
    vi.spyOn(fakeBrowser.action, 'setTitle').mockImplementation(() => Promise.resolve());
    const ended = vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValueOnce(new Error('ended'));
    onTestFinished(() => void vi.restoreAllMocks());
    await saveSettings(settings({ person: { ...settings().person, role: 'representative' } }));
    await expect(wake().updateBadge()).rejects.toThrow('ended');
    ended.mockRestore();
    await saveSettings(settings());
    await wake().updateBadge();
    expect(state.badge.text).toBe('?');
    expect(state.badge.colour).toBe('#4b5d71');
  });

  it('is not made anew for a note that the worker writes for itself, and is for a store', async () => {
    const worker = wake();
    await worker.start();
    const asked = vi.spyOn(fakeBrowser.storage.managed, 'get');
    onTestFinished(() => asked.mockRestore());
    await worker.onStoreChanged(['settled', 'badge', 'settings.checked']);
    expect(asked).not.toHaveBeenCalled();
    await worker.onStoreChanged(['settled', 'readings']);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
