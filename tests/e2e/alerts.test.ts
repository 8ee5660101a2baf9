/**
 * Alerts in the real browser. A headless browser answers no permission prompt: the build that ships is copied and the
 * optional permission is given from the start; everything else is as it ships.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booking, portalReading, settings } from '../lib/samples.ts';
import { launchPerson, type PersonBrowser } from '../setup/launch.ts';
import { EXTENSION } from '../setup/world.ts';

declare const chrome: Browser;

let folder: string;
let browser: PersonBrowser;

const base = settings();
const on = { ...base, companion: { address: null }, alerts: { everyMinutes: 120, notifications: { ...base.alerts.notifications, on: true, quietFrom: '00:00', quietTo: '00:00', quietDaysOff: false } } };
const soon = Date.now() + 5 * 86_400_000;
const asked = (number: string) => booking({ number, start: soon, end: soon + 3_600_000, page: `https://www.irisreservation.ca/reservations/${number}` });

/** Puts what a reading found where the worker keeps it. */
async function read(numbers: string[]): Promise<void> {
  const now = Date.now();
  const found = numbers.map(asked);
  const entry = portalReading(found, { checked: now, reading: { bookings: found, complete: true, from: null, to: null, at: now, source: 'list' } });
  await (await browser.worker()).evaluate(async (readings) => chrome.storage.session.set({ readings: JSON.stringify(readings) }), { iris: entry });
}
const shown = async (): Promise<string[]> => (await browser.worker()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));
const badge = async (): Promise<string> => (await browser.worker()).evaluate(() => chrome.action.getBadgeText({}));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-alerts-'));
  const extension = join(folder, 'extension');
  await cp(EXTENSION, extension, { recursive: true });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[]; optional_permissions?: string[] };
  delete manifest.optional_permissions;
  await writeFile(path, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'notifications'] }));
  browser = await launchPerson({ extension, portalPort: 9, fingerprint: '', headless: true });
  await (await browser.worker()).evaluate(async (stored) => chrome.storage.local.set({ settings: stored }), on);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

const PATIENCE = { timeout: 20_000 };
const portalState = async (): Promise<unknown> =>
  (await browser.worker()).evaluate(async () => (JSON.parse(String((await chrome.storage.session.get('readings'))['readings'] ?? '{}')) as Record<string, { state: string } | undefined>)['iris']?.state);

// One story, told in its order: what stood there, what is new, what is new after that, and the click on it.
describe('U9 alerts on the desktop', { shuffle: false }, () => {
  it('show nothing of what stood there when they were switched on', async () => {
    // The new settings make the worker read the portal, which is not there; what follows is not overwritten by that.
    await expect.poll(portalState, PATIENCE).toBe('unreachable');
    await read(['1']);
    await expect.poll(badge, PATIENCE).toBe('1');
    expect(await shown()).toEqual([]);
  });

  it('show each new request once, over a worker that dies', async () => {
    await read(['1', '2']);
    await expect.poll(shown, PATIENCE).toEqual(['newRequest|iris:2']);
    await (await browser.worker()).evaluate(() => chrome.notifications.clear('newRequest|iris:2'));
    const page = await browser.openOwn('help.html');
    const debugging = await browser.context.newCDPSession(page);
    await debugging.send('ServiceWorker.enable');
    await debugging.send('ServiceWorker.stopAllWorkers');
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'worker.ping' }));
    await page.close();
    await read(['1', '2', '3']);
    await expect.poll(shown, PATIENCE).toEqual(['newRequest|iris:3']);
  });

  it('U9 a click on one opens the request that it stands for, and takes it off the screen', async () => {
    const addresses = async (): Promise<string[]> => (await browser.worker()).evaluate(async () => (await chrome.tabs.query({})).map(({ url, pendingUrl }: { url?: string; pendingUrl?: string }) => pendingUrl ?? url ?? ''));
    const place = 'https://www.irisreservation.ca/reservations/3';
    expect(await addresses()).not.toContain(place);
    // As the browser tells of a click; nobody can press on the desktop of a machine without one.
    await (await browser.worker()).evaluate(() => (chrome.notifications.onClicked as unknown as { dispatch(id: string): void }).dispatch('newRequest|iris:3'));
    await expect.poll(addresses, PATIENCE).toContain(place);
    await expect.poll(shown, PATIENCE).not.toContain('newRequest|iris:3');
  });
});

describe('alerts in the options, and beside them', () => {
  it('are tried out by « Montrer un exemple »', async () => {
    const page = await browser.openOwn('options.html#alerts');
    await page.getByRole('button', { name: 'Montrer un exemple' }).click();
    await page.getByText('Un exemple a été envoyé au bureau').waitFor();
    await expect.poll(() => shown()).toContain('many');
    await page.close();
    await (await browser.worker()).evaluate(() => chrome.notifications.clear('many'));
  });

  it('U15 U1 stand beside the icon’s menu and the shortcuts, which the browser took over', async () => {
    const names = await (await browser.worker()).evaluate(async () => (await chrome.commands.getAll()).map(({ name }) => name));
    expect(names.sort()).toEqual(['_execute_action', 'next-pending', 'show-licence']);
  });
});
