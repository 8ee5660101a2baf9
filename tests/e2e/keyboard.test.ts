/**
 * U1, D7: the whole journey without a mouse. Only keys are pressed here: no click, and no value is put into a field by the
 * driver. Julie signs in, shows the licence, books, is refused, corrects, saves; Marc approves and creates the conference.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseDetails } from '../../lib/domain/details.ts';
import { toInstant } from '../../lib/domain/time.ts';
import { meeting } from '../journey/scene.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { PASSWORD, people, settled, startWorld, type Person, type PersonName, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Look } from '../standins/portal/index.ts';
import { press, stopOf, tabTo, typeInto } from './by-keyboard.ts';

const PATIENCE = { timeout: 20_000 };
/** Each test has its own day, in a month without other bookings: what one books stands in no other's way. */
const days = { shown: '2027-02-08', grid: '2027-02-09', free: '2027-02-10', refused: '2027-02-11', summary: '2027-02-12', saved: '2027-02-15', approved: '2027-02-16', created: '2027-02-17' };

const codeField = (page: Page) => page.getByLabel(/Code d.utilisateur/u);

async function signIn(page: Page, name: PersonName): Promise<void> {
  await page.goto(PORTAL_ORIGIN);
  await codeField(page).waitFor();
  await settled(page);
  await typeInto(page, /^Code d.utilisateur/u, people[name].account);
  await typeInto(page, /^Mot de passe(?! oublié)/u, PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Mes Réservations' }).first().waitFor();
  await settled(page);
}

/** Signs in unless the portal still knows this person. */
async function enter(page: Page, name: PersonName): Promise<void> {
  await page.goto(PORTAL_ORIGIN);
  await page.getByRole('link', { name: 'Mes Réservations' }).first().or(codeField(page)).first().waitFor();
  if ((await codeField(page).count()) > 0) await signIn(page, name);
}

/** An address is typed by keyboard too. */
async function showLicence(page: Page, date: string, said: RegExp = /La licence est (?:déjà )?affichée\./u): Promise<void> {
  await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${date}`);
  await page.getByRole('button', { name: 'Afficher la licence ZOOM' }).waitFor();
  await settled(page);
  await press(page, /^Afficher la licence ZOOM/u);
  await page.getByText(said).first().waitFor();
  await settled(page);
}

async function openForm(page: Page, date: string, hour = '13:00'): Promise<void> {
  await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${date}&heure=${hour}`);
  await page.getByLabel(/Nom exact/u).waitFor();
  await settled(page);
}

async function typeFacts(page: Page, name: string, participants: string): Promise<void> {
  await typeInto(page, /^Nom exact de la rencontre/u, name);
  await typeInto(page, /^Nombre de participants/u, participants);
  await typeInto(page, /^Nom de la personne qui présentera/u, meeting.presenter);
}

/** By a number that is none, at the portal's own button. */
async function beRefused(page: Page): Promise<void> {
  await typeFacts(page, meeting.name, 'mille');
  await press(page, /^Enregistrer et Fermer/u);
  await page.getByText(/en chiffres/u).first().waitFor();
  await expect.poll(async () => (await stopOf(page)).name, PATIENCE).toMatch(/^Nombre de participants/u);
}

/** From the last field of ours, by Enter. */
async function save(page: Page): Promise<void> {
  await typeInto(page, /^Courriel de la personne qui présentera/u, meeting.presenterEmail);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
}

const looks: Look[] = ['classic', 'react'];

