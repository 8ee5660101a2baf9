import { fakeBrowser, resetBrowser, state } from '../browser.ts';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createWorker, type Worker } from '../../../lib/background/worker.ts';
import { importPersonKey, keepKey } from '../../../lib/state/keys.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { sightingsStore } from '../../../lib/state/sightings-store.ts';
import { waitsStore } from '../../../lib/state/waits-store.ts';
import { booking, HOUR, NOW, portalReading, settings } from '../samples.ts';
import { memorySafe, SECRET } from './support.ts';
import { html, isDetail, list, row } from './watch-support.ts';

let now: number;
let asked: string[];
let rows: string[];
let worker: Worker;
/** Lets what waits go on. */
let proceed: (() => void)[];
let waits: (milliseconds: number) => Promise<void>;

beforeEach(async () => {
  resetBrowser();
  [now, asked, rows, proceed] = [NOW, [], [row(104200)], []];
  waits = () => Promise.resolve();
  const safe = memorySafe();
  await keepKey(await importPersonKey(`marc-1:${SECRET}`), NOW, safe);
  await saveSettings(settings());
  worker = createWorker({
    fetch: ((input: string | URL) => {
      const { hostname, pathname } = new URL(input);
      asked.push(hostname);
      if (hostname === 'www.irisreservation.ca') return Promise.resolve().then(isDetail(pathname) ? html('', 404) : html(list(rows)));
      return Promise.resolve(Response.json({ bookings: [], complete: true }));
    }) as typeof fetch,
    now: () => now, random: () => 0, wait: (milliseconds) => waits(milliseconds), own: { id: 'x', base: 'chrome-extension://x/' }, version: '1',
    openTab: () => Promise.resolve(), styles: '', browserLanguage: () => 'fr-CA', report: (error) => { throw error; }, safe,
  });
});
afterEach(() => vi.restoreAllMocks());

const look = async (): Promise<string[]> => {
  asked = [];
  now += HOUR;
  await worker.onAlarm('watch');
  return [...new Set(asked)].sort();
};

describe('G.3 one look at the portal', () => {
  it('U13 goes by the settings of now: what changed between two looks is seen by the next', async () => {
    const companion = new URL(settings().companion.address ?? '').hostname;
    expect(await look()).toEqual([companion, 'www.irisreservation.ca'].sort());
    await saveSettings(settings({ companion: { address: 'https://autre.exemple.test' } }));
    expect(await look()).toEqual(['autre.exemple.test', 'www.irisreservation.ca']);
    await fakeBrowser.storage.local.set({ settings: settings({ companion: { address: null }, person: { ...settings().person, role: 'representative' } }) });
    expect(await look()).toEqual([]);
  });

  it('asks for the settings once for all that it reads, and once for the badge', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get');
    onTestFinished(() => get.mockRestore());
    await look();
    expect(get.mock.calls.filter(([keys]) => [keys].flat().includes('settings'))).toHaveLength(2);
  });

  it('writes no sighting and no badge that is there already, and both when a request came', async () => {
    await saveSettings(settings({ companion: { address: null } }));
    await look();
    const writes = vi.spyOn(fakeBrowser.storage.local, 'set');
    const badges = state.badgeWrites;
    now -= HOUR;
    await look();
    expect(writes.mock.calls.flatMap(([stores]) => Object.keys(stores))).toEqual([]);
    expect(state.badgeWrites).toBe(badges);
    rows.push(row(104201));
    await look();
    expect(writes.mock.calls.flatMap(([stores]) => Object.keys(stores))).toEqual(['sightings']);
    expect(Object.keys(await sightingsStore.load())).toEqual(['iris:104200', 'iris:104201']);
    expect(state.badge.text).toBe('2');
  });

  it('U1 what changes several stores is shown at once, with the last of them', async () => {
    waits = () => new Promise((resolve) => proceed.push(resolve));
    const first = worker.onStoreChanged(['readings']);
    await waitsStore.update(() => []);
    await readingsStore.update(() => ({ iris: portalReading([booking()]) }));
    const last = worker.onStoreChanged(['readings']);
    expect(proceed).toHaveLength(1);
    expect(state.badgeWrites).toBe(0);
    proceed.forEach((resolve) => resolve());
    await Promise.all([first, last]);
    expect(state.badge.text).toBe('1');
    expect(state.badgeWrites).toBe(1);
    const later = worker.onStoreChanged(['readings']);
    expect(proceed).toHaveLength(2);
    proceed.forEach((resolve) => resolve());
    await later;
  });
});
