/** Issue C, 5 and 6: portals are taught through the assistant as a person would, and then guarded and written rightly. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { parseDetails } from '../../lib/domain/details.ts';
import { anchorsFr } from '../../lib/i18n/anchors.fr.ts';
import { calibrationFr } from '../../lib/i18n/calibration.fr.ts';
import { portalsFr } from '../../lib/i18n/portals.fr.ts';
import { fillFacts } from '../journey/representative.ts';
import { meeting } from '../journey/scene.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { enterOther, OTHER_ORIGIN, startTwoPortals, type TwoPortals } from '../setup/two-portals.ts';
import { settled, signIn } from '../setup/world.ts';
import { LICENCE_ROOM } from '../standins/other-portal/data.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Look } from '../standins/portal/index.ts';
import { answerAll, expectFramed, expectWays, panelOf, pointAt, press, titleOf, type Answers } from './assistant.ts';

/** The browser's own object, inside the extension's pages and worker. */
declare const chrome: Browser;

const word = (text: string) => (page: Page): Locator => page.getByText(text, { exact: true }).first();
/** The control in the box after the words, as boxes without labels have it. */
const beside = (text: string) => (page: Page): Locator => page.getByText(text, { exact: true }).locator('xpath=following-sibling::div').locator('input,select,textarea').first();

