/**
 * U1, D7: the whole journey without a mouse. Only keys are pressed here: no click, and no value is put into a field by the
 * driver. Julie signs in, shows the licence, books, is refused, corrects, saves; Marc approves and creates the conference.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDetails } from '../../lib/domain/details.ts';
import { toInstant } from '../../lib/domain/time.ts';
import { meeting } from '../journey/scene.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { PASSWORD, people, settled, startWorld, type Person, type PersonName, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Look } from '../standins/portal/index.ts';

/** A Wednesday, in a month without other bookings. */
const DATE = '2027-02-10';
/** More stops than any page here has. */
const FAR = 400;

interface Stop {
  /** What it is called, then where it leads. */
  name: string;
  /** Whether a person sees that the focus is there; always true of what is not ours. */
  visible: boolean;
  value: string;
}

/** Where the focus is, inside shadow roots too. */
const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    let active = document.activeElement;
    let isOurs = location.protocol === 'chrome-extension:';
    while (active?.shadowRoot?.activeElement) {
      isOurs ||= active.hasAttribute('data-passerelle');
      active = active.shadowRoot.activeElement;
    }
    if (!(active instanceof HTMLElement) || active === document.body) return { name: '', visible: true, value: '' };
    const labels = active instanceof HTMLInputElement || active instanceof HTMLSelectElement || active instanceof HTMLTextAreaElement
      ? [...(active.labels ?? [])]
      : [];
    const words = active.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : (active.textContent ?? ''));
    const style = getComputedStyle(active);
    const box = active.getBoundingClientRect();
    const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
      name: `${words} ${active.getAttribute('title') ?? ''} ${active.getAttribute('href') ?? ''}`.replace(/\s+/gu, ' ').trim(),
      visible: !isOurs || (isMarked && isInView),
      value: active instanceof HTMLInputElement ? active.value : '',
    };
  });

/** Presses Tab until the focus is on this. @throws when it is not reached, or when a stop of ours on the way is not seen */
async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < FAR; step += 1) {
    const stop = await stopOf(page);
    if (!stop.visible) throw new Error(`The focus is not seen on « ${stop.name} »`);
    if (wanted.test(stop.name)) return;
    passed.push(stop.name.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`${String(wanted)} was not reached by ${key}; the last stops: ${passed.slice(-25).join(' | ')}`);
}

