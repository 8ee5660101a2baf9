/** Chromium for the tests of this room: one browser a file, one context a person. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { PortalStandin } from './index.ts';
import { NOW, signedIn } from './testing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['BROWSER_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser.close());

/** A page of its own; a refusal by the policy or an error of a script fails the test. */
export async function openPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && /Content Security Policy|TypeError/u.test(message.text()) && faults.push(message.text()));
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  return page;
}

/** Signed in without the form, on « Mes réservations de ressource ». */
export async function enter(portal: PortalStandin, code = 'representante'): Promise<Page> {
  const page = await openPage();
  const cookies = (await signedIn(portal, code)).cookie().split('; ');
  await page.context().addCookies(cookies.map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: portal.url })));
  await page.goto(portal.url);
  await page.getByRole('heading', { name: 'Mes réservations de ressource' }).waitFor();
  return page;
}

export const criteria = (page: Page) => page.getByRole('button', { name: 'Critères' }).or(page.getByRole('link', { name: 'Critères' }));

/** Presses the triangle that stands before the words: an unnamed link in one look, a named button in the other. */
export async function unfold(page: Page, name: string): Promise<void> {
  const node = page.getByRole('listitem').or(page.getByRole('treeitem')).filter({ hasText: name }).first();
  await node.getByTitle('Développer').or(node.getByRole('button', { name: 'Développer' })).first().click();
}

/** The next page's timers run only when told to. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: NOW });
  await page.clock.pauseAt(NOW + 1_000);
}