const julie = { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test', role: 'representative', establishmentId: 'cisss-cote-nord' } as const;

/** A click in the options or the popup: the assistant opens in the portal's own tab. */
async function openAssistant(two: TwoPortals, page: Page, portal: string): Promise<void> {
  const options = await two.browser.openOwn('options.html');
  const card = options.locator('.pa-group', { has: options.getByRole('heading', { level: 2, name: portal, exact: true }) });
  await card.getByRole('button', { name: portalsFr.calibrate }).click();
  await options.getByText(portalsFr.calibrateOpened).waitFor();
  await options.close();
  await page.bringToFront();
  await panelOf(page).waitFor();
}

async function sayPage(page: Page, kind: 'calendar' | 'form' | 'list' | 'detail'): Promise<void> {
  if ((await titleOf(page).innerText()) !== calibrationFr[`page_${kind}`]) await press(page, `page_${kind}`);
  await panelOf(page).getByRole('button', { name: new RegExp(`^(?:${calibrationFr.begin}|${calibrationFr.goOn})$`, 'u') }).click();
}

// One story, told in its order: what is taught is then tried, saved, taken elsewhere and used.
describe('a portal that no profile knows', { shuffle: false }, () => {
  let two: TwoPortals;
  let page: Page;
  beforeAll(async () => {
    two = await startTwoPortals();
    page = await two.browser.context.newPage();
  });
  afterAll(async () => two?.close());

  it('C6 is added in the options by its address, with a profile of which nothing is known', async () => {
    const options = await two.browser.openOwn('options.html');
    await options.getByLabel('Adresse du portail à ajouter').fill(OTHER_ORIGIN);
    await options.getByLabel(portalsFr.newPortalSoftware).selectOption('any');
    await options.getByRole('button', { name: 'Ajouter un portail' }).click();
    await options.getByText(portalsFr.profileNone).waitFor();
    await options.getByText('Permission accordée').nth(1).waitFor();
    await expect.poll(async () => ((await two.stored('local', 'settings')) as { portals: unknown[] }).portals.length, { timeout: 20_000 }).toBe(2);
    await options.close();
    expect(await two.stored('local', 'profiles')).toMatchObject({ 'portail-1': { patch: { base: { id: 'any' }, anchors: {} } } });
  });

  it('C6 is left alone while nothing is known: its own button saves, and nothing of ours stands on its form', async () => {
    await enterOther(page);
    await page.goto(`${OTHER_ORIGIN}/demande`);
    await beside('À propos de')(page).fill('Avant le calibrage');
    await word('Réserver')(page).click();
    await page.waitForURL(/\/demandes\/R-/u);
    expect(two.other.requests().at(-1)).toMatchObject({ subject: 'Avant le calibrage', note: '' });
  });

  it('C5 is taught one anchor at a time, page after page, and no click of it reaches the portal', async () => {
    const before = two.other.writes().length;
    await page.goto(`${OTHER_ORIGIN}/demande`);
    await openAssistant(two, page, 'rencontres.exemple.test');
    await sayPage(page, 'form');
    const form: Answers = {
      save: word('Réserver'), title: beside('À propos de'), resource: beside('Salle'), date: beside('Le jour'), start: beside('Arrivée'),
      duration: beside('Pendant'), freeText: beside('Mot pour l’équipe'),
    };
    expect(await answerAll(page, form)).toEqual(['save', 'title', 'resource', 'date', 'start', 'duration', 'freeText']);
    await panelOf(page).getByText(calibrationFr.read_formOurs).waitFor();

    // The assistant follows to the next page, and has kept what was taught.
    await page.goto(`${OTHER_ORIGIN}/demandes`);
    await panelOf(page).waitFor();
    await word('Où on en est')(page).waitFor();
    await sayPage(page, 'list');
    const list: Answers = {
      columnStatus: word('Où on en est'), columnResource: word('Salle'), columnTitle: word('À propos de'), columnDate: word('Le jour'),
      columnStart: word('Arrivée'), columnDuration: word('Pendant'), columnNumber: word('Réf.'), columnRequester: word('Pour qui'),
    };
    expect((await answerAll(page, list)).length).toBe(8);
    const meanings = { 'On regarde': 'pending', 'C’est oui': 'approved', 'C’est non': 'rejected', 'Retirée': 'cancelled' };
    for (const [said, status] of Object.entries(meanings)) await panelOf(page).getByLabel(calibrationFr.statusOf.replace('{word}', said)).selectOption(status);
    await press(page, 'done');
    await panelOf(page).getByText('15 réservations lues, 4 à approuver').waitFor();

    await page.goto(`${OTHER_ORIGIN}/demandes/R-1041`);
    await panelOf(page).waitFor();
    await sayPage(page, 'detail');
    await answerAll(page, { status: word('Où on en est'), number: word('Réf.') });
    await panelOf(page).getByText(calibrationFr.read_detail).waitFor();
    expect(two.other.writes().length).toBe(before);
  });

  it('C5 an act can be taken back, one at a time', async () => {
    const taught = async (): Promise<string[]> => Object.keys(((await two.stored('session', 'calibration')) as { progress?: { patch: { anchors: object } } } | null)?.progress?.patch.anchors ?? {});
    await expect.poll(taught, { timeout: 20_000 }).toContain('number');
    await press(page, 'undo');
    await expect.poll(taught, { timeout: 20_000 }).not.toContain('number');
    await answerAll(page, { number: word('Réf.') });
    await expect.poll(taught, { timeout: 20_000 }).toContain('number');
  });

  it('C5 U8 the frame stays around what is pointed at while something above it comes, also of ours, and goes', async () => {
    await press(page, 'undo');
    const target = word('Réf.')(page);
    await pointAt(page, target);
    // As the overlay's own boxes are put into a page.
    const above = await page.evaluateHandle(() => {
      const box = document.createElement('div');
      box.dataset['passerelle'] = '';
      box.style.height = '145px';
      document.body.prepend(box);
      return box;
    });
    await expectFramed(page, target);
    await above.evaluate((box) => box.remove());
    await expectFramed(page, target);
    await answerAll(page, { number: word('Réf.') });
  });

  it('C5 is taught the calendar: its day in the portal’s own words, and one booking of the grid for all of them', async () => {
    const before = two.other.writes().length;
    // Today's, whose address does not say the day.
    await page.goto(`${OTHER_ORIGIN}/agenda`);
    await panelOf(page).waitFor();
    await sayPage(page, 'calendar');
    expect(await answerAll(page, { criteria: word('Affiner'), applyFilter: word('Voir ces salles'), saveFilters: word('Garder ce choix'), dayHeading: (on) => on.getByText(/^L’agenda du/u) })).toEqual(['criteria', 'applyFilter', 'saveFilters', 'dayHeading']);
    await panelOf(page).getByText('4 ressources lues, 0 réservation').waitFor();
    await panelOf(page).getByText(calibrationFr.moreAnchors, { exact: true }).click();
    await panelOf(page).getByRole('button', { name: calibrationFr.showNamed.replace('{name}', anchorsFr.anchor_gridBooking) }).click();
    expect(await answerAll(page, { gridBooking: word('Avant le calibrage') })).toEqual(['gridBooking']);
    await panelOf(page).getByText('4 ressources lues, 1 réservation').waitFor();
    expect(two.other.writes().length).toBe(before);
  });

  it('C5 ends with a dry run of the pages that were met, which saves nothing, and then the profile is in force', async () => {
    const before = two.other.writes().length;
    await press(page, 'dryRun');
    await page.getByRole('heading', { name: calibrationFr.endTitle }).waitFor({ timeout: 60_000 });
    await expect.poll(() => panelOf(page).getByText(calibrationFr.endOk, { exact: true }).count()).toBe(4);
    await expect.poll(() => panelOf(page).getByText('15 réservations lues, 4 à approuver').count()).toBe(1);
    expect(two.other.writes().length).toBe(before);
    await press(page, 'save');
    await panelOf(page).getByText('Le profil est enregistré', { exact: false }).waitFor();
    await panelOf(page).getByRole('button', { name: calibrationFr.close }).last().click();
    await panelOf(page).waitFor({ state: 'detached' });
  });

  it('C5 F12 what was taught is exported as a file, forgotten, and put in force again by the file, after its differences are shown', async () => {
    const options = await two.browser.openOwn('options.html');
    const card = options.locator('.pa-group', { has: options.getByRole('heading', { level: 2, name: 'rencontres.exemple.test', exact: true }) });
    const taught = async () => ((await two.stored('local', 'profiles')) as Record<string, { patch: { anchors: object; statuses: unknown[] } }>)['portail-1']?.patch;
    const before = await taught();
    expect(Object.keys(before?.anchors ?? {}).length).toBeGreaterThan(15);
    const [download] = await Promise.all([options.waitForEvent('download'), card.getByRole('button', { name: portalsFr.exportProfile }).click()]);
    const path = await download.path();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'passerelle-profile', hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u) });
    await card.getByRole('button', { name: portalsFr.resetProfile }).click();
    await expect.poll(taught, { timeout: 20_000 }).not.toEqual(before);
    await card.locator('input[type=file]').setInputFiles(path);
    await card.getByText(anchorsFr.anchor_save).first().waitFor();
    await card.getByRole('button', { name: portalsFr.profileApply }).click();
    await expect.poll(taught, { timeout: 20_000 }).toMatchObject({ anchors: before?.anchors, statuses: before?.statuses });
    await options.close();
    await page.bringToFront();
  });

  it('C6 S0-15 S0-16 a representative’s request is then guarded there, and written where it belongs', async () => {
    await two.set({ person: julie });
    await page.goto(`${OTHER_ORIGIN}/demande?jour=2027-02-10`);
    await page.getByLabel(/Nom exact/u).waitFor();
    const before = two.other.writes().length;
    await fillFacts(page);
    await page.getByLabel(/Nombre de participants/u).fill('mille');
    await word('Réserver')(page).click();
    await page.getByText(/en chiffres/u).first().waitFor();
    expect(two.other.writes().length).toBe(before);
    await fillFacts(page);
    await word('Réserver')(page).click();
    await page.waitForURL(/\/demandes\/R-/u);
    const made = two.other.requests().at(-1);
    expect(made).toMatchObject({ room: LICENCE_ROOM, subject: meeting.name, day: '2027-02-10', arrival: 840, length: 90 });
    expect(parseDetails(made?.note ?? '')).toMatchObject({ intact: true, facts: { name: meeting.name, participants: 1200 } });
  });

  it('C6 the two portals stand side by side: booked in turn, each is guarded by its own profile and written where it belongs', async () => {
    const iris = await two.browser.context.newPage();
    await signIn(iris, 'julie');
    const saveIn = async (tab: Page, address: string, save: (on: Page) => Locator): Promise<void> => {
      await tab.bringToFront();
      await tab.goto(address);
      await tab.getByLabel(/Nom exact/u).waitFor();
      await settled(tab);
      await fillFacts(tab);
      await tab.getByLabel(/Nombre de participants/u).fill('mille');
      const before = two.iris.bookings().length + two.other.requests().length;
      await save(tab).click();
      await tab.getByText(/en chiffres/u).first().waitFor();
      expect(two.iris.bookings().length + two.other.requests().length).toBe(before);
      await fillFacts(tab);
      await save(tab).click();
      await tab.waitForURL((url) => !/nouvelle|demande\?/u.test(url.href));
    };
    const inIris = (hour: string) => saveIn(iris, `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=2027-02-16&heure=${hour}`, (on) => on.getByRole('button', { name: 'Enregistrer et Fermer' }));
    const inOther = (day: string) => saveIn(page, `${OTHER_ORIGIN}/demande?jour=${day}`, word('Réserver'));
    const [bookings, requests] = [two.iris.bookings().length, two.other.requests().length];
    await inIris('09:00');
    await inOther('2027-02-17');
    await inIris('13:00');
    await inOther('2027-02-18');
    const [made, asked] = [two.iris.bookings().slice(bookings), two.other.requests().slice(requests)];
    expect([made.map(({ title }) => title), asked.map(({ subject, day }) => [subject, day])]).toEqual([[meeting.name, meeting.name], [[meeting.name, '2027-02-17'], [meeting.name, '2027-02-18']]]);
    for (const text of [...made.map(({ comments }) => comments), ...asked.map(({ note }) => note)]) expect(parseDetails(text ?? '')).toMatchObject({ intact: true, facts: { name: meeting.name, participants: 1200 } });
    await iris.close();
  }, 180_000);

  it('C6 F02 its calendar shows one’s use, and marks the row of the licence and no other', async () => {
    for (const [path, said] of [['/agenda', 'Avant le calibrage'], ['/agenda?jour=2027-02-10', meeting.name]] as const) {
      await page.goto(`${OTHER_ORIGIN}${path}`);
      await page.locator('passerelle-usage').getByRole('button').first().waitFor();
      await page.locator('passerelle-mark').waitFor({ state: 'attached' });
      await expect.poll(() => page.locator('passerelle-mark').count()).toBe(1);
      const row = page.locator('passerelle-mark').locator('xpath=../..');
      await expect.poll(() => row.innerText()).toContain(LICENCE_ROOM);
      await expect.poll(() => row.innerText()).toContain(said);
    }
    await page.goto(`${OTHER_ORIGIN}/agenda?jour=2027-02-10&salle=Auditorium`);
    await page.getByText('Auditorium', { exact: true }).last().waitFor();
    await settled(page);
    expect(await page.locator('passerelle-mark, passerelle-usage').count()).toBe(0);
  });

  it('C6 the form of another room saves as before', async () => {
    await page.goto(`${OTHER_ORIGIN}/demande?jour=2027-02-11&salle=Auditorium`);
    await beside('À propos de')(page).fill('Concert');
    await word('Réserver')(page).click();
    await page.waitForURL(/\/demandes\/R-/u);
    expect(two.other.requests().at(-1)).toMatchObject({ room: 'Auditorium', subject: 'Concert', note: '' });
  });

  it('C4 F12 when the button changes its word, the popup names the anchor, the badge its state, and the portal saves as if we were not there', async () => {
    await page.goto(`${OTHER_ORIGIN}/demande?jour=2027-02-12`);
    await page.getByLabel(/Nom exact/u).waitFor();
    const options = await two.browser.openOwn('options.html');
    const popup = await two.browser.openOwn('popup.html');
    await page.bringToFront();
    await page.evaluate(() => {
      const button = document.querySelector('[data-save]') as HTMLElement;
      const words = document.createElement('span');
      words.textContent = 'Envoyer la demande';
      button.replaceChildren(words);
    });
    await popup.getByText(new RegExp(`${anchorsFr.anchor_save}.*introuvable`, 'u')).waitFor();
    const card = options.locator('.pa-group', { has: options.getByRole('heading', { level: 2, name: 'rencontres.exemple.test', exact: true }) });
    await card.getByText(new RegExp(`${anchorsFr.anchor_save}.*introuvable`, 'u')).waitFor();
    await options.close();
    await expect.poll(() => popup.evaluate(() => chrome.action.getBadgeText({})), { timeout: 20_000 }).toBe('!');
    expect(await popup.evaluate(() => chrome.action.getTitle({}))).toContain('rencontres.exemple.test');
    await popup.close();
    await beside('À propos de')(page).fill('Sans surveillance');
    await word('Envoyer la demande')(page).click();
    await page.waitForURL(/\/demandes\/R-/u);
    expect(two.other.requests().at(-1)).toMatchObject({ subject: 'Sans surveillance', note: '' });
  });
});

