import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BookingOfLedger, Problem } from '../../lib/contract/answer.ts';
import type { StartAnswer } from '../../lib/contract/day.ts';
import { signEvent } from '../standins/zoom/standin.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { APPROVERS } from './support/world.ts';
import type { Client, World, WorldOptions } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const MINUTE = 60_000;
const SECRET = 'zoom-secret-token-example';
const KEY = 'iris:2026-0012';
/** A licence without webinars: the conference is a meeting, whose status Zoom shows. */
const MEETINGS = { variables: { ZOOM_HOST_USER_ID: 'animation@cct.example.test', ZOOM_WEBHOOK_SECRET: SECRET } };

async function scheduled(options: WorldOptions = MEETINGS): Promise<{ here: World; approver: Client; id: string; state: () => Promise<BookingOfLedger['state']> }> {
  const here = await startOwnWorld(options);
  const approver = await here.person('approver');
  const small = bookingAt(START, { participants: 200 });
  await approver.send(eventOf('booking.approved', small, { at: MONDAY }));
  await here.companion.idle();
  return { here, approver, id: here.zoom.conferences()[0]?.id ?? '', state: async () => (await approver.bookings())[0]?.state ?? 'requested' };
}

describe('starting and ending', () => {
  it('Z50 Z51 gives the start link to a host at the click, keeps it nowhere, and notes who had it', async () => {
    const { here, approver } = await scheduled();
    const host = await here.person('host');
    const answer = await host.post<StartAnswer>(`/v1/bookings/${KEY}/start`, {});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const secret = new URL(answer.body.link).searchParams.get('zak') ?? 'no zak';
    const representative = await here.person('representative', { email: 'elise.gagne@iucpq.example.test' });
    expect((await representative.post<Problem>(`/v1/bookings/${KEY}/start`, {})).body.code).toBe('forbidden');
    expect(JSON.stringify(await approver.bookings())).not.toContain(secret);
    for (const mail of here.mailbox.messages()) expect(mail.raw).not.toContain(secret);
    const ledger = await here.openLedger();
    const audit = await ledger.database.db.selectFrom('audit').selectAll().where('what', '=', 'startLinkGiven').execute();
    expect(audit.map(({ actor }) => actor)).toEqual([host.id]);
    expect(await here.databaseBytes()).not.toContain(secret);
    await ledger.close();
  });

  it('R7 Z50 holds for one booking, one action and one time: signed for another, or sent again, it does nothing', async () => {
    const { here, approver, id } = await scheduled();
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY, { number: '2026-0013', participants: 200 }), { at: MONDAY }));
    await here.companion.idle();
    await here.pass(START - here.clock.now());
    here.zoom.start(id);
    const path = (key: string, action: string): string => `/v1/bookings/${key}/${action}`;
    for (const signedFor of [path('iris:2026-0013', 'start'), path(KEY, 'end'), '/v1/events']) {
      const answer = await approver.post<Problem>(path(KEY, 'start'), { confirmed: true }, { path: signedFor });
      expect([answer.status, answer.body.code]).toEqual([401, 'signature']);
    }
    expect((await approver.post(path(KEY, 'start'), {}, { id: 'act_once' })).status).toBe(200);
    expect((await approver.post<Problem>(path(KEY, 'start'), {}, { id: 'act_once' })).body.code).toBe('repeated');
    expect((await approver.post(path(KEY, 'end'), { confirmed: true }, { id: 'act_end' })).status).toBe(202);
    here.zoom.start(id);
    expect((await approver.post<Problem>(path(KEY, 'end'), { confirmed: true }, { id: 'act_end' })).status).toBe(409);
    expect(here.zoom.conferences().find((conference) => conference.id === id)?.live).toBe(true);
  });

  it('S1-58 Z52 refuses to start while another event is live on the licence, and names it', async () => {
    const { here, approver } = await scheduled();
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY, { number: '2026-0013', name: 'Autre rencontre', participants: 200 }), { at: MONDAY }));
    await here.companion.idle();
    here.zoom.start(here.zoom.conferences().find(({ topic }) => topic === 'Autre rencontre')?.id ?? '');
    const refused = await approver.post<Problem>(`/v1/bookings/${KEY}/start`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'licence_busy']);
    expect(refused.body.detail).toContain('« Autre rencontre »');
  });

  it('Z52 names it in the words of whoever made it, whatever signs they hold', async () => {
    const { here, approver } = await scheduled();
    await here.createAtZoom({ topic: 'Coûts en $$, $& et $`', agenda: '', start: START });
    here.zoom.start(here.zoom.conferences().at(-1)?.id ?? '');
    expect((await approver.post<Problem>(`/v1/bookings/${KEY}/start`, {})).body.detail).toContain('« Coûts en $$, $& et $` »');
  });

  it('Z53 ends only with a confirmation, and says « ended » only when Zoom shows it', async () => {
    const { here, approver, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    expect(await state()).toBe('live');
    expect((await approver.post<Problem>(`/v1/bookings/${KEY}/end`, {})).status).toBe(422);
    expect((await approver.post(`/v1/bookings/${KEY}/end`, { confirmed: true })).status).toBe(202);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'live', message: expect.stringContaining('demandée') });
    await here.pass(10_000);
    await here.pass(10_000);
    expect(await state()).toBe('ended');
  });

  it('Z53 says so when a minute after the end was asked for the meeting still goes on', async () => {
    const { here, approver, id } = await scheduled();
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    expect((await approver.post(`/v1/bookings/${KEY}/end`, { confirmed: true })).status).toBe(202);
    here.zoom.start(id);
    await here.pass(MINUTE);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'live', message: expect.stringContaining('demandée') });
    await here.pass(MINUTE);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'live', message: expect.stringContaining('n’a pas confirmé la fin') });
  });

  it('Z54 says that a meeting which is not in progress cannot be ended', async () => {
    const { approver } = await scheduled();
    const answer = await approver.post<Problem>(`/v1/bookings/${KEY}/end`, { confirmed: true });
    expect([answer.status, answer.body.code]).toEqual([409, 'not_started']);
  });

  it('Z57 sees start and end without any event of Zoom', async () => {
    const { here, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    expect(await state()).toBe('live');
    here.zoom.end(id);
    await here.pass(2 * MINUTE);
    expect(await state()).toBe('live');
    await here.pass(MINUTE);
    expect(await state()).toBe('ended');
  });

  it('ended by mistake and opened again, it is on again until its end, and counts as held once', async () => {
    const { here, approver, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    here.zoom.end(id);
    await here.pass(2 * MINUTE);
    await here.pass(MINUTE);
    expect(await state()).toBe('ended');
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    expect(await state()).toBe('live');
    expect((await approver.post(`/v1/bookings/${KEY}/end`, { confirmed: true })).status).toBe(202);
    await here.pass(10_000);
    await here.pass(10_000);
    expect(await state()).toBe('ended');
    await here.pass(2 * HOUR);
    await here.pass(2 * MINUTE);
    const ledger = await here.openLedger();
    expect(await ledger.database.db.selectFrom('effects').select('id').where('kind', '=', 'watch').where('done_at', 'is', null).execute()).toHaveLength(0);
    expect(await ledger.database.db.selectFrom('attendances').select('booking_id').execute()).toHaveLength(1);
    await ledger.close();
  });

  it('S0-28 gives the start link again for what was ended before its end, and sees soon that it is on; once its hours are over, no more', async () => {
    const { here, approver, id, state } = await scheduled();
    const start = () => approver.post<Problem & StartAnswer>(`/v1/bookings/${KEY}/start`, {});
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    here.zoom.end(id);
    await here.pass(2 * MINUTE);
    await here.pass(MINUTE);
    expect(await state()).toBe('ended');
    expect((await start()).status).toBe(200);
    here.zoom.start(id);
    await here.pass(MINUTE / 2);
    expect(await state()).toBe('live');
    here.zoom.end(id);
    await here.pass(2 * HOUR);
    await here.pass(MINUTE);
    expect(await state()).toBe('ended');
    const late = await start();
    expect([late.status, late.body.code]).toEqual([409, 'no_conference']);
    const ledger = await here.openLedger();
    expect(await ledger.database.db.selectFrom('effects').select('id').where('kind', '=', 'watch').where('done_at', 'is', null).execute()).toHaveLength(0);
    await ledger.close();
  });

  it.each([['scheduled', 3 * MINUTE], ['live', 10 * MINUTE]] as const)('S0-28 prolonged after its start (%s), it can still be started and ended, and nobody is told that its hour has passed', async (before, after) => {
    const { here, approver, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    if (before === 'live') here.zoom.start(id);
    await here.pass(after);
    expect(await state()).toBe(before);
    await approver.send(eventOf('booking.changed', bookingAt(START, { participants: 200, end: new Date(START + 3 * HOUR).toISOString() }), { at: here.clock.now() }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: before, message: null });
    expect((await approver.post(`/v1/bookings/${KEY}/start`, {})).status).toBe(200);
    expect(here.mailbox.messages().filter(({ envelope }) => envelope.to.includes(APPROVERS))).toHaveLength(0);
  });

  it('S0-28 a conference that somebody still has to look at is started, ended and closed on its day like any other', async () => {
    const { here, approver, id } = await scheduled();
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY, { number: '2026-0013', name: 'Autre rencontre', participants: 200 }), { at: MONDAY }));
    await here.companion.idle();
    // Moved onto hours that another holds: Zoom keeps the former ones.
    await approver.send(eventOf('booking.changed', bookingAt(START + DAY, { participants: 200 }), { at: MONDAY }));
    await here.companion.idle();
    expect((await approver.bookings()).find(({ booking }) => booking.number === '2026-0012')?.state).toBe('attention');
    const stateOf = async () => (await approver.bookings()).find(({ booking }) => booking.number === '2026-0012')?.state;
    await here.pass(START + DAY - MONDAY);
    expect((await approver.post(`/v1/bookings/${KEY}/start`, {})).status).toBe(200);
    here.zoom.start(id);
    for (let looks = 0; looks < 3; looks += 1) await here.pass(2 * MINUTE);
    expect(await stateOf()).toBe('live');
    expect((await approver.post(`/v1/bookings/${KEY}/end`, { confirmed: true })).status).toBe(202);
    for (let looks = 0; looks < 3; looks += 1) await here.pass(10_000);
    expect(await stateOf()).toBe('ended');
  });

  it('Z56 takes one failed or empty look for nothing', async () => {
    const { here, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    for (let calls = 0; calls < 8; calls += 1) here.zoom.failNext('500.before', { method: 'GET' });
    await here.pass(2 * MINUTE);
    expect(await state()).toBe('live');
    expect(here.zoom.conferences()).toHaveLength(1);
  });

  it('a host who tries it out before the hour does not end the booking', async () => {
    const { here, id, state } = await scheduled();
    await here.pass(START - 10 * MINUTE - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    here.zoom.end(id);
    await here.pass(2 * MINUTE);
    await here.pass(MINUTE);
    expect(await state()).toBe('scheduled');
  });

  it('counts who came, afterwards, without a name', async () => {
    const { here, approver, id } = await scheduled();
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    here.zoom.attend(id, [
      { name: 'Jean Secret', join: START + MINUTE, leave: START + HOUR },
      { name: 'Marie Secret', join: START + 2 * MINUTE, leave: START + HOUR },
    ] as never);
    here.zoom.end(id);
    await here.pass(2 * MINUTE);
    await here.pass(MINUTE);
    await here.pass(HOUR);
    expect((await approver.bookings())[0]?.attendance).toMatchObject({ unique: 2 });
    expect(await here.databaseBytes()).not.toContain('Secret');
  });
});

