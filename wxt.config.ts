import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { oldestBrowsers } from './lib/help/browsers.ts';
import { portalHosts } from './lib/portal/hosts.ts';
import { cutOverlay } from './wxt.parts.ts';

/** Keeps the identifier of an unpacked build stable, so that policies and the companion can name it. */
const chromiumKey = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAs6t9q5lWZ8lbybyLs04YklKaUyYIsNP9sjxAAGdc+2LerIK0P/8WRJ8k8tpCQwIAXTDH9cLkTg9fUap4SnXZzBHle4x22pKwoguDUz0WDyFrwEDNrPdLv6lAWOAxQdzTGgaDKnXSNXpboHdqDRR5Hrob3B1ukC1n2TMTEwpwCugP7/p2CzBGMLW1OWRfocJ8yNMBKvTafz3pmx3B19sLEdiH6ouERURcwMh1kP/Aidm2hgGeWbRzoBJpeyjxp1BfYGKIRs0qHuOCHRB/xY4VqshnD7vdWcg9lTNKiS6Ap2cUelTI3antDeeOqbmC+6T7Ofj/0GT8EjSsJB8aS1/XzQIDAQAB';

const polyfill = '@wxt-dev/webextension-polyfill/browser';
const own = fileURLToPath(import.meta.resolve('@wxt-dev/browser'));
const few = fileURLToPath(new URL('./components/ui/few-shapes.ts', import.meta.url));
const signalsCore = fileURLToPath(import.meta.resolve('@preact/signals-core'));

/** Nothing of ours gives Preact HTML to insert: its way in is closed, so that nobody has to take our word for it. */
const noMarkup = {
  name: 'no-markup',
  transform(code: string, id: string) {
    if (!/preact[\\/]dist[\\/]preact\.mjs$/u.test(id)) return null;
    const closed = code.replace(/\w+\.innerHTML=\w+\.__html/u, 'void 0');
    if (closed === code) throw new Error('Preact writes HTML in another way than before: see wxt.config.ts.');
    return { code: closed, map: null };
  },
};

/** What ships to pages uses promises and JSON messages only, which every browser of ours has: no polyfill there. */
const noPolyfill = { name: 'no-polyfill', enforce: 'pre' as const, resolveId: (id: string) => (id === polyfill ? own : null) };

/**
 * The library lends the browser's own object where there is one. Taken in as an old module it would be copied, property by
 * property, and each property makes a whole part of the browser's interface: 4 ms of every start, by a profile.
 */
const polyfillAsModule = {
  name: 'polyfill-as-module',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => (/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/u.test(id) ? { code: `const module = { exports: {} }, { exports } = module;\n${code}\nexport default module.exports;`, map: null } : null),
};

/** The overlay draws in effects of its own: of the signals it needs the core, and not what ties them to components. */
const coreOfSignals = { name: 'core-of-signals', enforce: 'pre' as const, resolveId: (id: string) => (id === '@preact/signals' ? signalsCore : null) };

/** The side panel is the popup, in another place. */
const pageOf = ({ name }: { name: string }): string => (name === 'sidepanel' ? 'popup' : name);

/** Of the drawings, what stands in a portal's page. */
const fewShapes = { name: 'few-shapes', enforce: 'pre' as const, resolveId: (id: string, from?: string) => (id === './shapes.ts' && from?.endsWith('/components/ui/Icon.tsx') === true ? few : null) };

/** A library brings its own for browsers of long ago. */
const natives: Readonly<Record<string, string>> = { 'SetLike.mjs': 'Set', 'array.from.mjs': '(list) => Array.from(list)' };
const noAncientBrowsers = {
  name: 'no-ancient-browsers',
  load(id: string) {
    const [, name = ''] = /dom-accessibility-api[\\/]dist[\\/]polyfills[\\/]([\w.]+)$/u.exec(id) ?? [];
    return name in natives ? `export default ${natives[name]};` : null;
  },
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv3{{modeSuffix}}',
  hooks: {
    // `imports: false` stops the types only: a parameter of ours called `storage` would still bring WXT's whole storage in.
    'config:resolved': ({ config }) => {
      Object.assign(config.imports, { imports: [], presets: [], dirs: [] });
    },
    // One program a page: what pages share weighs little on a disk, and each file more that a page waits for costs it milliseconds.
    'entrypoints:grouped': (_wxt, groups) => {
      groups.splice(0, groups.length, ...groups.flatMap((group): typeof groups => (Array.isArray(group) ? [...Map.groupBy(group, pageOf).values()] : [group])));
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script')) return;
      config.plugins = [...(config.plugins ?? []), noPolyfill];
      if (!entrypoints.every(({ name }) => name === 'portal')) return;
      config.plugins.push(coreOfSignals, fewShapes);
      cutOverlay(config);
    },
  },
  vite: () => ({
    plugins: [noMarkup, polyfillAsModule, noAncientBrowsers],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: ['chrome123', 'firefox140'], sourcemap: false },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'fr_CA',
    homepage_url: 'https://www.telesantechudequebec.ca/',
    permissions: ['storage', 'alarms', 'scripting', 'contextMenus', ...(browser === 'firefox' ? [] : ['offscreen'])],
    host_permissions: portalHosts.matches,
    optional_host_permissions: ['https://*/*'],
    // One worker, one queue, also for a private window: two would send twice, and a queue of its own would end with the window.
    incognito: 'spanning',
    // Asked on the click, for those who want to be told on the desktop (U9).
    optional_permissions: ['notifications'],
    action: { default_title: '__MSG_extensionName__' },
    // Suggested only: a person sets their own in the browser.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+P' } },
      'show-licence': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandShowLicence__' },
      'next-pending': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNextPending__' },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src https: http://127.0.0.1:* http://localhost:*; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'passerelle@cct.example',
              strict_min_version: oldestBrowsers.firefox,
              data_collection_permissions: { required: ['personallyIdentifyingInfo'] },
            },
          },
        }
      : { key: chromiumKey, minimum_chrome_version: oldestBrowsers.chrome, storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
