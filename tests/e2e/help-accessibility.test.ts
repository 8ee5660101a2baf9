/** D7 on the help page in the real browser: every topic, unfolded, in every light, at 320 pixels and at 200 %, in both languages. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../components/help/routes.ts';
import { allHelp } from '../../lib/help/index.ts';
import { NOW, settings } from '../lib/samples.ts';
import { violationsOf } from '../setup/axe.ts';
import { launchOwnPages, type OwnPageOptions, type OwnPages } from '../setup/own-pages.ts';

let pages: OwnPages;
beforeAll(async () => {
  pages = await launchOwnPages();
});
afterAll(async () => {
  await pages?.close();
});

const topics = [...allHelp.map(addressOf), 'problemes', 'navigateurs', 'accessibilite'];
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Texts that run into the margin of their card, as a long address does. */
const tooWide = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.pa-help-section')].flatMap((card) => {
      const end = card.getBoundingClientRect().right - parseFloat(getComputedStyle(card).paddingRight);
      return [...card.querySelectorAll('p')].filter((text) => text.getBoundingClientRect().right > end).map((text) => text.textContent);
    }));

const looks: { look: string; language: 'fr' | 'en'; options: OwnPageOptions }[] = [
  { look: 'light, in French', language: 'fr', options: { viewport: { width: 1100, height: 800 }, media: { colorScheme: 'light' } } },
  { look: 'dark, at 320 pixels, in English', language: 'en', options: { viewport: { width: 320, height: 640 }, media: { colorScheme: 'dark', reducedMotion: 'reduce' } } },
  { look: 'forced colours, at 200 %, in French', language: 'fr', options: { viewport: { width: 640, height: 400 }, media: { forcedColors: 'active' } } },
];

describe.each(looks)('the help in $look', ({ language, options }) => {
  it.each(topics)('U6 U8 axe finds nothing in « %s », unfolded, and nothing runs off the page', async (topic) => {
    const page = await pages.open(`help.html#${topic}`, { stores: { local: { settings: settings({ language }) } }, now: NOW, ...options });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await tooWide(page)).toEqual([]);
    expect(await page.locator('main h1').count()).toBe(1);
    await page.close();
  });
});

describe('the help by keyboard alone', () => {
  it('U1 the first Tab offers to skip to the text, and a topic chosen by Enter gets the focus on its title', async () => {
    const page = await pages.open('help.html', { stores: { local: { settings: settings() } }, now: NOW });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Tab');
    const skip = await focused();
    expect(skip).toMatch(/contenu/iu);
    await page.keyboard.press('Enter');
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    expect(await focused()).toBe(title);
    await page.getByRole('link', { name: 'Quelque chose ne va pas' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Quelque chose ne va pas/u }).waitFor();
    expect(await focused()).toMatch(/Quelque chose ne va pas/u);
    await page.close();
  });
});
