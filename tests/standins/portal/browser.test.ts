/** Both looks in the real browser, without the extension: what only scripts and a policy can show. */
import { describe, expect, it, vi } from 'vitest';
import { defaultTraits, type Look, type PortalStandin, type Trait } from './index.ts';
import { november, openPortal } from './testing.ts';
import { criteria, enter, openPage, stopClock, unfold } from './testing-browser.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
const looks: Look[] = ['classic', 'react'];
const open = (look: Look, traits: readonly Trait[] = []): Promise<PortalStandin> => openPortal({ look, traits: [...defaultTraits, ...traits] });
const newForm = '/reservations/nouvelle?ressource=licence-web5000&date=2026-11-24&heure=10:00';
describe.each(looks)('the %s look in Chromium', (look) => {
  it('S0-38 to S0-42: unfold, tick, save, apply, and the licence is in the grid', async () => {
    const portal = await open(look);
    const page = await enter(portal);
    await expect.poll(() => page.getByText('Appliquer le filtre').isVisible(), { timeout: 10_000 }).toBe(false);
    await criteria(page).click();
    await unfold(page, 'CHU de Québec – UL – CCT');
    await page.getByRole('checkbox', { name: 'Solution logicielle' }).check();
    await page.getByRole('button', { name: 'Sauvegarder les filtres' }).click();
    await page.getByRole('status').waitFor();
    await page.getByRole('button', { name: 'Appliquer le filtre' }).click();
    await page.getByText('Licence ZOOM Web 5000 participants').waitFor();
    expect(await page.getByText('CHU de Québec - UL - CCT - Solution logicielle').isVisible()).toBe(true);
    expect(await page.getByText('Bureau polyvalent').count()).toBeGreaterThanOrEqual(3);
  });

  it('takes a person from the sign-in form to « Mes réservations de ressource »', async () => {
    const portal = await open(look);
    const page = await openPage();
    await page.goto(portal.url);
    await page.getByLabel('Code d’utilisateur').fill('representante');
    await page.getByLabel('Mot de passe', { exact: true }).fill('iris2020');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { name: 'Mes réservations de ressource' }).waitFor();
  });

  it('books as a person types, and the approver approves', async () => {
    const portal = await open(look);
    const page = await enter(portal);
    await page.goto(portal.url + newForm);
    await page.getByText('✔').waitFor();
    await page.getByLabel('Titre de la rencontre').fill('Forum des cadres');
    await page.getByLabel('Commentaires').fill('Environ 900 participants.');
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.getByText('a été enregistrée').waitFor();
    const [booking] = portal.bookings();
    expect(booking).toMatchObject({ title: 'Forum des cadres', comments: 'Environ 900 participants.', status: 'pending', start: november(24, '10:00') });
    const marc = await enter(portal, 'approbateur');
    await marc.goto(`${portal.url}/reservations/${booking?.number}`);
    await marc.getByRole('button', { name: 'Approuver' }).click();
    await marc.getByText('a été approuvée').waitFor();
    expect(booking?.status).toBe('approved');
  });

  it('T1 saves without any submit event, by the button and by Enter', async () => {
    const portal = await open(look, ['T1']);
    const page = await enter(portal);
    for (const how of ['click', 'Enter']) {
      await page.goto(portal.url + newForm);
      await page.evaluate(() => addEventListener('submit', () => sessionStorage.setItem('submit', 'seen'), true));
      await page.getByLabel('Titre de la rencontre').fill(`Par ${how}`);
      await (how === 'click' ? page.getByRole('button', { name: 'Enregistrer et Fermer' }).click() : page.getByLabel('Titre de la rencontre').press('Enter'));
      await page.getByText('a été enregistrée').waitFor();
    }
    expect(portal.bookings().map((one) => one.title)).toEqual(['Par click', 'Par Enter']);
    expect(await page.evaluate(() => sessionStorage.getItem('submit'))).toBeNull();
  });

  it('T2 disables the save button in its own submit handler', async () => {
    const portal = await open(look, ['T2']);
    const page = await enter(portal);
    await page.goto(portal.url + newForm);
    await page.getByLabel('Titre de la rencontre').fill('Forum');
    // Last in line: after the page's own handler, before the browser goes.
    await page.evaluate(() =>
      addEventListener('submit', (event) => {
        event.preventDefault();
        const buttons = (event.target as HTMLFormElement).querySelectorAll<HTMLButtonElement>('button[type=submit]');
        document.documentElement.dataset['disabled'] = [...buttons].map((one) => one.disabled).join();
      }),
    );
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['disabled']), { timeout: 10_000 }).toBe('true');
  });

  it('T3 changes the day by swapping the body and pushing the address, without a load', async () => {
    const portal = await open(look, ['T3']);
    const page = await enter(portal);
    await page.goto(`${portal.url}/reservations/ressources?mode=calendrier&date=2026-11-24`);
    await page.getByText('24 Novembre').waitFor();
    await page.evaluate(() => {
      document.documentElement.dataset['kept'] = 'yes';
      document.body.append(Object.assign(document.createElement('p'), { id: 'foreign' }));
    });
    await page.getByTitle('Jour suivant').or(page.getByRole('link', { name: 'Jour suivant' })).click();
    await page.getByText('25 Novembre').waitFor();
    expect(page.url()).toContain('date=2026-11-25');
    expect(await page.evaluate(() => [document.documentElement.dataset['kept'], document.getElementById('foreign')])).toEqual(['yes', null]);
    await page.goBack();
    await page.getByText('24 Novembre').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['kept'])).toBe('yes');
  });

  it('T9 off: the approver’s buttons save without a form', async () => {
    const portal = await openPortal({ look, traits: ['T13'] });
    const { number } = portal.addBooking({ start: november(24, '10:00'), end: november(24, '11:00') });
    const page = await enter(portal, 'approbateur');
    await page.goto(`${portal.url}/reservations/${number}`);
    await page.getByRole('button', { name: 'Rejeter' }).click();
    await page.getByText('a été rejetée').waitFor();
    expect(portal.find(number)?.status).toBe('rejected');
  });

  it('T12 shows the form only after its program ran', async () => {
    const portal = await open(look, ['T12']);
    const page = await enter(portal);
    await stopClock(page);
    await page.goto(portal.url + newForm);
    const title = page.getByLabel('Titre de la rencontre');
    await title.waitFor({ state: 'attached' });
    expect(await title.isVisible()).toBe(false);
    await page.clock.runFor(400);
    await title.waitFor({ state: 'visible' });
  });
});

