/** Issue E, 2, 8 and 9 in the real browser: the section « Utilisation », its pictures, its files, and the report on paper. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NOW } from '../lib/samples.ts';
import { violationsOf } from '../setup/axe.ts';
import { launchOwnPages, type OwnPageOptions, type OwnPages } from '../setup/own-pages.ts';
import { usageStores, usageWorker, yearOfBookings } from '../setup/usage-scene.ts';

let pages: OwnPages;
let folder: string;
let open: Page[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-usage-'));
  pages = await launchOwnPages();
});
afterEach(async () => {
  await Promise.all(open.map((page) => page.close()));
  open = [];
});
afterAll(async () => {
  await pages?.close();
  await rm(folder, { recursive: true, force: true });
});

async function show(options: OwnPageOptions = {}): Promise<Page> {
  const page = await pages.open('options.html#usage', { stores: usageStores(), now: NOW, worker: usageWorker(), viewport: { width: 1280, height: 900 }, ...options });
  open.push(page);
  await page.getByRole('heading', { level: 1, name: 'Utilisation' }).waitFor();
  await page.getByRole('heading', { name: 'Emporter' }).waitFor();
  return page;
}

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Saves what a button gives, and reads it. */
async function take(page: Page, name: string): Promise<{ file: string; path: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { file: download.suggestedFilename(), path, text: await readFile(path, 'utf8') };
}

describe('the section « Utilisation »', () => {
  const looks: [string, OwnPageOptions][] = [
    ['light', { media: { colorScheme: 'light' } }],
    ['dark', { media: { colorScheme: 'dark' } }],
    ['320 px wide', { viewport: { width: 320, height: 640 } }],
    ['with forced colours', { media: { forcedColors: 'active' } }],
  ];
  it.each(looks)('U23 axe finds nothing, and nothing is cut, %s', async (_name, options) => {
    const page = await show(options);
    for (const details of await page.locator('details').all()) await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('says the source and the hour of each, and lists what differs booking by booking', async () => {
    const page = await show();
    await page.getByText('Portail lu le lundi 23 novembre 2026 à 09 h 40.').waitFor();
    await page.getByText('Registre du compagnon lu le lundi 23 novembre 2026 à 09 h 59.').waitFor();
    await page.getByText('3 réservations changent un total d’une source à l’autre.').waitFor();
    const rows = page.locator('table', { hasText: 'Ce que le portail et le compagnon' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(3);
    const said = (await rows.allInnerTexts()).join('\n');
    for (const words of ['absente ou non comptée d’un côté', 'approuvée d’un côté, demandée de l’autre', 'durée différente']) expect(said).toContain(words);
  });

  it('shows each picture with its table twin, and text of bookings as text', async () => {
    const page = await show();
    await expect.poll(() => page.getByRole('img').count()).toBe(4);
    await expect.poll(() => page.locator('.pr-figure').count()).toBe(4);
    await expect.poll(() => page.locator('details table').count()).toBe(4);
    expect(await page.locator('main script').count()).toBe(0);
  });

  it('asks the companion only of the period that is shown, and again for another one', async () => {
    const page = await show();
    await page.getByLabel('Laquelle').selectOption({ label: 'Précédente' });
    const asked = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as { asked: { type: string; from?: string; to?: string }[] }).asked.filter(({ type }) => type === 'usage.bookings').map(({ from, to }) => [from, to]));
    await expect.poll(asked).toEqual([['2026-04-01T04:00:00.000Z', '2027-04-01T04:00:00.000Z'], ['2025-04-01T04:00:00.000Z', '2026-04-01T04:00:00.000Z']]);
  });

  it('says « au moins » of a portal that was read in part, and takes the ledger’s figures first', async () => {
    const page = await show({ stores: usageStores(false) });
    await page.getByText('Ce qui en a été lu ne couvre pas toute la période').waitFor();
    await expect.poll(() => page.getByLabel('Chiffres et images d’après').inputValue()).toBe('ledger');
    await page.getByLabel('Chiffres et images d’après').selectOption('portal');
    await page.getByText('Données partielles').waitFor();
    await expect.poll(() => page.locator('.pr-value').first().innerText()).toContain('au moins');
  });

  it('says why the companion could not be read, and still shows the portal', async () => {
    const page = await show({ worker: usageWorker({ 'usage.bookings': { ok: false, code: 'unreachable', detail: null } }) });
    await page.getByText('Le compagnon n’a pas pu être lu').waitFor();
    await expect.poll(() => page.locator('.pr-figure').count()).toBeGreaterThanOrEqual(3);
  });

  it('gives the address of the companion’s page, with the hour at which it ends', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Page du compagnon, à imprimer' }).click();
    const link = page.getByRole('link', { name: 'Ouvrir la page' });
    await expect.poll(() => link.getAttribute('href')).toMatch(/^https:\/\/compagnon\.exemple\.test\/u\//u);
    await page.getByText('La page est prête jusqu’à 10 h 15.').waitFor();
  });
});

describe('the files', () => {
  it('U22 writes a list that a spreadsheet opens and runs nothing of', async () => {
    const page = await show();
    const { file, text } = await take(page, 'Liste (CSV)');
    expect(file).toBe('passerelle-utilisation-web5000-2026-04-01-2027-03-31.csv');
    expect(text.startsWith('\ufeffNuméro;Rencontre;Établissement;')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(yearOfBookings.length + 1);
    const data = JSON.parse((await take(page, 'Données (JSON)')).text) as { format: string; total: { used: number }; rows: { used: number }[]; bookings: unknown[] };
    expect([data.format, data.bookings.length]).toEqual(['passerelle-usage', yearOfBookings.length]);
    expect(data.rows.reduce((sum, { used }) => sum + used, 0)).toBe(data.total.used);
    const calendar = (await take(page, 'Calendrier (ICS)')).text;
    expect(calendar.match(/^BEGIN:VEVENT/gmu)).toHaveLength(yearOfBookings.length);
  });

  it.each(['light', 'dark'] as const)('E9 makes one report file in which axe finds nothing, %s, wide and at 320 px', async (colorScheme) => {
    const { path, text } = await take(await show(), 'Rapport (HTML, à imprimer)');
    expect(text).not.toMatch(/<script|<a |<img|<link|src=|@import|url\((?!#)/u);
    const page = (await (open[0] as Page).context().newPage()) as Page;
    open.push(page);
    await page.emulateMedia({ colorScheme });
    for (const width of [1000, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(pathToFileURL(path).href);
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });

  /** Points at 96 a inch, less the margins that the report asks for. */
  it.each([['Letter', 816], ['A4', 794]] as const)('U21 prints on %s without anything cut, light on any screen', async (_format, paper) => {
    const { path } = await take(await show(), 'Rapport (HTML, à imprimer)');
    const page = (await (open[0] as Page).context().newPage()) as Page;
    open.push(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: Math.floor(paper - (24 / 25.4) * 96), height: 1000 });
    await page.goto(pathToFileURL(path).href);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const widths = await page.evaluate(() => [...document.querySelectorAll('table')].map((table) => table.scrollWidth - (document.querySelector('main')?.clientWidth ?? 0)));
    expect(widths.filter((more) => more > 0)).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  });
});
