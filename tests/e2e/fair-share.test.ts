/** Issue E in the page: one's own use before booking, what a request does to it, the right size, and free moments. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { parseDetails } from '../../lib/domain/details.ts';
import { toInstant } from '../../lib/domain/time.ts';
import { fillFacts } from '../journey/representative.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Look, Trait } from '../standins/portal/index.ts';

/** A Wednesday, in a month without other bookings. */
const DATE = '2027-02-10';

/** The Wednesday after it, for the booking that is cancelled. */
const LATER = '2027-02-17';

const at = (time: string, date = DATE): number => {
  const local = toInstant({ date, time });
  if (!local.ok) throw new Error(time);
  return local.instant;
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const form = (hour: string, date = DATE) => `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${date}&heure=${hour}`;

/** The portal's hours are lists in one look and fields in the other. */
async function setHour(page: Page, label: string, hour: string): Promise<void> {
  const control = page.getByLabel(label, { exact: true });
  if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption({ label: hour });
  else await control.fill(hour);
  await control.blur();
}

/** What the portal's own fields of the hours hold, as a person sees it. */
const hours = (page: Page): Promise<string[]> =>
  Promise.all(['Date', 'Heure de début', 'Heure de fin'].map((label) => page.getByLabel(label, { exact: true }).evaluate((element) => (element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? '') : (element as HTMLInputElement).value))));

const plain = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim();

const portals: { look: Look; traits: Trait[] }[] = [
  { look: 'classic', traits: ['T7', 'T13'] },
  { look: 'react', traits: ['T7', 'T13'] },
];

