/** Issue C, bad input: a page of the portal that is redrawn two hundred times a second stays usable, and the popup and the options say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { portalsFr } from '../../lib/i18n/portals.fr.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';

const PATIENCE = { timeout: 60_000 };
const title = portalsFr.stormTitle.replace('{portal}', 'IRIS');

/** Draws a part of the page again every five milliseconds, and counts that and the clicks that the page hears. */
function redrawWithoutEnd(): void {
  const box = document.createElement('div');
  document.body.append(box);
  const counts = { drawn: 0, clicks: 0 };
  Object.assign(globalThis, { counts, restless: setInterval(() => {
    counts.drawn += 1;
    box.replaceChildren(...Array.from({ length: 20 }, (_, index) => Object.assign(document.createElement('p'), { textContent: `Ligne ${index} du dessin ${counts.drawn}` })));
  }, 5) });
  document.addEventListener('click', () => (counts.clicks += 1), true);
}
const countsOf = (page: Page): Promise<{ drawn: number; clicks: number }> =>
  page.evaluate(() => ({ ...(globalThis as unknown as { counts: { drawn: number; clicks: number } }).counts }));

// One story, told in its order: the page begins to move, goes on, and rests.
describe('a page that is redrawn two hundred times a second', { shuffle: false }, () => {
  let world: World;
  let julie: Person;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ portal: { look: 'classic', bookings: 'none' } });
    julie = await world.open('julie');
    page = await julie.context.newPage();
    await julie.signIn(page);
    await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=2027-02-10&heure=09:00`);
    await page.getByLabel(/Nom exact/u).waitFor();
    await settled(page);
  });
  afterAll(async () => world?.close());

  it('C4 is told in the popup and in the options, in words', async () => {
    await page.evaluate(redrawWithoutEnd);
    const popup = await julie.openOwn('popup.html');
    await page.bringToFront();
    await popup.getByText(title).waitFor(PATIENCE);
    const options = await julie.openOwn('options.html');
    await options.getByText(title).waitFor(PATIENCE);
    await popup.close();
    await options.close();
    await page.bringToFront();
  }, 180_000);

  it('goes on drawing, hears what is typed and clicked, and its booking is still guarded', async () => {
    const before = await countsOf(page);
    await page.getByRole('textbox', { name: 'Commentaires' }).fill('Écrit pendant que tout bouge');
    await page.getByRole('textbox', { name: 'Commentaires' }).click();
    expect(await page.getByRole('textbox', { name: 'Commentaires' }).inputValue()).toBe('Écrit pendant que tout bouge');
    await expect.poll(async () => (await countsOf(page)).drawn, PATIENCE).toBeGreaterThan(before.drawn + 200);
    expect((await countsOf(page)).clicks).toBeGreaterThan(before.clicks);
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.getByText(/au moins 1|en chiffres|Inscrivez/u).first().waitFor(PATIENCE);
    expect(world.portal.bookings()).toHaveLength(0);
  });

  it('is read again at a click once it rests, and nothing more is said of it', async () => {
    await page.evaluate(() => clearInterval((globalThis as unknown as { restless: ReturnType<typeof setInterval> }).restless));
    await page.getByRole('textbox', { name: 'Commentaires' }).click();
    const popup = await julie.openOwn('popup.html');
    await page.bringToFront();
    await expect.poll(() => popup.getByText(title).count(), PATIENCE).toBe(0);
    await popup.close();
  });
});
