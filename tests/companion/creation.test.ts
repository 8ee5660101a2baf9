import { describe, expect, it } from 'vitest';
import { addEffect, claimEffects } from '../../companion/ledger/outbox.ts';
import { purge } from '../../companion/ledger/purge.ts';
import { allScopes } from '../standins/zoom/tokens.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from './support/bookings.ts';
import { createManualClock } from './support/clock.ts';
import { startOwnWorld } from './support/own-world.ts';
import { APPROVERS, LICENCE_HOST } from './support/world.ts';
import type { World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const SECOND = 1000;
const MIDNIGHT = Date.UTC(2026, 10, 24);
const isLook = { method: 'GET', path: /\/users\/[^/]+\/(?:webinars|meetings)$/u };
const isCreation = { method: 'POST', path: /\/(?:webinars|meetings)$/u };
const creations = (of: World) => of.zoom.calls().filter(({ method, path }) => method === 'POST' && isCreation.path.test(path));

const start = startOwnWorld;

/** Seconds go by one at a time: what comes due in between happens in between. */
async function passSeconds(of: World, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) await of.pass(5 * SECOND);
}

describe('one conference for each booking, whatever Zoom answers', () => {
  it.each(['500.after', 'reset.after', 'html.after', 'xml.after', 'empty.after'] as const)(
    'Z2 Z30 R2 adopts by its marker the conference whose answer was lost (%s), and sends no second request',
    async (fault) => {
      const here = await start();
      const approver = await here.person('approver');
      here.zoom.failNext(fault, isCreation);
      await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
      await here.companion.idle();
      expect((await approver.bookings())[0]).toMatchObject({ state: 'unknown', message: expect.stringContaining('vous n’avez rien à faire') });
      expect(here.mailbox.messages()).toHaveLength(0);
      await passSeconds(here, 10);
      expect(creations(here)).toHaveLength(1);
      expect(here.zoom.created()).toHaveLength(1);
      const [booking] = await approver.bookings();
      expect(booking).toMatchObject({ state: 'scheduled', message: null });
      expect(booking?.conference?.passcode).toBe(here.zoom.conferences()[0]?.passcode);
      expect(booking?.steps.map(({ what }) => what)).toEqual(['approved', 'creating', 'unknown', 'adopted', 'mailSent']);
    },
  );

  it('Z2 Z15 reads an adopted conference back against the card: a waiting room that Zoom put there is shown, and no mail says « ready »', async () => {
    const email = 'animation@cct.example.test';
    const here = await start({ variables: { ZOOM_HOST_USER_ID: email }, zoom: { hosts: [{ email, locked: { waiting_room: true, mute_upon_entry: false } }] } });
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START, { participants: 200 }), { at: MONDAY }));
    await passSeconds(here, 10);
    const [booking] = await approver.bookings();
    expect(booking?.steps.map(({ what }) => what)).toContain('adopted');
    expect(booking?.conference?.differences).toEqual(['muteOnEntry', 'waitingRoom']);
    expect(booking?.message).toContain('salle d’attente');
    expect(here.mailbox.messages().filter(({ subject }) => subject.includes('est prête'))).toEqual([]);
  });

  it.each(['500.before', 'reset.before', 'html.before', 'empty.before'] as const)(
    'Z3 R2 creates exactly once more after %s, and only when the quiet time is over',
    async (fault) => {
      const here = await start();
      const approver = await here.person('approver');
      here.zoom.failNext(fault, isCreation);
      await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
      await passSeconds(here, 85);
      expect(creations(here)).toHaveLength(1);
      await passSeconds(here, 10);
      expect(creations(here)).toHaveLength(2);
      expect(here.zoom.created()).toHaveLength(1);
      expect((await approver.bookings())[0]?.state).toBe('scheduled');
    },
  );

  it('R2 waits for a list that shows a new conference only after a while', async () => {
    const here = await start({ zoom: { faults: { rates: {}, listLag: [60_000, 60_000] } } });
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await passSeconds(here, 120);
    expect(here.zoom.created()).toHaveLength(1);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
  });

  it('Z4 keeps the older of two conferences with one marker, and deletes the other', async () => {
    const here = await start({ companion: { quietMs: 0 }, zoom: { faults: { rates: {}, listLag: [5000, 5000] } } });
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await passSeconds(here, 60);
    const [first, second] = here.zoom.created();
    expect(first?.deletedAt).toBeNull();
    expect(second?.deletedAt).not.toBeNull();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', conference: { id: first?.id } });
  });

  it('R2 counts the quiet time from the request itself, however long Zoom took to tell licences and policy before it', async () => {
    const clock = createManualClock(MONDAY);
    const slowly: typeof fetch = async (input, init) => {
      if (String(input).includes('/settings')) clock.advance(60 * SECOND);
      return fetch(input, init);
    };
    const here = await start({ companion: { clock, fetch: slowly }, zoom: { now: clock.now, faults: { rates: {}, listLag: [60_000, 60_000] } } });
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    for (let passed = 0; passed < 200; passed += 5) {
      await here.companion.idle();
      clock.advance(5 * SECOND);
    }
    await here.companion.idle();
    expect(here.zoom.created()).toHaveLength(1);
    expect(here.zoom.conferences()).toHaveLength(1);
  });

  it('Z29 R8 leaves the licence alone until the next midnight UTC once its hundred are used up, and says when', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('429.hostDay', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY, { number: '2026-0013' }), { at: MONDAY }));
    await here.companion.idle();
    expect(creations(here)).toHaveLength(1);
    for (const { message } of await approver.bookings()) expect(message).toContain('Le compagnon reprendra de lui-même à lundi 23 novembre 2026 à 19\u00a0h\u00a000');
    await here.pass(9 * HOUR);
    expect(creations(here)).toHaveLength(1);
    await here.pass(HOUR);
    expect(here.zoom.created()).toHaveLength(2);
    expect((await approver.bookings()).map(({ state, message }) => [state, message])).toEqual([['scheduled', null], ['scheduled', null]]);
  });

  it('Z29 the name of a licence holder who was left alone is kept until Zoom’s hour, and no longer', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const kept = async (): Promise<string[]> => {
      const ledger = await here.openLedger();
      const rows = await ledger.database.db.selectFrom('meta').select('name').execute();
      await ledger.close();
      return rows.map(({ name }) => name).sort();
    };
    await here.companion.idle();
    const before = await kept();
    here.zoom.failNext('429.hostDay', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.pass(HOUR);
    const parked = await kept();
    expect(parked.filter((name) => !before.includes(name))).toEqual([`parked:${LICENCE_HOST}`]);
    for (let hours = 0; hours < 24; hours += 6) await here.pass(6 * HOUR);
    expect(await kept()).toEqual(before);
  });

  it('Z28 tries again after a refusal for haste, without looking first: it is certain that nothing was made', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('429.retrySeconds', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await passSeconds(here, 60);
    expect(here.zoom.created()).toHaveLength(1);
    expect(here.zoom.calls().filter(({ method, path }) => method === 'GET' && /\/(?:webinars|meetings)$/u.test(path))).toHaveLength(0);
  });

  it('R2 a look that Zoom puts off until midnight UTC is told as such, and nothing is made before it', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    here.zoom.failNext('429.day', isLook);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await passSeconds(here, 200);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'unknown', message: expect.stringContaining('limite quotidienne') });
    expect(here.zoom.calls().filter(({ method, path }) => method === 'GET' && isLook.path.test(path))).toHaveLength(1);
    await here.pass(MIDNIGHT - here.clock.now() + SECOND);
    await passSeconds(here, 10);
    expect(creations(here)).toHaveLength(1);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', message: null });
  });

  it('R2 keeps looking when Zoom refuses the look itself, and says what a person can do about it', async () => {
    const here = await start({ zoom: { scopes: allScopes.filter((scope) => !scope.includes('list_')) } });
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await passSeconds(here, 200);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'unknown', message: expect.stringContaining('companion -- check') });
    expect(creations(here)).toHaveLength(1);
  });

  it('R2 a second creation, ordered while a worker died with the first, sends nothing and judges nothing', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    const ledger = await here.openLedger();
    const { id, host } = await ledger.database.db.selectFrom('bookings').select(['id', 'host']).executeTakeFirstOrThrow();
    await addEffect(ledger.database.db, { bookingId: id, kind: 'create', lane: `host:${host}`, runAt: MONDAY - 1, now: MONDAY });
    await ledger.close();
    await passSeconds(here, 10);
    expect(creations(here)).toHaveLength(1);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
  });

  it('a purge while a job is held keeps the licence of nobody else', async () => {
    const here = await start();
    await (await here.person('approver')).send(eventOf('booking.requested', bookingAt(START), { at: MONDAY }));
    const ledger = await here.openLedger();
    const { db } = ledger.database;
    const { id, host } = await db.selectFrom('bookings').select(['id', 'host']).executeTakeFirstOrThrow();
    const order = { bookingId: id, kind: 'update', lane: `host:${host}`, runAt: MONDAY, now: MONDAY } as const;
    await addEffect(db, order);
    expect(await claimEffects(db, 'sqlite', MONDAY, 1)).toHaveLength(1);
    await purge(ledger.database, START + DAY, MONDAY, 'system');
    await addEffect(db, order);
    expect(await claimEffects(db, 'sqlite', MONDAY, 1)).toHaveLength(1);
    await ledger.close();
  });

  it('Z89 R2 goes on after a restart at once, and finds what it had made', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    await here.restart();
    await passSeconds(here, 30);
    expect(here.zoom.created()).toHaveLength(1);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
  });

  it('a refusal for good is shown to the approver with what to do, and a new approval tries again', async () => {
    const here = await start({ variables: { ZOOM_HOST_USER_ID: 'personne@cct.example.test' } });
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'attention', message: expect.stringContaining('configuration') });
    expect(here.mailbox.messages().map(({ envelope, subject }) => [envelope.to[0], subject.split('\u00a0')[0]])).toEqual([[APPROVERS, 'À regarder']]);
  });

  it('R9 delivers what came while Zoom was away for a day, within twenty minutes of its return', async () => {
    const here = await start({ zoom: { faults: { rates: { 'reset.before': 1 } } } });
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY), { at: MONDAY }));
    for (let hours = 0; hours < 24; hours += 2) await here.pass(2 * HOUR);
    expect(here.zoom.created()).toHaveLength(0);
    here.zoom.setFaults(null);
    await passSeconds(here, 20 * 60);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
    expect(here.zoom.created()).toHaveLength(1);
  });
});