describe('the react look alone', () => {
  it('throws its nodes away after the page came, and keeps what was typed', async () => {
    const portal = await open('react');
    const page = await enter(portal);
    await stopClock(page);
    await page.goto(portal.url + newForm);
    const title = page.getByLabel('Titre de la rencontre');
    await title.fill('Forum');
    for (const delay of [250, 400]) {
      const node = await title.elementHandle();
      expect(await node?.evaluate((one) => one.isConnected)).toBe(true);
      await page.clock.runFor(delay);
      expect(await node?.evaluate((one) => one.isConnected)).toBe(false);
    }
    expect(await title.inputValue()).toBe('Forum');
    expect(await title.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('loses a value that was set without an event, and keeps one set with it', async () => {
    const portal = await open('react');
    const page = await enter(portal);
    await page.goto(portal.url + newForm);
    const set = (text: string, told: boolean): Promise<void> =>
      page.getByLabel('Département').evaluate((node: HTMLInputElement, [next, tell]) => {
        node.value = String(next);
        if (tell) node.dispatchEvent(new Event('input', { bubbles: true }));
      }, [text, told] as const);
    await set('Perdu', false);
    await page.getByLabel('Titre de la rencontre').fill('Forum');
    expect(await page.getByLabel('Département').inputValue()).toBe('');
    await set('Gardé', true);
    await page.getByLabel('Titre de la rencontre').fill('Forum des cadres');
    expect(await page.getByLabel('Département').inputValue()).toBe('Gardé');
  });

  it('gives other class names at each load', async () => {
    const portal = await open('react');
    const page = await enter(portal);
    const names: (string | null)[] = [];
    for (let load = 0; load < 2; load += 1) {
      await page.reload();
      names.push(await page.getByRole('button', { name: 'Critères' }).getAttribute('class'));
    }
    expect(names[0]).toMatch(/^c[0-9a-f]{7}$/u);
    expect(names[0]).not.toBe(names[1]);
  });

  it('is chosen by `?look=` for one browser only', async () => {
    const portal = await open('classic');
    const page = await enter(portal);
    await page.goto(`${portal.url}/reservations/ressources?look=react`);
    await page.getByRole('button', { name: 'Critères' }).waitFor();
    await page.goto(`${portal.url}/reservations/ressources`);
    await page.getByRole('button', { name: 'Critères' }).waitFor();
    const other = await enter(portal);
    await other.getByRole('link', { name: 'Critères' }).waitFor();
  });
});
