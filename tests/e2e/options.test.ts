/** The options and the welcome page in the real browser: axe in every look, and nothing that runs off a narrow page. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sections } from '../../components/options/routes.ts';
import { NOW, settings } from '../lib/samples.ts';
import { violationsOf } from '../setup/axe.ts';
import { launchOwnPages, type OwnPageOptions, type OwnPages } from '../setup/own-pages.ts';

declare const chrome: Browser;

let pages: OwnPages;
let open: Page[] = [];
beforeAll(async () => {
  pages = await launchOwnPages();
});
afterEach(async () => {
  await Promise.all(open.map((page) => page.close()));
  open = [];
});
afterAll(async () => {
  await pages?.close();
});

async function show(path: string, options: OwnPageOptions = {}): Promise<Page> {
  const page = await pages.open(path, { stores: { local: { settings: settings() } }, now: NOW, worker: { 'worker.ping': { version: '0.1.0' } }, viewport: { width: 1100, height: 800 }, ...options });
  open.push(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const looks: { name: string; options: OwnPageOptions }[] = [
  { name: 'light', options: { media: { colorScheme: 'light' } } },
  { name: 'dark, at 320 pixels', options: { viewport: { width: 320, height: 640 }, media: { colorScheme: 'dark', reducedMotion: 'reduce' } } },
  { name: 'forced colours, at 200 %', options: { viewport: { width: 640, height: 400 }, media: { forcedColors: 'active' } } },
];

describe.each(looks)('in $name', ({ options }) => {
  it.each(sections)('U6 U8 axe finds nothing in the section %s, and nothing runs off the page', async (section) => {
    const page = await show(`options.html#${section}`, options);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('U8 U11 axe finds nothing on any step of the welcome page', async () => {
    const page = await show('welcome.html', options);
    for (const step of ['Votre rôle', 'Votre établissement', 'Essayer', 'Tout est prêt']) {
      await page.getByRole('heading', { level: 2, name: step }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const next = page.getByRole('button', { name: /^(?:Suivant|Terminer)$/u });
      if (step === 'Votre établissement') await page.getByText('Demander un accès').click();
      if ((await next.count()) > 0) await next.click();
    }
  });
});

/** Every element of the page, the shadow ones too. @returns the longest movement, in seconds */
const longestMovement = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const seconds = (text: string): number[] => text.split(',').map((one) => (one.trim().endsWith('ms') ? parseFloat(one) / 1000 : parseFloat(one)));
    return Math.max(...[...document.querySelectorAll('*')].map((element) => getComputedStyle(element)).flatMap((style) => [...seconds(style.transitionDuration), ...seconds(style.animationDuration)]));
  });

it.each(['popup.html', 'options.html#person', 'options.html#establishments'])('U6 WCAG 2.3.3 for a person who wants less motion, nothing of %s moves for longer than a blink', async (path) => {
  const page = await show(path, { media: { reducedMotion: 'reduce' } });
  expect(await longestMovement(page)).toBeLessThan(0.01);
  // It is the wish that stills it: without it something moves.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await longestMovement(page)).toBeGreaterThan(0.05);
});

it('U1 an administrator gives an establishment its fixed share by the keyboard alone, and it holds', async () => {
  const admin = { ...settings(), person: { name: 'Sylvie Tremblay', email: null, role: 'admin' as const, establishmentId: 'chu-quebec' } };
  const page = await show('options.html#establishments/cisss-iles', { stores: { local: { settings: admin } } });
  await page.getByLabel('Part fixe').waitFor();
  const isThere = (): Promise<boolean> => page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? [...(document.activeElement.labels ?? [])] : []).some((label) => label.textContent?.startsWith('Part fixe')));
  for (let stops = 0; stops < 100 && !(await isThere()); stops += 1) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('14');
  await page.keyboard.press('Tab');
  await page.getByText('Enregistré').first().waitFor();
  const stored = (): Promise<number | null | undefined> =>
    page.evaluate(async () => ((await chrome.storage.local.get('settings'))['settings'] as { roster: { id: string; fixed: number | null }[] }).roster.find(({ id }) => id === 'cisss-iles')?.fixed);
  await expect.poll(stored).toBe(14);
  await page.reload();
  await expect.poll(() => page.getByLabel('Part fixe').inputValue()).toBe('14');
});
