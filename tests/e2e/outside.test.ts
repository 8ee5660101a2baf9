/**
 * What a person meets outside of the portal's pages and of an open popup, in the real browser: the icon that an alarm keeps
 * true (D2, U10), the side panel and the icon's popup (U14), the icon's menu (U15), the shortcuts (U1), and the questions of
 * the browser itself (U9, U24). No test can answer the browser's own question: how it is asked, and what a refusal says, is shown.
 */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printDetails } from '../../lib/domain/details.ts';
import { menuItems, commands } from '../../lib/background/menu.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { startWorld, type Person, type World } from '../setup/world.ts';

/** What this browser has besides what the polyfill's types know. */
type Listened = { dispatch(...words: unknown[]): void };
interface Chromium extends Omit<Browser, 'contextMenus' | 'commands'> {
  runtime: Browser['runtime'] & { getContexts(filter: object): Promise<{ contextType: string; documentUrl?: string }[]> };
  contextMenus: { update(id: string, change: object): Promise<void>; onClicked: Listened };
  commands: { onCommand: Listened };
}
declare const chrome: Chromium;

const PATIENCE = { timeout: 60_000 };
const TITLE = 'Bilan régional de vaccination';
/** Further away than what counts as late. */
const SOON = 5 * 86_400_000;

let world: World;
let marc: Person;
/** A page of ours that asks the worker for nothing: what it asks the browser wakes nobody. */
let desk: Page;
let number: string;

const badge = (): Promise<string> => desk.evaluate(() => chrome.action.getBadgeText({}));
const title = (): Promise<string> => desk.evaluate(() => chrome.action.getTitle({}));
const contexts = (kind: string): Promise<string[]> =>
  desk.evaluate(async (contextType) => (await chrome.runtime.getContexts({ contextTypes: [contextType] })).map(({ documentUrl }) => documentUrl ?? ''), kind);
const addresses = (): Promise<(string | undefined)[]> => desk.evaluate(async () => (await chrome.tabs.query({})).map(({ url }) => url));

const endWorker = async (): Promise<void> => {
  await marc.stopWorker();
  await expect.poll(() => contexts('BACKGROUND'), PATIENCE).toEqual([]);
};

/** Ends the worker, then lets its own alarm ring sooner. */
async function ring(): Promise<void> {
  await endWorker();
  await desk.evaluate(() => chrome.alarms.create('watch', { when: Date.now() + 500, periodInMinutes: 5 }));
}

beforeAll(async () => {
  world = await startWorld({ portal: { look: 'classic', traits: ['T7', 'T9', 'T13'], bookings: 'none' } });
  const start = Date.now() + SOON;
  const details = printDetails({ name: TITLE, participants: 650, presenter: { name: 'Étienne Lavoie', email: null } }, { establishment: 'CISSS du Bas-Saint-Laurent', reason: null });
  number = world.portal.addBooking({ author: 'representant2', title: TITLE, comments: details, start, end: start + 3_600_000, status: 'pending' }).number;
  marc = await world.open('marc');
  const tab = await marc.context.newPage();
  await marc.signIn(tab);
  await tab.close();
  desk = await marc.openOwn('help.html');
});
afterAll(async () => {
  await world?.close();
});

// One story, told in its order: the portal is read, signs people out, and is read again.
describe('U10 the icon, with no page of the portal and no popup open', { shuffle: false }, () => {
  it('U10 an alarm wakes a worker that the browser had ended; the badge counts, and the title says the hour of the reading', async () => {
    // What another test left there proves nothing.
    await endWorker();
    await desk.evaluate(async () => {
      await chrome.storage.session.remove(['badge', 'readings']);
      await chrome.action.setBadgeText({ text: '' });
    });
    await ring();
    await expect.poll(badge, PATIENCE).toBe('1');
    await expect.poll(() => title()).toMatch(/1\sdemande à approuver[\s\S]*Portail lu/u);
  });

  it('U10 an alarm that a browser lost stands again with the next worker', async () => {
    await endWorker();
    await desk.evaluate(() => chrome.alarms.clear('watch'));
    await desk.evaluate(() => chrome.runtime.sendMessage({ type: 'worker.ping' }));
    await expect.poll(() => desk.evaluate(async () => (await chrome.alarms.get('watch'))?.periodInMinutes), PATIENCE).toBe(5);
  });

  it('B.2 a portal that signed people out is « ? », with what to do, and never zero', async () => {
    world.portal.signOutAll();
    await ring();
    await expect.poll(badge, PATIENCE).toBe('?');
    await expect.poll(() => title()).toContain('connectez-vous');
  });

  it('U10 and once somebody signed in again, it counts again', async () => {
    const tab = await marc.context.newPage();
    await marc.signIn(tab);
    await tab.close();
    await ring();
    await expect.poll(badge, PATIENCE).toBe('1');
  });
});

describe('U14 the panel and the popup', () => {
  it('U14 the popup’s button opens the side panel, which shows the same request', async () => {
    expect(await contexts('SIDE_PANEL')).toEqual([]);
    const popup = await marc.openOwn('popup.html');
    await popup.getByRole('listitem').filter({ hasText: TITLE }).first().waitFor(PATIENCE);
    await popup.getByRole('button', { name: 'Ouvrir dans le panneau latéral' }).click();
    await expect.poll(() => contexts('SIDE_PANEL'), PATIENCE).toEqual([`${marc.origin}/sidepanel.html`]);
    const words = (): Promise<string> =>
      popup.evaluate((): string => {
        const views = (chrome as unknown as { extension: { getViews(): Window[] } }).extension.getViews();
        return views.find(({ location }) => location.pathname === '/sidepanel.html')?.document.body.innerText ?? '';
      });
    await expect.poll(words, PATIENCE).toContain(TITLE);
    await popup.close();
  });

  it('opens at the icon, as a popup of the browser’s own', async () => {
    const open = async (): Promise<string[]> => {
      await desk.evaluate(() => chrome.action.openPopup().catch(() => undefined));
      return contexts('POPUP');
    };
    await expect.poll(open, PATIENCE).toEqual([`${marc.origin}/popup.html`]);
  });
});

