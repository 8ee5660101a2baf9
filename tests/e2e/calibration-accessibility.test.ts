/** D7, C5: every view of the calibration assistant in both languages, with axe in every light and size; nothing cut, nothing outside the window. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import type { View } from '../../lib/calibration/views.ts';
import { calibrationEn } from '../../lib/i18n/calibration.en.ts';
import { calibrationFr } from '../../lib/i18n/calibration.fr.ts';
import { portalsEn } from '../../lib/i18n/portals.en.ts';
import { portalsFr } from '../../lib/i18n/portals.fr.ts';
import { violationsOf } from '../setup/axe.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { startTwoPortals, type TwoPortals } from '../setup/two-portals.ts';
import { settled, signIn } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import { point } from './assistant.ts';

/** The browser's own object, inside the extension's pages. */
declare const chrome: Browser;

const LIST = `${PORTAL_ORIGIN}/reservations/ressources?mode=liste`;
const FORM = `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=2027-02-10&heure=09:00`;

const lights: { light: string; width: number; media: Parameters<Page['emulateMedia']>[0] }[] = [
  { light: 'light', width: 1280, media: { colorScheme: 'light' } },
  { light: 'dark at 320 pixels', width: 320, media: { colorScheme: 'dark', reducedMotion: 'reduce' } },
  { light: 'light at 320 pixels', width: 320, media: { colorScheme: 'light' } },
  // A window of 640 pixels is one of 1 280 at 200 %.
  { light: 'dark at 200 %', width: 640, media: { colorScheme: 'dark' } },
  { light: 'forced colours at 320 pixels', width: 320, media: { colorScheme: 'dark', forcedColors: 'active' } },
];

/** A view that is added stands here, or the types refuse; then this test wants to be led there. */
const everyView: Record<View['name'], true> = { page: true, plan: true, ask: true, ways: true, statuses: true, trying: true, end: true };

const languages = [
  { language: 'fr', look: 'react', words: calibrationFr, portals: portalsFr },
  { language: 'en', look: 'classic', words: calibrationEn, portals: portalsEn },
] as const;

