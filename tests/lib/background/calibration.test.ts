import { fakeBrowser, resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startProgress, withSkipped } from '../../../lib/calibration/acts.ts';
import { emptyPatch } from '../../../lib/calibration/patch.ts';
import { sessionStore } from '../../../lib/calibration/session.ts';
import { calibrationContent, calibrationPage } from '../../../lib/background/calibration.ts';
import { profileOf } from '../../../lib/background/profiles.ts';
import { syncPortals } from '../../../lib/background/portals.ts';
import { anyPortal } from '../../../lib/portal/profiles/any.ts';
import { healthStore } from '../../../lib/state/health-store.ts';
import { profilesStore } from '../../../lib/state/profiles-store.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { NOW, settings } from '../samples.ts';

const admin = { name: 'Sylvie Tremblay', email: null, role: 'admin', establishmentId: null } as const;
const iris = settings().portals[0] as ReturnType<typeof settings>['portals'][number];
const readSoon = vi.fn();
const ports = { ports: { now: () => NOW, browserLanguage: () => 'fr-CA' }, readSoon };
const page = calibrationPage(ports);
const content = calibrationContent(ports);
const sender = (tabId: number, portal = iris) => ({ kind: 'content', portal, address: `${portal.origin}/liste`, tabId, isPrivate: false }) as const;
const patch = { ...emptyPatch(anyPortal, { id: 'iris', name: 'IRIS' }), anchors: { save: [{ by: 'text' as const, names: ['Réserver'], origin: 'calibrated' as const, source: 'calibration', date: '2026-11-22' }] } };

beforeEach(async () => {
  resetBrowser();
  Object.assign(fakeBrowser.tabs, { update: vi.fn(() => Promise.resolve({ windowId: 1 })), create: vi.fn(() => Promise.resolve({ id: 9 })) });
  Object.assign(fakeBrowser.windows, { update: vi.fn(() => Promise.resolve()) });
  state.tabs = [{ id: 4, url: 'https://www.irisreservation.ca/liste' }];
  await saveSettings(settings({ person: admin }));
});

describe('opening the assistant', () => {
  it('C5 puts it into the portal’s tab, and again into each page of it until it is closed', async () => {
    expect(await page['calibration.open']({ type: 'calibration.open', portal: 'iris' })).toEqual({ ok: true });
    expect(state.injected).toEqual([4]);
    expect(state.registered.map(({ id, js }) => [id, js])).toEqual([['calibration', ['calibrate.js']]]);
    await syncPortals(settings());
    expect(state.registered).toHaveLength(1);
    await content['calibration.close']({ type: 'calibration.close' }, sender(4));
    expect(state.registered).toEqual([]);
    expect(await sessionStore.load()).toBeNull();
  });

  it('C5 is for an administrator, for an enabled portal, and where the browser lets us', async () => {
    expect(await page['calibration.open']({ type: 'calibration.open', portal: 'autre' })).toEqual({ ok: false, why: 'portal' });
    state.granted.clear();
    expect(await page['calibration.open']({ type: 'calibration.open', portal: 'iris' })).toEqual({ ok: false, why: 'permission' });
    await saveSettings(settings());
    expect(await page['calibration.open']({ type: 'calibration.open', portal: 'iris' })).toEqual({ ok: false, why: 'role' });
    expect(state.injected).toEqual([]);
  });

  it('C5 goes on where it was when it is opened again', async () => {
    await page['calibration.open']({ type: 'calibration.open', portal: 'iris' });
    const progress = withSkipped(startProgress(patch), 'form', 'end');
    await content['calibration.keep']({ type: 'calibration.keep', progress }, sender(4));
    await page['calibration.open']({ type: 'calibration.open', portal: 'iris' });
    expect((await sessionStore.load())?.progress).toEqual(progress);
  });
});

describe('what the assistant may do', () => {
  it('C5 nothing, in a tab that it was not opened in', async () => {
    await page['calibration.open']({ type: 'calibration.open', portal: 'iris' });
    const before = await sessionStore.load();
    expect(await content['calibration.start']({ type: 'calibration.start' }, sender(5))).toBeNull();
    await content['calibration.keep']({ type: 'calibration.keep', progress: startProgress(patch) }, sender(5));
    expect(await content['calibration.save']({ type: 'calibration.save', patch }, sender(5))).toEqual({ ok: false, why: 'portal' });
    await content['calibration.close']({ type: 'calibration.close' }, sender(5));
    expect(await sessionStore.load()).toEqual(before);
    expect(await profilesStore.load()).toEqual({});
  });

  it('C5 is told no person’s name', async () => {
    const named = settings().roster.map((one) => ({ ...one, representative: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test', phone: null, irisCode: null, position: null } }));
    await saveSettings(settings({ person: admin, roster: named }));
    await page['calibration.open']({ type: 'calibration.open', portal: 'iris' });
    const told = JSON.stringify(await content['calibration.start']({ type: 'calibration.start' }, sender(4)));
    expect(['CISSS de la Côte-Nord', 'Sylvie', 'Julie'].map((name) => told.includes(name))).toEqual([true, false, false]);
  });

  it('C5 C6 puts a profile in force for its own portal only, one version after the other', async () => {
    await page['calibration.open']({ type: 'calibration.open', portal: 'iris' });
    await content['calibration.save']({ type: 'calibration.save', patch: { ...patch, id: 'autre' } }, sender(4));
    await content['calibration.save']({ type: 'calibration.save', patch }, sender(4));
    expect(Object.keys(await profilesStore.load())).toEqual(['iris']);
    const profile = await profileOf(iris);
    expect(profile).toMatchObject({ id: 'iris', name: 'IRIS', taught: 2, anchors: { save: patch.anchors.save } });
    expect(profile.anchors.title).toBeUndefined();
    expect(state.told).toContainEqual({ id: 4, message: { type: 'settings.changed' } });
    await healthStore.update(() => ({ iris: { form: { page: 'form', anchors: [{ anchor: 'save', health: 'missing', matches: 0 }], failures: [], at: NOW } }, autre: {} }));
    expect(await page['profile.set']({ type: 'profile.set', portal: 'iris', patch: null })).toEqual({ ok: true });
    expect(await healthStore.load()).toEqual({ autre: {} });
    expect((await profileOf(iris)).anchors.title).toBeDefined();
  });

  it('C5 a taught profile that no longer holds is left out, and the portal keeps the one that ships', async () => {
    await fakeBrowser.storage.local.set({ profiles: { iris: { patch: { ...patch, anchors: { save: [{ by: 'magic' }] } }, at: NOW } } });
    expect((await profileOf(iris)).anchors.title).toBeDefined();
  });
});
