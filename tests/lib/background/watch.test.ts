import { fakeBrowser, resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { candidatesOf } from '../../../lib/background/list-address.ts';
import { PAGES_MAXIMUM } from '../../../lib/background/list-fetch.ts';
import { parsePage } from '../../../lib/background/parse-page.ts';
import { DETAILS_MAXIMUM } from '../../../lib/background/details-fetch.ts';
import { readPortals, scheduleWatch, takeOverlayReading, WATCH_ALARM } from '../../../lib/background/watch.ts';
import { oneAfterAnother } from '../../../lib/background/one-after-another.ts';
import { printDetails } from '../../../lib/domain/details.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { addressesStore } from '../../../lib/state/addresses-store.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import { sightingsStore } from '../../../lib/state/sightings-store.ts';
import type { Settings } from '../../../lib/state/settings.ts';
import { markup } from '../portal/pages.ts';
import { booking, DAY, facts, HOUR, NOW, reading, representative, settings } from '../samples.ts';

type Answer = () => Response | Promise<Response>;

const html = (text: string, status = 200): Answer => () => new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
/** As `fetch` answers after a redirection. */
const redirected = (to: string, text: string): Answer => () => Object.defineProperty(html(text)() as Response, 'url', { value: to });

const row = (number: number, status = 'À approuver', resource = 'Licence ZOOM Web 5000 participants', day = '2026-11-26') =>
  `<tr><td><a href="/reservations/${number}">${number}</a></td><td>${resource}</td><td>Rencontre ${number}</td><td>CISSS de la Côte-Nord</td><td>Julie Gagnon</td><td>${day} 09:00</td><td>${day} 10:00</td><td>${status}</td></tr>`;
const list = (rows: string[], { from = 1, total = rows.length, next = '' } = {}) => `<!doctype html><html lang="fr"><body><h1>Mes réservations de ressource</h1>
<label for="par">Réservations par page</label><select id="par"><option selected>20</option></select>
<table><thead><tr>${['Numéro', 'Ressource', 'Titre', 'Établissement', 'Demandeur', 'Début', 'Fin', 'Statut'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
<div>Mes réservations : ${from} à ${from + rows.length - 1} sur ${total}</div>${next === '' ? '' : `<a href="${next}">Suivant</a>`}</body></html>`;
const detail = (number: number, comments: string, status = 'À approuver') => `<!doctype html><html lang="fr"><body><h1>Réservation n° ${number}</h1><table>
<tr><td>Numéro</td><td>${number}</td></tr><tr><td>Statut</td><td>${status}</td></tr><tr><td>Ressource(s)</td><td>Licence ZOOM Web 5000 participants</td></tr>
<tr><td>Titre de la rencontre</td><td>Rencontre ${number}</td></tr><tr><td>Établissement</td><td>CISSS de la Côte-Nord</td></tr><tr><td>Demandeur</td><td>Julie Gagnon</td></tr>
<tr><td>Courriel</td><td>julie.gagnon@exemple.test</td></tr><tr><td>Début</td><td>2026-11-26 09:00</td></tr><tr><td>Fin</td><td>2026-11-26 10:00</td></tr>
<tr><td>Commentaires</td><td>${comments.replaceAll('\n', '<br>')}</td></tr></table></body></html>`;

let asked: string[];
let portal: (path: string) => Answer;

const ports = (now = NOW) => ({
  now: () => now,
  fetch: ((input: string) => {
    const url = new URL(input);
    asked.push(url.pathname + url.search);
    return Promise.resolve().then(portal(url.pathname + url.search));
  }) as unknown as typeof fetch,
});
const read = async (change: Partial<Settings> = {}, now = NOW) => {
  await readPortals(ports(now), settings(change));
  return (await readingsStore.load())['iris'];
};
const isDetail = (path: string): boolean => /^\/reservations\/\d+$/u.test(path);

beforeEach(() => {
  resetBrowser();
  asked = [];
  portal = () => html(list([row(104200)]));
});

describe('reading a portal by the clock', () => {
  it('finds the requests without a tab, with the session’s cookie', async () => {
    const entry = await read();
    expect(entry).toMatchObject({ state: 'ok', checked: NOW, reading: { complete: true, bookings: [{ number: '104200', status: 'pending', serviceId: 'web5000', establishmentId: 'cisss-cote-nord' }] } });
  });

  it('S0-47 keeps no booking of another resource', async () => {
    portal = () => html(list([row(1, 'À approuver', 'Bureau polyvalent'), row(2)]));
    expect((await read())?.reading?.bookings.map(({ number }) => number)).toEqual(['2']);
  });

  it('is for those who approve: a representative’s worker asks nothing', async () => {
    expect(await read({ person: representative })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('asks nothing of a portal that is switched off, or whose permission is not held', async () => {
    await read({ portals: settings().portals.map((one) => ({ ...one, enabled: false })) });
    state.granted.clear();
    await read();
    expect(asked).toEqual([]);
  });

  it('remembers since when a request is known (F11)', async () => {
    await read();
    await read({}, NOW + HOUR);
    expect((await sightingsStore.load())['iris:104200']?.firstSeen).toBe(NOW);
  });
});

describe('B.2 what is not surely a list is never zero', () => {
  const lost: [string, Answer, string][] = [
    ['the sign-in page, in place of the list', html(markup('classic/signIn')), 'signedOut'],
    ['the sign-in page, after a redirection', redirected('https://www.irisreservation.ca/connexion', markup('classic/signIn')), 'signedOut'],
    ['a single sign-on of another host', redirected('https://connexion.exemple.test/', '<h1>Bonjour</h1>'), 'signedOut'],
    ['401', html('', 401), 'signedOut'],
    ['403', html('', 403), 'signedOut'],
    ['500', html('<h1>Erreur</h1>', 500), 'unreachable'],
    ['429', html('', 429), 'unreachable'],
    ['a broken line', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
    ['404', html('<h1>Introuvable</h1>', 404), 'notUnderstood'],
    ['JSON', () => Response.json({ erreur: 'session' }), 'notUnderstood'],
    ['another page of the portal', html(markup('classic/other')), 'notUnderstood'],
    ['the calendar', html(markup('classic/calendar')), 'notUnderstood'],
    ['a list without a row and without the words that it is empty', html(list([])), 'notUnderstood'],
    ['nothing', html(''), 'notUnderstood'],
    ['a page of 6 MB', html('x'.repeat(6_000_000)), 'notUnderstood'],
    ['an empty page that a script fills', html('<html><body><noscript>JavaScript requis.</noscript><div id="root"></div><script src="/a.js"></script></body></html>'), 'needsTab'],
  ];

  it.each(lost)('%s', async (_what, answer, expected) => {
    portal = () => answer;
    const entry = await read();
    expect(entry).toMatchObject({ state: expected, reading: null });
  });

  it('a list that says that it is empty is zero', async () => {
    portal = () => html(markup('classic/list-empty'));
    expect(await read()).toMatchObject({ state: 'ok', reading: { bookings: [], complete: true } });
  });

  it('C.2 a signed-out portal takes the cached names with it', async () => {
    await read();
    portal = () => html(markup('classic/signIn'));
    expect(await read()).toMatchObject({ state: 'signedOut', reading: null, seen: [], details: {} });
  });

  it('a portal out of reach leaves what was read, with its hour', async () => {
    await read();
    portal = () => html('', 502);
    expect(await read({}, NOW + HOUR)).toMatchObject({ state: 'unreachable', checked: NOW + HOUR, reading: { at: NOW } });
  });

  it('a signed-out portal is asked once a reading, and no more', async () => {
    await addressesStore.update(() => ({ iris: { reported: 'https://www.irisreservation.ca/autre', working: null } }));
    portal = () => html(markup('classic/signIn'));
    await read();
    expect(asked).toHaveLength(1);
  });
});

describe('a list of several pages', () => {
  const pageOf = (path: string): number => Number(new URL(path, 'https://x.test').searchParams.get('page') ?? 1);
  const ofPages = (last: number) => (path: string) => {
    if (isDetail(path)) return html('', 404);
    const page = pageOf(path);
    const rows = Array.from({ length: 2 }, (_, index) => row(page * 10 + index));
    return html(list(rows, { from: page * 2 - 1, total: last * 2, next: page < last ? `/liste?page=${page + 1}` : '' }));
  };

  it('is read to its end', async () => {
    portal = ofPages(3);
    const entry = await read();
    expect(entry?.reading).toMatchObject({ complete: true });
    expect(entry?.reading?.bookings).toHaveLength(6);
  });

  it(`is « au moins N » beyond ${PAGES_MAXIMUM} pages`, async () => {
    portal = ofPages(9);
    const entry = await read();
    expect(entry?.reading).toMatchObject({ complete: false });
    expect(asked.filter((path) => !isDetail(path))).toHaveLength(PAGES_MAXIMUM);
  });

  it('is a part when it breaks off', async () => {
    const whole = ofPages(3);
    portal = (path) => (pageOf(path) === 2 ? html('', 500) : whole(path));
    expect((await read())?.reading).toMatchObject({ complete: false });
  });

  it('does not turn in circles, and does not leave the portal', async () => {
    portal = (path) => (isDetail(path) ? html('', 404) : html(list([row(1)], { total: 9, next: path })));
    expect((await read())?.reading?.complete).toBe(false);
    portal = (path) => (isDetail(path) ? html('', 404) : html(list([row(1)], { total: 9, next: 'https://mechant.exemple.test/liste' })));
    expect((await read())?.reading?.complete).toBe(false);
    expect(asked.some((path) => path.includes('mechant'))).toBe(false);
  });
});

describe('T8 the page of a booking', () => {
  const block = printDetails(facts, { establishment: 'CISSS de la Côte-Nord', reason: null });

  it('gives the facts that the list does not show', async () => {
    portal = (path) => (isDetail(path) ? html(detail(104200, block)) : html(list([row(104200)])));
    expect((await read())?.reading?.bookings[0]).toMatchObject({ facts, requester: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' } });
  });

  it('is opened once in half an hour, and again when the status changed', async () => {
    let status = 'À approuver';
    portal = (path) => (isDetail(path) ? html(detail(104200, block, status)) : html(list([row(104200, status)])));
    await read();
    await read({}, NOW + HOUR / 6);
    expect(asked.filter(isDetail)).toHaveLength(1);
    status = 'Approuvée';
    await read({}, NOW + HOUR / 5);
    expect(asked.filter(isDetail)).toHaveLength(2);
    await read({}, NOW + HOUR);
    expect(asked.filter(isDetail)).toHaveLength(3);
  });

  it('is not believed when it shows another booking', async () => {
    portal = (path) => (isDetail(path) ? html(detail(999, block)) : html(list([row(104200)])));
    expect((await read())?.reading?.bookings[0]?.facts).toBeNull();
  });

  it('is not opened for what is over, refused, or of another resource', async () => {
    portal = (path) => (isDetail(path) ? html(detail(1, block)) : html(list([row(1, 'Rejetée'), row(2, 'À approuver', 'Bureau polyvalent'), row(3, 'À approuver', undefined, '2026-11-20')])));
    await read();
    expect(asked.filter(isDetail)).toEqual([]);
  });

  it(`is opened for ${DETAILS_MAXIMUM} bookings at most in one reading`, async () => {
    const rows = Array.from({ length: DETAILS_MAXIMUM + 5 }, (_, index) => row(200 + index));
    portal = (path) => (isDetail(path) ? html(detail(Number(path.split('/').at(-1)), block)) : html(list(rows)));
    await read();
    expect(asked.filter(isDetail)).toHaveLength(DETAILS_MAXIMUM);
    const entry = await read({}, NOW + 60_000);
    expect(entry?.reading?.bookings.every((one) => one.facts !== null)).toBe(true);
  });
});

describe('which page is read', () => {
  const [portalSetting] = settings().portals;
  if (portalSetting === undefined) throw new Error('The sample has a portal.');

  it('is the admin’s own path alone, with today’s date in Toronto', () => {
    const late = Date.parse('2026-11-24T03:30:00Z');
    expect(candidatesOf({ ...portalSetting, listPath: '/ma/liste?du={from}&au={to}' }, undefined, late)).toEqual([{ kind: 'setting', address: 'https://www.irisreservation.ca/ma/liste?du=2026-11-23&au=2027-11-23' }]);
  });

  it('else the profile’s guess and the list of a tab, the one that worked last first', () => {
    const reported = 'https://www.irisreservation.ca/liste';
    const kinds = (working: 'guess' | 'reported' | null) => candidatesOf(portalSetting, { reported, working }, NOW).map(({ kind }) => kind);
    expect(candidatesOf(portalSetting, undefined, NOW).map(({ kind }) => kind)).toEqual(['guess']);
    expect(kinds(null)).toEqual(['guess', 'reported']);
    expect(kinds('reported')).toEqual(['reported', 'guess']);
  });

  it('a person’s own list is filtered as they like: its count is « au moins N »', async () => {
    await addressesStore.update(() => ({ iris: { reported: 'https://www.irisreservation.ca/liste', working: null } }));
    portal = (path) => (path === '/liste' ? html(list([row(104200)])) : html('', 404));
    expect((await read())?.reading?.complete).toBe(false);
    expect((await addressesStore.load())['iris']?.working).toBe('reported');
  });
});

describe('what a tab of the portal shows', () => {
  const take = (shown = booking(), source: 'list' | 'grid' = 'list', at = NOW) =>
    takeOverlayReading(reading([shown], { source, at }), settings().portals[0]!, 'https://www.irisreservation.ca/liste?page=2', settings(), NOW);

  it('is kept under the sender’s portal, whatever it says', async () => {
    await take(booking({ portal: 'un-autre' }));
    expect((await readingsStore.load())['iris']?.seen).toMatchObject([{ booking: { portal: 'iris', number: '105163' }, at: NOW }]);
  });

  it('says where the list is', async () => {
    await take(booking(), 'grid');
    expect(await addressesStore.load()).toEqual({});
    await take();
    expect((await addressesStore.load())['iris']?.reported).toBe('https://www.irisreservation.ca/liste?page=2');
  });

  it('is dropped when it is of no service of ours, and is never from the future', async () => {
    await take(booking({ serviceId: 'inconnu' }));
    await take(booking({ serviceId: null }));
    expect((await readingsStore.load())['iris']?.seen).toEqual([]);
    await take(booking(), 'list', NOW + DAY);
    expect((await readingsStore.load())['iris']?.seen[0]?.at).toBe(NOW);
  });

  it('is bounded, the newest kept', async () => {
    const many = Array.from({ length: 700 }, (_, index) => booking({ number: String(index) }));
    await takeOverlayReading(reading(many), settings().portals[0]!, 'https://www.irisreservation.ca/', settings(), NOW);
    const seen = (await readingsStore.load())['iris']?.seen ?? [];
    expect(seen).toHaveLength(500);
    expect(seen.at(-1)?.booking.number).toBe('699');
  });

  it('gives way to a complete reading that is newer', async () => {
    await take();
    await read({}, NOW + HOUR);
    expect((await readingsStore.load())['iris']).toMatchObject({ seen: [] });
  });
});

describe('the alarm', () => {
  it('is set from the settings, left alone when it is right, and set again when a browser lost it', async () => {
    await scheduleWatch(settings());
    expect((await fakeBrowser.alarms.get(WATCH_ALARM))?.periodInMinutes).toBe(5);
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    await scheduleWatch(settings());
    expect(create).not.toHaveBeenCalled();
    await scheduleWatch(settings({ alerts: { everyMinutes: 2 } }));
    expect((await fakeBrowser.alarms.get(WATCH_ALARM))?.periodInMinutes).toBe(2);
    await fakeBrowser.alarms.clear(WATCH_ALARM);
    await scheduleWatch(settings());
    expect((await fakeBrowser.alarms.get(WATCH_ALARM))?.periodInMinutes).toBe(5);
    create.mockRestore();
  });
});

describe('C.2 a page full of traps', () => {
  const parse = (text: string) => parsePage({ type: 'offscreen.parse', html: text, address: 'https://www.irisreservation.ca/liste', portal: 'iris', profile: iris, cards: settings().cards, roster: settings().roster, now: NOW });

  it('is text: nothing of it runs, and a link of a script leads nowhere', () => {
    const trap = '<img src=x onerror="globalThis.trapped = true"><script>globalThis.trapped = true</script>';
    const parsed = parse(list([row(1).replace('Rencontre 1', trap).replace('/reservations/1', 'javascript:globalThis.trapped=true')], { total: 3, next: 'javascript:globalThis.trapped=true' }));
    expect(parsed).toMatchObject({ kind: 'list', next: null, reading: { bookings: [{ page: null }] } });
    expect('trapped' in globalThis).toBe(false);
  });
});

it('many who ask at once are answered by two runs', async () => {
  let runs = 0;
  const work = oneAfterAnother(async () => {
    runs += 1;
    await Promise.resolve();
  });
  await Promise.all([work(), work(), work(), work()]);
  expect(runs).toBe(2);
  await work();
  expect(runs).toBe(3);
});
