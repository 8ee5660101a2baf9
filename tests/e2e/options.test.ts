/** The options and the welcome page in the real browser: axe in every look, and nothing that runs off a narrow page. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sections } from '../../components/options/routes.ts';
import { NOW, settings } from '../lib/samples.ts';
import { violationsOf } from '../setup/axe.ts';
import { launchOwnPages, type OwnPageOptions, type OwnPages } from '../setup/own-pages.ts';

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
