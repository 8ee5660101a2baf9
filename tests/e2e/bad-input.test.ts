/**
 * The end of issue D, in the real browser: titles of every kind, a companion that answers nonsense, two tabs, a wrong
 * clock. Clear words, nothing lost, nothing executed. Two windows and a private one: windows.test.ts.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { printDetails } from '../../lib/domain/details.ts';
import { toInstant } from '../../lib/domain/time.ts';
import { settings } from '../lib/samples.ts';
import { startWorld as startCompanionWorld, type World as CompanionWorld } from '../companion/support/world.ts';
import { fillFacts } from '../journey/representative.ts';
import { launchPerson, PORTAL_ORIGIN, type PersonBrowser } from '../setup/launch.ts';
import { EXTENSION, settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';

/** The browser's own object, inside the extension's pages and worker. */
declare const chrome: Browser;

const PATIENCE = { timeout: 40_000 };
/** A Wednesday, in a month without other bookings. */
const DATE = '2027-02-10';
const at = (time: string): number => {
  const local = toInstant({ date: DATE, time });
  if (!local.ok) throw new Error(time);
  return local.instant;
};

const markup = '<img src=x onerror="globalThis.harmed=1;alert(1)"><b>gras</b>';
const script = '</textarea><script>globalThis.harmed=1;alert(2)</script>';
const rightToLeft = '\u202eمقلوب\u202c اجتماع الفريق';
const emoji = '👩🏽‍⚕️ Bilan 🚑 santé 👨‍👩‍👧‍👦';
/** One word, as no line can hold. */
const long = `Très${'x'.repeat(9_980)}`;
const titles = [markup, script, rightToLeft, emoji, long];