/** Tabs to what says these words in the assistant, and presses Enter. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const focused = (): Promise<string> => page.evaluate(() => document.querySelector('passerelle-calibration')?.shadowRoot?.activeElement?.textContent?.trim() ?? '');
  const isThere = (said: string): boolean => (typeof name === 'string' ? said === name : name.test(said));
  for (let presses = 0; presses < 40 && !isThere(await focused()); presses += 1) await page.keyboard.press('Tab');
  expect(await focused()).toMatch(name);
  await page.keyboard.press('Enter');
}

/** As {@link openAssistant}, from the options, without a pointer. */
async function openByKeyboard(two: TwoPortals, page: Page): Promise<void> {
  const options = await two.browser.openOwn('options.html');
  await options.getByRole('button', { name: portalsFr.calibrate }).first().waitFor();
  const focused = (): Promise<string> => options.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  for (let presses = 0; presses < 150 && (await focused()) !== portalsFr.calibrate; presses += 1) await options.keyboard.press('Tab');
  expect(await focused()).toBe(portalsFr.calibrate);
  await options.keyboard.press('Enter');
  await options.getByText(portalsFr.calibrateOpened).waitFor();
  await options.close();
  await page.bringToFront();
  await panelOf(page).waitFor();
}

/** The label is the button's whole name; typing it leads there, as the assistant says. */
async function answerByKeyboard(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  const asks = new Map(Object.entries(calibrationFr).flatMap(([key, text]) => (key.startsWith('ask_') ? [[String(text), key.slice(4)] as const] : [])));
  await tabTo(page, calibrationFr.begin);
  for (;;) {
    const question = (await titleOf(page).innerText()).trim();
    const anchor = asks.get(question);
    if (anchor === undefined) return;
    const answer = answers[anchor];
    if (answer === undefined) {
      await page.keyboard.press('Escape');
      await panelOf(page).getByText(calibrationFr.askPaused).waitFor();
      await tabTo(page, calibrationFr.absent);
    } else {
      await page.keyboard.type(answer.toLowerCase().replaceAll(' ', ''));
      await expectFramed(page, anchor === 'save' ? page.getByRole('button', { name: answer }) : page.getByLabel(answer).first());
      await page.keyboard.press('Enter');
      await expectWays(page);
      await tabTo(page, calibrationFr.accept);
    }
    await expect.poll(() => titleOf(page).innerText(), { timeout: 20_000 }).not.toBe(question);
  }
}

