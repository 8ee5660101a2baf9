/** D9, in the real browser: an update under an open page (U18), a worker that is dead (U17), and each feature of the overlay off alone (U16). */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { switchableFeatures } from '../../components/options/features.ts';
import { toInstant } from '../../lib/domain/time.ts';
import { optionsFr } from '../../lib/i18n/options.fr.ts';
import { NOW, settings } from '../lib/samples.ts';
import { fillFacts } from '../journey/representative.ts';
import { meeting } from '../journey/scene.ts';
import { letReload } from '../setup/extensions-page.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { launchOwnPages, type OwnPages } from '../setup/own-pages.ts';
import { renameTitle } from '../setup/rename-title.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';

/** The browser's own object, inside the extension's worker. */
declare const chrome: Browser;

const PATIENCE = { timeout: 60_000 };
/** A Wednesday, in a month without other bookings. */
const DATE = '2027-02-10';
const calendar = `${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${DATE}`;
const list = `${PORTAL_ORIGIN}/reservations/ressources?mode=liste&date=${DATE}&periode=mois&parPage=100`;
const form = (hour: string): string => `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=${hour}`;

const at = (time: string): number => {
  const local = toInstant({ date: DATE, time });
  if (!local.ok) throw new Error(time);
  return local.instant;
};

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
  const showLicence = async (): Promise<void> => {
    await page.goto(calendar);
    await page.getByRole('button', { name: 'Afficher la licence ZOOM' }).click();
    await page.getByText(/La licence est (?:déjà )?affichée\./u).first().waitFor(PATIENCE);
    for (const find of Object.values(drawn)) await find(page).first().waitFor(PATIENCE);
  };
  beforeAll(async () => {
    options = await julie.openOwn('options.html#features');
  });
  afterAll(async () => {
    await options?.close();
  });

  it.each(Object.keys(drawn) as (keyof typeof drawn)[])('U16 « %s » goes from the open page, and the others stay; it comes back as it went', async (words) => {
    await showLicence();
    await toggle(words);
    await expect.poll(() => drawn[words](page).count(), PATIENCE).toBe(0);
    for (const other of Object.keys(drawn) as (keyof typeof drawn)[]) if (other !== words) await drawn[other](page).first().waitFor(PATIENCE);
    await toggle(words);
    await drawn[words](page).first().waitFor(PATIENCE);
  });

  it('U16 « Renseignements demandés à la réservation » goes from the open form, which the portal’s own button then saves, and comes back with what was typed', async () => {
    const facts = 'Renseignements demandés à la réservation';
    const before = world.portal.bookings().length;
    await page.goto(form('09:00'));
    const name = page.getByLabel(/Nom exact/u);
    await name.waitFor(PATIENCE);
    await settled(page);
    await name.fill('Sans Passerelle');
    await toggle(facts);
    await expect.poll(() => name.count(), PATIENCE).toBe(0);
    await toggle(facts);
    await expect.poll(() => name.inputValue(), PATIENCE).toBe('Sans Passerelle');
    await toggle(facts);
    await expect.poll(() => name.count(), PATIENCE).toBe(0);
    await page.getByLabel('Titre de la rencontre').fill('Sans Passerelle');
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    expect(world.portal.bookings()).toHaveLength(before + 1);
    await toggle(facts);
  });

  it('U16 « Avis quand la page n’est pas comprise » goes from the open page and comes back, and the page is no better understood for it', async () => {
    const other = await julie.context.newPage();
    await other.addInitScript(renameTitle);
    await other.goto(form('10:00'));
    const notice = other.getByText('Passerelle ne comprend pas toute cette page').first();
    await notice.waitFor(PATIENCE);
    await toggle('Avis quand la page n’est pas comprise');
    await expect.poll(() => notice.count(), PATIENCE).toBe(0);
    expect(await other.getByLabel(/Nom exact/u).count()).toBe(0);
    await toggle('Avis quand la page n’est pas comprise');
    await notice.waitFor(PATIENCE);
    await other.close();
  });

  it('U16 « Lecture de la page » tells the worker nothing of the page while it is off, and what the page shows then once it is on again', async () => {
    const seen = (): Promise<string> => options.evaluate(async () => JSON.stringify((await chrome.storage.session.get('readings'))['readings'] ?? ''));
    const add = (title: string, from: string, to: string): void => void world.portal.addBooking({ author: 'representante', title, start: at(from), end: at(to), status: 'approved' });
    add('Vue par la page seule', '18:00', '19:00');
    await showLicence();
    await page.goto(list);
    await expect.poll(seen, PATIENCE).toContain('Vue par la page seule');
    await toggle('Lecture de la page');
    add('Après l’arrêt', '20:00', '21:00');
    await page.goto(list);
    await page.getByText('Après l’arrêt').first().waitFor(PATIENCE);
    await settled(page);
    // The overlay is at work and the worker answers it, on the page after that.
    await page.goto(calendar);
    await drawn['Utilisation par établissement'](page).first().waitFor(PATIENCE);
    expect(await seen()).not.toContain('Après l’arrêt');
    await page.goto(list);
    await page.getByText('Après l’arrêt').first().waitFor(PATIENCE);
    await settled(page);
    await toggle('Lecture de la page');
    await expect.poll(seen, PATIENCE).toContain('Après l’arrêt');
  });

  it('U16 and no switch was left out', () => {
    expect([...Object.keys(drawn), 'Renseignements demandés à la réservation', 'Avis quand la page n’est pas comprise', 'Lecture de la page'].map((words) => words.replaceAll('\u00a0', ' ')).sort())
      .toEqual(switchableFeatures.map((id) => optionsFr[`feature_${id}`].replaceAll('\u00a0', ' ')).sort());
  });
});

describe('U18 an update under an open page', () => {
  const said = 'L’extension a été mise à jour : rechargez la page.'.replace(' :', '\u00a0:');

  /** The browser updates an extension in the same way: it ends the old one under its pages and starts the new one. */
  async function reloadExtension(): Promise<void> {
    const worker = await julie.worker();
    const next = julie.context.waitForEvent('serviceworker');
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await next;
  }
  async function update(): Promise<void> {
    await reloadExtension();
    // The browser may start the new one a moment before it has told the page that the old one is gone: the key after that is answered.
    await expect.poll(async () => {
      await page.keyboard.press('Shift');
      return page.getByText(said).isVisible();
    }, PATIENCE).toBe(true);
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

  it.each(['as he likes', 'after an update that he was not told of'] as const)('U18 and when the person reloads the page %s, each field of ours is as he left it', async (why) => {
    await openForm(why === 'as he likes' ? '16:00' : '17:00');
    await fillFacts(page);
    await page.getByLabel(/Nombre de participants/u).fill('250');
    await page.getByRole('button', { name: 'Garder quand même' }).click();
    await page.getByLabel(/^Motif/u).fill('Traduction simultanée');
    const fields = [/Nom exact/u, /Nombre de participants/u, /Nom de la personne qui présentera/u, /Courriel de la personne/u, /^Motif/u];
    const typed = (): Promise<string[]> => Promise.all(fields.map((label) => page.getByLabel(label).first().inputValue()));
    const left = await typed();
    if (why !== 'as he likes') await reloadExtension();
    await page.reload();
    await page.getByLabel(/Nom exact/u).waitFor(PATIENCE);
    await settled(page);
    await expect.poll(typed, PATIENCE).toEqual(left);
    expect(left.slice(0, 2)).toEqual([meeting.name, '250']);
  });

  it('U18 and the settings are what they were', async () => {
    await reloadExtension();
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
