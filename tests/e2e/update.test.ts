/** D9, in the real browser: an update under an open page (U18), a worker that is dead (U17), and each feature of the overlay off alone (U16). */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, settings } from '../lib/samples.ts';
import { fillFacts } from '../journey/representative.ts';
import { meeting } from '../journey/scene.ts';
import { letReload } from '../setup/extensions-page.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { launchOwnPages, type OwnPages } from '../setup/own-pages.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';

/** The browser's own object, inside the extension's worker. */
declare const chrome: Browser;

const PATIENCE = { timeout: 60_000 };
/** A Wednesday, in a month without other bookings. */
const DATE = '2027-02-10';
const calendar = `${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${DATE}`;
const form = (hour: string): string => `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=${hour}`;

let world: World;
let julie: Person;
let page: Page;

beforeAll(async () => {
  world = await startWorld({ portal: { look: 'classic', traits: ['T7', 'T9', 'T13'], bookings: 'none' } });
  julie = await world.open('julie');
  await letReload(julie);
  page = await julie.context.newPage();
  await julie.signIn(page);
});
afterAll(async () => {
  await world?.close();
});

/** What each feature draws, on the page where it does. */
const drawn = {
  'Bouton « Afficher la licence »': (where: Page) => where.getByRole('button', { name: 'Afficher la licence ZOOM' }),
  'Marque sur la ligne de la licence': (where: Page) => where.getByText(/5\s000\sparticipants/u),
  'Utilisation par établissement': (where: Page) => where.getByRole('button', { name: 'Voir le tableau' }),
} as const;
const withoutSpaces = (words: string): RegExp => new RegExp(words.replaceAll(' ', '\\s'), 'u');

describe('U16 a feature of the overlay that is switched off', () => {
  let options: Page;
  const toggle = async (words: string): Promise<void> => {
    await options.getByLabel(withoutSpaces(words)).click();
    await options.getByText('Enregistré').first().waitFor(PATIENCE);
  };
  beforeAll(async () => {
    options = await julie.openOwn('options.html#features');
    await page.goto(calendar);
    await page.getByRole('button', { name: 'Afficher la licence ZOOM' }).click();
    await page.getByText(/La licence est (?:déjà )?affichée\./u).first().waitFor(PATIENCE);
    for (const find of Object.values(drawn)) await find(page).first().waitFor(PATIENCE);
  });
  afterAll(async () => {
    await options?.close();
  });

  it.each(Object.keys(drawn) as (keyof typeof drawn)[])('U16 « %s » goes from the open page, and the others stay; it comes back as it went', async (words) => {
    await toggle(words);
    await expect.poll(() => drawn[words](page).count(), PATIENCE).toBe(0);
    for (const other of Object.keys(drawn) as (keyof typeof drawn)[]) if (other !== words) await drawn[other](page).first().waitFor(PATIENCE);
    await toggle(words);
    await drawn[words](page).first().waitFor(PATIENCE);
  });

  it('U16 « Renseignements demandés à la réservation » leaves the form to the portal, whose button saves', async () => {
    await toggle('Renseignements demandés à la réservation');
    const before = world.portal.bookings().length;
    await page.goto(form('09:00'));
    await settled(page);
    await page.getByLabel('Titre de la rencontre').fill('Sans Passerelle');
    expect(await page.getByLabel(/Nom exact/u).count()).toBe(0);
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    expect(world.portal.bookings()).toHaveLength(before + 1);
    await toggle('Renseignements demandés à la réservation');
  });
});

describe('U18 an update under an open page', () => {
  const said = 'L’extension a été mise à jour : rechargez la page.'.replace(' :', '\u00a0:');

  /** The browser updates an extension in the same way: it ends the old one under its pages and starts the new one. */
  async function update(): Promise<void> {
    const worker = await julie.worker();
    const next = julie.context.waitForEvent('serviceworker');
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await next;
    await page.keyboard.press('Shift');
    await page.getByText(said).waitFor(PATIENCE);
  }
  async function openForm(hour: string): Promise<void> {
    await page.goto(form(hour));
    await page.getByLabel(/Nom exact/u).waitFor(PATIENCE);
    await settled(page);
  }

  it('U18 is said at the next key, and blocks nothing: the portal’s own button saves', async () => {
    const before = world.portal.bookings().length;
    await openForm('13:00');
    await update();
    await page.getByLabel('Titre de la rencontre').fill('Pendant une mise à jour');
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    await expect.poll(() => world.portal.bookings().length, PATIENCE).toBe(before + 1);
    expect(world.portal.bookings().at(-1)?.title).toBe('Pendant une mise à jour');
  });

  it('U18 loses nothing of what was typed: once the page is reloaded as it asks, it stands there again, and is saved', async () => {
    const before = world.portal.bookings().length;
    await openForm('15:00');
    await fillFacts(page);
    await update();
    await page.reload();
    await page.getByLabel(/Nom exact/u).waitFor(PATIENCE);
    await settled(page);
    expect(await page.getByText(said).count()).toBe(0);
    await expect.poll(() => page.getByLabel(/Nom exact/u).inputValue(), PATIENCE).toBe(meeting.name);
    expect(await page.getByLabel(/Nom de la personne qui présentera/u).inputValue()).toBe(meeting.presenter);
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    await expect.poll(() => world.portal.bookings().length, PATIENCE).toBe(before + 1);
    expect(world.portal.bookings().at(-1)?.title).toBe(meeting.name);
  });

  it('U18 and the settings are what they were', async () => {
    const popup = await julie.openOwn('popup.html');
    await popup.getByText('Julie Gagnon').first().waitFor(PATIENCE);
    await popup.close();
  });
});

describe('U17 a worker that is dead', () => {
  let pages: OwnPages;
  beforeAll(async () => {
    pages = await launchOwnPages();
  });
  afterAll(async () => {
    await pages?.close();
  });

  it.each([
    ['popup.html', 'Passerelle ne répond pas'],
    ['options.html#person', 'L’arrière-plan de Passerelle ne répond pas'],
  ])('U17 is said by %s', async (address, sentence) => {
    const own = await pages.open(address, { stores: { local: { settings: settings() } }, now: NOW, worker: null });
    await own.getByText(sentence, { exact: true }).first().waitFor(PATIENCE);
    await own.close();
  });

  it('U17 and what is typed in the options is stored all the same', async () => {
    const own = await pages.open('options.html#person', { stores: { local: { settings: settings() } }, now: NOW, worker: null });
    await own.getByLabel('Votre nom').fill('Anne Tremblay');
    await own.getByLabel('Votre nom').blur();
    await own.getByText('Enregistré').first().waitFor(PATIENCE);
    expect(await own.evaluate(async () => ((await chrome.storage.local.get('settings'))['settings'] as { person: { name: string } }).person.name)).toBe('Anne Tremblay');
    await own.close();
  });
});
