import '../browser.ts';
import { describe, expect, it } from 'vitest';
import { factsOf, merge, overlayReadings } from '../../../lib/state/merge.ts';
import { booking, DAY, facts, HOUR, NOW, ofLedger, portalReading, reading } from '../samples.ts';
import type { Event } from '../../../lib/contract/event.ts';

const bare = booking({ facts: null });

describe('the reason of a booking', () => {
  it('E-3 comes from the portal, else from the companion, else from what is on its way', () => {
    const told = ofLedger({ reason: 'Séance ouverte au public' });
    const reasonOf = (...given: Parameters<typeof merge>) => merge(...given)[0]?.booking.reason;
    expect(reasonOf({}, [told])).toBe('Séance ouverte au public');
    expect(reasonOf({ iris: portalReading([booking()]) }, [told])).toBe('Séance ouverte au public');
    expect(reasonOf({ iris: portalReading([booking({ reason: 'Assemblée' })]) }, [told])).toBe('Assemblée');
    expect(reasonOf({ iris: portalReading([booking()]) }, [ofLedger()])).toBeNull();
  });
});

describe('merging the portal, the companion and the queue', () => {
  it('gives one booking for what the portal and the companion both know', () => {
    const [only, ...others] = merge({ iris: portalReading([bare]) }, [ofLedger()]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ key: 'iris:105163', inPortal: true, portalFacts: null, booking: { facts, status: 'pending' } });
  });

  it('lets the portal’s status win, always', () => {
    const [approved] = merge({ iris: portalReading([booking({ status: 'approved' })]) }, [ofLedger({ state: 'requested' })]);
    const [cancelled] = merge({ iris: portalReading([booking({ status: 'cancelled' })]) }, [ofLedger({ state: 'scheduled' })]);
    expect(approved?.booking.status).toBe('approved');
    expect(cancelled?.booking.status).toBe('cancelled');
  });

  it('joins a booking that was sent before its number was known', () => {
    const sent = ofLedger({}, booking({ number: null, page: null }));
    const merged = merge({ iris: portalReading([bare]) }, [sent]);
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ key: 'iris:105163', booking: { number: '105163', facts } });
  });

  it('T8 takes the facts that a list does not show from the companion', () => {
    const [only] = merge({ iris: portalReading([booking({ facts: null, title: null, requester: null, establishment: null })]) }, [ofLedger()]);
    expect(only?.booking).toMatchObject({ facts, requester: { name: 'Julie Gagnon' }, establishment: 'CISSS de la Côte-Nord' });
  });

  it('S0-47 leaves out resources that are no service of ours', () => {
    expect(merge({ iris: portalReading([booking({ serviceId: null, resource: 'Bureau polyvalent', number: '7' })]) }, [])).toEqual([]);
  });

  it('shows what only the companion knows, as asked for', () => {
    const [only] = merge({ iris: portalReading([]) }, [ofLedger()]);
    expect(only).toMatchObject({ inPortal: false, booking: { status: 'pending' } });
  });

  it('forgets a request that a complete reading of its day no longer shows', () => {
    const covering = portalReading([], { reading: reading([], { from: NOW, to: NOW + 30 * DAY }) });
    expect(merge({ iris: covering }, [ofLedger()])).toEqual([]);
  });

  it.each([
    ['is only a part', { complete: false, from: NOW, to: NOW + 30 * DAY }],
    ['covers other days', { from: NOW + 5 * DAY, to: NOW + 30 * DAY }],
    ['is older than the request', { from: NOW, to: NOW + 30 * DAY, at: NOW - 2 * HOUR }],
    ['does not say what it covers', {}],
  ])('keeps the request when the reading %s', (_why, change) => {
    expect(merge({ iris: portalReading([], { reading: reading([], change) }) }, [ofLedger()])).toHaveLength(1);
  });

  it('takes over what a tab has shown since, and nothing older', () => {
    const seen = [{ booking: booking({ status: 'approved', facts: null }), at: NOW + HOUR }];
    const [newer] = merge({ iris: portalReading([booking()], { seen }) }, []);
    expect(newer?.booking).toMatchObject({ status: 'approved', facts });
    const [older] = merge({ iris: portalReading([booking()], { seen: seen.map((sight) => ({ ...sight, at: NOW - HOUR })) }) }, []);
    expect(older?.booking.status).toBe('pending');
  });

  it('does not let a tab that says no status take one away', () => {
    const seen = [{ booking: booking({ status: 'unknown' }), at: NOW + HOUR }];
    expect(merge({ iris: portalReading([booking()], { seen }) }, [])[0]?.booking.status).toBe('pending');
  });

  it('shows a request that still waits in the queue', () => {
    const { booking: data } = ofLedger();
    const queued = [{ type: 'booking.requested', timestamp: data.start, data: { booking: data, service: { id: 'web5000' } } } as unknown as Event];
    expect(merge({}, [], queued)).toMatchObject([{ ledger: null, inPortal: false, booking: { facts: factsOf(data), status: 'pending' } }]);
    expect(merge({ iris: portalReading([bare]) }, [], queued)).toHaveLength(1);
  });

  it('tells an overlay its own portal’s bookings, the companion’s as a part', () => {
    const told = overlayReadings('iris', { iris: portalReading([booking()]) }, { bookings: [ofLedger()], complete: true, at: NOW, checked: NOW, problem: null });
    expect(told.map(({ source, complete }) => [source, complete])).toEqual([['list', true], ['companion', false]]);
    expect(overlayReadings('autre', { iris: portalReading([booking()]) }, { bookings: [ofLedger()], complete: true, at: null, checked: null, problem: null })).toEqual([]);
  });
});