describe('Zoom’s events', () => {
  const send = (here: World, body: string, { secret = SECRET, at = here.clock.now() / 1000, signature = signEvent(secret, String(at), body) } = {}) =>
    fetch(`${here.companion.url}/zoom/events`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-zm-request-timestamp': String(at), 'x-zm-signature': signature } });
  const eventBody = (here: World, event: string, id: string | number, more: Record<string, unknown> = {}) =>
    JSON.stringify({ event, event_ts: here.clock.now(), payload: { account_id: here.zoom.accountId, object: { id, uuid: 'uuid==', ...more } } });

  it('Z58 takes a rightly signed event, and no other; without a secret the door is shut', async () => {
    const { here, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    const body = eventBody(here, 'meeting.started', id);
    expect((await send(here, body, { secret: 'another secret' })).status).toBe(401);
    expect((await send(here, body.replace('started', 'stArted'), { signature: signEvent(SECRET, String(here.clock.now() / 1000), body) })).status).toBe(401);
    expect((await fetch(`${here.companion.url}/zoom/events`, { method: 'POST', body })).status).toBe(401);
    expect(await state()).toBe('scheduled');
    expect((await send(here, body)).status).toBe(204);
    expect(await state()).toBe('live');
    const silent = await startOwnWorld();
    expect((await send(silent, eventBody(silent, 'meeting.started', id))).status).toBe(404);
  });

  it('Z59 checks the bytes as they came, whatever another writer would make of the JSON', async () => {
    const { here, id } = await scheduled();
    const body = eventBody(here, 'meeting.updated', id).replace('"uuid=="', '"uu\\/id==","n":1.0');
    expect((await send(here, body)).status).toBe(204);
  });

  it('Z60 answers a signed address check, and gives nobody a signature for a forged event', async () => {
    const { here } = await scheduled();
    const check = (plainToken: string) => JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken } });
    const answer = await send(here, check('qgg8vlvZRS6UYooatFL8Aw'));
    expect(await answer.json()).toEqual({ plainToken: 'qgg8vlvZRS6UYooatFL8Aw', encryptedToken: createHmac('sha256', SECRET).update('qgg8vlvZRS6UYooatFL8Aw').digest('hex') });
    expect((await fetch(`${here.companion.url}/zoom/events`, { method: 'POST', body: check('abc') })).status).toBe(401);
    expect((await send(here, check(`v0:${here.clock.now() / 1000}:{"event":"meeting.ended"}`))).status).toBe(401);
  });

  it('Z53 says of a webinar, whose status Zoom shows nowhere, that its end was not confirmed, when no event tells of it', async () => {
    const { here, approver, id } = await scheduled({ variables: { ZOOM_WEBHOOK_SECRET: SECRET } });
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    expect((await send(here, eventBody(here, 'webinar.started', id))).status).toBe(204);
    expect((await approver.post(`/v1/bookings/${KEY}/end`, { confirmed: true })).status).toBe(202);
    for (let minutes = 0; minutes < 4; minutes += 1) await here.pass(MINUTE);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'live', message: expect.stringContaining('n’a pas confirmé la fin') });
  });

  it('Z61 refuses an event whose hour is off by more than five minutes', async () => {
    const { here, id } = await scheduled();
    const body = eventBody(here, 'meeting.started', id);
    for (const seconds of [-301, 301]) expect((await send(here, body, { at: here.clock.now() / 1000 + seconds })).status).toBe(401);
  });

  it('Z62 Z64 takes an event four times as one, and a number as a number or as text', async () => {
    const { here, approver, id } = await scheduled();
    await here.pass(START - MONDAY);
    const body = eventBody(here, 'meeting.started', Number(id));
    for (let times = 0; times < 4; times += 1) expect((await send(here, body)).status).toBe(204);
    expect((await approver.bookings())[0]?.steps.filter(({ what }) => what === 'started')).toHaveLength(1);
  });

  it('Z63 takes an end that comes before its start as ended', async () => {
    const { here, id, state } = await scheduled();
    await here.pass(START - MONDAY + HOUR);
    await send(here, eventBody(here, 'meeting.ended', id));
    await here.companion.idle();
    expect(await state()).toBe('ended');
    here.clock.advance(1000);
    await send(here, eventBody(here, 'meeting.started', id));
    expect(await state()).toBe('ended');
  });

  it('S0-28 sees at once by Zoom’s word that what had ended is open again', async () => {
    const { here, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await send(here, eventBody(here, 'meeting.started', id));
    here.zoom.end(id);
    here.clock.advance(1000);
    await send(here, eventBody(here, 'meeting.ended', id));
    await here.companion.idle();
    expect(await state()).toBe('ended');
    here.zoom.start(id);
    here.clock.advance(1000);
    await send(here, eventBody(here, 'meeting.started', id));
    await here.companion.idle();
    expect(await state()).toBe('live');
  });

  it('Z55 does not take the end of a rehearsal for the end of the webinar', async () => {
    const { here, id, state } = await scheduled({ variables: { ZOOM_WEBHOOK_SECRET: SECRET } });
    await here.pass(START - MONDAY);
    await send(here, eventBody(here, 'webinar.started', id));
    await send(here, eventBody(here, 'webinar.ended', id, { practice_session: true }));
    await here.pass(5 * MINUTE);
    expect(await state()).toBe('live');
    here.clock.advance(1000);
    await send(here, eventBody(here, 'webinar.ended', id));
    await here.companion.idle();
    expect(await state()).toBe('ended');
  });

  it('Z65 Z66 answers for unknown numbers and other accounts, and does nothing', async () => {
    const { here, id, state } = await scheduled();
    await here.pass(START - MONDAY);
    expect((await send(here, eventBody(here, 'meeting.started', '123456789'))).status).toBe(204);
    expect((await send(here, eventBody(here, 'meeting.started', id).replace(here.zoom.accountId, 'somebody-else'))).status).toBe(204);
    expect(await state()).toBe('scheduled');
  });

  it('a start and an end of the day before, when somebody tried it out, change nothing', async () => {
    const { here, id, state } = await scheduled();
    await send(here, eventBody(here, 'meeting.started', id));
    await send(here, eventBody(here, 'meeting.ended', id));
    await here.companion.idle();
    expect(await state()).toBe('scheduled');
  });
});

