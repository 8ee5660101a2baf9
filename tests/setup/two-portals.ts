/**
 * One administrator's browser with both portals: the stand-in of IRIS and the other portal that no profile knows. The
 * browser's own question « may it work on this site? » cannot be answered without a head, so the copy of the extension
 * that is tried holds that one host already; every byte of its code is the one that ships.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { presets } from '../../lib/services/presets.ts';
import { establishments } from '../../lib/services/roster.ts';
import { defaultSettings } from '../../lib/state/settings-store.ts';
import type { Settings } from '../../lib/state/settings.ts';
import { startOtherPortal, type OtherPortal } from '../standins/other-portal/server.ts';
import { startPortalStandin, type Look, type PortalStandin } from '../standins/portal/index.ts';
import { makeCertificate } from './certificate.ts';
import { launchPerson, PORTAL_HOST, PORTAL_ORIGIN, type PersonBrowser } from './launch.ts';
import { EXTENSION } from './world.ts';

/** The browser's own object, inside the extension's pages and worker. */
declare const chrome: Browser;

export const OTHER_HOST = 'rencontres.exemple.test';
export const OTHER_ORIGIN = `https://${OTHER_HOST}`;

export interface TwoPortals {
  iris: PortalStandin;
  other: OtherPortal;
  browser: PersonBrowser;
  /** Changes the settings as the options do. */
  set(change: Partial<Settings>): Promise<void>;
  /** What the extension keeps under a name. */
  stored(area: 'local' | 'session', name: string): Promise<unknown>;
  close(): Promise<void>;
}

async function withHost(extension: string, host: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-extension-'));
  await cp(extension, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { host_permissions: string[] };
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, `https://${host}/*`] }));
  return folder;
}

/** @param look of the stand-in of IRIS */
export async function startTwoPortals({ look = 'classic', viewport, colorScheme }: { look?: Look; viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' } = {}): Promise<TwoPortals> {
  const [certificate, otherCertificate] = [await makeCertificate(PORTAL_HOST), await makeCertificate(OTHER_HOST)];
  const iris = await startPortalStandin({ tls: certificate, look });
  const other = await startOtherPortal({ tls: otherCertificate });
  const extension = await withHost(process.env['EXTENSION_PATH'] ?? EXTENSION, OTHER_HOST);
  const browser = await launchPerson({
    extension, portalPort: iris.port, fingerprint: certificate.fingerprint, headless: true,
    others: [{ host: OTHER_HOST, port: other.port, fingerprint: otherCertificate.fingerprint }],
    ...(viewport ? { viewport } : {}), ...(colorScheme ? { colorScheme } : {}),
  });
  const own = await browser.openOwn('popup.html');
  const set = async (change: Partial<Settings>): Promise<void> => {
    await own.evaluate(async (part) => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), ...part } });
    }, change as Record<string, unknown>);
  };
  const sylvie = { name: 'Sylvie Tremblay', email: 'sylvie.tremblay@exemple.test', role: 'admin', establishmentId: 'chu-quebec' } as const;
  await set({
    ...defaultSettings(), language: 'fr', person: sylvie, cards: structuredClone([...presets]), roster: structuredClone([...establishments]),
    portals: [{ id: 'iris', name: 'IRIS', origin: PORTAL_ORIGIN, listPath: null, enabled: true }],
  });
  return {
    iris,
    other,
    browser,
    set,
    stored: (area, name) => own.evaluate(async ([place, key]) => (await chrome.storage[place as 'local'].get(key))[key as string], [area, name] as const),
    close: async () => {
      await Promise.allSettled([browser.close(), iris.close(), other.close()]);
      await rm(extension, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Signs in to the other portal, where any code will do. */
export async function enterOther(page: Page): Promise<void> {
  await page.goto(`${OTHER_ORIGIN}/entrer`);
  await page.locator('input[type=password]').fill('secret');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL(/agenda/u);
}
