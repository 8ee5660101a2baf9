/** Issue C, 5: from the popup, in English, by an administrator; each view of the assistant looked at with axe in every light and size. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { calibrationEn } from '../../lib/i18n/calibration.en.ts';
import { portalsEn } from '../../lib/i18n/portals.en.ts';
import { violationsOf } from '../setup/axe.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { startTwoPortals, type TwoPortals } from '../setup/two-portals.ts';
import { settled, signIn } from '../setup/world.ts';

/** The browser's own object, inside the extension's pages. */
declare const chrome: Browser;

const lights = [
  { name: 'light', width: 1280, scheme: 'light' },
  { name: 'dark at 320 pixels', width: 320, scheme: 'dark' },
  { name: 'light at 320 pixels', width: 320, scheme: 'light' },
  { name: 'dark at 200 %', width: 640, scheme: 'dark' },
] as const;

describe('the assistant from the popup, in English', () => {
  let two: TwoPortals;
  let page: Page;
  beforeAll(async () => {
    two = await startTwoPortals();
    await two.set({ language: 'en' });
    page = await two.browser.context.newPage();
    await signIn(page, 'sylvie');
    await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=liste`);
    await page.getByRole('table').first().waitFor();
    await settled(page);
  });
  afterAll(async () => two?.close());

  const panel = () => page.getByRole('dialog', { name: calibrationEn.panel });
  const title = () => panel().getByRole('heading', { level: 2 });
  const button = (name: string) => panel().getByRole('button', { name, exact: true });

  /** What axe finds, what is cut and what is not English on the view that stands open. */
  async function faults(view: string): Promise<string[]> {
    const found: string[] = [];
    for (const { name, width, scheme } of lights) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate((light) => {
        document.documentElement.style.colorScheme = light;
      }, scheme);
      found.push(...(await violationsOf(page, 'passerelle-calibration')).map((one) => `${view}, ${name}: ${one}`));
      const box = await panel().boundingBox();
      if (box === null || box.x < 0 || box.x + box.width > width) found.push(`${view}, ${name}: the panel stands outside the window`);
      if (await panel().evaluate((element) => element.scrollWidth > element.clientWidth + 1)) found.push(`${view}, ${name}: something is cut`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    return found;
  }

  it('C5 opens at a click of an administrator, while nothing of the portal is red', async () => {
    const popup = await two.browser.openOwn('popup.html');
    await popup.getByText(portalsEn.calibrateAny.one, { exact: true }).click();
    await popup.getByRole('button', { name: portalsEn.calibrateNamed.replace('{portal}', 'IRIS') }).click();
    await popup.getByText(portalsEn.calibrateOpened).first().waitFor();
    await popup.close();
    await page.bringToFront();
    await panel().waitFor();
    await expect.poll(() => title().innerText()).toBe(calibrationEn.page_list);
  });

  it('C5 U6 U8 axe finds nothing on any of its views, and nothing is cut', async () => {
    const found = await faults('the plan');
    await panel().getByRole('button', { name: new RegExp(`^${calibrationEn.showNamed.replace('{name}', '.*[Ss]tatus')}`, 'u') }).first().click();
    await title().getByText(calibrationEn.ask_columnStatus).waitFor();
    found.push(...(await faults('the question')));
    const head = await page.getByRole('columnheader', { name: /Statut/u }).first().boundingBox();
    await page.mouse.click((head?.x ?? 0) + 10, (head?.y ?? 0) + (head?.height ?? 0) / 2);
    await title().getByText(calibrationEn.howToFind).waitFor();
    found.push(...(await faults('the ways')));
    await button(calibrationEn.accept).click();
    // Every status of the page is known, signs before it or not: nothing is asked of them.
    await title().getByText(calibrationEn.page_list).waitFor();
    await button(calibrationEn.statusesButton).click();
    await title().getByText(calibrationEn.statusesTitle).waitFor();
    found.push(...(await faults('the statuses')));
    await button(calibrationEn.done).click();
    await button(calibrationEn.dryRun).click();
    await title().getByText(calibrationEn.endTitle).waitFor({ timeout: 60_000 });
    found.push(...(await faults('the end')));
    await button(calibrationEn.close).last().click();
    await panel().waitFor({ state: 'detached' });
    expect(found).toEqual([]);
  }, 240_000);

  it('C5 is not offered to a representative', async () => {
    await two.set({ person: { name: 'Julie Gagnon', email: null, role: 'representative', establishmentId: 'cisss-cote-nord' } });
    const popup = await two.browser.openOwn('popup.html');
    await popup.getByRole('heading', { level: 1 }).waitFor();
    expect(await popup.getByText(portalsEn.calibrateAny.one).count()).toBe(0);
    expect(await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'calibration.open', portal: 'iris' }))).toMatchObject({ ok: false, why: 'role' });
    await popup.close();
  });
});
