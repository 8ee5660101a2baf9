import '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { fetchList, PAGES_MAXIMUM, TIME_MAXIMUM } from '../../../lib/background/list-fetch.ts';
import { DETAILS_MAXIMUM } from '../../../lib/background/details-fetch.ts';
import { printDetails } from '../../../lib/domain/details.ts';
import { parsePage } from '../../../lib/background/parse-page.ts';
import { profileWith } from '../../../lib/state/profiles-store.ts';
import { facts, HOUR, NOW, settings } from '../samples.ts';
import { html, row, list, detail, read, isDetail, scene, begin, portsAt } from './watch-support.ts';

beforeEach(begin);

describe('a list of several pages', () => {
  const pageOf = (path: string): number => Number(new URL(path, 'https://x.test').searchParams.get('page') ?? 1);
  const ofPages = (last: number) => (path: string) => {
    if (isDetail(path)) return html('', 404);
    const page = pageOf(path);
    const rows = Array.from({ length: 2 }, (_, index) => row(page * 10 + index));
    return html(list(rows, { from: page * 2 - 1, total: last * 2, next: page < last ? `/liste?page=${page + 1}` : '' }));
  };

  const listsAsked = (): string[] => scene.asked.filter((path) => !isDetail(path));

  it('C2 of a year of a busy licence is read to its end', async () => {
    scene.portal = ofPages(60);
    const entry = await read();
    expect(entry?.reading).toMatchObject({ complete: true });
    expect(entry?.reading?.bookings).toHaveLength(120);
  });

  it('C2 is asked for with more rows a page when its own choice offers them, in the address that says how many', async () => {
    const sizes = '<select id="par" name="parPage"><option value="20" selected>20</option><option value="100">100</option><option value="5000">5000</option></select>';
    const sized = (keeps: boolean) => (path: string) => {
      if (isDetail(path)) return html('', 404);
      const query = new URL(path, 'https://x.test').searchParams;
      const [size, page] = [keeps && query.get('parPage') === '100' ? 100 : 20, Number(query.get('page') ?? 1)];
      const numbers = Array.from({ length: 150 }, (_, index) => index + 1).slice((page - 1) * size, page * size);
      const next = page * size < 150 ? `/liste?parPage=${query.get('parPage')}&page=${page + 1}` : '';
      return html(list(numbers.map((number) => row(number)), { from: (page - 1) * size + 1, total: 150, next }).replace(/<select id="par">.*?<\/select>/u, size === 20 ? sizes : sizes.replace(' selected', '').replace('"100"', '"100" selected')));
    };
    const portal = settings().portals.map((one) => ({ ...one, listPath: '/liste?parPage=20' }));
    scene.portal = sized(true);
    expect((await read({ portals: portal }))?.reading).toMatchObject({ complete: true });
    expect(listsAsked()).toEqual(['/liste?parPage=20', '/liste?parPage=100', '/liste?parPage=100&page=2']);
    scene.asked = [];
    scene.portal = sized(false);
    const entry = await read({ portals: portal });
    expect(entry?.reading).toMatchObject({ complete: true });
    expect(entry?.reading?.bookings).toHaveLength(150);
    expect(listsAsked()).toHaveLength(9);
  });

  it('C2 is asked for with more rows a page although the choices say how many by their words alone', async () => {
    const words = '<select id="par" name="parPage"><option selected>20 par page</option><option>100 par page</option></select>';
    scene.portal = (path) => (isDetail(path) ? html('', 404) : html(list([row(1)], { total: 2, next: '/liste?parPage=20&page=2' }).replace(/<select id="par">.*?<\/select>/u, words)));
    await read({ portals: settings().portals.map((one) => ({ ...one, listPath: '/liste?parPage=20' })) });
    expect(listsAsked().slice(0, 2)).toEqual(['/liste?parPage=20', '/liste?parPage=100']);
  });

  it('C2 is « au moins N » when the portal takes too long', async () => {
    scene.portal = ofPages(60);
    let now = NOW;
    const [portal] = settings().portals;
    const slow = { ...portsAt(), profile: profileWith({}, portal!), now: () => (now += TIME_MAXIMUM / 10) };
    const outcome = await fetchList({ ...slow, parse: (request) => Promise.resolve(parsePage({ type: 'offscreen.parse', ...request })) }, portal!, { address: `${portal!.origin}/liste`, kind: 'setting' }, settings());
    expect(outcome).toMatchObject({ state: 'ok', reading: { complete: false } });
    expect(listsAsked().length).toBeGreaterThan(1);
    expect(listsAsked().length).toBeLessThan(12);
  });

  it('is read to its end', async () => {
    scene.portal = ofPages(3);
    const entry = await read();
    expect(entry?.reading).toMatchObject({ complete: true });
    expect(entry?.reading?.bookings).toHaveLength(6);
  });

  it(`is « au moins N » beyond ${PAGES_MAXIMUM} pages`, async () => {
    scene.portal = ofPages(PAGES_MAXIMUM + 4);
    const entry = await read();
    expect(entry?.reading).toMatchObject({ complete: false });
    expect(listsAsked()).toHaveLength(PAGES_MAXIMUM);
  });

  it('is a part when it breaks off', async () => {
    const whole = ofPages(3);
    scene.portal = (path) => (pageOf(path) === 2 ? html('', 500) : whole(path));
    expect((await read())?.reading).toMatchObject({ complete: false });
  });

  it('does not turn in circles, and does not leave the portal', async () => {
    scene.portal = (path) => (isDetail(path) ? html('', 404) : html(list([row(1)], { total: 9, next: path })));
    expect((await read())?.reading?.complete).toBe(false);
    scene.portal = (path) => (isDetail(path) ? html('', 404) : html(list([row(1)], { total: 9, next: 'https://mechant.exemple.test/liste' })));
    expect((await read())?.reading?.complete).toBe(false);
    expect(scene.asked.some((path) => path.includes('mechant'))).toBe(false);
  });
});