describe.each(looks)('U1 without a mouse, on the %s look', (look) => {
  let world: World;
  let julie: Person;
  let marc: Person;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ portal: { look, traits: ['T7', 'T13', 'T9'], bookings: 'none' } });
    [julie, marc] = await Promise.all([world.open('julie'), world.open('marc')]);
  });
  beforeEach(async () => {
    page = await julie.context.newPage();
  });
  afterEach(async () => {
    // The first one is the browser's own: it would end with its last page.
    for (const { context } of [julie, marc]) await Promise.all(context.pages().slice(1).map((one) => one.close()));
  });
  afterAll(async () => {
    await world?.close();
  });

  /** Julie books, so that the companion and the portal know of it. @returns the portal's number */
  async function book(name: string, date: string): Promise<string> {
    await enter(page, 'julie');
    await openForm(page, date);
    await typeFacts(page, name, '1 200');
    await save(page);
    return world.portal.bookings().find(({ title }) => title === name)?.number ?? '';
  }

  it('U1 the representative signs in, shows the licence and opens the use per establishment', async () => {
    world.portal.signOutAll();
    await signIn(page, 'julie');
    await showLicence(page, days.shown, /La licence est affichée\./u);
    await press(page, /^Voir le tableau/u);
    await page.getByRole('table', { name: /par établissement/u }).waitFor();
  });

  it('U1 and opens the booking form from the grid', async () => {
    await enter(page, 'julie');
    await showLicence(page, days.grid);
    const slot = look === 'classic' ? new RegExp(`ressource=${LICENCE}&date=${days.grid}&heure=13:00`, 'u') : /Licence ZOOM Web 5000 participants 13:00/u;
    await press(page, slot);
    await page.getByLabel(/Nom exact/u).waitFor();
    await settled(page);
  });

  it('U2 is refused in words, and the focus goes to the first error', async () => {
    await enter(page, 'julie');
    await openForm(page, days.refused);
    const before = world.portal.bookings().length;
    await beRefused(page);
    expect((await stopOf(page)).visible).toBe(true);
    expect(world.portal.bookings()).toHaveLength(before);
  });

  it('U2 each line of the summary leads to its field by Enter', async () => {
    await enter(page, 'julie');
    await openForm(page, days.summary);
    await beRefused(page);
    await tabTo(page, /^Écrivez le nombre de participants en chiffres/u, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stopOf(page)).name, PATIENCE).toMatch(/^Nombre de participants/u);
  });

  it('S0-15 S0-16 S0-17 corrects, saves by Enter, and the three facts are in the portal', async () => {
    await enter(page, 'julie');
    await openForm(page, days.saved);
    await beRefused(page);
    const before = world.portal.bookings().length;
    await typeInto(page, /^Nombre de participants/u, '1 200');
    await save(page);
    const [made, ...more] = world.portal.bookings().slice(before);
    expect(more).toEqual([]);
    expect(made).toMatchObject({ title: meeting.name, status: 'pending' });
    expect(parseDetails(made?.comments ?? '')).toMatchObject({ intact: true, facts: { name: meeting.name, participants: 1200, presenter: { name: meeting.presenter } } });
    const start = toInstant({ date: days.saved, time: '13:00' });
    expect(start.ok && made?.start === start.instant).toBe(true);
  });

  it('U1 the approver goes from the popup to the request and approves it in the portal', async () => {
    const name = 'Table des pharmaciens';
    const number = await book(name, days.approved);
    const seen = await marc.context.newPage();
    await enter(seen, 'marc');
    // Where the portal shows it the worker reads from a page that the approver saw.
    await seen.goto(`${PORTAL_ORIGIN}/reservations/${number}`);
    await seen.getByRole('button', { name: 'Approuver' }).waitFor();
    await settled(seen);
    await seen.close();
    const popup = await marc.openOwn('popup.html');
    await popup.getByRole('heading', { level: 1 }).waitFor();
    await press(popup, /^Actualiser/u);
    await popup.getByRole('listitem').filter({ hasText: name }).getByRole('link', { name }).waitFor({ timeout: 90_000 });
    // What the other tests asked for may stand above it.
    await expect.poll(async () => {
      await popup.keyboard.press('ArrowDown');
      return stopOf(popup);
    }, PATIENCE).toMatchObject({ name: expect.stringContaining(name), visible: true });
    const opening = marc.context.waitForEvent('page');
    await popup.keyboard.press('Enter');
    const request = await opening;
    await request.getByRole('button', { name: 'Approuver' }).waitFor();
    await settled(request);
    await press(request, /^Approuver/u);
    await request.getByText('Approuvée').first().waitFor();
    expect(world.portal.find(number)?.status).toBe('approved');
  });

  it('U1 U5 and creates the conference: the tab by its digit, the button by Tab, taken back, then sent', async () => {
    const name = 'Comité des urgences';
    const number = await book(name, days.created);
    world.portal.setStatus(number, 'approved');
    const request = await marc.context.newPage();
    await enter(request, 'marc');
    // The worker has read the page that the approver sees, as always.
    await request.goto(`${PORTAL_ORIGIN}/reservations/${number}`);
    await request.getByText('Approuvée').first().waitFor();
    await settled(request);
    const popup = await marc.openOwn('popup.html');
    await popup.getByRole('heading', { level: 1 }).waitFor();
    await press(popup, /^Actualiser/u);
    await popup.keyboard.press('2');
    const create = new RegExp(`^Créer la rencontre Zoom «.${name}`, 'u');
    await popup.getByRole('button', { name: create }).waitFor({ timeout: 40_000 });
    await press(popup, create);
    await popup.getByRole('button', { name: /Annuler l’envoi/u }).first().waitFor();
    await press(popup, /^Annuler l’envoi/u);
    await popup.getByText('L’envoi est annulé. Rien n’a été créé.').first().waitFor({ state: 'attached' });
    await press(popup, create);
    await expect.poll(() => world.zoom.created().map(({ topic }) => topic), { timeout: 40_000 }).toEqual([name]);
    await popup.keyboard.press('3');
    await popup.getByRole('listitem').filter({ hasText: name }).getByText('Planifiée', { exact: true }).first().waitFor({ timeout: 40_000 });
  });

  it('F04 WCAG 2.4.3 chooses a free moment and takes it back, and the focus is never lost', async () => {
    const [start, end] = [toInstant({ date: days.free, time: '09:00' }), toInstant({ date: days.free, time: '10:00' })];
    if (!start.ok || !end.ok) throw new Error('no such hours');
    world.portal.addBooking({ author: 'representant2', title: 'Rencontre des gestionnaires', start: start.instant, end: end.instant, status: 'approved', comments: '' });
    await enter(page, 'julie');
    // What is booked that day is known once its calendar was seen.
    await showLicence(page, days.free);
    await page.getByText('Rencontre des gestionnaires').first().waitFor();
    await settled(page);
    // Known to the worker, too: a form that is opened before knows of nothing.
    await expect.poll(async () => {
      await openForm(page, days.free, '09:00');
      return page.getByText(/^Conflit\s*:/u).count();
    }, { timeout: 60_000 }).toBeGreaterThan(0);
    await press(page, /^mercredi 10 février 2027, de 10\sh/u);
    await expect.poll(() => stopOf(page), PATIENCE).toMatchObject({ name: 'Remettre mon choix', visible: true });
    await page.keyboard.press('Enter');
    await expect.poll(() => stopOf(page), PATIENCE).toMatchObject({ name: expect.stringMatching(/^mercredi 10 février 2027, de/u), visible: true });
  });
});
