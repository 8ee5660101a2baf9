/** Issue C, 5: the assistant is opened from the popup, in English, by an administrator, and by nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { calibrationEn } from '../../lib/i18n/calibration.en.ts';
import { portalsEn } from '../../lib/i18n/portals.en.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { startTwoPortals, type TwoPortals } from '../setup/two-portals.ts';
import { settled, signIn } from '../setup/world.ts';

/** The browser's own object, inside the extension's pages. */
declare const chrome: Browser;

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

  it('C5 opens at a click of an administrator, while nothing of the portal is red', async () => {
    await two.set({ person: { name: 'Sylvie Tremblay', email: null, role: 'admin', establishmentId: 'chu-quebec' } });
    const popup = await two.browser.openOwn('popup.html');
    await popup.getByText(portalsEn.calibrateAny.one, { exact: true }).click();
    await popup.getByRole('button', { name: portalsEn.calibrateNamed.replace('{portal}', 'IRIS') }).click();
    await popup.getByText(portalsEn.calibrateOpened).first().waitFor();
    await popup.close();
    await page.bringToFront();
    await panel().waitFor();
    await expect.poll(() => title().innerText()).toBe(calibrationEn.page_list);
  });

  it('C5 is not offered to a representative', async () => {
    await two.set({ person: { name: 'Julie Gagnon', email: null, role: 'representative', establishmentId: 'cisss-cote-nord' } });
    const popup = await two.browser.openOwn('popup.html');
    await popup.getByRole('heading', { level: 1 }).waitFor();
    expect(await popup.getByText(portalsEn.calibrateAny.one).count()).toBe(0);
    expect(await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'calibration.open', portal: 'iris' }))).toMatchObject({ ok: false, why: 'role' });
    await popup.close();
  });
});