describe.each<{ look: Look; hand: 'mouse' | 'keyboard' }>([{ look: 'classic', hand: 'keyboard' }, { look: 'react', hand: 'mouse' }])('the stand-in of IRIS in its $look look, as if nothing were known of it, taught by $hand', ({ look, hand }) => {
  let two: TwoPortals;
  let page: Page;
  const form = `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=2027-02-10&heure=09:00`;
  const labels = { save: 'Enregistrer et Fermer', title: 'Titre de la rencontre', resource: 'Ressource', date: 'Date', start: 'Heure de début', end: 'Heure de fin', freeText: 'Commentaires' };
  beforeAll(async () => {
    two = await startTwoPortals({ look });
    const popup = await two.browser.openOwn('popup.html');
    await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'profile.set', portal: 'iris', patch: { base: { id: 'any', version: 1 }, id: 'iris', name: 'IRIS', version: 1, pages: [], anchors: {}, statuses: [], dates: null, saves: null } }));
    await popup.close();
    page = await two.browser.context.newPage();
    await signIn(page, 'sylvie');
    await page.goto(form);
    await page.getByLabel('Commentaires').waitFor();
    await settled(page);
  });
  afterAll(async () => two?.close());

  it('C5 learns the booking form, and guards and writes it', async () => {
    const count = two.iris.bookings().length;
    if (hand === 'keyboard') {
      await openByKeyboard(two, page);
      await tabTo(page, calibrationFr.page_form);
      await answerByKeyboard(page, labels);
    } else {
      await openAssistant(two, page, 'IRIS');
      await press(page, 'page_form');
      await press(page, 'begin');
      const field = (name: string) => (on: Page) => on.getByLabel(name).first();
      await answerAll(page, {
        save: (on) => on.getByRole('button', { name: labels.save }), title: field(labels.title), resource: field(labels.resource), date: field(labels.date),
        start: field(labels.start), end: field(labels.end), freeText: field(labels.freeText),
      });
    }
    /** By whichever hand teaches. */
    const act = (name: 'dryRun' | 'save' | 'close'): Promise<void> => (hand === 'keyboard' ? tabTo(page, calibrationFr[name]) : panelOf(page).getByRole('button', { name: calibrationFr[name], exact: true }).last().click());
    await panelOf(page).getByText(calibrationFr.read_formOurs).waitFor();
    await act('dryRun');
    await page.getByRole('heading', { name: calibrationFr.endTitle }).waitFor({ timeout: 60_000 });
    await act('save');
    await panelOf(page).getByText('Le profil est enregistré', { exact: false }).waitFor();
    await act('close');
    await panelOf(page).waitFor({ state: 'detached' });
    expect(two.iris.bookings().length).toBe(count);

    await two.set({ person: julie });
    await page.goto(form);
    await page.getByLabel(/Nom exact/u).waitFor();
    await settled(page);
    await fillFacts(page);
    await page.getByLabel(/Nombre de participants/u).fill('0');
    await page.getByRole('button', { name: labels.save }).click();
    await page.getByText(/au moins 1/u).first().waitFor();
    expect(two.iris.bookings().length).toBe(count);
    await fillFacts(page);
    await page.getByRole('button', { name: labels.save }).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    const made = two.iris.bookings().at(-1);
    expect(made?.title).toBe(meeting.name);
    expect(parseDetails(made?.comments ?? '')).toMatchObject({ intact: true, facts: { participants: 1200 } });
  }, 180_000);
});