describe('what is checked before anything is asked of Zoom', () => {
  it('Z21 refuses a second booking of the licence at the same time, and says who holds it and when', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const service = { ...web5000, bufferAfter: 30 };
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY, service }));
    await here.companion.idle();
    const touching = bookingAt(START + 1.75 * HOUR, { number: '2026-0013', name: 'Autre rencontre' });
    await approver.send(eventOf('booking.approved', touching, { at: MONDAY, service }));
    await here.companion.idle();
    const refused = (await approver.bookings()).find(({ booking }) => booking.number === '2026-0013');
    expect(refused).toMatchObject({ state: 'attention', conference: null });
    expect(refused?.message).toContain('IUCPQ – Université Laval, mercredi 25 novembre 2026, de 09\u00a0h\u00a000');
    expect(here.zoom.created()).toHaveLength(1);
    await approver.send(eventOf('booking.changed', bookingAt(START + 2 * HOUR, { number: '2026-0013' }), { at: MONDAY, service }));
    await here.companion.idle();
    expect(here.zoom.created()).toHaveLength(2);
  });

  it('Z15 Z21 a conference that waits for a person’s look holds its hours: no other is made beside it', async () => {
    const here = await start({ variables: { ZOOM_HOST_USER_ID: 'animation@cct.example.test' } });
    const approver = await here.person('approver');
    const small = bookingAt(START, { participants: 200 });
    await approver.send(eventOf('booking.approved', small, { at: MONDAY }));
    await here.companion.idle();
    const { id } = here.zoom.conferences()[0]!;
    // An administrator's lock puts the waiting room back; the next change shows it.
    here.zoom.edit(id, { settings: { ...here.zoom.conferences()[0]!.settings, waiting_room: true } as never });
    await approver.send(eventOf('booking.changed', { ...small, name: 'Nouveau nom' }, { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'attention', message: expect.stringContaining('salle d’attente') });
    await approver.send(eventOf('booking.approved', { ...small, number: '2026-0013', name: 'Autre rencontre' }, { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings()).find(({ booking }) => booking.number === '2026-0013')).toMatchObject({ state: 'attention', message: expect.stringContaining('déjà retenue') });
    expect(here.zoom.conferences()).toHaveLength(1);
    await approver.send(eventOf('booking.approved', { ...small, name: 'Nouveau nom' }, { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings()).find(({ booking }) => booking.number === '2026-0012')?.state).toBe('scheduled');
  });

  it.each([
    ['onto hours that another holds', START + DAY, 'Les nouvelles heures sont déjà retenues'],
    ['to an hour that has passed', MONDAY - HOUR, 'heure de début est passée : rien n’a été changé chez Zoom'],
  ] as const)('Z21 Z11 a meeting that was moved %s stays at Zoom as it was, and the approver reads just that', async (_where, moment, words) => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY, { number: '2026-0013' }), { at: MONDAY }));
    await here.companion.idle();
    const before = here.zoom.conferences();
    await approver.send(eventOf('booking.changed', bookingAt(moment), { at: MONDAY }));
    await here.companion.idle();
    const shown = (await approver.bookings()).find(({ booking }) => booking.number === '2026-0012');
    expect([shown?.state, shown?.message?.replaceAll('\u00a0', ' ')]).toEqual(['attention', expect.stringContaining(words)]);
    expect(shown?.message).not.toContain('créé');
    expect(here.zoom.conferences()).toEqual(before);
  });

  it('Z20 asks for a second approval above the capacity', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const booking = bookingAt(START, { participants: 5001 });
    await approver.send(eventOf('booking.approved', booking, { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'attention', message: expect.stringMatching(/5\s001 participants .* 5\s000/u) });
    await approver.send(eventOf('booking.approved', booking, { at: MONDAY + 1000 }));
    await here.companion.idle();
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
  });

  it('Z11 never asks for a meeting that has begun', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY - HOUR), { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'attention', message: expect.stringContaining('heure de début est passée') });
    expect(here.zoom.calls()).toHaveLength(0);
  });

  it.each([
    ['none', 'Ce service ne crée pas de rencontre Zoom'],
    ['permanent', 'Ce service utilise une salle permanente'],
  ] as const)('S1-35 a service of kind « %s » has its booking stay approved, says why, and asks nothing of Zoom', async (kind, reason) => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY, service: { ...web5000, rules: { ...web5000.rules, kind } } }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'approved', message: expect.stringContaining(reason) });
    expect(here.zoom.calls()).toHaveLength(0);
    expect(here.mailbox.messages()).toEqual([]);
  });
});

