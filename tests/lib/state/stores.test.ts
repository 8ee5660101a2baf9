import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../lib/state/lock.ts';
import { isBuiltIn, patternOf, portalOfAddress } from '../../../lib/state/portal-of.ts';
import { emptyLedger, ledgerStore } from '../../../lib/state/ledger-store.ts';
import { readOutbox } from '../../../lib/state/outbox-store.ts';
import { CACHE_HOURS, forgetOld, readingsStore } from '../../../lib/state/readings-store.ts';
import { remember, sightingsStore } from '../../../lib/state/sightings-store.ts';
import { loadTogether, stored } from '../../../lib/state/stored.ts';
import { booking, DAY, entry, facts, HOUR, NOW, portalReading, settings } from '../samples.ts';

beforeEach(resetBrowser);

describe('a stored value', () => {
  const counter = stored<number>('local', 'counter', (raw) => (typeof raw === 'number' ? raw : 0));

  it('is parsed on reading, whatever was stored', async () => {
    await fakeBrowser.storage.local.set({ counter: 'oups' });
    expect(await counter.load()).toBe(0);
  });

  it('loses no change of two that are made at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => counter.update((value) => value + 1)));
    expect(await counter.load()).toBe(20);
  });

  it('tells of its changes, and of no other’s', async () => {
    const heard: number[] = [];
    const stop = counter.watch((value) => heard.push(value));
    await counter.update(() => 3);
    await fakeBrowser.storage.local.set({ other: 1 });
    await fakeBrowser.storage.session.set({ counter: 9 });
    stop();
    await counter.update(() => 4);
    expect(heard).toEqual([3]);
  });
});

it('a lock lets the next in even when the one before failed', async () => {
  const order: string[] = [];
  const failing = withLock('test', async () => {
    order.push('first');
    throw new Error('first');
  });
  const second = withLock('test', async () => void order.push('second'));
  await expect(failing).rejects.toThrow('first');
  await second;
  expect(order).toEqual(['first', 'second']);
});

describe('the queue on the disk', () => {
  it('reads each entry for itself and keeps what it cannot read', () => {
    const good = entry();
    expect(readOutbox({ version: 1, entries: [good, { id: 'broken' }], damaged: ['before'] })).toEqual({ version: 1, entries: [good], damaged: ['before', { id: 'broken' }] });
    expect(readOutbox('oups')).toEqual({ version: 1, entries: [], damaged: ['oups'] });
    expect(readOutbox(undefined)).toEqual({ version: 1, entries: [], damaged: [] });
  });
});

describe('what was read of a portal', () => {
  it('is forgotten after twelve hours', () => {
    const seen = [{ booking: booking(), at: NOW }];
    const details = { 'iris:1': { status: 'pending' as const, at: NOW, facts, requester: null, reason: null } };
    const readings = { iris: portalReading([booking()], { seen, details }) };
    expect(forgetOld(readings, NOW + CACHE_HOURS * HOUR)).toEqual(readings);
    expect(forgetOld(readings, NOW + CACHE_HOURS * HOUR + 1)['iris']).toMatchObject({ state: 'ok', reading: null, seen: [], details: {} });
  });

  it('is not on the disk: it goes with the browser', async () => {
    await readingsStore.update(() => ({ iris: portalReading([booking()]) }));
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('Julie');
    expect(await readingsStore.load()).toEqual({ iris: portalReading([booking()]) });
  });
});

