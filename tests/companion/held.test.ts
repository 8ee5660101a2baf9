/** F08 and F09: how many came, who did not come, and who came without a booking. */
import { describe, expect, it } from 'vitest';
import type { AttendanceAnswer, UsageAnswer } from '../../lib/contract/usage.ts';
import { purge } from '../../companion/ledger/purge.ts';
import { signEvent } from '../standins/zoom/standin.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { APPROVERS } from './support/world.ts';
import type { Client, World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const MINUTE = 60_000;
const SECRET = 'zoom-secret-token-example';
const PLAIN = 'animation@cct.example.test';
/** As the stand-in names that licence holder. */
const PLAIN_ID = 'hPlain300AbCdEfGhIjKlM';
const YEAR = 'from=2026-04-01T04:00:00Z&to=2027-04-01T04:00:00Z';

async function open(): Promise<{ here: World; approver: Client }> {
  const here = await startOwnWorld({ variables: { ZOOM_HOST_USER_ID: PLAIN, ZOOM_WEBHOOK_SECRET: SECRET } });
  return { here, approver: await here.person('approver') };
}

async function scheduled(changes: Parameters<typeof bookingAt>[1] = {}): Promise<{ here: World; approver: Client; id: string }> {
  const { here, approver } = await open();
  await approver.send(eventOf('booking.approved', bookingAt(START, { participants: 200, ...changes }), { at: MONDAY }));
  await here.companion.idle();
  return { here, approver, id: here.zoom.conferences()[0]?.id ?? '' };
}

async function tell(here: World, event: string, id: string, more: Record<string, unknown> = {}): Promise<void> {
  const at = String(here.clock.now() / 1000);
  const body = JSON.stringify({ event, event_ts: here.clock.now(), payload: { account_id: here.zoom.accountId, object: { id, uuid: `${id}==`, host_id: PLAIN_ID, topic: 'Sans\u2028titre <b>', ...more } } });
  const answer = await fetch(`${here.companion.url}/zoom/events`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-zm-request-timestamp': at, 'x-zm-signature': signEvent(SECRET, at, body) } });
  expect(answer.status).toBe(204);
  await here.companion.idle();
}

/** Zoom answers none of its next questions about a licence. */
function silence(here: World): void {
  for (let calls = 0; calls < 6; calls += 1) here.zoom.failNext('500.before', { method: 'GET' });
}

const subjects = (here: World): string[] => here.mailbox.messages().map(({ subject }) => subject);
const alerts = (here: World) => here.mailbox.messages().filter(({ subject }) => subject.startsWith('Rencontre sans réservation'));
const questions = (here: World) => here.mailbox.messages().filter(({ subject }) => subject.startsWith('Non tenue'));

describe('F08 estimated against actual', () => {
  async function held(): Promise<{ here: World; approver: Client }> {
    const { here, approver, id } = await scheduled({ participants: 1200 });
    await here.pass(START - MONDAY);
    here.zoom.start(id);
    await here.pass(2 * MINUTE);
    const stays = Array.from({ length: 310 }, (_, index) => ({ name: `Secret ${index}`, email: `secret-${index}@exemple.test`, join: START + MINUTE, leave: START + HOUR }));
    here.zoom.attend(id, stays as never);
    here.zoom.end(id);
    await here.pass(2 * MINUTE);
    await here.pass(MINUTE);
    await here.pass(HOUR);
    return { here, approver };
  }

  it('S1-43 S1-46 keeps the unique count and the peak, and shows 310 of 1,200', async () => {
    const { approver } = await held();
    const { body } = await approver.get<AttendanceAnswer>('/v1/usage/attendance?service=web5000');
    expect(body.past).toEqual([{ start: new Date(START).toISOString(), establishment: { id: 'iucpq', name: 'IUCPQ – Université Laval' }, estimated: 1200, unique: 310, peak: 310 }]);
  });

  it('never writes the raw report down, so that nothing of it is left well before 24 hours', async () => {
    const { here } = await held();
    const bytes = (await here.databaseBytes()).toLowerCase();
    expect(bytes).not.toContain('secret-');
    expect(bytes).not.toContain('secret 1');
    await here.pass(DAY);
    expect((await here.databaseBytes()).toLowerCase()).not.toContain('secret-');
  });

  it('is for the requester’s establishment, and for nobody else’s', async () => {
    const { here } = await held();
    const own = await here.person('representative', { establishmentId: 'iucpq' });
    const other = await here.person('representative', { establishmentId: 'cisss-iles', email: 'autre@exemple.test' });
    expect((await own.get<AttendanceAnswer>('/v1/usage/attendance?service=web5000')).body.past).toHaveLength(1);
    expect((await other.get<AttendanceAnswer>('/v1/usage/attendance?service=web5000')).body.past).toEqual([]);
  });

  it('outlives the erasure of the booking’s personal data: a count is nobody’s', async () => {
    const { here, approver } = await held();
    const ledger = await here.openLedger();
    expect(await purge(ledger.database, here.clock.now() + DAY, here.clock.now(), 'test')).toBe(1);
    await ledger.close();
    expect((await approver.get<AttendanceAnswer>('/v1/usage/attendance?service=web5000')).body.past[0]).toMatchObject({ estimated: 1200, unique: 310 });
  });
});

describe('F09 a meeting without a booking', () => {
  it('S1-59 tells the approvers at once, and names whom it may disturb', async () => {
    const { here } = await scheduled();
    await here.pass(START - HOUR - MONDAY);
    const before = here.clock.now();
    await tell(here, 'meeting.started', '99988877766');
    const [alert, ...others] = alerts(here);
    expect(others).toEqual([]);
    expect(here.clock.now() - before).toBeLessThan(60_000);
    expect(alert?.to.map(({ address }) => address)).toEqual([APPROVERS]);
    expect(alert?.subject).toBe('Rencontre sans réservation\u00a0: Sans titre <b>');
    expect(alert?.text).toContain('Journée régionale – télésanté & « soins »');
    expect(alert?.text).toContain('IUCPQ – Université Laval');
    expect(alert?.text).toContain('Élise Gagné');
    expect(alert?.html).not.toContain('Sans titre <b>');
  });

  it('says so when nobody is disturbed, and is told once however often Zoom says it', async () => {
    const { here } = await open();
    for (let times = 0; times < 3; times += 1) await tell(here, 'meeting.started', '99988877766');
    expect(alerts(here)).toHaveLength(1);
    expect(alerts(here)[0]?.text).toContain('Aucune réservation de cette licence');
  });

  it('is told for a booking that was refused or cancelled, not for one that is approved', async () => {
    const { here, approver, id } = await scheduled();
    await here.pass(START - 10 * MINUTE - MONDAY);
    await tell(here, 'meeting.started', id);
    expect(alerts(here)).toEqual([]);
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY, { number: '2026-0020', participants: 200 }), { at: here.clock.now() }));
    await here.companion.idle();
    const second = here.zoom.conferences().find((conference) => conference.id !== id)?.id ?? '';
    await approver.send(eventOf('booking.cancelled', bookingAt(START + DAY, { number: '2026-0020', participants: 200 }), { at: here.clock.now() + 1 }));
    await here.companion.idle();
    here.clock.advance(1000);
    await tell(here, 'meeting.started', second);
    expect(alerts(here)).toHaveLength(1);
  });

  it('is silent on a trial the day before, on a rehearsal and on another licence', async () => {
    const { here, id } = await scheduled();
    await tell(here, 'meeting.started', id);
    await tell(here, 'webinar.started', '99988877700', { practice_session: true });
    await tell(here, 'meeting.started', '99988877701', { host_id: 'hSomebodyElse000000000' });
    expect(alerts(here)).toEqual([]);
  });

  it('is silent on either of two bookings that a person gave the same link by hand, and each begins at its own hour', async () => {
    const { here, approver } = await open();
    const states = async () => (await approver.bookings()).toSorted((one, other) => one.key.localeCompare(other.key)).map(({ state }) => state);
    for (const [number, start] of [['2026-0012', START], ['2026-0013', START + 3 * HOUR]] as const) {
      // Above the capacity: a person looks, and makes the meeting by hand.
      await approver.send(eventOf('booking.approved', bookingAt(start, { number, participants: 6000 }), { at: MONDAY }));
      await here.companion.idle();
      await approver.post(`/v1/bookings/iris:${number}/link`, { id: '81234567890', joinLink: 'https://zoom.us/j/81234567890', passcode: null });
      await here.companion.idle();
    }
    await here.pass(START - MONDAY);
    await tell(here, 'meeting.started', '81234567890');
    expect(await states()).toEqual(['live', 'scheduled']);
    for (let looks = 0; looks < 6; looks += 1) await here.pass(HOUR / 2);
    await tell(here, 'meeting.started', '81234567890', { uuid: 'second==' });
    expect((await states())[1]).toBe('live');
    expect(alerts(here)).toEqual([]);
  });

  it('speaks up when a trial runs into somebody else’s hours', async () => {
    const { here, approver, id } = await scheduled();
    await approver.send(eventOf('booking.approved', bookingAt(START - DAY, { number: '2026-0021', name: 'Cours de la veille', participants: 200 }), { at: MONDAY }));
    await here.companion.idle();
    await here.pass(START - DAY - MONDAY - HOUR);
    await tell(here, 'meeting.started', id);
    expect(alerts(here)[0]?.text).toContain('Cours de la veille');
  });

  it('is asked again of Zoom when Zoom does not say whose licence it is, and still told within the minute', async () => {
    const { here } = await open();
    silence(here);
    await tell(here, 'meeting.started', '99988877766');
    for (let seconds = 0; seconds < 50 && alerts(here).length === 0; seconds += 10) await here.pass(10_000);
    expect(alerts(here)).toHaveLength(1);
  });

  it('is told no more after half an hour without a word of Zoom about whose licence it is', async () => {
    const { here } = await open();
    silence(here);
    await tell(here, 'meeting.started', '99988877766');
    for (let minutes = 0; minutes < 32; minutes += 1) {
      silence(here);
      await here.pass(MINUTE);
    }
    await here.pass(10 * MINUTE);
    expect(alerts(here)).toEqual([]);
    const ledger = await here.openLedger();
    expect(await ledger.database.db.selectFrom('effects').select(['outcome', 'last_problem']).where('kind', '=', 'alert').execute()).toEqual([{ outcome: 'dropped', last_problem: 'late' }]);
    await ledger.close();
  });
});

