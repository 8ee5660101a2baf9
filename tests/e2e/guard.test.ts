/** Issue A, step 3: bad input does not get through, whichever way the page saves; good input does. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { parseDetails } from '../../lib/domain/details.ts';
import { fillFacts } from '../journey/representative.ts';
import { meeting } from '../journey/scene.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Look, Trait } from '../standins/portal/index.ts';

const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer et Fermer' });

const ways: { way: string; act(page: Page): Promise<void> }[] = [
  { way: 'the save button', act: (page) => save(page).click() },
  { way: 'a double click', act: (page) => save(page).dblclick() },
  {
    way: 'Enter in a field of the portal',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Département' }).press('Enter');
    },
  },
  {
    way: 'Enter in a field of ours',
    act: async (page) => {
      await page.getByLabel(/Nombre de participants/u).press('Enter');
    },
  },
];

const portals: { look: Look; traits: Trait[]; name: string }[] = [
  { name: 'a form that submits', look: 'classic', traits: ['T7', 'T9', 'T13'] },
  { name: 'a button that calls form.submit() and disables itself (T1, T2)', look: 'classic', traits: ['T1', 'T2', 'T13'] },
  { name: 'hidden twins of each field, form shown late (T5, T12)', look: 'classic', traits: ['T5', 'T12', 'T13'] },
  { name: 'client-side routes and controlled fields', look: 'react', traits: ['T7', 'T13'] },
];

describe.each(portals)('saving through $name', ({ look, traits }) => {
  let world: World;
  let julie: Person;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ portal: { look, traits, bookings: 'none' } });
    julie = await world.open('julie');
    const tab = await julie.context.newPage();
    await julie.signIn(tab);
    await tab.close();
  });
  // A tab keeps what was typed in it.
  beforeEach(async () => {
    page = await julie.context.newPage();
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await world?.close();
  });

  const openForm = async (hour = '09:00'): Promise<void> => {
    await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=2027-02-10&heure=${hour}`);
    await page.getByLabel(/Nom exact/u).waitFor();
  };

  it('keeps what was typed while the portal draws its form anew', async () => {
    await openForm();
    // What a driver writes into a node in the very moment it is thrown away was never typed: it is written again, as a person would.
    const isTyped = async (): Promise<boolean> => (await page.getByLabel(/Nombre de participants/u).inputValue()) !== '' && (await page.getByLabel(/Nom de la personne qui présentera/u).inputValue()) !== '' && (await page.getByLabel(/Nom exact/u).inputValue()) !== '';
    for (let tries = 0; tries < 5; tries += 1) {
      await fillFacts(page);
      if (await isTyped()) break;
    }
    await settled(page);
    expect(await page.getByLabel(/Nom exact/u).inputValue()).toBe(meeting.name);
    expect(await page.getByLabel(/Nombre de participants/u).inputValue()).toMatch(/^1\s200$/u);
    expect(await page.getByLabel(/Nom de la personne qui présentera/u).inputValue()).toBe(meeting.presenter);
  });

  it.each(ways)('S0-15 $way with a bad answer saves nothing, says why, and goes to the first error', async ({ act }) => {
    await openForm();
    await settled(page);
    const before = world.portal.bookings().length;
    await fillFacts(page);
    await page.getByLabel(/Nombre de participants/u).fill('mille');
    await act(page);
    await page.getByText(/en chiffres/u).first().waitFor();
    const field = page.getByLabel(/Nombre de participants/u);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.waitForFunction(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('aria-invalid') === 'true';
    });
    expect(world.portal.bookings().length).toBe(before);
    expect(await save(page).isEnabled()).toBe(true);
  });

  it('S0-15 S0-16 S0-17 after the correction the same button saves, with the facts in the portal’s own fields', async () => {
    await openForm('13:00');
    await settled(page);
    const before = world.portal.bookings().length;
    await fillFacts(page);
    await page.getByLabel(/Nombre de participants/u).fill('0');
    await save(page).click();
    await page.getByText(/au moins 1/u).first().waitFor();
    await fillFacts(page);
    await save(page).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    const made = world.portal.bookings();
    expect(made.length).toBe(before + 1);
    const booking = made.at(-1);
    expect(booking?.title).toBe(meeting.name);
    expect(parseDetails(booking?.comments ?? '')).toMatchObject({ intact: true, facts: { name: meeting.name, participants: 1200 } });
  });
});
