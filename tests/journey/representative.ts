/** Steps 1 to 4: Julie, of the CISSS de la Côte-Nord, shows the licence, reads the use, and books. */
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { parseDetails } from '../../lib/domain/details.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import { check, checkEqual, meeting, type Scene } from './scene.ts';

const licenceName = /Licence ZOOM Web 5000 participants/u;

const READINGS_MAXIMUM = 50;
/** In milliseconds: as long as a person looks before they look again. */
const BETWEEN_READINGS = 200;

/** What is read of a page that may be drawn anew just then, and ours with it: looked at again for a while, as by a person, until it is as it should be. */
async function readUntil<T>(read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await read();
    if (isRight(value) || tries === READINGS_MAXIMUM) return value;
    await pause(BETWEEN_READINGS);
  }
}

/** Every tick of the tree of « Critères », by the text beside it. */
const ticks = (page: Page): Promise<[string, boolean][]> =>
  page.locator('input[type=checkbox]').evaluateAll((boxes) =>
    boxes.map((box) => [(box.closest('label') ?? box.parentElement)?.textContent?.trim() ?? '', (box as HTMLInputElement).checked]),
  );

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** The ticks as they are; where a closed panel holds nothing yet, as another tab shows them when it is opened by hand. */
async function ticksBehind(scene: Scene, page: Page): Promise<[string, boolean][]> {
  const here = await ticks(page);
  if (here.length > 0) return here;
  const other = await scene.julie.context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Critères' }).waitFor();
  await settled(other);
  await other.getByRole('button', { name: 'Critères' }).click();
  await other.getByRole('checkbox', { name: /CHU de Québec – UL – CCT/u }).waitFor();
  const there = await ticks(other);
  await other.close();
  return there;
}