describe('F09 a booking without a meeting', () => {
  const linkOf = (here: World): string => /https?:\/\/\S+\/h\/[\w-]{43}/u.exec(questions(here)[0]?.text ?? '')?.[0] ?? '';
  const answer = (link: string, value: string, headers: Record<string, string> = {}) => fetch(link, { method: 'POST', body: `answer=${value}`, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
  const notHeld = async (client: Client): Promise<number> => (await client.get<UsageAnswer>(`/v1/usage?service=web5000&${YEAR}`)).body.total.notHeld;

  async function unheld(): Promise<{ here: World; approver: Client; id: string }> {
    const opened = await scheduled();
    await opened.here.pass(START - 5 * MINUTE - MONDAY);
    for (let minutes = -5; minutes < 14; minutes += 2) await opened.here.pass(2 * MINUTE);
    return opened;
  }

  it('asks the requester at a quarter past, not before, once', async () => {
    const { here } = await unheld();
    expect(here.clock.now()).toBe(START + 15 * MINUTE);
    expect(questions(here)).toHaveLength(1);
    expect(questions(here)[0]?.to.map(({ address }) => address)).toEqual(['elise.gagne@iucpq.example.test']);
    await here.pass(10 * MINUTE);
    await here.pass(10 * MINUTE);
    expect(questions(here)).toHaveLength(1);
  });

  it('asks nobody about what was cancelled while the mail server did not take the question', async () => {
    const { here, approver } = await scheduled();
    await here.pass(START - 5 * MINUTE - MONDAY);
    here.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 1000 });
    for (let minutes = -5; minutes < 15; minutes += 2) await here.pass(2 * MINUTE);
    await approver.send(eventOf('booking.cancelled', bookingAt(START, { participants: 200 }), { at: here.clock.now() }));
    await here.companion.idle();
    here.mailbox.fail(null);
    for (let quarters = 0; quarters < 4; quarters += 1) await here.pass(15 * MINUTE);
    expect(subjects(here).map((subject) => subject.split('\u00a0')[0])).toContain('Rencontre Zoom annulée');
    expect(questions(here)).toEqual([]);
  });

  it('does not ask at fourteen minutes past', async () => {
    const { here } = await scheduled();
    await here.pass(START - MONDAY);
    for (let minutes = 0; minutes < 14; minutes += 2) await here.pass(2 * MINUTE);
    expect(subjects(here).filter((subject) => subject.startsWith('Non tenue'))).toEqual([]);
  });

  it('counts as not held after 24 hours without an answer, not before', async () => {
    const { here, approver } = await unheld();
    await here.pass(2 * HOUR);
    expect(await notHeld(approver)).toBe(0);
    await here.pass(22 * HOUR - MINUTE);
    expect(await notHeld(approver)).toBe(0);
    await here.pass(2 * MINUTE);
    expect(await notHeld(approver)).toBe(1);
  });

  it('counts at once when the requester says so; opening the link changes nothing; the answer can be changed', async () => {
    const { here, approver } = await unheld();
    const link = linkOf(here);
    const page = await fetch(link);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Cette rencontre a-t-elle lieu')]);
    expect(await notHeld(approver)).toBe(0);
    expect(await (await answer(link, 'notHeld')).text()).toContain('compte comme non tenue');
    expect(await notHeld(approver)).toBe(1);
    expect(await (await answer(link, 'held')).text()).toContain('compte comme tenue');
    expect(await notHeld(approver)).toBe(0);
    await here.pass(2 * DAY);
    expect(await notHeld(approver)).toBe(0);
    expect((await answer(link, 'notHeld')).status).toBe(409);
  });

  it('Zoom’s word outweighs a missing answer: begun late, it was held', async () => {
    const { here, approver, id } = await unheld();
    await answer(linkOf(here), 'notHeld');
    await tell(here, 'meeting.started', id);
    expect(await notHeld(approver)).toBe(0);
    expect(await (await fetch(linkOf(here))).text()).toContain('Zoom a vu commencer');
  });

  it('a report in which nobody came does not make it held', async () => {
    const { here, approver, id } = await unheld();
    await answer(linkOf(here), 'notHeld');
    here.zoom.start(id);
    here.zoom.end(id);
    for (let hours = 0; hours < 6; hours += 1) await here.pass(HOUR);
    expect((await approver.get<AttendanceAnswer>('/v1/usage/attendance?service=web5000')).body.past).toMatchObject([{ unique: 0 }]);
    expect(await notHeld(approver)).toBe(1);
  });

  it('takes no form of another site, no other word, and tells nothing of a link that was never given out', async () => {
    const { here, approver } = await unheld();
    const link = linkOf(here);
    expect((await answer(link, 'notHeld', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await answer(link, 'perhaps')).status).toBe(400);
    expect(await notHeld(approver)).toBe(0);
    const forged = `${link.slice(0, -43)}${'A'.repeat(43)}`;
    for (let times = 0; times < 10; times += 1) expect((await fetch(forged)).status).toBe(404);
    expect((await fetch(forged)).status).toBe(429);
    expect((await fetch(link)).status).toBe(200);
  });

  it('the link of a question leads to none once the booking was moved to another day', async () => {
    const { here, approver } = await unheld();
    const link = linkOf(here);
    expect((await fetch(link)).status).toBe(200);
    await approver.send(eventOf('booking.changed', bookingAt(START + 3 * DAY, { participants: 200 }), { at: here.clock.now() }));
    await here.companion.idle();
    expect([(await fetch(link)).status, (await answer(link, 'notHeld')).status]).toEqual([404, 404]);
  });

  it('a booking that was moved is asked about anew', async () => {
    const { here, approver } = await scheduled();
    await here.pass(START - MONDAY);
    await approver.send(eventOf('booking.changed', bookingAt(START + 4 * HOUR, { participants: 200 }), { at: here.clock.now() }));
    await here.companion.idle();
    await here.pass(20 * MINUTE);
    expect(questions(here)).toEqual([]);
  });
});
