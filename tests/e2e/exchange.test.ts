/**
 * D3, U12 in the real browser: settings leave as a file and come back after a look at the differences; a list of establishments;
 * a damaged store. And D5: the letter that asks for access.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, settings } from '../lib/samples.ts';
import { launchOwnPages, type OwnPages, type Stores } from '../setup/own-pages.ts';

/** The browser's own object, inside the extension's pages. */
declare const chrome: Browser;

const PATIENCE = { timeout: 40_000 };
const worker = { 'worker.ping': { version: '0.1.0' } };
let pages: OwnPages;
beforeAll(async () => {
  pages = await launchOwnPages();
});
afterAll(async () => {
  await pages?.close();
});

async function show(hash: string, local: Stores['local'] = { settings: settings() }): Promise<Page> {
  const page = await pages.open(`options.html#${hash}`, { stores: { local: local ?? {} }, now: NOW, worker, viewport: { width: 1100, height: 800 } });
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
  return page;
}
interface Stored {
  cards: { id: string; capacity: number }[];
  roster: { id: string; weight: number }[];
  person: { name: string | null };
}
const stored = (page: Page): Promise<Stored> => page.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as Stored);
const capacity = async (page: Page): Promise<number | undefined> => (await stored(page)).cards.find(({ id }) => id === 'web5000')?.capacity;
const give = (page: Page, accept: string, name: string, text: string): Promise<void> => page.locator(`input[accept^="${accept}"]`).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

async function exported(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Exporter les réglages')]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

describe('U12 settings as a file', () => {
  it('U12 leave with their format and version, without the key, its secret or the person', async () => {
    const page = await show('backup', { settings: settings(), key: { id: 'marc-1', added: NOW, kind: 'v1' } });
    const { name, text } = await exported(page);
    expect(name).toMatch(/^passerelle-reglages-\d{4}-\d\d-\d\d\.json$/u);
    expect(JSON.parse(text)).toMatchObject({ format: 'passerelle-settings', version: 1 });
    expect(text).not.toMatch(/marc-1|Marc Pelletier|whsec/u);
    await page.close();
  });

  it('U12 come back after each difference was shown, on the second click only, and can be taken back', async () => {
    const page = await show('backup');
    const { text } = await exported(page);
    await give(page, '.json', 'reglages.json', text.replace('"capacity": 5000', '"capacity": 3000'));
    await page.getByRole('cell', { name: /3\s000/u }).first().waitFor(PATIENCE);
    expect(await capacity(page)).toBe(5000);
    await press(page, /^Appliquer/u);
    await expect.poll(() => capacity(page), PATIENCE).toBe(3000);
    expect((await stored(page)).person.name).toBe('Marc Pelletier');
    await press(page, /^Annuler/u);
    await expect.poll(() => capacity(page), PATIENCE).toBe(5000);
    await page.close();
  });

  it('S0-05 a list of establishments from a spreadsheet is taken on the second click', async () => {
    const page = await show('establishments');
    await give(page, '.csv', 'liste.csv', '\ufeffÉtablissement;Poids\r\nCISSS des Îles;2\r\n');
    const weight = async (): Promise<number | undefined> => (await stored(page)).roster.find(({ id }) => id === 'cisss-iles')?.weight;
    await page.getByRole('button', { name: /^Appliquer/u }).waitFor(PATIENCE);
    expect(await weight()).not.toBe(2);
    await press(page, /^Appliquer/u);
    await expect.poll(weight, PATIENCE).toBe(2);
    await page.close();
  });
});

describe('D3 a store that was damaged', () => {
  it.each([
    ['a text', 'nonsense'],
    ['a part', { ...settings(), cards: 'perdues' }],
    ['settings of a version to come', { ...settings(), version: 99 }],
  ])('%s breaks no page: what holds is kept, and the damaged copy is offered whole', async (_what, damaged) => {
    const page = await show('backup', { settings: damaged });
    await page.getByText('Des réglages endommagés ont été mis de côté').waitFor(PATIENCE);
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Exporter la copie')]);
    const copies = JSON.parse(await readFile(await download.path(), 'utf8')) as { raw: unknown }[];
    expect(copies.map(({ raw }) => raw)).toContainEqual(JSON.parse(JSON.stringify(damaged)));
    await page.goto(`${pages.origin}/popup.html`);
    await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
    if (typeof damaged === 'object') await page.getByText('Marc Pelletier').first().waitFor(PATIENCE);
    await page.close();
  });
});

describe('D5 « Demander un accès »', () => {
  it('S0-10 composes the letter with what the CCT asks for, and names what is missing before', async () => {
    const page = await pages.open('welcome.html', { stores: { local: { settings: settings() } }, now: NOW, worker, viewport: { width: 1100, height: 800 } });
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Demander un accès').first().click();
    const mails: string[] = [];
    const debugging = await page.context().newCDPSession(page);
    await debugging.send('Page.enable');
    debugging.on('Page.frameRequestedNavigation', ({ url }) => mails.push(url));
    const send = page.getByRole('button', { name: /courriel/u });
    await page.getByLabel(/courriel/iu).last().fill('');
    await send.click();
    await page.locator('[aria-invalid=true]').first().waitFor(PATIENCE);
    expect(mails).toEqual([]);
    await page.getByLabel(/courriel/iu).last().fill('anne.roy@exemple.test');
    await page.getByLabel(/téléphone/iu).fill('418 555-0199');
    await send.click();
    await expect.poll(() => mails.length, PATIENCE).toBe(1);
    const letter = decodeURIComponent(mails[0] ?? '');
    expect(letter).toMatch(/^mailto:soutien@telesantechudequebec\.ca\?/u);
    for (const words of ['Marc Pelletier', 'anne.roy@exemple.test', '418 555-0199', 'CHU de Québec']) expect(letter).toContain(words);
    await page.close();
  });
});
