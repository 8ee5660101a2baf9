/**
 * A browser for tests of the worker and of the stores: WXT's fake one, and the few parts that it lacks.
 * Import it before anything that imports `wxt/browser`.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Registration {
  id: string;
  matches?: string[];
  js?: string[];
}

/** What a test may look at and set. */
export const state = {
  /** Match patterns of the hosts that the person has granted. */
  granted: new Set<string>(),
  registered: [] as Registration[],
  injected: [] as number[],
  tabs: [] as { id: number; url: string }[],
  told: [] as { id: number; message: unknown }[],
  badge: { text: '', colour: '', title: '' },
  badgeWrites: 0,
};

const parts = {
  permissions: {
    contains: ({ origins = [] }: { origins?: string[] }) => Promise.resolve(origins.every((origin) => state.granted.has(origin))),
  },
  scripting: {
    getRegisteredContentScripts: () => Promise.resolve(state.registered),
    registerContentScripts: (added: Registration[]) => {
      if (added.some(({ id }) => state.registered.some((known) => known.id === id))) return Promise.reject(new Error('Duplicate script ID'));
      state.registered.push(...added);
      return Promise.resolve();
    },
    unregisterContentScripts: ({ ids }: { ids: string[] }) => {
      state.registered = state.registered.filter(({ id }) => !ids.includes(id));
      return Promise.resolve();
    },
    executeScript: ({ target }: { target: { tabId: number } }) => {
      state.injected.push(target.tabId);
      return Promise.resolve([]);
    },
  },
  tabs: {
    query: ({ url }: { url?: string | string[] }) => {
      const hosts = [url ?? []].flat().map((pattern) => new URL(pattern.replace('/*', '/')).hostname);
      return Promise.resolve(state.tabs.filter((tab) => hosts.includes(new URL(tab.url).hostname)));
    },
    sendMessage: (id: number, message: unknown) => {
      state.told.push({ id, message });
      return Promise.resolve();
    },
  },
  action: {
    setBadgeText: ({ text }: { text: string }) => {
      state.badge.text = text;
      state.badgeWrites += 1;
      return Promise.resolve();
    },
    setBadgeBackgroundColor: ({ color }: { color: string }) => {
      state.badge.colour = color;
      return Promise.resolve();
    },
    setBadgeTextColor: () => Promise.resolve(),
    setTitle: ({ title }: { title: string }) => {
      state.badge.title = title;
      return Promise.resolve();
    },
  },
  i18n: { getUILanguage: () => 'fr-CA' },
};

Object.assign(fakeBrowser, parts);
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });

/** A browser as it is just after its installation. */
export function resetBrowser(): void {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, parts);
  state.granted = new Set(['https://www.irisreservation.ca/*']);
  Object.assign(state, { registered: [], injected: [], tabs: [], told: [], badgeWrites: 0 });
  state.badge = { text: '', colour: '', title: '' };
}

export { fakeBrowser };
