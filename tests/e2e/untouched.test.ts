/** What is not ours stays as it was: a booking of another resource, with and without the extension. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled, signIn, startWorld, type World } from '../setup/world.ts';
import type { Look, Trait } from '../standins/portal/index.ts';

/** Books a room as anybody does. @returns what the portal received for it, to the byte */
async function bookRoom(world: World, page: Page): Promise<unknown[]> {
  await signIn(page, 'julie');
  world.portal.forgetRequests();
  await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=bureau-1&date=2027-02-10&heure=09:00`);
  await page.getByRole('textbox', { name: 'Titre de la rencontre' }).waitFor();
  await settled(page);
  await page.getByRole('textbox', { name: 'Titre de la rencontre' }).fill('Comité « qualité » & suivi <b>');
  await page.getByRole('textbox', { name: 'Commentaires' }).fill('Deux écrans, s’il vous plaît.\nMerci!');
  await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
  await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
  return world.portal
    .requests()
    .filter(({ method }) => method === 'POST')
    .map(({ method, path, body, headers }) => ({ method, path, body: Buffer.from(body).toString('latin1'), contentType: headers['content-type'], origin: headers['origin'], referer: headers['referer'] }));
}

const cases: { look: Look; traits: Trait[] }[] = [
  { look: 'classic', traits: ['T7', 'T9', 'T13'] },
  { look: 'classic', traits: ['T1', 'T2', 'T5', 'T13'] },
  { look: 'react', traits: ['T7', 'T13'] },
];

describe.each(cases)('S0-14 a booking of another resource on the $look look with $traits', ({ look, traits }) => {
  const worlds: World[] = [];
  let without: unknown[];
  let withExtension: unknown[];

  beforeAll(async () => {
    const now = Date.parse('2027-02-01T15:00:00Z');
    const start = async (): Promise<World> => {
      const world = await startWorld({ portal: { look, traits, seed: 7, now: () => now, bookings: 'none' } });
      worlds.push(world);
      return world;
    };
    const plainWorld = await start();
    without = await bookRoom(plainWorld, await (await plainWorld.openPlain()).newPage());
    const world = await start();
    withExtension = await bookRoom(world, await (await world.open('julie')).context.newPage());
  });
  afterAll(async () => {
    await Promise.all(worlds.map((world) => world.close()));
  });

  it('leaves the browser byte for byte as it would without the extension', () => {
    expect(without.length).toBeGreaterThan(0);
    expect(withExtension).toEqual(without);
  });
});
