import { resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { event } from '../../../lib/contract/event.ts';
import { toEvent } from '../../../lib/background/events.ts';
import { requestBooking } from '../../../lib/background/saved.ts';
import { cancelBooking, sendBookings } from '../../../lib/background/send.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { eventOf, outboxStore } from '../../../lib/state/outbox-store.ts';
import type { Sources } from '../../../lib/state/view.ts';
import { booking, conference, entry, facts, HOUR, NOW, ofLedger, portalReading, representative, settings, sources } from '../samples.ts';

const approved = booking({ status: 'approved' });
const KEY = 'iris:105163';
const shown = (one = approved, change: Partial<Sources> = {}) => sources({ readings: { iris: portalReading([one]) }, ...change });
const ledgerOf = (...bookings: ReturnType<typeof ofLedger>[]) => ({ bookings, complete: true, at: NOW, checked: NOW, problem: null });
const queued = async () => (await outboxStore.load()).entries.map((one) => ({ type: one.type, notBefore: one.notBefore, event: eventOf(one) }));

beforeEach(resetBrowser);

describe('« Créer la rencontre Zoom »', () => {
  it('S0-15 S0-16 S0-17 sends the facts verbatim with the service’s rules, after the seconds of undo', async () => {
    expect(await sendBookings([KEY], shown())).toEqual({ accepted: [KEY], refused: [] });
    expect(await queued()).toMatchObject([
      {
        type: 'booking.approved',
        notBefore: NOW + 8000,
        event: {
          data: {
            booking: { number: '105163', ...facts, requester: { email: 'julie.gagnon@exemple.test' }, establishment: { id: 'cisss-cote-nord' }, start: new Date(approved.start).toISOString() },
            service: { id: 'web5000', capacity: 5000, rules: { waitingRoom: 'off', muteOnEntry: true } },
            language: 'fr',
          },
        },
      },
    ]);
  });

  it('S4-06 says that the posts of the booking’s establishment have the browser only, and nothing of it otherwise', async () => {
    const roster = settings().roster.map((one) => ({ ...one, browserOnly: one.id === approved.establishmentId }));
    await sendBookings([KEY], shown(approved, { settings: settings({ roster }) }));
    await requestBooking(booking({ number: '2' }), settings({ person: representative, roster }), 'fr-CA', NOW);
    await requestBooking(booking({ number: '3', establishmentId: 'chu-quebec' }), settings({ person: representative, roster }), 'fr-CA', NOW);
    expect((await queued()).map((one) => one.event?.data.browserOnly)).toEqual([true, true, undefined]);
    expect(Object.keys((await queued()).at(-1)?.event?.data ?? {})).not.toContain('browserOnly');
  });

  it('sends several at once, and answers for each', async () => {
    const others = [booking({ number: '2', status: 'approved' }), booking({ number: '3' })];
    const answer = await sendBookings([KEY, 'iris:2', 'iris:3', 'iris:404', KEY], shown(approved, { readings: { iris: portalReading([approved, ...others]) } }));
    expect(answer).toEqual({ accepted: [KEY, 'iris:2'], refused: [{ key: 'iris:3', why: 'notApproved' }, { key: 'iris:404', why: 'unknown' }] });
  });

  it.each<[string, Sources, string]>([
    ['F14 one’s own request', shown(booking({ status: 'approved', requester: { name: 'Marc Pelletier', email: null } })), 'ownRequest'],
    ['what the portal has not approved', shown(booking()), 'notApproved'],
    ['what only the companion knows', sources({ ledger: ledgerOf(ofLedger()) }), 'notApproved'],
    ['without its facts', shown(booking({ status: 'approved', facts: null })), 'incomplete'],
    ['without its requester', shown(booking({ status: 'approved', requester: null })), 'incomplete'],
    ['of a service whose card is gone', shown(approved, { settings: settings({ cards: [] }) }), 'incomplete'],
    ['whose conference exists', shown(approved, { ledger: ledgerOf(ofLedger({ state: 'scheduled', conference })) }), 'underway'],
    ['that is on its way', shown(approved, { outbox: { version: 1, entries: [entry()], damaged: [] } }), 'underway'],
    ['for a representative', shown(approved, { settings: settings({ person: representative }) }), 'role'],
  ])('does not go for a booking %s', async (_what, all, why) => {
    expect(await sendBookings([KEY], all)).toEqual({ accepted: [], refused: [{ key: KEY, why }] });
    expect(await queued()).toEqual([]);
  });

  it('S2-24 goes before the portal was read, for a service that nobody approves', async () => {
    const free = settings({ cards: [{ ...web5000, approval: 'none' }] });
    expect(await sendBookings([KEY], sources({ ledger: ledgerOf(ofLedger()), settings: free }))).toEqual({ accepted: [KEY], refused: [] });
  });

  it('F14 takes over a change of a planned booking as booking.changed', async () => {
    const moved = booking({ status: 'approved', start: approved.start + HOUR, end: approved.end + HOUR });
    await sendBookings([KEY], shown(moved, { ledger: ledgerOf(ofLedger({ state: 'scheduled' }, approved)) }));
    expect(await queued()).toMatchObject([{ type: 'booking.changed', event: { data: { booking: { start: new Date(moved.start).toISOString() } } } }]);
  });

  it('creates anew what was cancelled by its requester and is still approved', async () => {
    await sendBookings([KEY], shown(approved, { ledger: ledgerOf(ofLedger({ state: 'cancelled' })) }));
    expect(await queued()).toMatchObject([{ type: 'booking.approved' }]);
  });

  it('says that the queue is full', async () => {
    await outboxStore.update((outbox) => ({ ...outbox, entries: Array.from({ length: 40 }, (_, index) => entry({ id: `evt_${index}`, key: `x:${index}`, body: 'x'.repeat(60_000) })) }));
    expect(await sendBookings([KEY], shown())).toEqual({ accepted: [], refused: [{ key: KEY, why: 'full' }] });
  });
});

describe('« Annuler la rencontre Zoom »', () => {
  const planned = shown(booking({ status: 'cancelled' }), { ledger: ledgerOf(ofLedger({ state: 'scheduled', conference })) });

  it('sends one of the portal’s four reasons', async () => {
    expect(await cancelBooking(KEY, 'rescheduled', planned)).toEqual({ accepted: [KEY], refused: [] });
    expect(await queued()).toMatchObject([{ type: 'booking.cancelled', notBefore: NOW + 8000, event: { data: { cancellation: 'rescheduled' } } }]);
  });

  it.each([
    ['is unknown to the companion', shown(), 'unknown'],
    ['has no conference', shown(approved, { ledger: ledgerOf(ofLedger()) }), 'underway'],
    ['is for a representative', { ...planned, settings: settings({ person: representative }) }, 'role'],
  ] as const)('does not go when the booking %s', async (_what, all, why) => {
    expect(await cancelBooking(KEY, 'cancelled', all)).toEqual({ accepted: [], refused: [{ key: KEY, why }] });
  });
});

describe('a booking saved in the portal', () => {
  const mine = settings({ person: representative });

  it('becomes booking.requested, sent at once', async () => {
    expect(await requestBooking(booking({ number: null, requester: null, establishmentId: null }), mine, 'fr-CA', NOW)).toBe(true);
    expect(await queued()).toMatchObject([
      { type: 'booking.requested', notBefore: NOW, event: { data: { booking: { number: null, requester: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' }, establishment: { id: 'cisss-cote-nord' } }, language: 'fr' } } },
    ]);
  });

  it('is sent once when the page reports it twice', async () => {
    await requestBooking(booking(), mine, 'fr-CA', NOW);
    await requestBooking(booking(), mine, 'fr-CA', NOW + 1000);
    expect(await queued()).toHaveLength(1);
  });

  it('carries the language of the person and what they wrote to justify it', async () => {
    await requestBooking(booking({ reason: 'Rencontre exigée par le ministère' }), { ...mine, language: 'auto' }, 'en-CA', NOW);
    expect((await queued())[0]?.event?.data).toMatchObject({ language: 'en', reason: 'Rencontre exigée par le ministère' });
  });

  it.each([
    ['of another resource', booking({ serviceId: null })],
    ['without its facts', booking({ facts: null })],
  ])('is left to the portal when it is %s', async (_what, saved) => {
    expect(await requestBooking(saved, mine, 'fr-CA', NOW)).toBe(false);
    expect(await queued()).toEqual([]);
  });
});

describe('an event', () => {
  const context = { card: web5000, roster: settings().roster, language: 'fr', now: NOW } as const;

  it('holds what the contract takes, whatever the portal wrote around it', () => {
    const made = toEvent('booking.approved', booking({ requester: { name: ' Julie\tGagnon\n', email: null }, page: 'javascript:alert(1)', resource: 'a'.repeat(900) }), context);
    expect(event.safeParse(made).success).toBe(true);
    expect(made?.data.booking).toMatchObject({ requester: { name: 'Julie Gagnon' }, page: null });
  });

  it('is none when a fact is missing or refused', () => {
    expect(toEvent('booking.approved', booking({ facts: null }), context)).toBeNull();
    expect(toEvent('booking.approved', booking({ requester: null }), context)).toBeNull();
    expect(toEvent('booking.approved', booking({ facts: { ...facts, participants: 0 } }), context)).toBeNull();
    expect(toEvent('booking.approved', booking({ facts: { ...facts, presenter: { name: 'X', email: 'pas une adresse' } } }), context)).toBeNull();
  });

  it('names an establishment of the roster or none', () => {
    expect(toEvent('booking.approved', booking({ establishmentId: 'inconnu' }), context)?.data.booking.establishment).toBeNull();
  });
});