async function press(page: Page, wanted: RegExp): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Types over what stands there; a look that draws its fields anew gets it again, as from a person. */
async function typeInto(page: Page, wanted: RegExp, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Control+A');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}

async function signIn(page: Page, name: PersonName): Promise<void> {
  await page.goto(PORTAL_ORIGIN);
  await page.getByLabel(/Code d.utilisateur/u).waitFor();
  await settled(page);
  await typeInto(page, /^Code d.utilisateur/u, people[name].account);
  await typeInto(page, /^Mot de passe(?! oublié)/u, PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Mes Réservations' }).first().waitFor();
  await settled(page);
}

const looks: Look[] = ['classic', 'react'];

// One story: each step starts where the one before ended.
describe.each(looks)('U1 without a mouse, on the %s look', (look) => {
  let world: World;
  let julie: Person;
  let marc: Person;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ portal: { look, traits: ['T7', 'T13', 'T9'], bookings: 'none' } });
    [julie, marc] = await Promise.all([world.open('julie'), world.open('marc')]);
    page = await julie.context.newPage();
  });
  afterAll(async () => {
    await world?.close();
  });

  it('U1 the representative signs in, shows the licence and opens the use per establishment', async () => {
    await signIn(page, 'julie');
    // An address is typed by keyboard too.
    await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${DATE}`);
    await page.getByRole('button', { name: 'Afficher la licence ZOOM' }).waitFor();
    await settled(page);
    await press(page, /^Afficher la licence ZOOM/u);
    await page.getByText('La licence est affichée.').first().waitFor();
    await settled(page);
    await press(page, /^Voir le tableau/u);
    await page.getByRole('table', { name: /par établissement/u }).waitFor();
  });

  it('U1 and opens the booking form from the grid', async () => {
    const slot = look === 'classic' ? new RegExp(`ressource=${LICENCE}&date=${DATE}&heure=13:00`, 'u') : /Licence ZOOM Web 5000 participants 13:00/u;
    await press(page, slot);
    await page.getByLabel(/Nom exact/u).waitFor();
    await settled(page);
  });

  it('U2 is refused in words, and the focus goes to the first error', async () => {
    await typeInto(page, /^Nom exact de la rencontre/u, meeting.name);
    await typeInto(page, /^Nombre de participants/u, 'mille');
    await typeInto(page, /^Nom de la personne qui présentera/u, meeting.presenter);
    await press(page, /^Enregistrer et Fermer/u);
    await page.getByText(/en chiffres/u).first().waitFor();
    await expect.poll(async () => (await stopOf(page)).name, { timeout: 20_000 }).toMatch(/^Nombre de participants/u);
    expect((await stopOf(page)).visible).toBe(true);
    expect(world.portal.bookings()).toEqual([]);
  });

  it('U2 each line of the summary leads to its field by Enter', async () => {
    await tabTo(page, /^Écrivez le nombre de participants en chiffres/u, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stopOf(page)).name, { timeout: 20_000 }).toMatch(/^Nombre de participants/u);
  });

  it('S0-15 S0-16 S0-17 corrects, saves by Enter, and the three facts are in the portal', async () => {
    await typeInto(page, /^Nombre de participants/u, '1 200');
    await typeInto(page, /^Courriel de la personne qui présentera/u, meeting.presenterEmail);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    const [made] = world.portal.bookings();
    expect(made).toMatchObject({ title: meeting.name, status: 'pending' });
    expect(parseDetails(made?.comments ?? '')).toMatchObject({ intact: true, facts: { name: meeting.name, participants: 1200, presenter: { name: meeting.presenter } } });
    const start = toInstant({ date: DATE, time: '13:00' });
    expect(start.ok && made?.start === start.instant).toBe(true);
  });

  it('U1 the approver goes from the popup to the request and approves it in the portal', async () => {
    const tab = await marc.context.newPage();
    await signIn(tab, 'marc');
    const popup = await marc.openOwn('popup.html');
    // The companion knows the request before the worker has read where the portal shows it.
    await popup.getByRole('listitem').filter({ hasText: meeting.name }).getByRole('link', { name: meeting.name }).waitFor({ timeout: 90_000 });
    await popup.keyboard.press('ArrowDown');
    await expect.poll(() => stopOf(popup), { timeout: 20_000 }).toMatchObject({ name: expect.stringContaining(meeting.name), visible: true });
    const opening = marc.context.waitForEvent('page');
    await popup.keyboard.press('Enter');
    const request = await opening;
    await request.getByRole('button', { name: 'Approuver' }).waitFor();
    await settled(request);
    await press(request, /^Approuver/u);
    await request.getByText('Approuvée').first().waitFor();
    expect(world.portal.bookings()[0]?.status).toBe('approved');
    // The worker has read the page that the approver sees, as always.
    await popup.close();
  });

  it('U1 U5 and creates the conference: the tab by its digit, the button by Tab, taken back, then sent', async () => {
    const popup = await marc.openOwn('popup.html');
    await popup.getByRole('heading', { level: 1 }).waitFor();
    await press(popup, /^Actualiser/u);
    await popup.keyboard.press('2');
    await popup.getByRole('button', { name: /^Créer la rencontre Zoom «/u }).waitFor({ timeout: 40_000 });
    await press(popup, /^Créer la rencontre Zoom «/u);
    await popup.getByRole('button', { name: /Annuler l’envoi/u }).first().waitFor();
    await press(popup, /^Annuler l’envoi/u);
    await popup.getByText('L’envoi est annulé. Rien n’a été créé.').first().waitFor({ state: 'attached' });
    await press(popup, /^Créer la rencontre Zoom «/u);
    await expect.poll(() => world.zoom.created().map(({ topic }) => topic), { timeout: 40_000 }).toEqual([meeting.name]);
    await popup.keyboard.press('3');
    await popup.getByRole('listitem').filter({ hasText: meeting.name }).getByText('Planifiée', { exact: true }).first().waitFor({ timeout: 40_000 });
  });

  it('F04 WCAG 2.4.3 chooses a free moment and takes it back, and the focus is never lost', async () => {
    const [start, end] = [toInstant({ date: DATE, time: '09:00' }), toInstant({ date: DATE, time: '10:00' })];
    if (!start.ok || !end.ok) throw new Error('no such hours');
    world.portal.addBooking({ author: 'representant2', title: 'Rencontre des gestionnaires', start: start.instant, end: end.instant, status: 'approved', comments: '' });
    await page.bringToFront();
    // What is booked that day is known once its calendar was seen.
    await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${DATE}`);
    await page.getByText('Rencontre des gestionnaires').first().waitFor();
    await settled(page);
    // Known to the worker, too: a form that is opened before knows of nothing.
    await expect.poll(async () => {
      await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=09:00`);
      await settled(page);
      return page.getByText(/^Conflit\s*:/u).count();
    }, { timeout: 60_000 }).toBeGreaterThan(0);
    await press(page, /^mercredi 10 février 2027, de 10\sh/u);
    await expect.poll(() => stopOf(page), { timeout: 20_000 }).toMatchObject({ name: 'Remettre mon choix', visible: true });
    await page.keyboard.press('Enter');
    await expect.poll(() => stopOf(page), { timeout: 20_000 }).toMatchObject({ name: expect.stringMatching(/^mercredi 10 février 2027, de/u), visible: true });
  });
});
