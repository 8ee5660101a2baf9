import { begin, ports, tell, world } from './outbox-support.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { event } from '../../../lib/contract/event.ts';
import { tellDecisions } from '../../../lib/background/decisions.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { ledgerStore, withBooking } from '../../../lib/state/ledger-store.ts';
import { readingsStore, type PortalReading } from '../../../lib/state/readings-store.ts';
import type { Settings } from '../../../lib/state/settings.ts';
import { booking, DAY, HOUR, NOW, ofLedger, portalReading, reading, representative, settings } from '../samples.ts';
import { problem } from './support.ts';

/** The queue's own way to the companion; what it answers is kept as the worker keeps it. */
const portsOf = () => ({
  ...ports(),
  delivered: async (kept: Parameters<ReturnType<typeof ports>['delivered']>[0]) => {
    tell(kept.key);
    await ledgerStore.update((cache) => withBooking(cache, kept));
  },
});

/** @param held what the companion holds · @param shown how the portal's list shows it */
async function look(
  held: Parameters<typeof ofLedger>[0],
  shown: Partial<Booking>,
  { change = {}, more = {}, from = booking() }: { change?: Partial<PortalReading>; more?: Partial<Settings>; from?: Booking } = {},
): Promise<void> {
  await ledgerStore.update(() => ({ bookings: [ofLedger(held, from)], complete: true, at: NOW, checked: NOW, problem: null }));
  await readingsStore.update(() => ({ iris: portalReading([booking({ ...from, facts: null, ...shown })], change) }));
  await tellDecisions(portsOf(), settings(more), await ledgerStore.load());
}

const told = () => [...world.companion.taken.values()].map(({ body }) => event.parse(JSON.parse(body)));

beforeEach(begin);

describe('F11 what the portal has decided on a request that the companion waits for', () => {
  it.each([
    ['rejected', { type: 'booking.rejected' }],
    ['cancelled', { type: 'booking.cancelled', data: { cancellation: 'cancelled' } }],
  ] as const)('is told to it when the list says %s, with the facts that it holds itself', async (status, expected) => {
    await look({}, { status, title: 'Autre titre' });
    expect(told()).toMatchObject([{ ...expected, timestamp: new Date(NOW).toISOString() }]);
    expect(told()[0]?.data.booking).toEqual(ofLedger().booking);
  });

  it('is told once: the companion’s answer is kept at once, and the next look finds nothing to say', async () => {
    await look({}, { status: 'rejected' });
    expect(tell.mock.calls).toEqual([['iris:105163']]);
    expect((await ledgerStore.load()).bookings).toMatchObject([{ key: 'iris:105163', state: 'scheduled' }]);
    await tellDecisions(portsOf(), settings(), await ledgerStore.load());
    expect(world.companion.taken.size).toBe(1);
  });

  it.each<[string, () => Promise<void>]>([
    ['is still to be decided', () => look({}, { status: 'pending' })],
    ['was approved: only a click creates a conference', () => look({}, { status: 'approved' })],
    ['has another number: an older request for the same hours', () => look({}, { status: 'rejected', number: '105000' })],
    ['the companion knows without its number', () => look({}, { status: 'rejected' }, { from: booking({ number: null }) })],
    ['the companion no longer waits for', () => look({ state: 'scheduled' }, { status: 'cancelled' })],
    ['has begun', () => look({}, { status: 'rejected' }, { from: booking({ start: NOW - HOUR, end: NOW + HOUR }) })],
    ['was asked for anew since the list was read', () => look({ updated: new Date(NOW).toISOString() }, { status: 'rejected' })],
    ['the list shows from before it was signed out of', () => look({}, { status: 'rejected' }, { change: { state: 'signedOut' } })],
    ['no list was read for', () => look({}, { status: 'rejected' }, { change: { reading: null, seen: [{ booking: booking({ status: 'rejected' }), at: NOW }] } })],
    ['is of a service whose card is gone', () => look({}, { status: 'rejected' }, { more: { cards: [] } })],
    ['a representative reads of', () => look({}, { status: 'rejected' }, { more: { person: representative } })],
  ])('is not told of a request that %s', async (_what, act) => {
    await act();
    expect(world.companion.requests).toEqual([]);
  });

  it('waits for the next look when the companion cannot take it, and asks no more in this one', async () => {
    world.companion.next = [() => problem(503, 'unavailable')];
    const [one, other] = [booking(), booking({ number: '105164', start: NOW + 4 * DAY, end: NOW + 4 * DAY + HOUR })];
    await ledgerStore.update(() => ({ bookings: [ofLedger({}, one), ofLedger({}, other)], complete: true, at: NOW, checked: NOW, problem: null }));
    await readingsStore.update(() => ({ iris: portalReading([{ ...one, status: 'rejected' }, { ...other, status: 'rejected' }], { reading: reading([{ ...one, status: 'rejected' }, { ...other, status: 'rejected' }]) }) }));
    await tellDecisions(portsOf(), settings(), await ledgerStore.load());
    expect(world.companion.requests).toHaveLength(1);
    await tellDecisions(portsOf(), settings(), await ledgerStore.load());
    expect(told().map(({ data }) => data.booking.number)).toEqual(['105163', '105164']);
  });

  it('is not told while the companion could not be read', async () => {
    await ledgerStore.update(() => ({ bookings: [ofLedger()], complete: true, at: NOW - HOUR, checked: NOW, problem: 'unreachable' }));
    await readingsStore.update(() => ({ iris: portalReading([booking({ status: 'rejected' })]) }));
    await tellDecisions(portsOf(), settings(), await ledgerStore.load());
    expect(world.companion.requests).toEqual([]);
  });
});
