/** The popup and the side panel in the real browser, in every state: axe, the keyboard alone, paper, files, and what survives. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NOW } from '../lib/samples.ts';
import { violationsOf } from '../setup/axe.ts';
import { launchOwnPages, type OwnPageOptions, type OwnPages } from '../setup/own-pages.ts';
import { popupStates, type PopupState } from '../setup/popup-states.ts';

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

/** Opens a state as a person sees it: on its tab, with its search typed. */
async function show(name: keyof typeof popupStates, options: OwnPageOptions = {}): Promise<Page> {
  const state = popupStates[name] as PopupState;
  const page = await pages.open(state.page, { stores: state.stores, now: NOW, ...(state.worker === undefined ? {} : { worker: state.worker }), ...options });
  open.push(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (state.tab !== undefined) await page.getByRole('tab', { name: new RegExp(state.tab, 'u') }).click();
  if (state.query !== undefined) await page.getByRole('searchbox').fill(state.query);
  return page;
}

/** The tabs that a state may name, and what they are called in English. */
const popupTabs = ['À créer', 'Planifiées', 'Aujourd’hui', 'Historique'];
const englishTabs = [/^To create/u, /^Scheduled/u, /^Today/u, /^History/u];

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

describe('axe finds nothing', () => {
  const states = Object.entries(popupStates).map(([name, { title }]) => ({ name, title }));

  it.each(states)('U6 U8 in the light, then in the dark at 320 pixels without a scrollbar across: $title', async ({ name }) => {
    const page = await show(name);
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 600 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    // Colours change gradually; what is looked at is the end.
    await page.evaluate(() => document.getAnimations().forEach((one) => one instanceof CSSTransition && one.finish()));
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  // A popup has at most 800 pixels by 600: half of that at 200 %.
  it.each(states)('U6 U8 in forced colours, at 200 %, in English: $title', async ({ name }) => {
    const state = popupStates[name] as PopupState;
    const stores = structuredClone(state.stores);
    (stores.local?.['settings'] as { language: string }).language = 'en';
    const page = await pages.open(state.page, { stores, now: NOW, viewport: { width: 400, height: 300 }, media: { forcedColors: 'active' }, ...(state.worker === undefined ? {} : { worker: state.worker }) });
    open.push(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const number = popupTabs.indexOf(state.tab ?? '');
    if (number >= 0) await page.getByRole('tab', { name: englishTabs[number] as RegExp }).click();
    if (state.query !== undefined) await page.getByRole('searchbox').fill(state.query);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await page.locator('.pa-popup').getAttribute('lang')).toBe('en-CA');
  });

  it('U8 in the list of shortcuts, and before an end', async () => {
    const page = await show('today');
    await page.getByRole('button', { name: /^Mettre fin/u }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('WCAG 1.4.4 at 200 %: half as wide, and nothing is cut across', async () => {
    for (const name of ['toCreate', 'today', 'past'] as const) {
      const page = await show(name, { viewport: { width: 800, height: 600 } });
      await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });
});

describe('hostile text', () => {
  it('runs nothing, loads nothing, and is shown as it is', async () => {
    const page = await show('odd');
    const alarms: string[] = [];
    page.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });
    expect(await page.locator('.pa-popup-item img, .pa-popup-item script').count()).toBe(0);
    expect(await page.getByText('<script>alert(document.domain)</script>').count()).toBeGreaterThan(0);
    expect(alarms).toEqual([]);
  });
});

describe('U1 by keyboard alone', () => {
  it('U1 from the search to a booking found, to the next tab, to the shortcuts and back', async () => {
    const page = await show('many');
    await page.keyboard.press('/');
    await page.keyboard.type('105207');
    await page.getByText('1 réservation trouvée').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Conférence sur la santé mentale');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toContain('À créer');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('4');
    expect(await focused(page)).toContain('Aujourd’hui');
  });

  it('U1 every control of the run sheet is reached by Tab, and a box is ticked by the space bar', async () => {
    const page = await show('todayReady');
    const reached: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.id || (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')));
      if (await page.evaluate(() => document.activeElement?.matches('.pa-popup-check input') ?? false)) break;
    }
    expect(reached.some((name) => /^Démarrer la rencontre «/u.test(name))).toBe(true);
    await page.keyboard.press('Space');
    await page.getByText(/10\sh\s00\s·\sÉC/u).waitFor();
  });
});

describe('F06 the run sheet', () => {
  it('F06 keeps its ticks when it is closed and opened again without a network', async () => {
    const page = await show('today');
    await page.context().setOffline(true);
    try {
      await page.getByRole('checkbox', { name: /Fermer tous les micros/u }).first().check();
      await page.getByText('3 sur 5').waitFor();
      await page.goto(`${pages.origin}/popup.html`);
      await page.getByText('3 sur 5').waitFor();
      await expect.poll(() => page.getByRole('checkbox', { name: /Fermer tous les micros/u }).first().isChecked()).toBe(true);
    } finally {
      await page.context().setOffline(false);
    }
  });

  it('F06 asks the worker for the start, and neither the page nor the stores ever hold a start link', async () => {
    const page = await show('todayReady', { worker: { refresh: { started: true }, 'day.start': { ok: true } } });
    await page.getByRole('button', { name: /^Démarrer la rencontre «/u }).click();
    await page.getByText('Le lien de démarrage n’est gardé nulle part.').first().waitFor({ state: 'attached' });
    const { asked, stores } = await page.evaluate(async () => ({
      asked: (globalThis as unknown as { asked: unknown[] }).asked,
      stores: JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
    }));
    expect(asked).toContainEqual({ type: 'day.start', key: 'iris:105200' });
    expect(`${stores}${await page.content()}`).not.toMatch(/zak=|\/s\/\d/u);
  });

  it.each(['Letter', 'A4'] as const)('U21 three events print on one page of %s', async (format) => {
    for (const name of ['today', 'todayPanel'] as const) {
      const paper = (await (await show(name)).pdf({ format })).toString('latin1');
      expect(paper.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
    }
  });

  it('U21 the side panel opens on the day and prints at once when it is asked to', async () => {
    const state = popupStates['todayPanel'] as PopupState;
    const page = await pages.open('manifest.json', { stores: state.stores, now: NOW });
    open.push(page);
    await page.addInitScript(() => Object.assign(globalThis, { print: () => Object.assign(globalThis, { printed: true }) }));
    await page.evaluate(async (stores) => {
      await chrome.storage.local.set(stores.local ?? {});
      await chrome.storage.session.set(stores.session ?? {});
    }, state.stores);
    await page.goto(`${pages.origin}/sidepanel.html#today+print`);
    await page.waitForFunction(() => 'printed' in globalThis);
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toContain('Aujourd’hui');
  });
});

describe('U22 the files', () => {
  it.each([['Exporter en CSV', 'csv', '\ufeffNuméro;'], ['Exporter en ICS', 'ics', 'BEGIN:VCALENDAR\r\n']] as const)('U22 « %s » saves a file that begins as it should', async (button, extension, beginning) => {
    const page = await show('past');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    expect(download.suggestedFilename()).toBe(`passerelle-historique-2026-11-23.${extension}`);
    expect((await readFile(await download.path(), 'utf8')).startsWith(beginning)).toBe(true);
  });
});

describe('a thousand bookings', () => {
  it('are counted, fifty are drawn, and the search looks through all of them', async () => {
    const page = await show('many');
    await expect.poll(() => page.locator('[data-entry]').count()).toBe(50);
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toMatch(/1\s000/u);
    await page.getByRole('searchbox').fill('106199');
    await page.getByText('1 réservation trouvée').waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('[data-entry]').count()).toBe(1);
  });
});