/** Notes each dialog that a page opens. */
function listen(context: BrowserContext): string[] {
  const opened: string[] = [];
  context.on('dialog', (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  return opened;
}
const isHarmed = (page: Page): Promise<boolean> => page.evaluate(() => 'harmed' in globalThis);
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('titles of every kind in the portal’s list', () => {
  let world: World;
  let marc: Person;
  let julie: Person;
  let opened: string[][];
  beforeAll(async () => {
    // Without T13: no policy of the portal's would stop what we let through.
    world = await startWorld({ portal: { look: 'classic', traits: ['T7', 'T9'], bookings: 'none' } });
    titles.forEach((title, index) => {
      const hour = `${String(9 + index).padStart(2, '0')}:00`;
      const comments = index === 0 ? printDetails({ name: markup, participants: 650, presenter: { name: markup, email: null } }, { establishment: markup, reason: markup }) : `Commentaire ${title.slice(0, 200)}`;
      world.portal.addBooking({ author: 'representant2', requester: title.slice(0, 80), title, comments, start: at(hour), end: at(hour) + 3_600_000, status: 'pending' });
    });
    [marc, julie] = await Promise.all([world.open('marc', { viewport: { width: 420, height: 640 } }), world.open('julie')]);
    opened = [listen(marc.context), listen(julie.context)];
    const tab = await julie.context.newPage();
    await julie.signIn(tab);
    await tab.close();
  });
  afterEach(() => {
    expect(opened, 'no page ever opens a dialog').toEqual([[], []]);
  });
  afterAll(async () => {
    await world?.close();
  });

  it('the popup counts and shows every one of them as text, runs none, and is not widened by one of 10 000 signs', async () => {
    const tab = await marc.context.newPage();
    await marc.signIn(tab);
    const popup = await marc.openOwn('popup.html');
    await popup.getByRole('listitem').filter({ hasText: 'Bilan' }).first().waitFor(PATIENCE);
    const shown = await popup.locator('[data-entry] h3').allTextContents();
    // Another test of this file may have booked one more.
    const waiting = world.portal.bookings().length;
    expect(shown).toHaveLength(waiting);
    for (const title of titles) expect(shown.some((one) => one.includes(title.slice(0, 60)))).toBe(true);
    expect(await popup.locator('[data-entry] :is(img, script, b)').count()).toBe(0);
    expect(await overflow(popup)).toBeLessThanOrEqual(0);
    await expect.poll(() => marc.badge(), { timeout: 20_000 }).toBe(String(waiting));
    // What is written from right to left stays within its own words.
    const directions = await popup.locator('[data-entry] h3').evaluateAll((heads) => heads.map((head) => [head.getAttribute('dir'), getComputedStyle(head).unicodeBidi]));
    for (const [direction, isolation] of directions) {
      expect(direction).toBe('auto');
      expect(isolation).toMatch(/isolate|plaintext/u);
    }
    expect(await isHarmed(popup)).toBe(false);
    await popup.close();
  });

  it('the request itself, the calendar and the form stay the portal’s, and a conflict with one is said in words', async () => {
    const page = await julie.context.newPage();
    await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${DATE}`);
    await page.getByRole('button', { name: 'Afficher la licence ZOOM' }).click();
    await page.getByText('La licence est affichée.').first().waitFor(PATIENCE);
    expect(await isHarmed(page)).toBe(false);
    for (const hour of ['09:00', '10:00', '13:00']) {
      await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=${hour}`);
      await page.getByText(/^Conflit\s*:/u).first().waitFor(PATIENCE);
      expect(await page.locator('[data-passerelle]').locator('img, script, b').count()).toBe(0);
      expect(await isHarmed(page)).toBe(false);
    }
    await page.close();
  });

  it('an exact name that is HTML is saved as it was typed, and comes back as it was typed', async () => {
    const page = await julie.context.newPage();
    await page.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=15:00`);
    await page.getByLabel(/Nom exact/u).waitFor();
    await settled(page);
    await fillFacts(page);
    await page.getByLabel(/Nom exact/u).fill(markup);
    await page.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
    await page.waitForURL((url) => !url.pathname.includes('nouvelle'));
    const made = world.portal.bookings().at(-1);
    expect(made?.title).toBe(markup);
    await page.goto(`${PORTAL_ORIGIN}/reservations/${made?.number ?? ''}/modifier`);
    await expect.poll(() => page.getByLabel(/Nom exact/u).inputValue(), PATIENCE).toBe(markup);
    expect(await isHarmed(page)).toBe(false);
    await page.close();
  });
});

describe('two tabs and two popups', () => {
  let world: World;
  afterAll(async () => {
    await world?.close();
  });

  it('two popups that send the same booking make one conference; two tabs keep each its own words', async () => {
    world = await startWorld({ portal: { look: 'classic', traits: ['T7', 'T9', 'T13'], bookings: 'none' } });
    world.portal.addBooking({ author: 'representant2', title: 'Bilan', comments: printDetails({ name: 'Bilan', participants: 650, presenter: { name: 'Étienne Lavoie', email: null } }, { establishment: 'CISSS du Bas-Saint-Laurent', reason: null }), start: at('09:00'), end: at('10:00'), status: 'approved' });
    const marc = await world.open('marc');
    await marc.signIn(await marc.context.newPage());
    const popups = await Promise.all([marc.openOwn('popup.html'), marc.openOwn('popup.html')]);
    const buttons = popups.map((popup) => popup.getByRole('button', { name: /^Créer la rencontre Zoom «/u }));
    for (const popup of popups) await popup.getByRole('tab', { name: /À créer/u }).click();
    for (const button of buttons) await button.waitFor(PATIENCE);
    // Whichever comes second may find the button gone already: that is the answer wanted.
    await Promise.all(buttons.map((button) => button.click({ timeout: 3_000 }).catch(() => undefined)));
    for (const popup of popups) {
      await popup.getByRole('tab', { name: /Planifiées/u }).click();
      await popup.getByRole('listitem').filter({ hasText: 'Bilan' }).getByText('Planifiée', { exact: true }).first().waitFor(PATIENCE);
    }
    expect(world.zoom.created()).toHaveLength(1);

    const julie = await world.open('julie');
    const tabs = [await julie.context.newPage(), await julie.context.newPage()] as const;
    await julie.signIn(tabs[0]);
    for (const [index, tab] of tabs.entries()) {
      await tab.goto(`${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=${String(13 + index)}:00`);
      await tab.getByLabel(/Nom exact/u).waitFor();
      await fillFacts(tab);
      await tab.getByLabel(/Nom exact/u).fill(`Onglet ${String(index + 1)}`);
    }
    for (const [index, tab] of tabs.entries()) {
      expect(await tab.getByLabel(/Nom exact/u).inputValue()).toBe(`Onglet ${String(index + 1)}`);
      await tab.getByRole('button', { name: 'Enregistrer et Fermer' }).click();
      await tab.waitForURL((url) => !url.pathname.includes('nouvelle'));
    }
    expect(world.portal.bookings().map(({ title }) => title)).toEqual(['Bilan', 'Onglet 1', 'Onglet 2']);
    // Two people's browsers start inside this test.
  }, 180_000);
});

/** Lets the extension read what is answered, as a companion does; without that, all it can know is that nobody it knows is there. */
const readable = (answer: RequestListener): RequestListener => (request, response) => {
  response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', '*').setHeader('access-control-allow-methods', '*');
  if (request.method === 'OPTIONS') response.writeHead(204).end();
  else answer(request, response);
};

/** What stands at the companion's address and is none, by the sentence that a person reads. Each is another one than the one before. */
const nonsense: { what: string; answer: RequestListener; sentence: RegExp }[] = [
  { what: 'HTML', answer: (_, response) => void response.setHeader('content-type', 'text/html').end(`<h1>Intranet</h1>${script}`), sentence: /l’adresse ne répond pas comme un compagnon/u },
  { what: 'nothing at all', answer: (request) => void request.socket.destroy(), sentence: /compagnon injoignable/u },
  { what: 'an empty answer', answer: (_, response) => void response.writeHead(204).end(), sentence: /l’adresse ne répond pas comme un compagnon/u },
  { what: '10 MB', answer: (_, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify({ accepted: 'x'.repeat(10_000_000) })), sentence: /réponse trop longue du compagnon/u },
  {
    // Each sign comes before anybody would call the line dead: the whole is bounded, not the pause.
    what: 'one sign a second, without end',
    answer: (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      const drip = setInterval(() => response.write(' '), 1_000);
      response.on('close', () => clearInterval(drip));
    },
    sentence: /compagnon injoignable/u,
  },
];

// One story, told in its order: each answer is known by a sentence that the one before did not leave there, and the last one ends the waiting.
describe('a companion that answers nonsense', { shuffle: false }, () => {
  let world: World;
  let marc: Person;
  let popup: Page;
  let server: Server | null = null;
  const stop = async (): Promise<void> => {
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
    server = null;
  };
  beforeAll(async () => {
    world = await startWorld({ portal: { look: 'classic', traits: ['T7', 'T9', 'T13'], bookings: 'none' } });
    world.portal.addBooking({ author: 'representant2', title: 'Bilan', comments: printDetails({ name: 'Bilan', participants: 650, presenter: { name: 'Étienne Lavoie', email: null } }, { establishment: 'CISSS du Bas-Saint-Laurent', reason: null }), start: at('09:00'), end: at('10:00'), status: 'approved' });
    marc = await world.open('marc');
    await marc.signIn(await marc.context.newPage());
    popup = await marc.openOwn('popup.html');
    await popup.getByRole('tab', { name: /À créer/u }).click();
    await popup.getByRole('button', { name: /^Créer la rencontre Zoom «/u }).waitFor(PATIENCE);
    await world.stopCompanion();
    await popup.getByRole('button', { name: /^Créer la rencontre Zoom «/u }).click();
    await popup.getByRole('tab', { name: /Planifiées/u }).click();
    await popup.getByText(/compagnon injoignable/u).first().waitFor(PATIENCE);
  });
  afterEach(stop);
  afterAll(async () => {
    await world?.close();
  });

  it.each(nonsense)('by $what is told in a sentence, and the booking waits', async ({ answer, sentence }) => {
    server = createServer(readable(answer));
    await new Promise<void>((resolve) => server?.listen(Number(new URL(world.companion.url).port), '127.0.0.1', () => resolve()));
    await popup.getByRole('button', { name: /Réessayer/u }).first().click();
    const entry = popup.getByRole('listitem').filter({ hasText: 'Bilan' });
    await entry.getByText(sentence).first().waitFor(PATIENCE);
    expect(await isHarmed(popup)).toBe(false);
    expect(world.zoom.created()).toEqual([]);
  });

  it('and once it is itself again, what waited is sent, once', async () => {
    await world.startCompanion();
    await popup.getByRole('button', { name: /Réessayer/u }).first().click({ timeout: 3_000 }).catch(() => undefined);
    await popup.getByRole('listitem').filter({ hasText: 'Bilan' }).getByText('Planifiée', { exact: true }).first().waitFor(PATIENCE);
    expect(world.zoom.created().map(({ topic }) => topic)).toEqual(['Bilan']);
  });
});

describe('a clock that is off by an hour', () => {
  let browser: PersonBrowser;
  let companion: CompanionWorld;
  let stubborn: Server;
  let page: Page;
  const writeAddress = async (address: string): Promise<void> => {
    await page.getByLabel('Adresse du compagnon').fill(address);
    await page.getByLabel('Adresse du compagnon').press('Tab');
  };
  const verify = async (): Promise<void> => page.getByRole('button', { name: 'Vérifier', exact: true }).click();
  const said = async (sentence: RegExp): Promise<void> => page.locator('main').getByText(sentence).first().waitFor(PATIENCE);
  beforeAll(async () => {
    companion = await startCompanionWorld({ start: Date.now() + 3_600_000 });
    stubborn = createServer(readable((_, response) => {
      response.writeHead(401, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', title: 'Horloge', status: 401, detail: 'Horloge décalée.', code: 'clock_skew' }));
    }));
    await new Promise<void>((resolve) => void stubborn.listen(0, '127.0.0.1', resolve));
    const { id, secret } = await companion.companion.addKey({ name: 'Marc Pelletier', email: null, role: 'approver', establishmentId: null });
    // No portal here: its port leads nowhere.
    browser = await launchPerson({ extension: EXTENSION, portalPort: 9, fingerprint: '', headless: true });
    page = await browser.openOwn('options.html#companion');
    await page.evaluate(async ({ stored, key }) => {
      await chrome.storage.local.set({ settings: stored });
      await chrome.runtime.sendMessage({ type: 'companion.key', key });
    }, { stored: settings({ companion: { address: companion.companion.url } }), key: `${id}:${secret}` });
    await page.reload();
  });
  afterAll(async () => {
    await browser?.close();
    stubborn?.close();
    await companion?.close();
  });

  it('R6 is healed and said: what is signed bears the companion’s hour, and the person is told to set the clock', async () => {
    await writeAddress(companion.companion.url);
    await verify();
    await said(/Tout fonctionne/u);
    await said(/L’horloge de ce poste retarde de (?:1\sh|60\smin|environ|59)/u);
  });

  it('R6 stays a sentence when the companion refuses whatever is signed', async () => {
    await writeAddress(`http://127.0.0.1:${String((stubborn.address() as AddressInfo).port)}`);
    await verify();
    await said(/L’horloge de ce poste n’est pas à l’heure/u);
  });
});
