/**
 * Our own pages in the real browser, from the very build that ships but for its worker: what they draw is then what a test
 * put into the stores, and nothing reads a portal behind its back.
 */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { chromium, type Page } from 'playwright-core';
import { EXTENSION } from './world.ts';

declare const chrome: Browser;

export interface Stores {
  local?: Record<string, unknown>;
  session?: Record<string, unknown>;
}

export interface OwnPageOptions {
  stores?: Stores;
  /** The page's clock, milliseconds since 1970 UTC; it stands still. */
  now?: number;
  /** What the absent worker answers, by type of message; without it the worker is dead (U17). */
  worker?: Record<string, unknown> | null;
  /** What the organisation fixes, as if the browser said so. */
  policy?: Record<string, unknown>;
  viewport?: { width: number; height: number };
  /** Set before anything is drawn. */
  media?: Parameters<Page['emulateMedia']>[0];
}

export interface OwnPages {
  origin: string;
  /** Opens `popup.html` or another page of ours with these stores, and nothing else in them. */
  open(path: string, options?: OwnPageOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Chromium's name of an unpacked extension: the first sixteen bytes of its key's hash, as letters from a to p. */
export const idOf = (key: string): string =>
  [...createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');

/** Another build than the one that ships may be tried while working on it. */
const BUILD = process.env['PASSERELLE_BUILD'] ?? EXTENSION;

/** @throws when the extension is not built or the browser does not start */
export async function launchOwnPages(): Promise<OwnPages> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-pages-'));
  const extension = join(folder, 'extension');
  await cp(BUILD, extension, { recursive: true });
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as { background?: unknown; key: string };
  delete manifest.background;
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env['BROWSER_PATH'] ?? '/usr/bin/chromium',
    headless: false,
    locale: 'fr-CA',
    timezoneId: 'America/Toronto',
    viewport: { width: 480, height: 600 },
    acceptDownloads: true,
    args: [
      '--headless=new', '--hide-scrollbars', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--lang=fr-CA', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`,
    ],
  });
  const origin = `chrome-extension://${idOf(manifest.key)}`;
  return {
    origin,
    open: async (path, { stores = {}, now, worker = { refresh: { started: true } }, policy, viewport, media } = {}) => {
      const page = await context.newPage();
      if (viewport !== undefined) await page.setViewportSize(viewport);
      if (media !== undefined) await page.emulateMedia(media);
      if (now !== undefined) await page.clock.setFixedTime(now);
      await page.addInitScript((answers) => {
        if (answers === null || typeof chrome === 'undefined') return;
        const asked: unknown[] = [];
        Object.assign(globalThis, { asked });
        chrome.runtime.sendMessage = ((message: { type: string }) => {
          asked.push(message);
          return Promise.resolve(answers[message.type]);
        }) as typeof chrome.runtime.sendMessage;
      }, worker);
      if (policy !== undefined) {
        await page.addInitScript((said) => {
          if (typeof chrome !== 'undefined') chrome.storage.managed.get = (() => Promise.resolve(said)) as typeof chrome.storage.managed.get;
        }, policy);
      }
      // A page of ours without a program of its own, to fill the stores before ours reads them.
      await page.goto(`${origin}/manifest.json`);
      await page.evaluate(async ({ local, session }) => {
        await chrome.storage.local.clear();
        await chrome.storage.session.clear();
        await chrome.storage.local.set(local);
        await chrome.storage.session.set(session);
      }, { local: stores.local ?? {}, session: stores.session ?? {} });
      await page.goto(`${origin}/${path}`);
      return page;
    },
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