// One walk through the assistant, in its order: each view is reached from the one before.
for (const { language, look, words, portals } of languages) describe(`the calibration assistant in ${language}, on the ${look} look`, { shuffle: false }, () => {
  let two: TwoPortals;
  let page: Page;
  const seen = new Set<string>();
  beforeAll(async () => {
    two = await startTwoPortals({ look });
    await two.set({ language });
    page = await two.browser.context.newPage();
    await signIn(page, 'sylvie');
    await page.goto(FORM);
    await page.getByLabel('Commentaires').waitFor();
    await settled(page);
    const options = await two.browser.openOwn('options.html');
    await options.getByRole('button', { name: portals.calibrate }).first().click();
    await options.getByText(portals.calibrateOpened).first().waitFor();
    await options.close();
    await page.bringToFront();
    await panel().waitFor();
  });
  afterAll(async () => two?.close());

  const panel = (): Locator => page.getByRole('dialog', { name: words.panel });
  const press = (name: string): Promise<void> => panel().getByRole('button', { name, exact: true }).last().click({ noWaitAfter: true });
  const askFor = (name: string): Promise<void> => panel().getByRole('button', { name: new RegExp(`^${words.showNamed.replace('\u00a0', '\\s').replace('{name}', '.*')}${name}`, 'iu') }).first().click({ timeout: 5_000 });
  /** The panel as it stands, without a locator: those wait while the portal is going to another page. */
  const drawn = (): Promise<{ title: string; x: number; right: number; cut: boolean }> => page.evaluate(() => {
    const element = document.querySelector('passerelle-calibration')?.shadowRoot?.querySelector('[role=dialog]');
    const box = element?.getBoundingClientRect();
    return { title: element?.querySelector('h2')?.textContent?.trim() ?? '', x: box?.x ?? -1, right: box?.right ?? -1, cut: !element || element.scrollWidth > element.clientWidth + 1 };
  });
  const titled = (text: string): Promise<void> => expect.poll(async () => (await drawn().catch(() => null))?.title, { timeout: 30_000 }).toBe(text);

  /** What axe finds on the view that stands open, and what is cut. */
  async function faults(): Promise<string[]> {
    const found: string[] = [];
    for (const { light, width, media } of lights) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference', ...media });
      // The portal's page is a dark one where a dark one is wanted. Colours change gradually; what is looked at is the end.
      await page.evaluate((scheme) => {
        document.documentElement.style.colorScheme = scheme;
        for (const one of document.querySelector('passerelle-calibration')?.shadowRoot?.getAnimations() ?? []) if (one instanceof CSSTransition) one.finish();
      }, media?.colorScheme ?? '');
      found.push(...(await violationsOf(page, 'passerelle-calibration')).map((one) => `${light}: ${one}`));
      const { x, right, cut } = await drawn();
      if (x < 0 || right > width) found.push(`${light}: the panel stands outside the window`);
      if (cut) found.push(`${light}: something is cut`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    return found;
  }
  const lookAt = async (view: View['name']): Promise<void> => {
    seen.add(view);
    expect(await faults()).toEqual([]);
  };

  it('C5 U6 U8 the plan, with all that may be shown', async () => {
    await titled(words.page_form);
    await panel().getByText(words.moreAnchors).click();
    await lookAt('plan');
  });

  it('C5 U6 U8 which page it is: one that is known, and one that is not', async () => {
    await press(words.otherPage);
    await titled(words.whichPage);
    await lookAt('page');
    await page.goto(`${PORTAL_ORIGIN}/compte/preferences`);
    await panel().getByText(words.whichPageLead).waitFor();
    await lookAt('page');
  });

  it('C5 U6 U8 the question, while it is shown on the page and while the portal is used', async () => {
    await page.goto(LIST);
    await titled(words.page_list);
    await settled(page);
    // A page that changes its address while it settles takes the question back, as it would a person's: asked again.
    await expect.poll(async () => {
      const { title } = await drawn();
      if (title === words.page_list) await askFor('statu').catch(() => undefined);
      return (await drawn()).title;
    }, { timeout: 30_000 }).toBe(words.ask_columnStatus);
    await lookAt('ask');
    await press(words.usePage);
    await panel().getByText(words.askPaused).waitFor();
    // The column to show may lie under the panel.
    await press(words.moveAside);
    await lookAt('ask');
    await press(words.showOnPage);
  });

  it('C5 U6 U8 the ways to find it again: sure ones, ambiguous ones, none', async () => {
    const head = page.getByRole('columnheader', { name: /Statut/u }).first();
    await point(page, head);
    await titled(words.howToFind);
    await lookAt('ways');
    await press(words.again);
    await titled(words.ask_columnStatus);
    // The same words stand twice in the head, and once outside of the list.
    await head.evaluate((element) => element.after(element.cloneNode(true)));
    await point(page, head);
    await panel().getByText(words.ambiguous).first().waitFor();
    await lookAt('ways');
    await head.evaluate((element) => element.nextElementSibling?.remove());
    await press(words.again);
    await titled(words.ask_columnStatus);
  });

  it('C5 U6 U8 the words of the statuses', async () => {
    await press(words.backToPlan);
    await titled(words.page_list);
    await press(words.statusesButton);
    await titled(words.statusesTitle);
    await lookAt('statuses');
    await press(words.done);
    await titled(words.page_list);
  });

  it('C5 U6 U8 the dry run, under way and at its end, not saved and saved', async () => {
    // « No content » leaves a browser on the page where it is: the trial waits there for the next one.
    await page.route(/\/reservations\/nouvelle/u, (route) => route.fulfill({ status: 204 }));
    await press(words.dryRun);
    await titled(words.tryingTitle);
    await lookAt('trying');
    await page.unroute(/\/reservations\/nouvelle/u);
    await page.goto(FORM);
    await titled(words.endTitle);
    await lookAt('end');
    // A worker that has forgotten the calibration refuses its result.
    const popup = await two.browser.openOwn('popup.html');
    const held = await popup.evaluate(async () => {
      const session = await chrome.storage.session.get('calibration');
      await chrome.storage.session.remove('calibration');
      return session;
    });
    await page.bringToFront();
    // In a window so low that the panel scrolls, what became of the click is seen without scrolling.
    const isSeen = (): Promise<boolean> => page.evaluate(() => {
      const body = document.querySelector('passerelle-calibration')?.shadowRoot?.querySelector('.pc-body');
      const [notice, box] = [body?.querySelector('.pa-notice')?.getBoundingClientRect(), body?.getBoundingClientRect()];
      return notice !== undefined && box !== undefined && notice.top >= box.top - 1 && notice.bottom <= box.bottom + 1;
    });
    await page.setViewportSize({ width: 360, height: 640 });
    await press(words.save);
    await panel().getByText(words.saveFailed).waitFor();
    expect(await isSeen()).toBe(true);
    await lookAt('end');
    await popup.evaluate((session) => chrome.storage.session.set(session), held);
    await popup.close();
    await press(words.save);
    await panel().getByText(words.saved).waitFor();
    await lookAt('end');
  });

  it('C5 and no view was left out', () => {
    expect([...seen].sort()).toEqual(Object.keys(everyView).sort());
  });
});