describe('T8 the page of a booking', () => {
  const block = printDetails(facts, { establishment: 'CISSS de la Côte-Nord', reason: null });

  it('gives the facts that the list does not show', async () => {
    scene.portal = (path) => (isDetail(path) ? html(detail(104200, block)) : html(list([row(104200)])));
    expect((await read())?.reading?.bookings[0]).toMatchObject({ facts, requester: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' } });
  });

  it('is opened once in half an hour, and again when the status changed', async () => {
    let status = 'À approuver';
    scene.portal = (path) => (isDetail(path) ? html(detail(104200, block, status)) : html(list([row(104200, status)])));
    await read();
    await read({}, NOW + HOUR / 6);
    expect(scene.asked.filter(isDetail)).toHaveLength(1);
    status = 'Approuvée';
    await read({}, NOW + HOUR / 5);
    expect(scene.asked.filter(isDetail)).toHaveLength(2);
    await read({}, NOW + HOUR);
    expect(scene.asked.filter(isDetail)).toHaveLength(3);
  });

  it('is not believed when it shows another booking', async () => {
    scene.portal = (path) => (isDetail(path) ? html(detail(999, block)) : html(list([row(104200)])));
    expect((await read())?.reading?.bookings[0]?.facts).toBeNull();
  });

  it('is not opened for what is over, refused, or of another resource', async () => {
    scene.portal = (path) => (isDetail(path) ? html(detail(1, block)) : html(list([row(1, 'Rejetée'), row(2, 'À approuver', 'Bureau polyvalent'), row(3, 'À approuver', undefined, '2026-11-20')])));
    await read();
    expect(scene.asked.filter(isDetail)).toEqual([]);
  });

  it(`is opened for ${DETAILS_MAXIMUM} bookings at most in one reading`, async () => {
    const rows = Array.from({ length: DETAILS_MAXIMUM + 5 }, (_, index) => row(200 + index));
    scene.portal = (path) => (isDetail(path) ? html(detail(Number(path.split('/').at(-1)), block)) : html(list(rows)));
    await read();
    expect(scene.asked.filter(isDetail)).toHaveLength(DETAILS_MAXIMUM);
    const entry = await read({}, NOW + 60_000);
    expect(entry?.reading?.bookings.every((one) => one.facts !== null)).toBe(true);
  });
});
