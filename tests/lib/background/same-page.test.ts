import '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parsePage } from '../../../lib/background/parse-page.ts';
import type { ParsePage } from '../../../lib/background/parser.ts';
import { profileOf } from '../../../lib/background/profiles.ts';
import { parserOf } from '../../../lib/background/same-page.ts';
import { readingsStore, type LastPage } from '../../../lib/state/readings-store.ts';
import { DAY, HOUR, NOW, settings } from '../samples.ts';
import { begin, html, isDetail, list, read, row, scene } from './watch-support.ts';

beforeEach(begin);

const parse = vi.fn<ParsePage>((request) => Promise.resolve(parsePage({ type: 'offscreen.parse', ...request })));
const [portal] = settings().portals;

/** One reading of one page, after another. @returns what is remembered, and how often the page was read */
async function readPage(text: string, last?: LastPage, now = NOW) {
  parse.mockClear();
  const { cards, roster } = settings();
  const remembering = parserOf(parse, last);
  const page = await remembering.parse({ html: text, address: `${portal?.origin}/liste`, portal: 'iris', profile: await profileOf(portal!), cards, roster, now });
  return { page, last: remembering.page(), times: parse.mock.calls.length };
}

describe('a list that is the same as at the last reading', () => {
  const text = list([row(104200), row(104201)]);

  it('G3 is not read again, and its reading is of now', async () => {
    const first = await readPage(text);
    const second = await readPage(text, first.last, NOW + HOUR);
    expect([first.times, second.times]).toEqual([1, 0]);
    expect(second.page).toEqual({ ...first.page, reading: { ...(first.page.kind === 'list' ? first.page.reading : {}), at: NOW + HOUR } });
    expect(second.last?.digest).toBe(first.last?.digest);
  });

  it('G3 is the same with another one-time mark and another hidden field, and no word of a booking hides a row', async () => {
    const marked = (mark: string, rows: string[]) => `${list(rows)}<script nonce="${mark}">1</script><input type="hidden" name="jeton" value="${mark}">`;
    const { last } = await readPage(marked('a+/=', [row(1)]));
    expect((await readPage(marked('b2_-', [row(1)]), last)).times).toBe(0);
    const evil = row(1).replace('Rencontre 1', '<b title="<input type=hidden nonce=">x</b>');
    const before = await readPage(marked('a', [evil, row(2)]));
    expect((await readPage(marked('a', [evil, row(2, 'Approuvée')]), before.last)).times).toBe(1);
  });

  it('is read when one sign of it is another, and on another day, whose dates without a year may be others', async () => {
    const { last } = await readPage(text);
    expect((await readPage(list([row(104200), row(104201, 'Approuvée')]), last)).times).toBe(1);
    expect((await readPage(text, last, NOW + DAY)).times).toBe(1);
  });

  it('is read when what is remembered of it is damaged', async () => {
    const { last } = await readPage(text);
    expect((await readPage(text, { digest: last?.digest ?? '', page: { kind: 'list' } })).times).toBe(1);
  });

  it('is not remembered when it is one page of several, nor a page that is no list', async () => {
    expect((await readPage(list([row(1)], { total: 2, next: '/liste?page=2' }))).last).toBeUndefined();
    expect((await readPage('<!doctype html><p>Bienvenue</p>')).last).toBeUndefined();
  });

  it('C2 advances the hour of the last reading in the store all the same', async () => {
    scene.portal = (path) => (isDetail(path) ? html('', 404) : html(text));
    const first = await read();
    const second = await read({}, NOW + HOUR);
    expect(second).toMatchObject({ state: 'ok', checked: NOW + HOUR, reading: { at: NOW + HOUR, bookings: first?.reading?.bookings } });
  });

  it('C2 is forgotten with the rest when the portal shows its sign-in page', async () => {
    await read();
    expect((await readingsStore.load())['iris']?.page).toBeDefined();
    scene.portal = () => html('<!doctype html><form><label>Mot de passe <input type="password"></label><button>Connexion</button></form>');
    expect(await read({}, NOW + HOUR)).toMatchObject({ state: 'signedOut', reading: null });
    expect((await readingsStore.load())['iris']?.page).toBeUndefined();
  });
});
