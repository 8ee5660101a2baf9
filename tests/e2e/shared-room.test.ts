/** The shared room (S1) from the popup's side, with the real companion: its host key, a slot that is asked for, a room of one's own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { requestAs } from '../setup/send-event.ts';
import { people, startWorld, type Person, type World } from '../setup/world.ts';
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
const storesOf = (page: Page): Promise<string> =>
  page.evaluate(async () => JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]));

describe('the shared room in the popup', () => {
  let world: World;
  let julie: Person;
  // One each: the slot that one test books shows its own host key in the popup of the next.
  beforeEach(async () => {
    world = await startWorld({ room: true, portal: { bookings: 'none' } });
    julie = await world.open('julie');
  });
  afterEach(async () => {
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

  it('S1-29 F05 a slot that another establishment holds is asked for, answered by its holder with words, and both see it', async () => {
    const start = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR;
    const { number } = world.portal.addBooking({ author: 'representante', title: 'Comité de sélection', resources: ['shared-room'], start, end: start + HOUR, status: 'approved' });
    await requestAs(world, 'julie', { number, serviceId: 'shared-room', start, end: start + HOUR });
    const etienne = await world.open('etienne');
    const portal = await etienne.context.newPage();
    await etienne.signIn(portal);
    // What is on the portal's page that this person looked at, as its overlay read it.
    await portal.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=liste`);
    await portal.getByText('Comité de sélection').first().waitFor(PATIENCE);
    const asking = await openPopup(etienne);
    const others = asking.getByText(/tenus? par (?:un autre établissement|d’autres établissements)/u);
    await others.waitFor(PATIENCE);
    await others.click();
    expect(await asking.getByText('Comité de sélection').count()).toBe(0);
    await asking.getByRole('button', { name: /^Demander ce créneau\s*:/u }).first().click();
    await asking.getByLabel('Pourquoi vous en avez besoin').fill('Assemblée annuelle');
    await asking.getByRole('button', { name: 'Envoyer la demande', exact: true }).click();
    await asking.getByText('Réponse attendue').waitFor(PATIENCE);

    const holding = await openPopup(julie);
    await holding.getByText('Étienne Lavoie demande votre créneau').waitFor(PATIENCE);
    await holding.getByText('Pourquoi : Assemblée annuelle'.replace(' :', '\u00a0:')).waitFor(PATIENCE);
    await holding.getByLabel(/^Un mot avec la réponse/u).fill('Nous passons à mardi.');
    await holding.getByRole('button', { name: /^Céder le créneau du/u }).click();
    await holding.getByText('Cédé', { exact: true }).waitFor(PATIENCE);
    await holding.getByText(/Il vous reste à annuler la réservation dans le portail, pour que/u).waitFor(PATIENCE);
    await holding.close();

    await asking.reload();
    await asking.getByText('Cédé', { exact: true }).waitFor(PATIENCE);
    await asking.getByText(/Nous passons à mardi\./u).waitFor(PATIENCE);
    await expect.poll(() => world.mailbox.messages().some(({ to, text }) => to.some(({ address }) => address === people.etienne.email) && text.includes('Nous passons à mardi.')), PATIENCE).toBe(true);
    await asking.close();
  });

  it('S1-35 S1-36 S1-37 a permanent room is asked for with its options, answered by the CCT with words, and S1-38 the answer is seen', async () => {
    const asking = await openPopup(julie);
    await asking.getByText('Demander une salle permanente').click();
    await asking.getByLabel('Nom de la salle').fill('Salle des formateurs');
    await asking.getByLabel(/connectées à Zoom/u).check();
    await asking.getByLabel(/À quoi elle servira/u).fill('Chaque jeudi');
    await asking.getByRole('button', { name: 'Envoyer la demande de salle' }).click();
    await asking.getByRole('heading', { name: 'Demande de salle permanente' }).waitFor(PATIENCE);
    await asking.close();

    const marc = await world.open('marc');
    const deciding = await openPopup(marc);
    await deciding.getByText(/1\s*demande de salle permanente attend une réponse/u).waitFor(PATIENCE);
    await deciding.getByText(/Demandée par Julie Gagnon/u).waitFor(PATIENCE);
    await deciding.getByLabel(/^Un mot avec la réponse/u).fill('Elle est prête.');
    await deciding.getByRole('button', { name: /^Accepter\s*: la salle est créée.*Salle des formateurs/u }).click();
    await deciding.getByText('Salle créée', { exact: true }).waitFor({ ...PATIENCE, state: 'attached' });
    await deciding.close();

    const told = await openPopup(julie);
    await told.getByText('Salle créée', { exact: true }).waitFor(PATIENCE);
    await told.getByText(/Réponse du CCT\s*: Elle est prête\./u).waitFor(PATIENCE);
    await told.getByText('Elle ne vous dispense pas de réserver votre créneau.').waitFor(PATIENCE);
    await told.close();
  });
});
