/** The shared room (S1) from the popup's side, with the real companion: its host key, a slot that is asked for, a room of one's own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { requestAs } from '../setup/send-event.ts';
import { startWorld, type Person, type World } from '../setup/world.ts';
import { PLAIN } from '../standins/zoom/standin.ts';

declare const chrome: Browser;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const POPUP = { width: 420, height: 640 };
const PATIENCE = { timeout: 60_000 };

async function openPopup(person: Person): Promise<Page> {
  const popup = await person.openOwn('popup.html');
  await popup.setViewportSize(POPUP);
  await popup.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
  return popup;
}

/** All that the extension keeps, as one text. */
const storesOf = (page: Page): Promise<string> => page.evaluate(async () => JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]));

describe('the shared room in the popup', () => {
  let world: World;
  let julie: Person;
  beforeAll(async () => {
    world = await startWorld({ room: true, portal: { bookings: 'none' } });
    julie = await world.open('julie');
  });
  afterAll(async () => {
    await world?.close();
  });

  it('S1-05 S1-07 S1-34 the host key is revealed once to the holder of the slot, after the question of the waiting room, and no store has it', async () => {
    const start = Date.now() + 10 * MINUTE;
    await requestAs(world, 'julie', { number: '7001', serviceId: 'shared-room', start, end: start + HOUR });
    const before = world.zoom.hostKeyOf(PLAIN);
    const popup = await openPopup(julie);
    const key = popup.getByRole('region', { name: /^Clé d’hôte de la salle/u });
    await key.waitFor(PATIENCE);
    await key.getByText('Répondez d’abord à la question').waitFor(PATIENCE);
    await popup.getByRole('radio', { name: 'Oui' }).check();
    await popup.getByText('Chaque personne attendra que vous l’admettiez.').waitFor(PATIENCE);
    const reveal = key.getByRole('button', { name: /^Révéler la clé d’hôte/u });
    await expect.poll(() => reveal.getAttribute('aria-disabled'), PATIENCE).toBeNull();
    await reveal.click();
    const shown = key.getByText(/^Votre clé d’hôte/u);
    await shown.waitFor(PATIENCE);
    const given = world.zoom.hostKeyOf(PLAIN);
    expect(given).not.toBe(before);
    expect((await shown.innerText()).replace(/\D/gu, '')).toBe(given);
    await key.getByRole('link', { name: /^Entrer dans la salle/u }).waitFor(PATIENCE);
    await popup.getByText('Clé d’hôte révélée').waitFor({ ...PATIENCE, state: 'attached' });
    expect(await storesOf(popup)).not.toContain(given);
    await popup.close();
    const again = await openPopup(julie);
    await again.getByText(/La clé d’hôte de ce créneau a été révélée/u).waitFor(PATIENCE);
    expect(await again.getByRole('button', { name: /^Révéler/u }).count()).toBe(0);
    expect(world.zoom.hostKeyOf(PLAIN)).toBe(given);
    await again.close();
  });
});
