/** Julie books a service from the portal's own form: what it says, asks, refuses and saves differs by its card. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { parseDetails } from '../../../lib/domain/details.ts';
import { presets } from '../../../lib/services/presets.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import type { PortalBooking } from '../../standins/portal/data/types.ts';
import { PORTAL_ORIGIN } from '../../setup/launch.ts';
import { settled, type World } from '../../setup/world.ts';
import { PLAN_B, type Life } from './cards.ts';

const CLINICAL_NAME = 'Consultation de suivi';

type Checked = (sentence: string) => void;

export function cardOf({ id }: Life): ServiceCard {
  const card = presets.find((preset) => preset.id === id);
  assert.ok(card, `there is a card ${id}`);
  return card;
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();

async function fill(page: Page, name: string, { meeting }: Life): Promise<void> {
  await page.getByLabel(/Nom exact/u).fill(name);
  await page.getByLabel(/Nombre de participants/u).fill(String(meeting.participants));
  await page.getByLabel(/Nom de la personne qui présentera/u).fill(meeting.presenter);
}

/** Opens the form of one service and fills it in, through everything that its card refuses; nothing is saved yet. */
export async function fillForm(world: World, page: Page, life: Life, date: string, checked: Checked): Promise<void> {
  const card = cardOf(life);
  await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${life.resource}&date=${date}&heure=${life.hour}`);
  await page.getByLabel(/Nom exact/u).waitFor();
  await settled(page);
  const count = world.portal.bookings().length;
  for (const sentence of life.says) await page.getByText(sentence).first().waitFor();
  checked(`the form of « ${card.name} » says its own rules`);
  assert.equal(await page.getByLabel(/Plan B/u).count(), card.required.planB ? 1 : 0, 'a plan B is asked for clinical meetings only');
  assert.equal(await page.getByLabel(/charte informatique/u).count(), card.rules.recording === 'none' ? 0 : 1, 'the charter is asked where it records only');
  await fill(page, CLINICAL_NAME, life);
  await page.getByText(life.advice).first().waitFor();
  checked('a clinical name is advised against as the card says');
  await fill(page, life.meeting.name, life);
  await page.getByLabel(/Nombre de participants/u).fill(String(card.capacity + 1));
  await save(page);
  await page.getByText(/participants au plus/u).first().waitFor();
  checked(`more than ${card.capacity} participants are refused`);
  await page.getByLabel(/Nombre de participants/u).fill(String(life.meeting.participants));
  if (life.asks !== null) {
    await save(page);
    await page.getByText(life.asks.sentence).first().waitFor();
    checked('what the card requires besides is asked for');
    await life.asks.answer(page);
  }
  assert.equal(world.portal.bookings().length, count, 'nothing was saved');
  checked('and nothing is saved without it');
}

/** Saves what was filled in. @returns the booking as the portal has it */
export async function saveForm(world: World, page: Page, life: Life, checked: Checked): Promise<PortalBooking> {
  const card = cardOf(life);
  const known = new Set(world.portal.bookings().map(({ number }) => number));
  await save(page);
  await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
  const made = world.portal.bookings().find(({ number }) => !known.has(number));
  assert.ok(made, 'the booking is in the portal');
  const details = parseDetails(made.comments);
  const { name, participants, presenter } = life.meeting;
  assert.deepEqual([details?.intact, details?.facts], [true, { name, participants, presenter: { name: presenter, email: null } }]);
  assert.deepEqual([details?.planB, details?.charter], [card.required.planB ? PLAN_B : null, card.rules.recording === 'none' ? null : 'acceptée']);
  checked('the booking is saved, with its details in the portal’s own field');
  assert.equal(made.status, life.approval === 'none' ? 'approved' : 'pending');
  checked(life.approval === 'none' ? 'it needs no approval: it is « Approuvée » at once' : 'it is « À approuver »');
  return made;
}