describe('what people change in Zoom itself', () => {
  it('Z85 Z87 a deleted conference is missed twice, minutes apart, then shown, and never made again by itself', async () => {
    const { here, approver, id, state } = await scheduled();
    here.zoom.remove(id);
    await here.pass(11 * MINUTE);
    expect(await state()).toBe('scheduled');
    await here.pass(3 * MINUTE);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'attention', conference: null, message: expect.stringContaining('n’existe plus chez Zoom') });
    await here.pass(HOUR);
    expect(here.zoom.created()).toHaveLength(1);
    await approver.send(eventOf('booking.approved', bookingAt(START, { participants: 200 }), { at: here.clock.now() }));
    await here.companion.idle();
    expect(here.zoom.conferences()).toHaveLength(1);
  });

  it('Z86 a conference that was moved or renamed in Zoom is shown, and left as it is', async () => {
    const { here, approver, id } = await scheduled();
    here.zoom.edit(id, { topic: 'Renommée', start: START + HOUR });
    await here.pass(11 * MINUTE);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', message: expect.stringContaining('modifiée dans Zoom') });
    expect(here.zoom.conferences()[0]?.topic).toBe('Renommée');
  });

  it('Z86 is written once into the booking’s history, however often it is looked at, and only when it was moved', async () => {
    const { here, approver, id } = await scheduled();
    const moved = async (): Promise<number> => (await approver.bookings())[0]?.steps.filter(({ what }) => what === 'moved').length ?? -1;
    await here.pass(11 * MINUTE);
    expect(await moved()).toBe(0);
    here.zoom.edit(id, { topic: 'Renommée' });
    for (let looks = 0; looks < 2; looks += 1) await here.pass(6 * HOUR + MINUTE);
    expect(await moved()).toBe(1);
    here.zoom.edit(id, { topic: bookingAt(START).name });
    await here.pass(6 * HOUR + MINUTE);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', message: null });
    expect(await moved()).toBe(1);
  });

  it('Z81 the reminder carries the link and passcode that Zoom has now', async () => {
    const { here, approver, id } = await scheduled();
    const before = (await approver.bookings())[0]?.conference;
    here.zoom.edit(id, { passcode: 'Nouveau7' });
    await here.pass(DAY);
    const reminder = here.mailbox.messages().find(({ subject }) => subject.startsWith('Rappel'));
    expect(reminder?.text).toContain('Nouveau7');
    expect(reminder?.text).not.toContain(before?.passcode);
  });

  it('Z88 an orphan with our marker is reported and left; a second one of a booking goes', async () => {
    const { here, id } = await scheduled();
    const agenda = here.zoom.conferences()[0]?.agenda ?? '';
    const create = (text: string) => here.createAtZoom({ topic: 'À la main', agenda: text, start: START });
    await create(agenda);
    await create('[MGR:00000000000000aa:deadbeef] autre base');
    here.clock.advance(11 * MINUTE);
    const report = await here.companion.sweep();
    expect(report).toMatchObject({ removed: 1, orphans: [expect.any(String)] });
    expect(here.zoom.conferences().map((conference) => conference.id)).toContain(id);
    expect(here.zoom.conferences()).toHaveLength(2);
  });

  it('Z85 Z88 what somebody brought back at Zoom after it was lost is reported and left: people have its link', async () => {
    const { here, id, state } = await scheduled();
    const agenda = here.zoom.conferences()[0]?.agenda ?? '';
    here.zoom.remove(id);
    await here.pass(11 * MINUTE);
    await here.pass(3 * MINUTE);
    expect(await state()).toBe('attention');
    await here.createAtZoom({ topic: 'Rétablie', agenda, start: START });
    here.clock.advance(11 * MINUTE);
    expect(await here.companion.sweep()).toMatchObject({ removed: 0, orphans: [expect.any(String)] });
    expect(here.zoom.conferences()).toHaveLength(1);
  });

  it('Z90 takes a link that a person made by hand while Zoom was down, and mails it', async () => {
    const here = await startOwnWorld({ zoom: { faults: { rates: { 'reset.before': 1 } } } });
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START, { participants: 6000 }), { at: MONDAY }));
    await here.companion.idle();
    const answer = await approver.post<BookingOfLedger>(`/v1/bookings/${KEY}/link`, { id: '81234567890', joinLink: 'https://zoom.us/j/81234567890?pwd=abc', passcode: 'Main1234' });
    expect(answer.body).toMatchObject({ state: 'scheduled', conference: { joinLink: 'https://zoom.us/j/81234567890?pwd=abc' } });
    await here.companion.idle();
    expect(here.mailbox.messages().at(-1)?.text).toContain('Main1234');
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: here.clock.now() }));
    await here.companion.idle();
    expect((await approver.bookings())[0]?.state).toBe('cancelled');
  });
});