describe('a booking that changes', () => {
  it('Z48 Z77 Z81 moves the conference, tells the requester, and moves the reminder', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    await approver.send(eventOf('booking.changed', bookingAt(START + DAY, { name: 'Nouveau nom' }), { at: MONDAY }));
    await here.companion.idle();
    expect(here.zoom.created()).toHaveLength(1);
    expect(here.zoom.conferences()[0]).toMatchObject({ topic: 'Nouveau nom', start: START + DAY });
    const [, changed] = here.mailbox.messages();
    expect(changed?.subject).toBe('Changement à votre rencontre Zoom\u00a0: Nouveau nom');
    expect(changed?.attachments.find(({ filename }) => filename === 'rencontre.ics')?.text()).toContain('SEQUENCE:1');
    await here.pass(DAY);
    expect(here.mailbox.messages()).toHaveLength(2);
    await here.pass(DAY);
    expect(here.mailbox.messages()[2]?.subject).toContain('Rappel');
  });

  it('changes made while the conference is being created reach it', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    await approver.send(eventOf('booking.changed', bookingAt(START + HOUR), { at: MONDAY }));
    await passSeconds(here, 20);
    expect(here.zoom.conferences()).toMatchObject([{ start: START + HOUR }]);
    expect(here.mailbox.messages()).toHaveLength(1);
    expect(here.mailbox.messages()[0]?.text).toContain('de 10\u00a0h\u00a000');
  });

  it('Z37 a booking cancelled while its answer is lost leaves nothing at Zoom', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY }));
    expect((await approver.bookings())[0]?.state).toBe('cancelling');
    await passSeconds(here, 20);
    expect(here.zoom.created()).toHaveLength(1);
    expect(here.zoom.conferences()).toHaveLength(0);
    expect((await approver.bookings())[0]?.state).toBe('cancelled');
    expect(here.mailbox.messages()).toHaveLength(0);
  });

  it('Z36 says that a meeting in progress is not deleted', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    here.zoom.start(here.zoom.conferences()[0]?.id ?? '');
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'live', message: expect.stringContaining('mettez-y fin') });
    expect(here.zoom.conferences()).toHaveLength(1);
  });
});

