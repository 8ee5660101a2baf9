/** The other four services of the documents, each booked from the portal's own form: what it says, asks, refuses and saves. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { parseDetails } from '../../lib/domain/details.ts';
import { presets } from '../../lib/services/presets.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled, type World } from '../setup/world.ts';

export interface ServiceStory {
  id: 'shared-room' | 'nominative-300' | 'health-portal' | 'clinical';
  /** Sentences of the card that stand on the form. */
  says: readonly RegExp[];
  /** What a save without it says, and how to put it right; null: the three facts are enough. */
  asks: { sentence: RegExp; answer(page: Page): Promise<void> } | null;
  /** A name, and what the form says of it; null: nothing. */
  advice: RegExp | null;
}

const CLINICAL_NAME = 'Consultation de suivi';

export const serviceStories: readonly ServiceStory[] = [
  {
    id: 'shared-room',
    says: [/Réserver ne crée pas de réunion\s*: la salle existe/u, /activez la salle d’attente/u, /disparaît après 24\s*heures/u],
    asks: { sentence: /Cochez la charte/u, answer: (page) => page.getByLabel(/charte informatique/u).check() },
    advice: /Ce nom semble clinique/u,
  },
  { id: 'nominative-300', says: [/aucune réservation n’est nécessaire/u], asks: null, advice: /Ce nom semble clinique/u },
  { id: 'health-portal', says: [/Aucune réunion n’est créée chez Zoom/u, /s’ouvre d’elle-même à l’heure/u], asks: null, advice: /Ce nom semble clinique/u },
  {
    id: 'clinical',
    says: [/La salle d’attente est toujours activée/u, /jamais enregistrée/u],
    asks: { sentence: /Inscrivez ce que vous ferez si la connexion se perd/u, answer: (page) => page.getByLabel(/Plan B/u).fill('Par téléphone') },
    advice: /Choisissez un nom neutre/u,
  },
];

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();

async function fill(page: Page, name: string): Promise<void> {
  await page.getByLabel(/Nom exact/u).fill(name);
  await page.getByLabel(/Nombre de participants/u).fill('12');
  await page.getByLabel(/Nom de la personne qui présentera/u).fill('Anne Roy');
}

/**
 * Books one service as a person does; leaves the page on what the portal shows afterwards.
 * @param checked hears each sentence that was found true · @param picture taken of the form, before it is saved
 */
export async function bookService(world: World, page: Page, story: ServiceStory, date: string, checked: (sentence: string) => void, picture: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  const card = presets.find(({ id }) => id === story.id);
  assert.ok(card);
  await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${story.id}&date=${date}&heure=09:00`);
  await page.getByLabel(/Nom exact/u).waitFor();
  await settled(page);
  const known = new Set(world.portal.bookings().map(({ number }) => number));
  for (const sentence of story.says) await page.getByText(sentence).first().waitFor();
  checked(`the form of « ${card.name} » says its own rules`);
  assert.equal(await page.getByLabel(/Plan B/u).count(), story.id === 'clinical' ? 1 : 0, 'a plan B is asked for clinical meetings only');
  assert.equal(await page.getByLabel(/charte informatique/u).count(), story.id === 'shared-room' ? 1 : 0, 'the charter is asked where it records only');
  await fill(page, CLINICAL_NAME);
  if (story.advice !== null) await page.getByText(story.advice).first().waitFor();
  checked('a clinical name is advised against as the card says');
  await fill(page, 'Rencontre d’équipe');
  await page.getByLabel(/Nombre de participants/u).fill(String(card.capacity + 1));
  await save(page);
  await page.getByText(/participants au plus/u).first().waitFor();
  checked(`more than ${card.capacity} participants are refused`);
  await page.getByLabel(/Nombre de participants/u).fill('12');
  if (story.asks !== null) {
    await save(page);
    await page.getByText(story.asks.sentence).first().waitFor();
    assert.equal(world.portal.bookings().length, known.size, 'nothing was saved');
    checked('what the card requires besides is asked for, and nothing is saved without it');
    await story.asks.answer(page);
  }
  await picture();
  await save(page);
  await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
  const made = world.portal.bookings().find(({ number }) => !known.has(number));
  assert.ok(made, 'the booking is in the portal');
  assert.equal(made.status, 'approved', 'it needs no approval');
  const details = parseDetails(made.comments);
  assert.deepEqual([details?.intact, details?.facts.name, details?.planB, details?.charter], [true, 'Rencontre d’équipe', story.id === 'clinical' ? 'Par téléphone' : null, story.id === 'shared-room' ? 'acceptée' : null]);
  checked('the booking is saved at once, with its details in the portal’s own field');
}
