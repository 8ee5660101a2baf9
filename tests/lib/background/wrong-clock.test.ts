/** R6: a post whose clock is off by an hour or a day, once the companion has said so: the day, the alerts and the icon are right all the same. */
import { resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { alertsOf } from '../../../lib/background/alerts.ts';
import { badgeOf } from '../../../lib/background/badge.ts';
import { requestBooking } from '../../../lib/background/saved.ts';
import { cancelBooking, sendBookings } from '../../../lib/background/send.ts';
import { purge } from '../../../lib/background/purge.ts';
import { tellNews } from '../../../lib/background/notify.ts';
import { situationOf } from '../../../lib/background/situation.ts';
import type { Booking, Instant } from '../../../lib/domain/booking.ts';
import { warningTime } from '../../../lib/domain/answer-time.ts';
import { defaultNotifications } from '../../../lib/state/alert-settings.ts';
import { clockOffsetStore } from '../../../lib/state/clock-store.ts';
import { popupModel } from '../../../lib/state/model.ts';
import { eventOf, outboxStore } from '../../../lib/state/outbox-store.ts';
import { sightingsStore } from '../../../lib/state/sightings-store.ts';
import type { Sources } from '../../../lib/state/view.ts';
import { booking, DAY, entry, HOUR, NOW, ofLedger, portalReading, reading, representative, settings, sources } from '../samples.ts';

/** How far this post's clock is ahead. */
const wrong = [['an hour ahead', HOUR], ['an hour behind', -HOUR], ['a day ahead', DAY], ['a day behind', -DAY], ['right', 0]] as const;

/** What the post knows when it is `at` in truth: what it read was written down by its own clock, just now. */
const knownAt = (at: Instant, ahead: number, bookings: Booking[], change: Partial<Sources> = {}): Sources => {
  const written = at + ahead;
  const read = portalReading(bookings, { checked: written, reading: reading(bookings, { at: written }) });
  return sources({ now: written, clockOffset: -ahead, readings: { iris: read }, ...change });
};
const model = (from: Sources) => popupModel({ ...from, health: {}, key: null, language: 'fr' });
const badge = (from: Sources) => badgeOf(situationOf(from, {}), from.now, 'fr');
const approved = (start: Instant, change: Partial<Booking> = {}) => booking({ status: 'approved', start, end: start + HOUR, ...change });

beforeEach(() => resetBrowser());

describe.each(wrong)('R6 a clock that is %s', (_how, ahead) => {
  it('F06 « today » is Toronto’s day, to its last and from its first minute', () => {
    const days = (at: string) => model(knownAt(Date.parse(at), ahead, [approved(Date.parse('2026-11-24T15:00:00Z'))])).today.length;
    // 23:59 the day before, then 00:01, 23:59 and 00:01 of the day after, in Toronto.
    expect(['2026-11-24T04:59:00Z', '2026-11-24T05:01:00Z', '2026-11-25T04:59:00Z', '2026-11-25T05:01:00Z'].map(days)).toEqual([0, 1, 1, 0]);
  });

  it('what is over is over when it is, and not before: to create, planned, past, and who holds the licence', () => {
    const held = approved(NOW, { number: '1' });
    const at = (minutes: number) => model(knownAt(NOW + minutes * 60_000, ahead, [held]));
    expect([at(-1), at(59), at(61)].map(({ toCreate, past }) => [toCreate.length, past.length])).toEqual([[1, 0], [1, 0], [0, 1]]);
    expect([at(-1), at(30), at(61)].map(({ licences }) => licences[0]?.holders.length ?? 0)).toEqual([0, 1, 0]);
  });

  it('U10 the icon counts what waits, is not « too long ago » of what it has just read, and turns amber after two working days, no sooner', () => {
    const since = NOW - 10 * DAY;
    const asked = ofLedger({ state: 'requested', steps: [{ what: 'requested', at: new Date(since).toISOString(), detail: null }] });
    const far = booking({ start: NOW + 20 * DAY, end: NOW + 20 * DAY + HOUR });
    const at = (instant: Instant) => badge(knownAt(instant, ahead, [far], {
      ledger: { bookings: [asked], complete: true, at: instant + ahead, checked: instant + ahead, problem: null },
    }));
    expect([at(NOW).text, at(NOW).title.includes('trop longtemps')]).toEqual(['1', false]);
    expect(at(NOW).title.includes('Horloge de ce poste')).toBe(ahead !== 0);
  });

  it('F11 an own request that nobody answered is said three working days before, to the minute', () => {
    const own = booking({ start: NOW + 14 * DAY, end: NOW + 14 * DAY + HOUR });
    const due = warningTime(own.start);
    const at = (instant: Instant) => knownAt(instant, ahead, [own], { settings: settings({ person: representative }) });
    expect([due - 60_000, due + 60_000].map((instant) => [alertsOf(at(instant), []).length, badge(at(instant)).text])).toEqual([[0, ''], [1, '1']]);
  });

  it('U9 quiet hours are those of Toronto: nothing is shown before they end', async () => {
    state.granted.add('notifications');
    const quiet = settings({ alerts: { everyMinutes: 5, notifications: { ...defaultNotifications(), on: true, quietFrom: '17:00', quietTo: '08:00' } } });
    // 07:30, then 08:30 in Toronto.
    for (const [at, count] of [['2026-11-24T12:30:00Z', 0], ['2026-11-24T13:30:00Z', 1]] as const) {
      if (count === 0) await tellNews(knownAt(Date.parse(at) - HOUR, ahead, [], { settings: quiet }), true, 'fr');
      await tellNews(knownAt(Date.parse(at), ahead, [booking()], { settings: quiet }), true, 'fr');
      expect(state.notifications).toHaveLength(count);
    }
  });

  it('U24 what serves until a meeting’s end is not erased before it, and is after it', async () => {
    await clockOffsetStore.update(() => -ahead);
    const sighting = { approved: null, firstSeen: NOW, end: NOW + 60_000 };
    await sightingsStore.update(() => ({ 'iris:1': sighting }));
    await purge(NOW + ahead);
    expect(Object.keys(await sightingsStore.load())).toEqual(['iris:1']);
    await purge(NOW + 120_000 + ahead);
    expect(Object.keys(await sightingsStore.load())).toEqual([]);
  });

  it('Z72 what is asked for, created and cancelled bears the companion’s hour: it tells which of two decisions was the last', async () => {
    await clockOffsetStore.update(() => -ahead);
    const asked = approved(NOW + DAY, { number: '1' });
    const granted = approved(NOW + 2 * DAY, { number: '2' });
    const held = approved(NOW + 3 * DAY, { number: '3' });
    const known = ofLedger({ state: 'scheduled' }, held);
    const from = knownAt(NOW, ahead, [granted, held], { ledger: { bookings: [known], complete: true, at: NOW + ahead, checked: NOW + ahead, problem: null } });
    await requestBooking(asked, settings({ person: representative }), 'fr-CA', NOW + ahead);
    await sendBookings(['iris:2'], from);
    await cancelBooking(known.key, 'cancelled', from);
    const events = (await outboxStore.load()).entries.map((one) => eventOf(one));
    expect(events.map((one) => [one?.type, one?.timestamp])).toEqual(['booking.requested', 'booking.approved', 'booking.cancelled'].map((type) => [type, new Date(NOW).toISOString()]));
  });

  it('U5 a click is taken back by this post’s own clock: what it wrote down itself never leaps', () => {
    const { postNow } = model(knownAt(NOW, ahead, [], { outbox: { version: 1, entries: [entry({ notBefore: NOW + ahead + 8_000 })], damaged: [] } }));
    expect(postNow).toBe(NOW + ahead);
  });
});

it('R6 a difference that nobody notices moves nothing', () => {
  const from = sources({ now: NOW, clockOffset: 4 * 60_000 });
  expect([model(from).now, model(from).clockAhead]).toEqual([NOW, null]);
});