describe('the presenter of a webinar', () => {
  const presenter = { name: 'Dre Anne Côté', email: 'anne.cote@iucpq.example.test' };

  it('Z32 becomes a panelist with the change by which a meeting is seen to be a webinar now', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const service = { ...web5000, rules: { ...web5000.rules, kind: 'meeting' as const } };
    await approver.send(eventOf('booking.approved', bookingAt(START, { presenter }), { at: MONDAY, service }));
    await here.companion.idle();
    here.zoom.convert(here.zoom.conferences()[0]!.id);
    await approver.send(eventOf('booking.changed', bookingAt(START, { presenter, name: 'Journée reportée' }), { at: MONDAY, service }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', conference: { kind: 'webinar' } });
    expect(here.zoom.conferences()[0]?.panelists).toEqual([presenter]);
  });

  it('S0-18 Z18 is a panelist before any mail goes, and gets a link of his own that nobody else gets', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START, { presenter }), { at: MONDAY }));
    await here.companion.idle();
    expect(here.zoom.conferences()[0]?.panelists).toEqual([presenter]);
    const own = here.mailbox.messages().find(({ envelope }) => envelope.to.includes(presenter.email));
    const link = /https?:\S+/u.exec(own?.text.split('Entrer comme présentateur')[1] ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
    expect(link).not.toBe((await approver.bookings())[0]?.conference?.joinLink);
    for (const mail of here.mailbox.messages()) if (mail !== own) expect(mail.raw).not.toContain(link);
    expect(JSON.stringify(await approver.bookings())).not.toContain(link);
  });

  it('Z18 is a panelist too, and has his link, of one that an approver had to look at first', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const service = { ...web5000, rules: { ...web5000.rules, kind: 'webinar' as const, waitingRoom: 'on' as const } };
    const approve = async (): Promise<void> => {
      await approver.send(eventOf('booking.approved', bookingAt(START, { presenter }), { at: MONDAY, service }));
      await here.companion.idle();
    };
    await approve();
    expect((await approver.bookings())[0]?.state).toBe('attention');
    await approve();
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
    expect(here.mailbox.messages().map(({ envelope }) => envelope.to[0]).toSorted()).toEqual([APPROVERS, presenter.email, 'elise.gagne@iucpq.example.test'].toSorted());
  });

  it('Z18 keeps nobody waiting when Zoom refuses him, and no second webinar is made', async () => {
    const here = await start();
    const approver = await here.person('approver');
    for (let tries = 0; tries < 6; tries += 1) here.zoom.failNext('500.before', { method: 'POST', path: /panelists$/u });
    await approver.send(eventOf('booking.approved', bookingAt(START, { presenter }), { at: MONDAY }));
    await passSeconds(here, 120);
    expect(here.zoom.created()).toHaveLength(1);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', message: expect.stringContaining('panéliste') });
    expect(here.mailbox.messages().map(({ envelope }) => envelope.to[0])).toEqual(['elise.gagne@iucpq.example.test']);
  });

  it.each([['for a moment', 2], ['for good', 6]] as const)('S0-18 Z18 replaced by another whom Zoom refuses %s: nobody gets the former’s own link, and the approver is told when it stays so', async (_name, times) => {
    const here = await start();
    const approver = await here.person('approver');
    const other = { name: 'Dr Luc Roy', email: 'luc.roy@iucpq.example.test' };
    const linkOf = (to: string): string[] => here.mailbox.messages().filter(({ envelope }) => envelope.to.includes(to)).flatMap(({ text }) => /https?:\S+\?tk=\S+/u.exec(text) ?? []);
    await approver.send(eventOf('booking.approved', bookingAt(START, { presenter }), { at: MONDAY }));
    await here.companion.idle();
    for (let tries = 0; tries < times; tries += 1) here.zoom.failNext('500.before', { method: 'POST', path: /panelists$/u });
    await approver.send(eventOf('booking.changed', bookingAt(START, { presenter: other }), { at: MONDAY }));
    await passSeconds(here, 180);
    const [former, present] = [linkOf(presenter.email), linkOf(other.email)];
    expect(former).toHaveLength(1);
    expect(present).not.toContain(former[0]);
    expect(present).toHaveLength(times === 2 ? 1 : 0);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', message: times === 2 ? null : expect.stringContaining('panéliste') });
    await approver.send(eventOf('booking.changed', bookingAt(START, { presenter: other, name: 'Nouveau nom' }), { at: MONDAY }));
    await passSeconds(here, 60);
    expect(linkOf(other.email)).not.toContain(former[0]);
    expect(linkOf(other.email).length).toBeGreaterThan(0);
  });
});
