/** What an organisation fixes, in the real browser with a real policy file (U13). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { launchPerson, type PersonBrowser } from '../setup/launch.ts';
import { idOf } from '../setup/own-pages.ts';
import { copyUnderOtherKey, needPolicyRights, writeChromiumPolicy } from '../setup/policy.ts';
import { EXTENSION } from '../setup/world.ts';

declare const chrome: Browser;

const clean: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0).reverse()) await one();
});

async function open(policy: object | null): Promise<PersonBrowser> {
  const copy = await copyUnderOtherKey(EXTENSION);
  clean.push(copy.forget);
  if (policy !== null) clean.push(await writeChromiumPolicy(copy.id, policy));
  const browser = await launchPerson({ extension: copy.extension, portalPort: 9, fingerprint: 'none', headless: true });
  clean.push(browser.close);
  return browser;
}

it('U13 the identifier that docs/administrators.md names is the one that the unpacked extension has', () => {
  const { key } = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8')) as { key: string };
  expect(readFileSync(join(import.meta.dirname, '../../docs/administrators.md'), 'utf8')).toContain(idOf(key));
});

describe('a policy file of Chromium', () => {
  it('U13 fixes what it names, with a padlock, reports what is wrong, and U11 keeps the welcome page away', async () => {
    await needPolicyRights();
    const person = await open({
      language: 'fr', role: 'approver', companionAddress: 'https://compagnon.exemple.ca', keepDays: 7, skipWelcome: true, everyMinutes: 'souvent',
      roster: [{ id: 'a', name: 'Établissement A' }, { id: 'b', name: 'Établissement B', representative: { name: 'Luc Roy' } }],
      portals: [{ id: 'iris', origin: 'pas une adresse' }],
    });
    const page = await person.openOwn('options.html#person');
    await page.getByText('Géré par votre organisation').first().waitFor();
    const role = page.getByLabel('Rôle');
    await expect.poll(() => role.inputValue()).toBe('approver');
    expect(await role.isDisabled()).toBe(true);
    expect(await page.getByLabel('Votre nom').isEnabled()).toBe(true);
    await page.getByText('Une partie de la stratégie de votre organisation est ignorée').waitFor();
    await expect.poll(() => page.getByText(/ne sont pas connues/u).innerText()).toContain('portals');

    await page.getByRole('link', { name: 'Établissements', exact: true }).click();
    await expect.poll(() => page.getByRole('table').getByRole('rowheader').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Établissement A'), expect.stringContaining('Établissement B')]));
    expect(await page.getByRole('button', { name: /Ajouter/u }).first().isDisabled()).toBe(true);

    await page.getByRole('link', { name: 'Compagnon', exact: true }).click();
    await expect.poll(() => page.getByLabel('Adresse du compagnon').inputValue()).toBe('https://compagnon.exemple.ca');
    expect(await page.getByLabel('Adresse du compagnon').isDisabled()).toBe(true);

    await page.getByRole('link', { name: 'Confidentialité', exact: true }).click();
    await expect.poll(() => page.getByLabel(/Effacer les traces/u).inputValue()).toBe('7');

    // What a page asks to store over it is not stored.
    await page.getByRole('link', { name: 'Vous', exact: true }).click();
    await page.getByLabel('Votre nom').fill('Marc Pelletier');
    await page.getByLabel('Votre nom').blur();
    await page.getByText('Enregistré').first().waitFor();
    const stored = await page.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as { person: { name: string; role: string } });
    expect(stored.person).toMatchObject({ name: 'Marc Pelletier', role: 'representative' });
    expect(person.context.pages().map((one) => one.url()).filter((url) => url.includes('welcome'))).toEqual([]);
  });
});

describe('without a policy', () => {
  it('U11 the welcome page opens on installation, and its three steps are stored', async () => {
    const person = await open(null);
    const isWelcome = (url: string): boolean => url.endsWith('/welcome.html');
    const welcome = (): Page | undefined => person.context.pages().find((one) => isWelcome(one.url()));
    await expect.poll(() => welcome() !== undefined).toBe(true);
    const page = welcome() as Page;
    await page.getByLabel('J’approuve les demandes au CCT').check();
    await page.getByLabel('Votre nom').fill('Marc Pelletier');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('heading', { name: /Votre établissement/u }).waitFor();
    await page.getByLabel('Votre établissement', { exact: true }).selectOption({ label: 'CISSS des Îles' });
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Passerelle peut travailler sur IRIS.').waitFor();
    await page.getByLabel('Nom exact de la rencontre').fill('Essai');
    await page.getByLabel('Nombre de participants estimés').fill('mille');
    await page.getByLabel('Nom de la personne qui présentera').fill('Luc Roy');
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await page.getByText(/Inscrivez un nombre entier/u).waitFor();
    await page.getByLabel('Nombre de participants estimés').fill('120');
    await page.getByText(/C’est complet/u).waitFor();
    await page.getByRole('button', { name: 'Terminer' }).click();
    await page.getByRole('heading', { name: 'Tout est prêt' }).waitFor();
    const stored = await page.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as { person: object });
    expect(stored.person).toEqual({ name: 'Marc Pelletier', email: null, role: 'approver', establishmentId: 'cisss-iles' });
  });
});
