/**
 * D7, the screens that are one act away from those that popup, options, help, usage, overlay-accessibility and calibration-popup
 * look at: what is opened, typed, refused or fixed. Each in the light, in the dark at 320 pixels, and in forced colours at 200 %.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, settings } from '../lib/samples.ts';
import { violationsOf } from '../setup/axe.ts';
import { launchOwnPages, type OwnPageOptions, type OwnPages, type Stores } from '../setup/own-pages.ts';
import { popupStates, type PopupState } from '../setup/popup-states.ts';

interface Screen {
  screen: string;
  page: string;
  options?: Pick<OwnPageOptions, 'stores' | 'worker' | 'policy'>;
  /** What a person does to come to it, until it is there. */
  act?(page: Page): Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name: new RegExp(name, 'u') }).click();
const give = (page: Page, accept: string, name: string, text: string): Promise<void> => page.locator(`input[accept^="${accept}"]`).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

const state = (name: string): PopupState => popupStates[name] as PopupState;
const inPopup = (name: string, screen: string, act: Screen['act'], page = 'popup.html'): Screen => {
  const { stores, worker } = state(name);
  return { screen, page, options: { stores, ...(worker === undefined ? {} : { worker }) }, ...(act === undefined ? {} : { act }) };
};

const admin: Stores = { local: { settings: settings({ person: { name: 'Sylvie Tremblay', email: null, role: 'admin', establishmentId: 'chu-quebec' } }) } };
const inOptions = (hash: string, screen: string, act?: Screen['act'], options: Screen['options'] = {}): Screen => ({
  screen, page: `options.html#${hash}`, options: { stores: admin, worker: { 'worker.ping': { version: '0.1.0' } }, ...options }, ...(act === undefined ? {} : { act }),
});

const refusedFile = '{\n"format": oui }';
const otherSettings = (): string => JSON.stringify({ format: 'passerelle-settings', version: 1, exportedAt: '2026-11-22T12:00:00.000Z', extensionVersion: '0.1.0', settings: { ...settings({ language: 'en' }), person: undefined } });
const health = { iris: { form: { page: 'form', anchors: [{ anchor: 'save', health: 'missing', matches: 0 }, { anchor: 'title', health: 'several', matches: 2 }], failures: [{ feature: 'required-facts', anchor: 'save' }], at: NOW } } };

