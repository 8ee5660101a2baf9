import '../browser.ts';
import { describe, expect, it } from 'vitest';
import { isCancelledHere, isSamePerson, missingOf, viewsOf } from '../../../lib/state/view.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { booking, DAY, entry, facts, HOUR, NOW, ofLedger, portalReading, reading, settings, sources } from '../samples.ts';

const viewOf = (shown: Booking, change: Parameters<typeof sources>[0] = {}) => viewsOf(sources({ readings: { iris: portalReading([shown]) }, ...change }))[0];
const ledgerOf = (...bookings: ReturnType<typeof ofLedger>[]) => ({ bookings, complete: true, at: NOW, checked: NOW, problem: null });
const approved = booking({ status: 'approved' });

describe('where a booking stands', () => {
  it.each([
    ['pending', 'toApprove'],
    ['approved', 'toCreate'],
    ['rejected', 'closed'],
    ['cancelled', 'closed'],
    ['toConfirm', 'closed'],
    ['unknown', 'closed'],
  ] as const)('« %s » in the portal alone is %s', (status, group) => {
    expect(viewOf(booking({ status }))?.group).toBe(group);
  });

  it('is nobody’s business once it is over', () => {
    expect(viewOf(booking({ start: NOW - 2 * HOUR, end: NOW - HOUR }))?.group).toBe('closed');
  });

  it.each(['approved', 'creating', 'unknown', 'scheduled', 'live', 'ended', 'cancelling', 'attention'] as const)('is planned when the companion says %s', (state) => {
    expect(viewOf(approved, { ledger: ledgerOf(ofLedger({ state })) })?.group).toBe('planned');
  });

  it('stays in sight for a day after its end', () => {
    const past = (hours: number) => booking({ status: 'approved', start: NOW - (hours + 1) * HOUR, end: NOW - hours * HOUR });
    expect(viewOf(past(23), { ledger: ledgerOf(ofLedger({ state: 'ended' }, past(23))) })?.group).toBe('planned');
    expect(viewOf(past(25), { ledger: ledgerOf(ofLedger({ state: 'ended' }, past(25))) })?.group).toBe('closed');
  });

  it('has nothing to create for a service without a conference', () => {
    const none = settings({ cards: [{ ...web5000, rules: { ...web5000.rules, kind: 'none' } }] });
    expect(viewOf(approved, { settings: none })?.group).toBe('closed');
  });

  it('S2-24 waits for nobody’s approval where the card asks for none, though only the companion knows of it yet', () => {
    const known = { ledger: ledgerOf(ofLedger()) };
    expect(viewsOf(sources(known))[0]).toMatchObject({ group: 'toApprove', booking: { status: 'pending' } });
    const free = settings({ cards: [{ ...web5000, approval: 'none' }] });
    expect(viewsOf(sources({ ...known, settings: free }))[0]).toMatchObject({ group: 'toCreate', booking: { status: 'approved' } });
    // What the portal itself shows is the portal's to say.
    expect(viewOf(booking(), { ...known, settings: free })).toMatchObject({ group: 'toApprove', booking: { status: 'pending' } });
  });

  it('U5 stays « à créer » while the click can be taken back, then is on its way', () => {
    const waiting = (notBefore: number) => ({ version: 1 as const, entries: [entry({ notBefore })], damaged: [] });
    expect(viewOf(approved, { outbox: waiting(NOW + 5000) })).toMatchObject({ group: 'toCreate', entry: { id: 'evt_1' } });
    expect(viewOf(approved, { outbox: waiting(NOW - 1) })).toMatchObject({ group: 'planned', entry: { id: 'evt_1' } });
  });

  it('shows a refused event, and forgets it once a later one was delivered', () => {
    const refused = entry({ state: 'refused' });
    const of = (...entries: ReturnType<typeof entry>[]) => viewOf(approved, { outbox: { version: 1, entries, damaged: [] } });
    expect(of(refused)).toMatchObject({ group: 'toCreate', entry: { state: 'refused' } });
    expect(of(refused, entry({ id: 'evt_2', state: 'delivered' }))?.entry).toBeNull();
  });

  it('S0-34 a conference cancelled by its requester is not offered anew while the portal still has it', () => {
    const view = viewOf(approved, { ledger: ledgerOf(ofLedger({ state: 'cancelled' })) });
    expect(view?.group).toBe('planned');
    expect(view && isCancelledHere(view)).toBe(true);
  });

  it('a booking that the portal let go of while its conference stands is an orphan', () => {
    expect(viewOf(booking({ status: 'cancelled' }), { ledger: ledgerOf(ofLedger({ state: 'scheduled' })) })).toMatchObject({ group: 'planned', isOrphan: true });
    expect(viewOf(approved, { ledger: ledgerOf(ofLedger({ state: 'scheduled' })) })?.isOrphan).toBe(false);
  });

  it('is sorted by its start', () => {
    const later = booking({ number: '9', start: NOW + 5 * DAY, end: NOW + 6 * DAY });
    const views = viewsOf(sources({ readings: { iris: portalReading([later, booking()]) } }));
    expect(views.map(({ key }) => key)).toEqual(['iris:105163', 'iris:9']);
  });

  it('F11 is known since the companion’s first step, else since the worker’s first sight', () => {
    expect(viewOf(booking(), { ledger: ledgerOf(ofLedger()) })?.since).toBe(NOW - HOUR);
    expect(viewOf(booking(), { sightings: { 'iris:105163': { firstSeen: NOW - DAY, end: NOW + DAY, approved: null } } })?.since).toBe(NOW - DAY);
    expect(viewOf(booking())?.since).toBeNull();
  });
});