describe.each(portals)('fair share on the $look look', ({ look, traits }) => {
  let world: World;
  let julie: Person;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld({ portal: { look, traits, bookings: 'none' } });
    const comments = '';
    world.portal.addBooking({ author: 'representant2', title: 'Rencontre des gestionnaires', comments, start: at('09:00'), end: at('11:00'), status: 'approved' });
    world.portal.addBooking({ author: 'representante', title: 'Bilan', comments, start: at('15:00'), end: at('18:00'), status: 'approved' });
    julie = await world.open('julie');
    page = await julie.context.newPage();
    await julie.signIn(page);
  });
  afterAll(async () => {
    await world?.close();
  });

  const openForm = async (hour: string, date = DATE): Promise<void> => {
    await page.goto(form(hour, date));
    await page.getByLabel(/Nom exact/u).waitFor();
    await settled(page);
  };

  /** What is booked that day is known once its calendar was seen. */
  const seeCalendar = async (date: string): Promise<void> => {
    await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${date}`);
    await button(page, 'Afficher la licence ZOOM').click();
    await page.getByText(/La licence est (?:déjà )?affichée\./u).first().waitFor();
    await settled(page);
  };

  it('F02 E-2 says one’s own use beside the button that shows the licence, the table one press away', async () => {
    await seeCalendar(DATE);
    const line = page.getByText(/^Votre établissement\s*:/u);
    await line.waitFor();
    expect(plain(await line.textContent())).toMatch(/^Votre établissement : au moins \d+ h( \d+)? sur 12 h/u);
    /** From top to bottom; a look that is drawn anew has no place for a moment. */
    const places = async (): Promise<boolean> => {
      const boxes = [await button(page, 'Afficher la licence ZOOM').boundingBox(), await line.boundingBox(), await page.getByText('Licence ZOOM Web 5000 participants', { exact: true }).last().boundingBox()];
      const [show, gauge, grid] = boxes.map((box) => box?.y ?? Number.NaN) as [number, number, number];
      return show < gauge && gauge < grid;
    };
    await expect.poll(places, { timeout: 20_000 }).toBe(true);
    const table = page.getByRole('table', { name: /par établissement/u });
    expect(await table.isVisible()).toBe(false);
    await button(page, 'Voir le tableau').click();
    await expect.poll(() => table.getByRole('row').count()).toBe(10);
  });

  it('F02 E-2 says on the form what the request does to the share, and follows the hours without losing what is typed', async () => {
    await openForm('13:00');
    await setHour(page, 'Heure de fin', '14:00');
    const line = page.getByText(/^Après cette demande\s*:/u);
    await line.waitFor();
    await fillFacts(page);
    const before = plain(await line.textContent());
    expect(before).toMatch(/^Après cette demande : au moins \d+ h( \d+)? sur 12 h$/u);
    await setHour(page, 'Heure de fin', '14:30');
    await page.getByText(/^Après cette demande\s*:.*30\s+sur/u).waitFor();
    expect(plain(await line.textContent())).toBe(before.replace(/(\d+) h sur/u, '$1 h 30 sur'));
    expect(plain(await page.getByLabel(/Nombre de participants/u).inputValue())).toBe('1 200');
  });

  it('F04 offers free moments on a conflict, fills the portal’s own fields with one, and puts everything back by one press', async () => {
    await seeCalendar(DATE);
    await openForm('10:00');
    await setHour(page, 'Heure de fin', '11:00');
    await page.getByText(/^Conflit\s*:/u).first().waitFor();
    const before = await hours(page);
    const proposal = button(page, /mercredi 10 février 2027, de 11.h.00 à 12.h.00/u);
    await proposal.click();
    await page.getByText(/Le formulaire est rempli/u).first().waitFor();
    await page.getByText('Aucun conflit connu à ce moment.').waitFor();
    expect(await hours(page)).toEqual([DATE, '11:00', '12:00']);
    await button(page, 'Remettre mon choix').click();
    await page.getByText(/^Conflit\s*:/u).first().waitFor();
    expect(await hours(page)).toEqual(before);
    // The next working day: the portal's date changes too.
    await button(page, /jeudi 11 février 2027, de 10.h.00 à 11.h.00/u).click();
    await page.getByText('Aucun conflit connu à ce moment.').waitFor();
    expect(await hours(page)).toEqual(['2027-02-11', '10:00', '11:00']);
  });

  it('F04 A5 is told in the same browser once the slot that was waited for is free', async () => {
    const other = world.portal.addBooking({ author: 'representant2', title: 'Rencontre des équipes', comments: '', start: at('09:00', LATER), end: at('11:00', LATER), status: 'approved' }).number;
    await seeCalendar(LATER);
    await openForm('10:00', LATER);
    await button(page, 'M’avertir si cette plage se libère').click();
    await button(page, 'Ne plus m’avertir').waitFor();
    await openForm('10:00', LATER);
    await button(page, 'Ne plus m’avertir').waitFor();
    world.portal.setStatus(other, 'cancelled');
    await seeCalendar(LATER);
    const popup = await julie.openOwn('popup.html');
    await popup.getByText('Une plage que vous attendiez est libre').waitFor({ timeout: 30_000 });
    expect(plain(await popup.getByText(/mercredi 17 février 2027, de 10/u).first().textContent())).toBe('mercredi 17 février 2027, de 10 h 00 à 11 h 00');
    await popup.close();
  });

  it('F01 E-3 with 250 participants saves only after « Garder quand même » and a reason, which the approver reads', async () => {
    await openForm('19:00');
    await setHour(page, 'Heure de fin', '20:00');
    await fillFacts(page);
    await page.getByLabel(/Nombre de participants/u).fill('250');
    await page.getByText('La licence nominative de 300 suffit', { exact: true }).first().waitFor();
    const count = world.portal.bookings().length;
    await button(page, 'Enregistrer et Fermer').click();
    await page.getByText(/Un point est à corriger/u).waitFor();
    expect(world.portal.bookings().length).toBe(count);
    await button(page, 'Garder quand même').click();
    await page.getByLabel(/^Motif/u).fill('Séance ouverte au public');
    await button(page, 'Enregistrer et Fermer').click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    expect(parseDetails(world.portal.bookings().at(-1)?.comments ?? '')).toMatchObject({ intact: true, reason: 'Séance ouverte au public', facts: { participants: 250 } });
    const marc = await world.open('marc');
    const tab = await marc.context.newPage();
    await marc.signIn(tab);
    const popup = await marc.openOwn('popup.html');
    await popup.getByText('Séance ouverte au public').first().waitFor({ timeout: 30_000 });
    await marc.close();
  });
});