const screens: Screen[] = [
  inPopup('planned', 'the invitation being composed', async (page) => {
    await tab(page, 'Planifiées');
    await page.getByText('Préparer l’invitation').first().click();
    await page.getByRole('button', { name: /^Copier/u }).last().waitFor();
  }),
  inPopup('orphan', 'why a conference is cancelled', async (page) => {
    await tab(page, 'Planifiées');
    await button(page, 'Annuler la rencontre Zoom').waitFor();
  }),
  inPopup('today', 'the question before an end', async (page) => {
    await tab(page, 'Aujourd’hui');
    await button(page, /^Mettre fin/u).click();
    await button(page, 'Non').waitFor();
  }),
  inPopup('toCreate', 'the list of shortcuts', async (page) => {
    await button(page, 'Raccourcis clavier').click();
    await page.getByRole('dialog').waitFor();
  }),
  ...['À approuver', 'À créer', 'Planifiées', 'Aujourd’hui', 'Historique'].map((name) => inPopup('toCreate', `the side panel: ${name}`, (page) => tab(page, name), 'sidepanel.html')),
  inOptions('services/web5000', 'a service’s card'),
  inOptions('services/clinical', 'the card with the strictest rules'),
  inOptions('services/web5000', 'a card with a value that is refused', async (page) => {
    await page.getByLabel(/^Capacité/u).fill('mille');
    await page.getByLabel(/^Capacité/u).blur();
    await page.locator('[aria-invalid=true]').first().waitFor();
  }),
  inOptions('establishments/cisss-iles', 'an establishment'),
  inOptions('establishments', 'a list of establishments that is refused', async (page) => {
    await give(page, '.csv', 'liste.csv', 'Établissement;Poids\nA;lourd\nB;-4\n');
    await page.getByText(/n’est pas importé/u).first().waitFor();
  }),
  inOptions('backup', 'the differences before an import', async (page) => {
    await give(page, '.json', 'reglages.json', otherSettings());
    await button(page, 'Ne rien changer').waitFor();
  }),
  inOptions('backup', 'a file that is refused', async (page) => {
    await give(page, '.json', 'reglages.json', refusedFile);
    await page.getByText(/a été refusé/u).first().waitFor();
  }),
  inOptions('backup', 'damaged settings, put aside', (page) => button(page, 'Exporter la copie').waitFor(), { stores: { local: { ...admin.local, 'settings.damaged': [{ raw: 3, lost: ['cards'], at: NOW }] } } }),
  inOptions('portal', 'a portal whose anchors are missed', (page) => page.getByText(/introuvable/u).first().waitFor(), { stores: { local: { ...admin.local, health } } }),
  inOptions('companion', 'a companion that refuses the key', async (page) => {
    await button(page, 'Vérifier').click();
    await page.getByRole('alert').or(page.locator('.pa-notice')).first().waitFor();
  }, { stores: { local: { ...admin.local, key: { id: 'sylvie-1', added: NOW, kind: 'v1' } } }, worker: { 'worker.ping': { version: '0.1.0' }, 'companion.verify': { ok: false, code: 'keyUnknown', detail: null } } }),
  inOptions('person', 'what an organisation fixes', (page) => page.getByText('Géré par votre organisation').first().waitFor(), { policy: { role: 'approver', language: 'fr', everyMinutes: 'souvent', companionAddress: 'https://compagnon.exemple.ca' } }),
  inOptions('person', 'a worker that is dead', (page) => page.getByText('L’arrière-plan de Passerelle ne répond pas').first().waitFor(), { worker: null }),
  {
    screen: 'the letter that asks for access, with its errors', page: 'welcome.html', options: { stores: admin },
    act: async (page) => {
      await button(page, 'Suivant').click();
      await page.getByText('Demander un accès').first().click();
      await button(page, /courriel/u).click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
];

const looks: { look: string; width: number; height: number; media: Parameters<Page['emulateMedia']>[0] }[] = [
  { look: 'in the light', width: 1100, height: 800, media: {} },
  { look: 'in the dark, at 320 pixels', width: 320, height: 640, media: { colorScheme: 'dark', reducedMotion: 'reduce' } },
  // A window of 640 pixels is one of 1 280 at 200 %.
  { look: 'in forced colours, at 200 %', width: 640, height: 400, media: { forcedColors: 'active' } },
];

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('axe finds nothing, and nothing runs off the page', () => {
  let pages: OwnPages;
  beforeAll(async () => {
    pages = await launchOwnPages();
  });
  afterAll(async () => {
    await pages?.close();
  });

  it.each(screens)('U6 U8 $screen', async ({ page: address, options, act }) => {
    const page = await pages.open(address, { now: NOW, ...options, viewport: { width: 1100, height: 800 } });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await act?.(page);
    const found: string[] = [];
    for (const { look, width, height, media } of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference', ...media });
      // Colours change gradually; what is looked at is the end.
      await page.evaluate(() => document.getAnimations().forEach((one) => one instanceof CSSTransition && one.finish()));
      found.push(...(await violationsOf(page)).map((one) => `${look}: ${one}`));
      if ((await overflow(page)) > 0) found.push(`${look}: wider than the window by ${String(await overflow(page))}`);
    }
    await page.close();
    expect(found).toEqual([]);
  });

  it('and this very check finds what is wrong', async () => {
    const page = await pages.open('options.html#about', { now: NOW, stores: admin });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    expect(await violationsOf(page)).toEqual([expect.stringMatching(/^button-name/u)]);
    await page.close();
  });
});
