/** Starts the real browser with the built extension, one profile a person. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';

/** The host under which the stand-in answers: a name of the real portal, so that the build that ships is the one tried. */
export const PORTAL_HOST = 'www.irisreservation.ca';
export const PORTAL_ORIGIN = `https://${PORTAL_HOST}`;

/** How long something may take to appear, in milliseconds: three browsers and all the rest share two cores. */
const PATIENCE = 60_000;

export interface PersonBrowser {
  context: BrowserContext;
  /** `chrome-extension://<id>` */
  origin: string;
  worker(): Promise<Worker>;
  /** Opens one of the extension's own pages in a tab: `popup.html`, `options.html`. */
  openOwn(page: string): Promise<Page>;
  /** Ends the extension's worker as the browser does when it pleases. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  portalPort: number;
  fingerprint: string;
  headless: boolean;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Further hosts that answer on loopback, each with its own certificate. */
  others?: readonly { host: string; port: number; fingerprint: string }[];
}

const switches = (options: LaunchOptions): string[] => [
  ...(options.headless ? ['--headless=new'] : []),
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=fr-CA',
  `--host-resolver-rules=${[{ host: PORTAL_HOST, port: options.portalPort }, ...(options.others ?? [])].map(({ host, port }) => `MAP ${host}:443 127.0.0.1:${port}`).join(',')}`,
  `--ignore-certificate-errors-spki-list=${[options, ...(options.others ?? [])].map(({ fingerprint }) => fingerprint).join(',')}`,
];

/** A browser with a profile of its own. @returns how to close it and forget the profile */
async function launch(options: LaunchOptions, more: string[]): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'passerelle-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['BROWSER_PATH'] ?? '/usr/bin/chromium',
    headless: false,
    locale: 'fr-CA',
    timezoneId: 'America/Toronto',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.headless ? (options.viewport ?? { width: 1280, height: 800 }) : null,
    args: [...switches(options), ...more],
  });
  context.setDefaultTimeout(PATIENCE);
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  return { context, close };
}

/** The same browser without the extension: what the portal is like for everybody else. */
export const launchPlain = (options: LaunchOptions): Promise<{ context: BrowserContext; close(): Promise<void> }> => launch(options, ['--disable-extensions']);

/** @throws when the browser does not start or the extension's worker does not come up */
export async function launchPerson(options: LaunchOptions & { extension: string }): Promise<PersonBrowser> {
  const { context, close } = await launch(options, [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`]);
  const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  // Node gives « null » as the origin of a scheme it does not know.
  const origin = (await worker()).url().split('/').slice(0, 3).join('/');
  return {
    context,
    origin,
    worker,
    openOwn: async (page) => {
      const tab = await context.newPage();
      await tab.goto(`${origin}/${page}`);
      return tab;
    },
    stopWorker: async () => {
      const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    close,
  };
}
