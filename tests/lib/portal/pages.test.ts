import { describe, expect, it } from 'vitest';
import { kindsOfAddress, pathOf } from '../../../lib/portal/path.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { allFamilies, deepAll, markup, pageNames, portalOn, show, type PageName } from './pages.ts';

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour + 5, minute);

const licence = 'Licence ZOOM Web 5000 participants';
const forum = { portal: 'iris', number: '104200', serviceId: 'web5000', title: 'Forum des cadres', establishmentId: 'cisss-cote-nord', start: at(24, 9), end: at(24, 10, 30), status: 'pending' };
const assembly = { number: '104201', resource: licence, serviceId: 'web5000', title: 'Assemblée', establishmentId: 'chu-quebec', start: at(24, 13), end: at(24, 15), status: 'approved' };
const other = { number: '104203', resource: 'Bureau polyvalent', serviceId: null, title: 'Autre', establishmentId: 'iucpq', start: at(24, 10, 15), end: at(24, 11), status: 'cancelled' };

describe.each(allFamilies)('pages of the family %s', (family) => {
  const open = (page: string) => portalOn(show(markup(`${family}/${page}`)));

  it.each(pageNames)('knows %s from every other page', (page) => {
    const portal = open(page);
    const kind = page === 'other' ? null : page;
    expect(portal.kind()).toBe(kind);
    expect(portal.readGrid() === null).toBe(kind !== 'calendar');
    expect(portal.readList() === null).toBe(kind !== 'list');
    expect(portal.readForm() === null).toBe(kind !== 'form');
    expect(portal.readDetail() === null).toBe(kind !== 'detail');
  });

  it('S0-46 reads the rows of the grid and knows the licence from rooms (S0-47)', () => {
    const grid = open('calendar').readGrid();
    expect(grid?.rows.map(({ name, serviceId, capacity, bookings }) => [name, serviceId, capacity?.textContent?.replace(/[()]/gu, ''), bookings.length])).toEqual([
      [licence, 'web5000', '1', 2],
      ['Bureau polyvalent', null, '4', 2],
    ]);
    expect(grid?.reading).toMatchObject({ complete: true, source: 'grid', from: at(24, 8), to: at(24, 17) });
    expect(grid?.reading.bookings[0]).toMatchObject({ ...forum, resource: licence });
    expect(grid?.reading.bookings[1]).toMatchObject(assembly);
    expect(grid?.reading.bookings[3]).toMatchObject(other);
  });

  it('reads every row of the list with its number, hours and status', () => {
    const list = open('list').readList();
    expect(list).toMatchObject({ total: 3, pageSize: 20 });
    expect(list?.reading).toMatchObject({ complete: true, source: 'list' });
    expect(list?.reading.bookings).toMatchObject([{ ...forum, resource: licence, requester: { name: 'Julie Gagnon' } }, assembly, other]);
  });

  it('reads what the form holds', () => {
    expect(open('form').readForm()).toEqual({
      resource: licence, resources: [licence], serviceId: 'web5000', title: 'Forum', freeText: '', number: null,
      start: at(24, 9), end: at(24, 10, 30), requester: 'Julie Tremblay', email: 'julie@exemple.ca',
    });
  });

  it('T6 reads a booking that holds the licence and a room', () => {
    expect(open('detail').readDetail()).toMatchObject({ ...forum, resource: `${licence}, Bureau polyvalent`, requester: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' }, facts: null });
  });
});

/** Addresses of each kind of page, as the stand-in and other portals have them. */
const addresses: Record<PageName, string[]> = {
  calendar: ['/reservations/ressources', '/calendrier?date=2026-11-24', '/#/calendrier'],
  list: ['/reservations/ressources?mode=liste', '/#/liste'],
  form: ['/reservations/nouvelle', '/nouvelle-reservation', '/reservations/104200/modifier'],
  detail: ['/reservations/104200', '/#/r/104200'],
  signIn: ['/connexion', '/login?next=/reservations/nouvelle'],
  other: ['/', '/compte/preferences', '/wiki/Liste', '/ressources/1'],
};

/** What stands in every control of the page, in its frames and shadow roots too. */
const heldBy = (page: Document): unknown[] => deepAll<HTMLInputElement>(page, 'input,textarea,select').map(({ value, checked }) => [value, checked]);

describe.each(allFamilies)('every page function against every other page’s address in the family %s', (family) => {
  it.each(pageNames)('the page %s gives what it shows and takes what is its own: nothing is read and nothing is written elsewhere', (name) => {
    const page = show(markup(`${family}/${name}`));
    for (const path of Object.values(addresses).flat()) {
      const portal = portalOn(page, { url: `https://www.irisreservation.ca${path}` });
      const isKind = [portal.kind() === (name === 'other' ? null : name), portal.readGrid() !== null, portal.readList() !== null, portal.readForm() !== null, portal.readDetail() !== null];
      expect([path, ...isKind]).toEqual([path, true, name === 'calendar', name === 'list', name === 'form', name === 'detail']);
      expect([path, portal.health().length > 0]).toEqual([path, name !== 'other']);
      if (name === 'form') continue;
      const before = heldBy(page);
      for (const field of ['title', 'freeText'] as const) expect([path, field, portal.writeForm(field, 'ÉCRIT')]).toEqual([path, field, { written: false, reason: expect.stringMatching(/missing|several/u) }]);
      expect([path, heldBy(page)]).toEqual([path, before]);
    }
  });

  it('what its form holds is read and written alike under each address', () => {
    const form = portalOn(show(markup(`${family}/form`))).readForm();
    for (const path of Object.values(addresses).flat()) {
      const portal = portalOn(show(markup(`${family}/form`)), { url: `https://www.irisreservation.ca${path}` });
      expect([path, portal.readForm()]).toEqual([path, form]);
      expect([path, portal.writeForm('freeText', 'ÉCRIT'), portal.readForm()?.freeText]).toEqual([path, { written: true }, 'ÉCRIT']);
    }
  });
});

describe.each(allFamilies)('the address never decides in the family %s', (family) => {
  it.each(pageNames)('the page %s is what it shows, under every other page’s address', (page) => {
    const shown = show(markup(`${family}/${page}`));
    const kind = page === 'other' ? null : page;
    for (const path of Object.values(addresses).flat()) expect([path, portalOn(shown, { url: `https://www.irisreservation.ca${path}` }).kind()]).toEqual([path, kind]);
  });
});

describe('what an address says', () => {
  const said = (path: string) => kindsOfAddress(iris, `https://www.irisreservation.ca${path}`);

  it.each(['calendar', 'list', 'form', 'signIn'] as const)('is tried first for %s, and never another kind alone', (page) => {
    for (const path of addresses[page]) expect([path, said(path).includes(page)]).toEqual([path, true]);
  });

  it('is nothing for a booking’s own page, which has no pattern', () => {
    for (const path of addresses.detail) expect([path, said(path)]).toEqual([path, []]);
  });

  it('is nothing for what is no address', () => {
    expect(kindsOfAddress(iris, 'reservations')).toEqual([]);
    expect(pathOf('x')).toBe('');
  });
});

describe('a calendar where no resource was chosen yet', () => {
  /** The classic page without its grid. */
  const withoutGrid = (): string => markup('classic/calendar').replace(/<table class="grille">.*<\/table>/su, '<p class="vide">Aucune ressource sélectionnée.</p>');

  it('S0-37 is a calendar all the same, with « Critères » folded: that is where Annexe 1 starts', () => {
    const portal = portalOn(show(withoutGrid()));
    expect(withoutGrid()).not.toContain('08:00');
    expect(portal.kind()).toBe('calendar');
    expect(portal.readGrid()).toBeNull();
  });

  it('and an empty list with the same title stays a list', () => {
    expect(portalOn(show(markup('classic/list-empty')), { url: 'https://www.irisreservation.ca/reservations/ressources?mode=liste' }).kind()).toBe('list');
  });
});
