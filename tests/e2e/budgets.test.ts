/** What a day's work must not pile up, counted exactly: nodes, listeners, observers, requests (G7). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { CDPSession, Page } from 'playwright-core';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';

declare const chrome: Browser;

const NAVIGATIONS = 200;
/** By then everything that is made once has been made. */
const FIRST = 20;
const LONG = 240_000;
const now = Date.parse('2027-02-01T15:00:00Z');

interface Counters {
  documents: number;
  nodes: number;
  jsEventListeners: number;
}

/** Of the whole page, ours and the portal's, without what is only waiting to be collected. */
async function countersOf(session: CDPSession): Promise<Counters> {
  for (let sweep = 0; sweep < 3; sweep += 1) await session.send('HeapProfiler.collectGarbage');
  return session.send('Memory.getDOMCounters');
}

/** One day on, one day back, as a person's clicks; ends on the day where it began. */
async function walk(page: Page, times: number): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (count) => {
    // A tab that something else was opened in front of draws no frames.
    const nextFrame = () => new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 100); });
    for (let turn = 0; turn < count; turn += 1) {
      const before = location.search;
      const press = () => {
        const link = [...document.querySelectorAll('a')].find((one) => one.textContent === (turn % 2 === 0 ? '›' : '‹'));
        if (link === undefined) throw new Error('There is no link to the next day.');
        link.click();
      };
      press();
      for (let frame = 1; location.search === before; frame += 1) {
        await nextFrame();
        // As by a person, when nothing comes of it.
        if (frame % 300 === 0) press();
      }
      for (let frame = 0; frame < 3; frame += 1) await nextFrame();
    }
  }, times);
  await settled(page);
}

/** How many observers of ours live in the page, in the world where no page sees them. */
async function observersIn(session: CDPSession, extension: string): Promise<number> {
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === extension) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  let count = 0;
  for (const contextId of worlds) {
    const { result } = await session.send('Runtime.evaluate', { expression: 'MutationObserver.prototype', contextId });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const { result: length } = await session.send('Runtime.callFunctionOn', { objectId: objects.objectId ?? '', functionDeclaration: 'function () { return this.length; }' });
    count += Number(length.value);
  }
  if (worlds.length === 0) throw new Error('Nothing of ours runs in this page.');
  return count;
}

describe(`G7 after ${NAVIGATIONS} navigations of a portal that never loads anew`, () => {
  let world: World;
  let person: Person;
  let page: Page;
  let session: CDPSession;
  let first: Counters;
  let last: Counters;

  beforeAll(async () => {
    world = await startWorld({ portal: { look: 'react', seed: 7, now: () => now, bookings: 'sample' } });
    person = await world.open('julie');
    page = await person.context.newPage();
    await person.signIn(page);
    await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=2027-02-10`);
    await page.getByRole('button', { name: 'Afficher la licence ZOOM' }).click();
    await page.getByText('La licence est affichée.').first().waitFor();
    session = await page.context().newCDPSession(page);
    await walk(page, FIRST);
    first = await countersOf(session);
    await walk(page, NAVIGATIONS);
    last = await countersOf(session);
  }, LONG);
  afterAll(() => world?.close());

  it('no block of ours stands there twice', async () => {
    expect(page.url()).toContain('2027-02-10');
    const blocks = await page.evaluate(() => [...document.querySelectorAll('[data-passerelle]')].map(({ localName }) => localName));
    expect([...new Set(blocks)]).toEqual(blocks);
  });

  it('there are as many nodes as before, within 5 %', () => {
    expect(last.nodes).toBeLessThanOrEqual(Math.ceil(first.nodes * 1.05));
  });

  it('there are as many listeners as before, within 5 %', () => {
    expect(last.jsEventListeners).toBeLessThanOrEqual(Math.ceil(first.jsEventListeners * 1.05));
  });

  it('there is no document more', () => {
    expect(last.documents).toBeLessThanOrEqual(first.documents);
  });

  it('two observers of ours live in the page: what comes, and what stood hidden', async () => {
    expect(await observersIn(session, person.origin)).toBe(2);
  });
});

describe('G7 one look of the worker at the portal', () => {
  let world: World;
  let person: Person;
  beforeAll(async () => {
    world = await startWorld({ portal: { look: 'classic', seed: 7, bookings: 'sample' } });
    person = await world.open('marc');
    const page = await person.context.newPage();
    await person.signIn(page);
    await page.close();
  });
  afterAll(() => world?.close());

  /** Lets the alarm come now, and waits for what it brings. */
  async function look(): Promise<void> {
    const page = await person.openOwn('help.html');
    await page.evaluate(async () => {
      const checkedAt = async (): Promise<unknown> => JSON.stringify((JSON.parse(String((await chrome.storage.session.get('readings'))['readings'] ?? '{}')) as Record<string, { checked: number } | undefined>)['iris']?.checked);
      const before = await checkedAt();
      await chrome.alarms.create('watch', { when: Date.now() + 50, periodInMinutes: 5 });
      while ((await checkedAt()) === before) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await page.close();
  }

  it('asks for one page when nothing has changed', { timeout: LONG }, async () => {
    // The pages of the bookings that have to be decided on are read once, ten a look, and then remembered.
    const pagesOf = async (): Promise<string[]> => {
      world.portal.forgetRequests();
      await look();
      return world.portal.requests().map(({ method, path }) => `${method} ${path.replace(/\?.*$/u, '')}`);
    };
    await expect.poll(pagesOf, { timeout: LONG / 2 }).toHaveLength(1);
    expect(await pagesOf()).toEqual(['GET /reservations/ressources']);
  });
});
