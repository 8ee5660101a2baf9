/** D7, in the portal's own pages: axe-core inside our shadow roots, in both looks, in every light and size; on paper; what is heard; what moves. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { printDetails } from '../../lib/domain/details.ts';
import { toInstant } from '../../lib/domain/time.ts';
import { fillFacts } from '../journey/representative.ts';
import { violationsOf } from '../setup/axe.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { renameTitle } from '../setup/rename-title.ts';
import { settled, startWorld, type Person, type World } from '../setup/world.ts';
import { LICENCE } from '../standins/portal/data/resources.ts';
import type { Look, Trait } from '../standins/portal/index.ts';

/** A Wednesday, in a month without other bookings. */
const DATE = '2027-02-10';
/** Every block of ours; axe looks into their shadow roots. */
const OURS = '[data-passerelle]';

const at = (time: string): number => {
  const local = toInstant({ date: DATE, time });
  if (!local.ok) throw new Error(time);
  return local.instant;
};

const calendar = `${PORTAL_ORIGIN}/reservations/ressources?mode=calendrier&date=${DATE}`;
const form = (hour: string): string => `${PORTAL_ORIGIN}/reservations/nouvelle?ressource=${LICENCE}&date=${DATE}&heure=${hour}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openForm(page: Page, hour = '13:00'): Promise<void> {
  await page.goto(form(hour));
  await page.getByLabel(/Nom exact/u).waitFor();
  await settled(page);
}

/** The portal’s numbers of the bookings that stand there, set for each look. */
const numbers = { own: '', others: '' };

/** What is booked that day is known once its calendar was seen. */
const seeCalendar = async (page: Page): Promise<void> => {
  await page.goto(calendar);
  await button(page, 'Afficher la licence ZOOM').click();
  await page.getByText(/La licence est (?:déjà )?affichée\./u).first().waitFor();
  await settled(page);
};

/** Each screen of the overlay, as a person comes to it. */
const screens: { screen: string; nothing?: true; open(page: Page): Promise<void> }[] = [
  {
    screen: 'the calendar with the licence shown and marked, and the use per establishment open',
    open: async (page) => {
      await seeCalendar(page);
      const table = page.getByRole('table', { name: /par établissement/u });
      if (!(await table.isVisible())) await button(page, 'Voir le tableau').click();
      await table.waitFor();
    },
  },
  { screen: 'the form, empty', open: (page) => openForm(page) },
  {
    screen: 'the form with its errors',
    open: async (page) => {
      await openForm(page);
      await page.getByLabel(/Nombre de participants/u).fill('mille');
      await button(page, 'Enregistrer et Fermer').click();
      await page.getByText(/sont à corriger/u).first().waitFor();
    },
  },
  {
    screen: 'the form with a conflict and other moments',
    open: async (page) => {
      await seeCalendar(page);
      await openForm(page, '10:00');
      await page.getByText(/^Conflit\s*:/u).first().waitFor();
      await page.getByText(/10 février 2027, de 11/u).first().waitFor();
    },
  },
  {
    screen: 'the form with the advice of a smaller licence',
    open: async (page) => {
      await openForm(page);
      await fillFacts(page);
      await page.getByLabel(/Nombre de participants/u).fill('250');
      await page.getByText('La licence nominative de 300 suffit', { exact: true }).first().waitFor();
    },
  },
  {
    screen: 'the form that changes a booking',
    open: async (page) => {
      await page.goto(`${PORTAL_ORIGIN}/reservations/${numbers.own}/modifier`);
      await expect.poll(() => page.getByLabel(/Nom exact/u).inputValue(), { timeout: 20_000 }).toBe('Bilan de la Côte-Nord');
      await settled(page);
    },
  },
  {
    screen: 'a booking’s own page, which stays the portal’s',
    nothing: true,
    open: async (page) => {
      await page.goto(`${PORTAL_ORIGIN}/reservations/${numbers.others}`);
      await page.getByText('Rencontre des gestionnaires').first().waitFor();
      await settled(page);
    },
  },
  {
    screen: 'the list, which stays the portal’s',
    nothing: true,
    open: async (page) => {
      await page.goto(`${PORTAL_ORIGIN}/reservations/ressources?mode=liste&date=${DATE}&periode=mois&parPage=100`);
      await page.getByText('Rencontre des gestionnaires').first().waitFor();
      await settled(page);
    },
  },
];

const portals: { look: Look; traits: Trait[] }[] = [
  { look: 'classic', traits: ['T7', 'T9', 'T13'] },
  { look: 'react', traits: ['T7', 'T13'] },
];

/** Narrow windows and large letters are the same to a page: 640 pixels are 1 280 at 200 %. */
const lights: { light: string; width: number; media: Parameters<Page['emulateMedia']>[0]; dark?: true }[] = [
  { light: 'light', width: 1280, media: { colorScheme: 'light' } },
  { light: 'light for a person who prefers dark, on a portal that knows only light, at 320 pixels', width: 320, media: { colorScheme: 'dark', reducedMotion: 'reduce' } },
  { light: 'dark, on a portal that is dark, at 200 %', width: 640, media: { colorScheme: 'dark' }, dark: true },
  { light: 'forced colours, at 320 pixels', width: 320, media: { colorScheme: 'dark', forcedColors: 'active' } },
];

/** Our blocks whose content is wider than themselves, hence cut or run over; or that are wider than the window, whatever the portal is (WCAG 1.4.10). */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate((ours) =>
    [...document.querySelectorAll(ours)].flatMap((host) => {
      const root = host.shadowRoot?.querySelector('.pa-root');
      if (host.localName === 'passerelle-mark' || !(root instanceof HTMLElement)) return [];
      const widest = Math.max(0, ...[...root.querySelectorAll('.po-panel, .po-slim')].map((block) => block.getBoundingClientRect().width));
      const isCut = root.scrollWidth > root.clientWidth + 1 || widest > document.documentElement.clientWidth;
      return isCut ? [`${host.localName} ${String(root.scrollWidth)} in ${String(root.clientWidth)}, ${String(widest)} in the window`] : [];
    }), OURS);

describe.each(portals)('D7 the overlay on the $look look', ({ look, traits }) => {
  let world: World;
  let julie: Person;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ portal: { look, traits, bookings: 'none' } });
    numbers.others = world.portal.addBooking({
      author: 'representant2', title: 'Rencontre des gestionnaires', start: at('10:00'), end: at('11:00'), status: 'approved',
      comments: printDetails({ name: 'Rencontre des gestionnaires', participants: 650, presenter: { name: 'Étienne Lavoie', email: null } }, { establishment: 'CISSS du Bas-Saint-Laurent', reason: null }),
    }).number;
    numbers.own = world.portal.addBooking({
      author: 'representante', title: 'Bilan de la Côte-Nord', start: at('16:00'), end: at('17:00'), status: 'pending',
      comments: printDetails({ name: 'Bilan de la Côte-Nord', participants: 650, presenter: { name: 'Anne Roy', email: null } }, { establishment: 'CISSS de la Côte-Nord', reason: null }),
    }).number;
    julie = await world.open('julie');
    const tab = await julie.context.newPage();
    await julie.signIn(tab);
    await tab.close();
  });
  // A tab of its own for each: one keeps what was typed in it, and the light it was looked at in.
  beforeEach(async () => {
    page = await julie.context.newPage();
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await world?.close();
  });

  /** In the light asked for; the portal's page is made a dark one where a dark one is wanted. */
  async function see(target: Page, { width, media, dark }: (typeof lights)[number]): Promise<void> {
    await target.setViewportSize({ width, height: 900 });
    await target.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference', ...media });
    await target.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
    }, dark === true ? 'dark' : '');
    // Colours change gradually; what is looked at is the end.
    await target.evaluate((ours) => {
      for (const host of document.querySelectorAll(ours)) {
        for (const one of host.shadowRoot?.getAnimations() ?? []) if (one instanceof CSSTransition) one.finish();
      }
    }, OURS);
  }

  it.each(screens)('U6 U8 axe finds nothing, and nothing is cut: $screen', async ({ open, nothing }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page);
    if (nothing === true) expect(await page.locator(OURS).count()).toBe(0);
    else await expect.poll(() => page.locator(OURS).count(), { timeout: 20_000 }).toBeGreaterThan(0);
    const found: string[] = [];
    for (const light of lights) {
      await see(page, light);
      if (nothing !== true) found.push(...(await violationsOf(page, OURS)).map((one) => `${light.light}: ${one}`));
      found.push(...(await tooWide(page)).map((one) => `${light.light}: ${one}`));
    }
    expect(found).toEqual([]);
  });

  it('U8 the fields of the form stand at even distances, also where advice may come', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await openForm(page);
    const gaps = await page.evaluate((ours) => {
      const rows = [...document.querySelectorAll(ours)].flatMap((host) => [...(host.shadowRoot?.querySelectorAll('.po-fields > :not(:empty)') ?? [])]).map((row) => row.getBoundingClientRect());
      return rows.slice(1).map(({ top }, index) => Math.round(top - (rows[index]?.bottom ?? 0)));
    }, OURS);
    expect(gaps.length).toBeGreaterThan(3);
    expect(new Set(gaps).size).toBe(1);
  });

  it('U6 U8 axe finds nothing, and nothing is cut: a page that is not understood', async () => {
    const other = await julie.context.newPage();
    await other.addInitScript(renameTitle);
    await other.goto(form('13:00'));
    await other.getByText('Passerelle ne comprend pas toute cette page').first().waitFor();
    await settled(other);
    const found: string[] = [];
    for (const light of lights) {
      await see(other, light);
      found.push(...(await violationsOf(other, OURS)), ...(await tooWide(other)));
    }
    expect(found).toEqual([]);
    await other.close();
  });

  it('WCAG 4.1.3 a refused save, a conflict and the licence shown are said in live regions', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    /** What a screen reader would read out: the words of every live region of ours. */
    const heard = (): Promise<string> =>
      page.evaluate((ours) => {
        const roots = [...document.querySelectorAll(ours)].map((host) => host.shadowRoot);
        return roots.flatMap((root) => [...(root?.querySelectorAll('[aria-live], [role=status], [role=alert]') ?? [])].map((region) => region.textContent ?? '')).join('\n').replace(/\s+/gu, ' ');
      }, OURS);
    await seeCalendar(page);
    await openForm(page, '10:00');
    await expect.poll(heard, { timeout: 20_000 }).toMatch(/Conflit : le CISSS du Bas-Saint-Laurent tient la licence/u);
    await button(page, 'Enregistrer et Fermer').click();
    await expect.poll(heard, { timeout: 20_000 }).toMatch(/points sont à corriger avant d’enregistrer/u);
    await expect.poll(() => heard()).toContain('Inscrivez le nom exact de la rencontre.');
    await page.goto(calendar);
    await button(page, 'Afficher la licence ZOOM').click();
    await expect.poll(heard, { timeout: 20_000 }).toMatch(/La licence est (?:déjà )?affichée\./u);
  });

  it('U8 the bars of the use are as long as each other, whatever number stands at their end', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await screens[0]!.open(page);
    const lengths = await page.evaluate((ours) =>
      [...document.querySelectorAll(ours)].flatMap((host) => [...(host.shadowRoot?.querySelectorAll('.po-table .pa-bar > svg') ?? [])]).map((bar) => Math.round(bar.getBoundingClientRect().width)), OURS);
    expect(lengths.length).toBeGreaterThan(8);
    expect(new Set(lengths).size).toBe(1);
  });

  it('U8 on paper the licence is named in its own cell, in dark ink, the hours stay under their heads, and no button stands that leads nowhere', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await screens[0]!.open(page);
    await see(page, { light: 'dark', width: 1280, media: { colorScheme: 'dark' }, dark: true });
    const look = () => page.evaluate(() => {
      const inside = (name: string, part: string) => document.querySelector(`passerelle-${name}`)?.shadowRoot?.querySelector<HTMLElement>(part) ?? document.body;
      const cell = document.querySelector('passerelle-mark')?.parentElement ?? document.body;
      const [box, flag] = [cell.getBoundingClientRect(), inside('mark', '.po-whole')];
      const words = flag.getBoundingClientRect();
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (text) => (/[^\d\s]/u.test(text.nodeValue ?? '') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
      const lines: DOMRect[] = [];
      while (texts.nextNode() !== null) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        lines.push(...range.getClientRects());
      }
      const buttons = [...document.querySelectorAll('passerelle-usage, passerelle-show')].flatMap((host) => [...(host.shadowRoot?.querySelectorAll('button') ?? [])]);
      return {
        words: getComputedStyle(flag).visibility === 'visible' ? flag.textContent : null,
        ink: [getComputedStyle(flag).color, getComputedStyle(inside('usage', '.po-gauge-line')).color],
        isInCell: words.width > 0 && words.left >= box.left && words.right <= box.right + 1 && words.top >= box.top && words.bottom <= box.bottom + 1,
        // Boxes of text reach above and below their letters.
        hidden: lines
          .filter((line) => line.right > words.left && line.left < words.right)
          .filter((line) => line.bottom - 3 > words.top + 3 && line.top + 3 < words.bottom - 3).length,
        hasFrame: inside('mark', '.po-frame').getClientRects().length > 0,
        buttons: buttons.some((one) => one.getClientRects().length > 0),
        headerWidth: Math.round(box.width),
      };
    });
    const seen = await look();
    expect(seen).toMatchObject({ words: expect.stringMatching(/^5\s000\sparticipants$/u), hasFrame: true, buttons: true });
    await page.emulateMedia({ media: 'print' });
    const printed = await look();
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(printed).toEqual({ words: seen.words, ink: ['rgb(14, 85, 144)', 'rgb(26, 42, 61)'], isInCell: true, hidden: 0, hasFrame: false, buttons: false, headerWidth: seen.headerWidth });
  });

  it('WCAG 2.3.3 for a person who wants less motion, nothing of ours moves for longer than a blink', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openForm(page);
    const longest = await page.evaluate((ours) => {
      const seconds = (text: string): number[] => text.split(',').map((one) => (one.trim().endsWith('ms') ? parseFloat(one) / 1000 : parseFloat(one)));
      const elements = [...document.querySelectorAll(ours)].flatMap((host) => [...(host.shadowRoot?.querySelectorAll('*') ?? [])]);
      return Math.max(...elements
        .map((element) => getComputedStyle(element))
        .flatMap((style) => [...seconds(style.transitionDuration), ...seconds(style.animationDuration)]));
    }, OURS);
    expect(longest).toBeLessThan(0.01);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });
});
