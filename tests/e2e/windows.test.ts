/**
 * D, « Bad input everywhere »: two windows and a private one, in the real browser. The extension spans them (one worker, one
 * queue); what a private window shows is kept nowhere, and what is saved there is not lost with it.
 */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printDetails } from '../../lib/domain/details.ts';
import { toInstant } from '../../lib/domain/time.ts';
import { fillFacts } from '../journey/representative.ts';
import { meeting } from '../journey/scene.ts';
import { allowPrivateWindows } from '../setup/extensions-page.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';

/** The browser's own object, inside the extension's pages. */
declare const chrome: Browser;

const PATIENCE = { timeout: 60_000 };
/** A Wednesday, in a month without other bookings. */
const DATE = '2027-02-10';
const SHOWN = 'Comité confidentiel des urgences';
const at = (time: string): number => {
  const local = toInstant({ date: DATE, time });
  if (!local.ok) throw new Error(time);
  return local.instant;
};
const calendar = `${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${DATE}`;
const form = `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=13:00`;

let world: World;
let julie: Person;
/** A page of the extension, to ask the browser from. */
let desk: Page;

/** Opens a window of its own. @returns its page */
async function openWindow(address: string, incognito: boolean): Promise<Page> {
  const opening = julie.context.waitForEvent('page');
  await desk.evaluate(([url, isPrivate]) => chrome.windows.create({ url, incognito: isPrivate }), [address, incognito] as const);
  return opening;
}
const stores = (): Promise<string> => desk.evaluate(async () => JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]));
const isBlockThere = (page: Page): Promise<number> => page.locator('[data-passerelle]').count();

async function showLicence(page: Page): Promise<void> {
  await page.goto(calendar);
  await settled(page);
  await page.getByRole('button', { name: 'Afficher la licence ZOOM' }).click();
  await page.getByText(/La licence est (?:déjà )?affichée\./u).first().waitFor(PATIENCE);
  await page.getByText(SHOWN).first().waitFor(PATIENCE);
}

beforeAll(async () => {
  world = await startWorld({ portal: { look: 'classic', traits: ['T7', 'T9', 'T13'], bookings: 'none' } });
  world.portal.addBooking({
    author: 'representant2', title: SHOWN, start: at('10:00'), end: at('11:00'), status: 'approved',
    comments: printDetails({ name: SHOWN, participants: 650, presenter: { name: 'Étienne Lavoie', email: null } }, { establishment: 'CISSS du Bas-Saint-Laurent', reason: null }),
  });
  julie = await world.open('julie');
  await allowPrivateWindows(julie);
  desk = await julie.openOwn('help.html');
});
afterAll(async () => {
  await world?.close();
});

// One story, told in its order: what a private window showed must not be known before an ordinary one shows it.
describe('a private window', { shuffle: false }, () => {
  let page: Page;

  it('U24 shows the licence and its bookings, and nothing of them is kept', async () => {
    page = await openWindow(PORTAL_ORIGIN, true);
    await julie.signIn(page);
    await showLicence(page);
    await expect.poll(() => isBlockThere(page), PATIENCE).toBeGreaterThan(0);
    // The worker has heard of this page: its health, without a name, is there.
    await expect.poll(stores, PATIENCE).toContain('calendar');
    expect(await stores()).not.toContain(SHOWN);
    // Its session is the window's own.
    expect(await julie.context.cookies(PORTAL_ORIGIN)).toEqual([]);
  });

  it('S0-15 S0-16 refuses a booking with a bad answer in words, as any window does', async () => {
    await page.goto(form);
    await page.getByLabel(/Nom exact/u).waitFor(PATIENCE);
    await settled(page);
    await fillFacts(page);
    await page.getByLabel(/Nombre de participants/u).fill('mille');
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.getByText(/en chiffres/u).first().waitFor(PATIENCE);
    expect(world.portal.bookings()).toHaveLength(1);
  });

  it('R1 closed at once after the save, with the companion away, loses nothing: the request arrives later', async () => {
    await world.stopCompanion();
    await page.getByLabel(/Nombre de participants/u).fill('1 200');
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    await expect.poll(stores, PATIENCE).toContain(meeting.name);
    await page.close();
    await world.startCompanion();
    const popup = await julie.openOwn('popup.html');
    await popup.getByRole('button', { name: /Réessayer|Actualiser/u }).first().click();
    await popup.getByRole('listitem').filter({ hasText: meeting.name }).getByText('À approuver').first().waitFor(PATIENCE);
    /** The request, and once more when the portal has given it its number. */
    const states = () => popup.evaluate(async () => ((await chrome.storage.local.get('outbox'))['outbox'] as { entries: { state: string }[] }).entries.map(({ state }) => state));
    await expect.poll(async () => [...new Set(await states())], PATIENCE).toEqual(['delivered']);
    await popup.close();
  });

  it('U24 this very check finds what an ordinary window shows', async () => {
    const ordinary = await openWindow(PORTAL_ORIGIN, false);
    await julie.signIn(ordinary);
    await showLicence(ordinary);
    await expect.poll(stores, PATIENCE).toContain(SHOWN);
    await ordinary.close();
  });
});

describe('two windows', () => {
  it('with the options: each keeps what is typed in it, follows the other, and both are stored', async () => {
    const [one, other] = [await openWindow(`${julie.origin}/options.html#person`, false), await openWindow(`${julie.origin}/options.html#person`, false)] as const;
    for (const window of [one, other]) await window.getByLabel('Votre nom').waitFor(PATIENCE);
    await other.getByLabel('Courriel').fill('en-cours');
    await one.getByLabel('Votre nom').fill('Julie Gagnon-Roy');
    await one.getByLabel('Votre nom').blur();
    await expect.poll(() => other.getByLabel('Votre nom').inputValue(), PATIENCE).toBe('Julie Gagnon-Roy');
    expect(await other.getByLabel('Courriel').inputValue()).toBe('en-cours');
    await other.getByLabel('Courriel').fill('julie@exemple.test');
    await other.getByLabel('Courriel').blur();
    await expect.poll(() => one.getByLabel('Courriel').inputValue(), PATIENCE).toBe('julie@exemple.test');
    const person = await desk.evaluate(async () => ((await chrome.storage.local.get('settings'))['settings'] as { person: object }).person);
    expect(person).toMatchObject({ name: 'Julie Gagnon-Roy', email: 'julie@exemple.test' });
  });
});
