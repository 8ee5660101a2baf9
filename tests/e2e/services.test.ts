/** Issue F in the real browser: the other four services, side by side in the portal stand-in, each with its own form. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { bookService, serviceStories } from '../journey/services.ts';
import { startWorld, type Person, type World } from '../setup/world.ts';

const DATE = '2027-02-10';

describe.each(['classic', 'react'] as const)('the five services on the %s look', (look) => {
  let world: World;
  let julie: Person;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ portal: { look, traits: ['T7', 'T13'], bookings: 'none' } });
    julie = await world.open('julie');
    page = await julie.context.newPage();
    await julie.signIn(page);
  }, 300_000);
  afterAll(async () => {
    await world?.close();
  });

  it.each(serviceStories)('S1-30 S2-20 S3-16 S4-26 $id is booked with its own fields, rules and words', async (story) => {
    const held: string[] = [];
    await bookService(world, page, story, DATE, (sentence) => held.push(sentence));
    expect(held.length).toBeGreaterThanOrEqual(4);
  }, 300_000);

  it('S3-09 S1-48 the popup leads to each service’s help and to the portal where it is booked', async () => {
    const popup = await julie.openOwn('popup.html');
    await popup.getByText('Services et aide').click();
    const [help] = await Promise.all([julie.context.waitForEvent('page'), popup.getByRole('link', { name: /^Aide\s*: Salle Zoom Opteos$/u }).click()]);
    await help.getByRole('heading', { level: 1, name: 'La salle Zoom partagée' }).waitFor();
    expect(help.url()).toContain('help.html#shared-room');
  }, 120_000);
});