describe('U15 the icon’s menu, and U1 the shortcuts', () => {
  const choose = async (kind: 'menu' | 'shortcut', name: string): Promise<void> =>
    (await marc.worker()).evaluate(([where, chosen]) => {
      if (where === 'menu') chrome.contextMenus.onClicked.dispatch({ menuItemId: chosen });
      else chrome.commands.onCommand.dispatch(chosen);
    }, [kind, name] as const);

  it('U15 the browser has each item, and no other', async () => {
    const has = (id: string): Promise<boolean> => desk.evaluate((item) => chrome.contextMenus.update(item, {}).then(() => true, () => false), id);
    for (const item of menuItems) expect([item, await has(item)]).toEqual([item, true]);
    expect(await has('autre')).toBe(false);
  });

  it.each([
    ['menu', menuItems[0], (): string => `${PORTAL_ORIGIN}/reservations/ressources`],
    ['menu', menuItems[1], (): string => `${marc.origin}/sidepanel.html#toApprove`],
    ['menu', menuItems[2], (): string => `${marc.origin}/options.html#about/diagnostic`],
    ['shortcut', commands[1], (): string => `${PORTAL_ORIGIN}/reservations/${number}`],
  ] as const)('U15 U1 %s « %s » opens its place', async (kind, name, place) => {
    expect(await addresses()).not.toContain(place());
    // A shortcut leads to the next request: the worker has to have read one.
    if (kind === 'shortcut') {
      await ring();
      await expect.poll(badge, PATIENCE).toBe('1');
    }
    await choose(kind, name);
    await expect.poll(addresses, PATIENCE).toContain(place());
  });
});

interface Question {
  asked: { permissions?: string[]; origins?: string[] };
  inClick: boolean;
}

/** Opens the options with a person in front of the browser's question who refuses. */
async function withRefusal(section: string): Promise<{ page: Page; questions(): Promise<Question[]> }> {
  const page = await marc.context.newPage();
  await page.addInitScript(() => {
    const questions: unknown[] = [];
    Object.assign(globalThis, { questions });
    chrome.permissions.request = ((asked: object, answer?: (given: boolean) => void) => {
      questions.push({ asked, inClick: navigator.userActivation.isActive });
      answer?.(false);
      return Promise.resolve(false);
    }) as typeof chrome.permissions.request;
  });
  await page.goto(`${marc.origin}/options.html#${section}`);
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
  return { page, questions: () => page.evaluate(() => (globalThis as unknown as { questions: Question[] }).questions) };
}

describe('U9 U24 what the browser asks the person', () => {
  it('U9 is for notifications alone, within the click that wants them; a refusal is said and leaves alerts off', async () => {
    const { page, questions } = await withRefusal('alerts');
    await page.getByLabel('M’avertir sur le bureau').click();
    await page.getByText(/Le navigateur n’a pas donné la permission/u).first().waitFor(PATIENCE);
    expect(await questions()).toEqual([{ asked: { permissions: ['notifications'] }, inClick: true }]);
    expect(await page.getByLabel('M’avertir sur le bureau').isChecked()).toBe(false);
    await page.close();
  });

  it('U24 is for the address of the portal that was added, and for no other', async () => {
    const before = await desk.evaluate(() => chrome.storage.local.get('settings'));
    const { page, questions } = await withRefusal('portal');
    await page.getByLabel('Adresse du portail à ajouter').fill('https://salles.exemple.ca/reserver');
    await page.getByRole('button', { name: 'Ajouter un portail' }).click();
    await page.getByText('Permission manquante').first().waitFor(PATIENCE);
    expect(await questions()).toEqual([{ asked: { origins: ['https://salles.exemple.ca/*'] }, inClick: true }]);
    await page.close();
    // A portal without its permission is a warning at the icon.
    await desk.evaluate((settings) => chrome.storage.local.set(settings), before);
  });

  // In a browser of its own: the question stays open there, and nobody answers it.
  it('U9 is taken by the browser as asked in a click, and nothing is switched on before the answer', async () => {
    const other = await world.open('marc');
    const page = await other.openOwn('options.html#alerts');
    await page.getByLabel('M’avertir sur le bureau').waitFor(PATIENCE);
    await page.evaluate(() => {
      const ask: (asked: object) => Promise<boolean> = chrome.permissions.request.bind(chrome.permissions);
      chrome.permissions.request = ((asked: object): Promise<boolean> => {
        document.documentElement.dataset['question'] = 'open';
        const answer = ask(asked);
        answer.then((given) => { document.documentElement.dataset['question'] = String(given); }, (error: Error) => { document.documentElement.dataset['question'] = error.message; });
        return answer;
      }) as typeof chrome.permissions.request;
    });
    await page.getByLabel('M’avertir sur le bureau').click();
    await expect.poll(() => page.locator('html').getAttribute('data-question'), PATIENCE).toBe('open');
    expect(await page.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }))).toBe(false);
    const stored = await page.evaluate(async () => ((await chrome.storage.local.get('settings'))['settings'] as { alerts: { notifications: { on: boolean } } }).alerts.notifications.on);
    expect(stored).toBe(false);
    // A question that the browser does not take is thrown back at once.
    expect(await page.locator('html').getAttribute('data-question')).toBe('open');
  });
});