export async function showLicence(scene: Scene): Promise<void> {
  const page = scene.julieTab;
  scene.shown = page;
  await scene.julie.signIn(page);
  await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${scene.date}`);
  checkEqual(scene, 'the licence is not in the grid before', await page.getByRole('row', { name: licenceName }).count(), 0);
  const before = await ticksBehind(scene, page);
  await button(page, 'Afficher la licence ZOOM').click();
  await page.getByText('La licence est affichée.').first().waitFor();
  await page.getByRole('row', { name: licenceName }).first().waitFor();
  scene.checked('one button shows the licence and says so');
  const after = await readUntil(() => ticks(page), (read) => read.length > 0);
  // A tree may only hold what is unfolded: what was not there before was not ticked by us unless it is ticked now.
  const changed = after.filter(([name, ticked]) => ticked !== (before.find(([other]) => other === name)?.[1] ?? false));
  check(scene, 'only the licence is ticked (and, by the portal, what holds it); every other tick is left alone', changed.length > 0 && changed.every(([name, ticked]) => ticked && /UL – CCT|Solution logicielle|Licence Web 5000/u.test(name)));
  await button(page, 'Sauvegarder les filtres').first().waitFor();
  scene.checked('it offers to save the filters');
  await button(page, 'Afficher la licence ZOOM').click();
  await page.getByText('La licence est déjà affichée.').first().waitFor();
  checkEqual(scene, 'doing it twice changes nothing', await readUntil(() => ticks(page), (read) => isDeepStrictEqual(read, after)), after);
  await button(page, 'Remettre mes filtres').click();
  await page.getByText('Vos filtres sont remis comme avant.').first().waitFor();
  checkEqual(scene, 'it can be undone', await readUntil(() => page.getByRole('row', { name: licenceName }).count(), (count) => count === 0), 0);
  await button(page, 'Afficher la licence ZOOM').click();
  await page.getByText('La licence est affichée.').first().waitFor();
}

/** The rows of the use, one's own first: name, used, requested, remaining as written. */
export async function readUsage(page: Page): Promise<string[][]> {
  const table = page.getByRole('table', { name: /par établissement/u });
  const show = button(page, 'Voir le tableau');
  await table.or(show).first().waitFor();
  // A press on what the portal throws away in that moment is lost, whoever presses.
  await settled(page);
  if (await show.isVisible()) await show.click();
  return readUntil(async () => {
    await table.waitFor();
    return table.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim().replace(/\s+/gu, ' '))));
  }, (rows) => rows.length > 0);
}

export async function seeUsage(scene: Scene): Promise<void> {
  const page = scene.julieTab;
  scene.shown = page;
  await page.getByText('5 000 participants'.replaceAll(' ', '\u00a0')).or(page.getByText(/5\s000\s+participants/u)).first().waitFor();
  scene.checked('the licence row is marked in words and says 5 000, not the portal’s 1');
  const rows = await readUsage(page);
  checkEqual(scene, 'the remaining use stands beside the grid, nine establishments', rows.length >= 9 ? 'nine' : rows, 'nine');
  check(scene, 'one’s own establishment comes first', rows[0]?.[0]?.includes('CISSS de la Côte-Nord'));
  await page.getByText(/Source\s*:/u).first().waitFor();
  scene.checked('with the source and the hour of the figures');
  await page.getByText(/Données partielles/u).first().waitFor();
  scene.checked('and says that the data are partial, since the page shows one day');
}

/** What must be refused, and the sentence that says why (issue A, step 3). */
export const refusals: { what: string; field: RegExp; value: string; sentence: RegExp }[] = [
  { what: 'an empty name', field: /Nom exact/u, value: '', sentence: /Inscrivez le nom exact/u },
  { what: 'a name of 201 characters', field: /Nom exact/u, value: 'é'.repeat(201), sentence: /trop long/u },
  { what: 'a control character', field: /Nom exact/u, value: 'Bilan\u0007régional', sentence: /caractère invisible/u },
  { what: '0 participants', field: /Nombre de participants/u, value: '0', sentence: /au moins 1/u },
  { what: '5 001 participants', field: /Nombre de participants/u, value: '5001', sentence: /5\s000 participants au plus/u },
  { what: '« mille » participants', field: /Nombre de participants/u, value: 'mille', sentence: /en chiffres/u },
  { what: 'no presenter', field: /Nom de la personne qui présentera/u, value: '', sentence: /Inscrivez le nom de la personne/u },
];

/** Fills our fields with the story's meeting. */
export async function fillFacts(page: Page): Promise<void> {
  await page.getByLabel(/Nom exact/u).fill(meeting.name);
  await page.getByLabel(/Nombre de participants/u).fill('1 200');
  await page.getByLabel(/Nom de la personne qui présentera/u).fill(meeting.presenter);
  await page.getByLabel(/Courriel de la personne qui présentera/u).fill(meeting.presenterEmail);
}

/** The portal's hours are lists in one look and fields in the other. */
async function setHour(page: Page, label: string, hour: string): Promise<void> {
  const control = page.getByLabel(label, { exact: true });
  if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(hour);
  else await control.fill(hour);
}

export async function refuseBadInput(scene: Scene): Promise<void> {
  const page = scene.julieTab;
  scene.shown = page;
  await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${scene.date}&heure=14:00`);
  await page.getByLabel(/Nom exact/u).waitFor();
  await settled(page);
  const count = scene.world.portal.bookings().length;
  for (const { what, field, value, sentence } of refusals) {
    await fillFacts(page);
    await page.getByLabel(field).fill(value);
    await button(page, 'Enregistrer et Fermer').click();
    await page.getByText(sentence).first().waitFor();
    check(scene, `${what} is refused under its field, marked invalid`, (await page.getByLabel(field).getAttribute('aria-invalid')) === 'true');
  }
  await fillFacts(page);
  await setHour(page, 'Heure de début', '10:00');
  await setHour(page, 'Heure de fin', '11:00');
  await page.getByLabel('Heure de fin').blur();
  await page.getByText(/Conflit\s*:.*Bas-Saint-Laurent.*10\s*h.*11\s*h/u).first().waitFor();
  await button(page, 'Enregistrer et Fermer').click();
  scene.checked('a conflict is said in words, with who holds the licence and when');
  checkEqual(scene, 'nothing was saved', scene.world.portal.bookings().length, count);
}

export async function saveBooking(scene: Scene): Promise<void> {
  const page = scene.julieTab;
  const known = new Set(scene.world.portal.bookings().map((one) => one.number));
  await setHour(page, 'Heure de début', '14:00');
  await setHour(page, 'Heure de fin', '15:30');
  await page.getByLabel('Heure de fin').blur();
  await page.getByText(/Aucun conflit connu/u).first().waitFor();
  await button(page, 'Enregistrer et Fermer').click();
  await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
  // What she sees next, as the portal has drawn it and ours with it: her booking in its row, the licence marked again, the use.
  await settled(page);
  await page.getByText(/Bilan régional/u).first().waitFor();
  await page.getByText(/5\s000\s+participants/u).first().waitFor();
  await page.getByText(/Votre établissement\s*:/u).first().waitFor();
  scene.checked('the page that follows shows it, with the licence marked and the use beside it');
  const made = scene.world.portal.bookings().find((one) => !known.has(one.number));
  check(scene, 'the booking is in the portal', made !== undefined);
  if (made === undefined) return;
  scene.number = made.number;
  scene.shown = page;
  checkEqual(scene, 'it is « À approuver »', made.status, 'pending');
  checkEqual(scene, 'its title is the exact name', made.title, meeting.name);
  checkEqual(scene, 'the details block in its comments gives the three facts back', parseDetails(made.comments)?.facts, {
    name: meeting.name,
    participants: meeting.participants,
    presenter: { name: meeting.presenter, email: meeting.presenterEmail },
  });
}