describe('F14 the requester', () => {
  const me = { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' };

  it.each([
    [{ name: 'J. Gagnon', email: 'JULIE.GAGNON@exemple.test' }, true],
    [{ name: 'Julie Gagnon', email: 'autre@exemple.test' }, false],
    [{ name: 'julie  GAGNON', email: null }, true],
    [{ name: '', email: null }, false],
    [null, false],
  ])('%j is the person in front of the screen: %s', (requester, same) => {
    expect(isSamePerson(requester, me)).toBe(same);
  });

  it('is nobody when the settings say no name', () => {
    expect(isSamePerson({ name: 'Julie Gagnon', email: null }, { name: null, email: null })).toBe(false);
  });
});

describe('F14 what changed since the approval', () => {
  const then = { firstSeen: NOW, end: NOW + 9 * DAY, approved: { facts, start: approved.start, end: approved.end } };

  it('is compared with the first sight of « Approuvée » while the companion knows nothing', () => {
    const moved = booking({ status: 'approved', start: approved.start + HOUR, facts: { ...facts, participants: 1500 } });
    expect(viewOf(moved, { sightings: { 'iris:105163': then } })?.changes.map(({ part }) => part)).toEqual(['participants', 'start']);
  });

  it('is compared with what the companion was told', () => {
    const told = ledgerOf(ofLedger({ state: 'scheduled' }));
    expect(viewOf(approved, { ledger: told })?.changes).toEqual([]);
    expect(viewOf(booking({ status: 'approved', facts: { ...facts, name: 'Autre nom' } }), { ledger: told })?.changes).toEqual([
      { part: 'name', before: facts.name, after: 'Autre nom' },
    ]);
  });

  it('F14 another presenter, or the same at another address, is a change; capitals and accents are none', () => {
    const told = ledgerOf(ofLedger({ state: 'scheduled' }));
    const presented = (name: string, email: string | null) => viewOf(booking({ status: 'approved', facts: { ...facts, presenter: { name, email } } }), { ledger: told })?.changes;
    const before = 'Dre Louise Arsenault (louise.arsenault@exemple.test)';
    expect(presented('Dr Étienne Lavoie', null)).toEqual([{ part: 'presenter', before, after: 'Dr Étienne Lavoie' }]);
    expect(presented('Dre Louise Arsenault', 'l.arsenault@exemple.test')).toEqual([{ part: 'presenter', before, after: 'Dre Louise Arsenault (l.arsenault@exemple.test)' }]);
    expect(presented('dre louise ARSENAULT', 'louise.arsenault@exemple.test')).toEqual([]);
  });

  it('is judged by the title where a list shows no facts, however it is cut (T15)', () => {
    const told = ledgerOf(ofLedger({ state: 'scheduled' }));
    const list = (title: string) => viewOf(booking({ status: 'approved', facts: null, title }), { ledger: told })?.changes.map(({ part }) => part);
    expect(list('Bilan régional de vaccin…')).toEqual([]);
    expect(list('BILAN REGIONAL DE VACCINATION')).toEqual([]);
    expect(list('Tout autre chose')).toEqual(['name']);
  });

  it('is nothing while a request is still to be approved', () => {
    expect(viewOf(booking({ facts: { ...facts, name: 'Autre' } }), { ledger: ledgerOf(ofLedger()) })?.changes).toEqual([]);
  });
});

it('says each part that an event lacks', () => {
  expect(missingOf({ facts: null, requester: null }, undefined)).toEqual(['card', 'name', 'participants', 'presenter', 'requester']);
  expect(missingOf(booking(), web5000)).toEqual([]);
});

it('keeps the views of a partial reading: a part of a list is a part of the list', () => {
  const readings = { iris: portalReading([booking()], { reading: reading([booking()], { complete: false }) }) };
  expect(viewsOf(sources({ readings }))).toHaveLength(1);
});
