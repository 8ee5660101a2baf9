import { fakeBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { candidatesOf } from '../../../lib/background/list-address.ts';
import { parsePage } from '../../../lib/background/parse-page.ts';
import { scheduleWatch, takeOverlayReading, WATCH_ALARM } from '../../../lib/background/watch.ts';
import { oneAfterAnother } from '../../../lib/background/one-after-another.ts';
import { pageReading } from '../../../lib/messages/content.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { addressesStore } from '../../../lib/state/addresses-store.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import { booking, DAY, HOUR, NOW, reading, settings } from '../samples.ts';
import { html, row, list, read, scene, begin } from './watch-support.ts';

beforeEach(begin);

describe('which page is read', () => {
  const [portalSetting] = settings().portals;
  if (portalSetting === undefined) throw new Error('The sample has a portal.');

  it('is the admin’s own path alone, with today’s date in Toronto', () => {
    const late = Date.parse('2026-11-24T03:30:00Z');
    expect(candidatesOf({ ...portalSetting, listPath: '/ma/liste?du={from}&au={to}' }, undefined, late)).toEqual([{ kind: 'setting', address: 'https://www.irisreservation.ca/ma/liste?du=2026-11-23&au=2027-11-23' }]);
  });

  it('else the profile’s guess and the list of a tab, the one that worked last first', () => {
    const reported = 'https://www.irisreservation.ca/liste';
    const kinds = (working: 'guess' | 'reported' | null) => candidatesOf(portalSetting, { reported, working, calendar: null }, NOW).map(({ kind }) => kind);
    expect(candidatesOf(portalSetting, undefined, NOW).map(({ kind }) => kind)).toEqual(['guess']);
    expect(kinds(null)).toEqual(['guess', 'reported']);
    expect(kinds('reported')).toEqual(['reported', 'guess']);
  });

  it('a person’s own list is filtered as they like: its count is « au moins N »', async () => {
    await addressesStore.update(() => ({ iris: { reported: 'https://www.irisreservation.ca/liste', working: null, calendar: null } }));
    scene.portal = (path) => (path === '/liste' ? html(list([row(104200)])) : html('', 404));
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

  it('U15 says where the list is, and where the calendar is, without its filters', async () => {
    await take(booking(), 'grid');
    expect(await addressesStore.load()).toEqual({ iris: { reported: null, working: null, calendar: 'https://www.irisreservation.ca/liste' } });
    await take();
    expect((await addressesStore.load())['iris']).toMatchObject({ reported: 'https://www.irisreservation.ca/liste?page=2', calendar: 'https://www.irisreservation.ca/liste' });
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
    await scheduleWatch(settings(), NOW);
    expect((await fakeBrowser.alarms.get(WATCH_ALARM))?.periodInMinutes).toBe(5);
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    await scheduleWatch(settings(), NOW);
    expect(create).not.toHaveBeenCalled();
    await scheduleWatch(settings({ alerts: { ...settings().alerts, everyMinutes: 2 } }), NOW);
    expect((await fakeBrowser.alarms.get(WATCH_ALARM))?.periodInMinutes).toBe(2);
    await fakeBrowser.alarms.clear(WATCH_ALARM);
    await scheduleWatch(settings(), NOW);
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

  it.each([
    ['ten thousand signs', 'x'.repeat(10_000), 'x'.repeat(10_000)],
    ['right-to-left marks', '\u202eelgnat\u2066 réunion', '\u202eelgnat\u2066 réunion'],
    ['emoji', '👩🏽‍⚕️ Vaccination 💉 1️⃣', '👩🏽‍⚕️ Vaccination 💉 1️⃣'],
    ['a script as text', '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;', '<script>alert(1)</script> &amp;'],
  ])('D takes a title of %s as the text that it is', (_what, markup, title) => {
    const parsed = parse(list([row(1).replace('Rencontre 1', markup), row(2)]));
    expect(parsed).toMatchObject({ kind: 'list', reading: { complete: true, bookings: [{ title }, { number: '2' }] } });
  });

  it('a title of a megabyte is cut, and costs no other booking its place', () => {
    const parsed = parse(list([row(1).replace('Rencontre 1', 'x'.repeat(1_000_000)), row(2)]));
    expect(parsed).toMatchObject({ kind: 'list', reading: { bookings: [{ number: '1' }, { number: '2' }] } });
  });

  it('a booking that cannot be one is left out: the others stay, as « at least »', () => {
    const found = pageReading.parse(reading([booking({ establishment: 'x'.repeat(301) }), booking({ number: '2' })]));
    expect(found).toMatchObject({ complete: false, bookings: [{ number: '2' }] });
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
