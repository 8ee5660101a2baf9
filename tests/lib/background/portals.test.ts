import { resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_SCRIPT, syncPortals, tellPortals } from '../../../lib/background/portals.ts';
import { portalOfAddress } from '../../../lib/state/portal-of.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import { booking, portalReading, settings } from '../samples.ts';

const other = { id: 'autre', name: 'Autre portail', origin: 'https://portail.exemple.test', listPath: null, enabled: true };
const withOther = (change: Partial<typeof other> = {}) => settings({ portals: [...settings().portals, { ...other, ...change }] });
const OTHER = 'https://portail.exemple.test/*';

beforeEach(resetBrowser);

describe('portals besides the built-in one', () => {
  it('are registered once their permission is held; the built-in one is in the manifest', async () => {
    state.granted.add(OTHER);
    await syncPortals(withOther());
    expect(state.registered).toEqual([{ id: 'portal-autre', matches: [OTHER], js: [CONTENT_SCRIPT], runAt: 'document_start' }]);
  });

  it('are shown as « permission manquante » without it, and nothing is registered in vain', async () => {
    await syncPortals(withOther());
    expect(state.registered).toEqual([]);
    expect((await readingsStore.load())['autre']?.state).toBe('permissionMissing');
    state.granted.add(OTHER);
    await syncPortals(withOther());
    expect((await readingsStore.load())['autre']?.state).toBe('never');
  });

  it('lose their registration with their permission, their switch or their place in the settings', async () => {
    for (const take of [() => state.granted.delete(OTHER), () => withOther({ enabled: false }), () => settings()]) {
      state.granted.add(OTHER);
      await syncPortals(withOther());
      expect(state.registered).toHaveLength(1);
      const next = take();
      await syncPortals(typeof next === 'boolean' ? withOther() : next);
      expect(state.registered).toEqual([]);
    }
  });

  it('move with their address', async () => {
    state.granted.add(OTHER).add('https://nouveau.exemple.test/*');
    await syncPortals(withOther());
    await syncPortals(withOther({ origin: 'https://nouveau.exemple.test' }));
    expect(state.registered.map(({ matches }) => matches)).toEqual([['https://nouveau.exemple.test/*']]);
  });

  it('are registered once, however many ask at once', async () => {
    state.granted.add(OTHER);
    await Promise.all([syncPortals(withOther()), syncPortals(withOther()), syncPortals(withOther())]);
    expect(state.registered).toHaveLength(1);
  });

  it('reach the tabs that are open already, and no other tab', async () => {
    state.granted.add(OTHER);
    state.tabs = [{ id: 1, url: 'https://portail.exemple.test/liste' }, { id: 2, url: 'https://www.irisreservation.ca/' }];
    await syncPortals(withOther());
    await syncPortals(withOther());
    expect(state.injected).toEqual([1]);
  });

  describe('two on one host, each on its port, which no pattern can name', () => {
    const first = { ...other, origin: 'https://portail.exemple.test:8443' };
    const second = { ...first, id: 'second', origin: 'https://portail.exemple.test:9443' };
    const both = settings({ portals: [first, second] });
    const tabs = [{ id: 1, url: `${first.origin}/liste` }, { id: 2, url: `${second.origin}/liste` }, { id: 3, url: 'https://portail.exemple.test/courriel' }];

    it('the second comes into its own tabs, and takes no overlay out of the first’s', async () => {
      state.granted.add(OTHER);
      state.tabs = tabs;
      await syncPortals(settings({ portals: [first] }));
      expect(state.injected).toEqual([1]);
      await syncPortals(both);
      expect(state.injected).toEqual([1, 2]);
    });

    it('when one is removed, the other keeps its registration and its permission', async () => {
      state.granted.add(OTHER);
      await syncPortals(both);
      await syncPortals(settings({ portals: [second] }));
      expect(state.registered.map(({ id }) => id)).toEqual(['portal-second']);
      expect([...state.granted]).toContain(OTHER);
      expect((await readingsStore.load())['second']?.state).toBe('never');
    });

    it('only pages of a portal are told of the settings', async () => {
      state.tabs = tabs;
      await tellPortals(settings({ portals: [second] }));
      expect(state.told.map(({ id }) => id)).toEqual([2]);
    });

    it('a page belongs to the portal of its own port, and to none on a third', () => {
      const idOf = (address: string) => portalOfAddress(address, both.portals)?.id ?? null;
      expect(tabs.map(({ url }) => idOf(url))).toEqual([first.id, second.id, null]);
    });
  });

  it('a permission that is taken away takes the cached names with it', async () => {
    await readingsStore.update(() => ({ iris: portalReading([booking()]) }));
    state.granted.clear();
    await syncPortals(settings());
    expect((await readingsStore.load())['iris']).toMatchObject({ state: 'permissionMissing', reading: null });
  });

  it('leave what was read of a portal alone otherwise', async () => {
    const read = { iris: portalReading([booking()]) };
    await readingsStore.update(() => read);
    await syncPortals(settings());
    expect(await readingsStore.load()).toEqual(read);
  });
});

it('tells the overlays of the enabled portals that the settings changed', async () => {
  state.tabs = [{ id: 1, url: 'https://portail.exemple.test/liste' }, { id: 2, url: 'https://www.irisreservation.ca/' }, { id: 3, url: 'https://ailleurs.exemple.test/' }];
  await tellPortals(withOther({ enabled: false }));
  expect(state.told).toEqual([{ id: 2, message: { type: 'settings.changed' } }]);
  await tellPortals(settings({ portals: [] }));
  expect(state.told).toHaveLength(1);
});
