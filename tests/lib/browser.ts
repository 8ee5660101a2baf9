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
  /** Notifications on the desktop, by identity, in their order. */
  notifications: [] as { id: string; title: string; message: string }[],
  access: 'all',
  /** The icon's menu. */
  menu: [] as { id: string; title: string }[],
  /** Addresses of tabs that were opened, and tabs that were brought to the front. */
  opened: [] as string[],
  raised: [] as number[],
};

const parts = {
  permissions: {
    contains: ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
      Promise.resolve([...origins, ...permissions].every((wanted) => state.granted.has(wanted))),
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
    create: ({ url }: { url: string }) => {
      state.opened.push(url);
      return Promise.resolve({});
    },
    update: (id: number) => {
      state.raised.push(id);
      return Promise.resolve({});
    },
  },
  windows: { update: () => Promise.resolve({}) },
  notifications: {
    create: (id: string, { title, message }: { title: string; message: string }) => {
      state.notifications = [...state.notifications.filter((known) => known.id !== id), { id, title, message }];
      return Promise.resolve(id);
    },
    clear: (id: string) => {
      state.notifications = state.notifications.filter((known) => known.id !== id);
      return Promise.resolve(true);
    },
  },
  contextMenus: {
    removeAll: () => {
      state.menu = [];
      return Promise.resolve();
    },
    create: ({ id, title }: { id: string; title: string }) => {
      if (state.menu.some((item) => item.id === id)) throw new Error('Duplicate id');
      state.menu.push({ id, title });
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

/** Who may read the stores of the disk; a browser that is just installed lets everybody. */
const access = {
  setAccessLevel: ({ accessLevel }: { accessLevel: string }) => {
    state.access = accessLevel;
    return Promise.resolve();
  },
};

Object.assign(fakeBrowser, parts);
Object.assign(fakeBrowser.storage.local, access);
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });

/** A browser as it is just after its installation. */
export function resetBrowser(): void {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, parts);
  Object.assign(fakeBrowser.storage.local, access);
  state.granted = new Set(['https://www.irisreservation.ca/*']);
  Object.assign(state, { registered: [], injected: [], tabs: [], told: [], badgeWrites: 0, notifications: [], menu: [], opened: [], raised: [], access: 'all' });
  state.badge = { text: '', colour: '', title: '' };
}

export { fakeBrowser };
