/** Issue F in the real browser: the services side by side in the portal as a program draws it, each with its own form. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { lives } from '../../journey/lives/cards.ts';
import { fillForm, saveForm } from '../../journey/lives/form.ts';
import { startWorld, type Person, type World } from '../../setup/world.ts';

const DATE = '2027-02-10';

describe('the five services on the react look', () => {
  let world: World;
  let julie: Person;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ portal: { look: 'react', traits: ['T7', 'T13'], bookings: 'none' } });
    julie = await world.open('julie');
    page = await julie.context.newPage();
    await julie.signIn(page);
  }, 300_000);
  afterAll(async () => {
    await world?.close();
  });

  it.each(lives)('S0-14 S1-30 S2-20 S3-16 S4-26 $id is booked with its own fields, rules and words', async (life) => {
    const held: string[] = [];
    await fillForm(world, page, life, DATE, (sentence) => held.push(sentence));
    await saveForm(world, page, life, (sentence) => held.push(sentence));
    expect(held.length).toBeGreaterThanOrEqual(6);
  }, 300_000);

  it('S3-09 S1-48 the popup leads to each service’s help and to the portal where it is booked', async () => {
    const popup = await julie.openOwn('popup.html');
    await popup.getByText('Services et aide').click();
    const [help] = await Promise.all([julie.context.waitForEvent('page'), popup.getByRole('link', { name: /^Aide\s*: Salle Zoom Opteos$/u }).click()]);
    await help.getByRole('heading', { level: 1, name: 'La salle Zoom partagée' }).waitFor();
    expect(help.url()).toContain('help.html#shared-room');
  }, 120_000);
});
