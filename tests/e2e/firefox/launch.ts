/** Starts Firefox with the built extension, one profile a person: the twin of tests/setup/launch.ts. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page as StoryPage, Worker } from 'playwright-core';
import puppeteer, { type Browser } from 'puppeteer-core';
import { PORTAL_HOST, type LaunchOptions, type PersonBrowser } from '../../setup/launch.ts';
import { adopt, contexts, stopBackground } from './bidi.ts';
import { PATIENCE } from './locator.ts';
import { FirefoxPage } from './page.ts';
import { startProxy } from './proxy.ts';
import { inPageTools } from './tools.ts';

export const GECKO_ID = 'passerelle@cct.example';
/** Given instead of drawn by lot, so that the extension's own pages have an address that is known. */
const UUID = '0b7a3f6e-6a3b-4f0e-9d55-6a4a4e8f3c11';
const BETWEEN_LOOKS = 100;
const ORIGIN = `moz-extension://${UUID}`;

const preferences = (proxyPort: number, colorScheme: 'light' | 'dark'): Record<string, unknown> => ({
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'intl.accept_languages': 'fr-CA,fr',
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  // Reading the clipboard back is the test's own act; people paste.
  'dom.events.testing.asyncClipboard': true,
});

export async function launchFirefox(options: LaunchOptions & { extension: string }): Promise<PersonBrowser> {
  const tools = await inPageTools();
  const others = (options.others ?? []).map(({ host, port }) => [`${host}:443`, port] as const);
  const proxy = await startProxy({ [`${PORTAL_HOST}:443`]: options.portalPort, ...Object.fromEntries(others) });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] || '/usr/bin/firefox-esr',
    headless: options.headless,
    acceptInsecureCerts: true,
    // Firefox lets a driver onto moz-extension:// pages only with this.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(proxy.port, options.colorScheme ?? 'light'),
    env: { ...process.env, TZ: 'America/Toronto' },
    defaultViewport: options.viewport ?? { width: 1280, height: 800 },
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await proxy.close();
  };
  try {
    await browser.installExtension(options.extension);
    const person = new FirefoxPerson(browser, tools);
    return {
      context: person as unknown as BrowserContext,
      origin: ORIGIN,
      worker: async () => person as unknown as Worker,
      openOwn: async (page) => (await person.openOwn(page)) as unknown as StoryPage,
      stopWorker: () => stopBackground(browser, GECKO_ID),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the story asks of a person's browser and of its worker; the page of the extension that asks for the worker is its own. */
class FirefoxPerson {
  readonly #browser: Browser;
  readonly #tools: string;
  #desk: Promise<FirefoxPage> | null = null;

  constructor(browser: Browser, tools: string) {
    this.#browser = browser;
    this.#tools = tools;
  }

  async newPage(): Promise<FirefoxPage> {
    return new FirefoxPage(await this.#browser.newPage(), this.#tools);
  }

  async openOwn(page: string): Promise<FirefoxPage> {
    const opened = await this.newPage();
    await opened.gotoOwn(`${ORIGIN}/${page}`);
    return opened;
  }

  /** Runs in a page of the extension, where the same interfaces are as in its background. */
  async evaluate<T, A>(run: (argument: A) => T, argument?: A): Promise<Awaited<T>> {
    const desk = await (this.#desk ??= this.openOwn('options.html'));
    return desk.evaluate(run, argument);
  }

  /** The next tab that a page opens. Firefox announces none that a page of an extension opened: it is asked. */
  async waitForEvent(): Promise<FirefoxPage> {
    const known = new Set((await contexts(this.#browser)).map(({ context }) => context));
    const end = performance.now() + PATIENCE;
    while (performance.now() < end) {
      const opened = (await contexts(this.#browser)).find(({ context, url }) => !known.has(context) && url !== 'about:blank');
      if (opened !== undefined) return new FirefoxPage(await adopt(this.#browser, opened), this.#tools);
      await pause(BETWEEN_LOOKS);
    }
    throw new Error('No tab was opened.');
  }

  /** Firefox asks nobody in these profiles. */
  grantPermissions(): Promise<void> {
    return Promise.resolve();
  }
}