describe('long lists', () => {
  it('G3 are kept in one piece, since the browser hands a thousand objects over slowly', async () => {
    const readings = { iris: portalReading([booking()]) };
    await readingsStore.update(() => readings);
    expect(await fakeBrowser.storage.session.get('readings')).toEqual({ readings: JSON.stringify(readings) });
  });

  it('are read as an older version kept them, and as nothing when they are damaged', async () => {
    const sightings = remember({}, [booking({ status: 'approved' })], NOW);
    await fakeBrowser.storage.local.set({ sightings });
    expect(await sightingsStore.load()).toEqual(sightings);
    await fakeBrowser.storage.local.set({ sightings: '{"iris:' });
    expect(await sightingsStore.load()).toEqual({});
  });

  it('G3 are read together, each with its own default', async () => {
    await ledgerStore.update((ledger) => ({ ...ledger, checked: NOW }));
    const together = await loadTogether({ readings: readingsStore, ledger: ledgerStore, sightings: sightingsStore });
    expect(together).toEqual({ readings: {}, ledger: { ...emptyLedger(), checked: NOW }, sightings: {} });
  });
});

describe('what is remembered between two readings', () => {
  const approved = booking({ status: 'approved' });

  it('is the first sight, and the booking as it was first seen approved', () => {
    const first = remember({}, [approved], NOW);
    const moved = { ...approved, start: approved.start + HOUR, facts: { ...facts, participants: 9 } };
    expect(remember(first, [moved], NOW + DAY)['iris:105163']).toMatchObject({ firstSeen: NOW, approved: { facts, start: approved.start } });
  });

  it('begins anew when a booking goes back to « À approuver »', () => {
    const back = remember(remember({}, [approved], NOW), [booking()], NOW + 1);
    expect(back['iris:105163']?.approved).toBeNull();
  });

  it('waits for the facts when a bare list showed it first (T8)', () => {
    const bare = remember({}, [{ ...approved, facts: null }], NOW);
    expect(remember(bare, [approved], NOW + 1)['iris:105163']?.approved?.facts).toEqual(facts);
  });

  it('G.3 is the same object, which nobody writes, when a reading shows nothing new', () => {
    const first = remember({}, [approved, booking({ number: '8' })], NOW);
    expect(remember(first, [approved, booking({ number: '8' })], NOW + 1)).toBe(first);
    expect(remember(first, [{ ...approved, end: approved.end + 1 }], NOW + 1)['iris:105163']?.end).toBe(approved.end + 1);
    expect(remember(first, [approved], approved.end)).not.toBe(first);
  });

  it('is not shaken by a page that says no status', () => {
    const first = remember({}, [approved], NOW);
    expect(remember(first, [{ ...approved, status: 'unknown' }], NOW + 1)).toEqual(first);
  });

  it('goes once the booking is over, and is never of another resource', () => {
    const first = remember({}, [approved, booking({ number: '8', serviceId: null })], NOW);
    expect(Object.keys(first)).toEqual(['iris:105163']);
    expect(remember(first, [], approved.end)).toEqual({});
  });
});

describe('the portal of an address', () => {
  const portals = [...settings().portals, { id: 'autre', name: 'Autre', origin: 'https://portail.exemple.test:8443', listPath: null, enabled: true }];

  it.each([
    ['https://www.irisreservation.ca/reservations', 'iris'],
    ['https://irisreservation.ca/', 'iris'],
    ['https://mgr.irisreservation.ca/x', 'iris'],
    ['https://wiki.irisreservation.ca/Wiki/index.php', null],
    ['http://www.irisreservation.ca/', null],
    ['https://www.irisreservation.ca.exemple.test/', null],
    ['https://xirisreservation.ca/', null],
    ['https://portail.exemple.test:8443/liste', 'autre'],
    ['https://portail.exemple.test/liste', null],
    ['about:blank', null],
    ['', null],
  ])('%s belongs to %s', (address, id) => {
    expect(portalOfAddress(address, portals)?.id ?? null).toBe(id);
  });

  it('is none while the portal is switched off', () => {
    expect(portalOfAddress('https://www.irisreservation.ca/', portals.map((portal) => ({ ...portal, enabled: false })))).toBeNull();
  });

  it('is asked for without its port, which no permission can name', () => {
    expect(patternOf({ origin: 'https://portail.exemple.test:8443' })).toBe('https://portail.exemple.test/*');
    expect(isBuiltIn('https://www.irisreservation.ca')).toBe(true);
  });
});
