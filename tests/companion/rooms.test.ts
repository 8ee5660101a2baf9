/** S1: a shared room instead of a meeting for each booking, its host key shown once, and who was there. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../lib/contract/answer.ts';
import { hostKeyAnswer, type HostKeyAnswer, type RoomRequestEntry, type RoomRequestsAnswer, staysAnswer } from '../../lib/contract/rooms.ts';
import { signedTextOf, importSecret, sign } from '../../lib/contract/signature.ts';
import { reopenReveal } from '../../companion/ledger/rooms.ts';
import { createZoom } from '../../companion/zoom/client.ts';
import { PLAIN, startZoomStandin } from '../standins/zoom/standin.ts';
import { eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { auditOf, book, linkIn, MINUTE, ROOM_LINK, roomBooking, sharedRoom, SLOT, startRoom, tellOf, type RoomWorld } from './support/rooms.ts';

const other = { number: '2026-0099', name: 'Formation', requester: { name: 'Luc Roy', email: 'luc.roy@iles.example.test' }, establishment: { id: 'cisss-iles', name: 'CISSS des Îles' } };

const ask = (client: RoomWorld['holder'], key: string, despite = false) => client.post<HostKeyAnswer & Problem>(`/v1/bookings/${key}/host-key`, { despite });

async function opened(): Promise<RoomWorld & { key: string }> {
  const made = await startRoom();
  const key = await book(made);
  await made.here.pass(SLOT - 15 * MINUTE - MONDAY);
  return { ...made, key };
}

describe('a shared room', () => {
  it('S1-30 books a slot without making a meeting, and S1-04 tells nobody the room’s own link beforehand', async () => {
    const made = await startRoom();
    await book(made);
    expect(made.here.zoom.created()).toHaveLength(1);
    const [booking] = await made.holder.bookings();
    expect(booking).toMatchObject({ state: 'scheduled', conference: { kind: 'permanent', id: made.roomId, passcode: null } });
    expect(booking?.conference?.joinLink).toMatch(/\/r\/[\w-]{16}$/u);
    const mails = made.here.mailbox.messages();
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('Votre rencontre Zoom est prête')]);
    expect(mails[0]?.text).toContain('Il ne crée pas de rencontre');
    expect(JSON.stringify([mails, booking])).not.toMatch(/RoomSecret|RoomCode/u);
  });

  it('S1-13 lets one slot at a time have the room, and S1-27 says which one stands in the way', async () => {
    const made = await startRoom();
    await book(made);
    const luc = await made.here.person('representative', { name: 'Luc Roy', email: other.requester.email, establishmentId: 'cisss-iles' });
    await book({ ...made, holder: luc }, SLOT + HOUR, other);
    expect((await luc.bookings())[0]).toMatchObject({ state: 'attention', conference: null, message: expect.stringContaining('IUCPQ') });
  });

  it('S0-22 waits for an approver where the room was set up so, whatever the request says', async () => {
    const made = await startRoom({}, true);
    await book(made);
    expect((await made.holder.bookings())[0]?.state).toBe('requested');
  });
});

describe('a slot that is running', () => {
  it('S1-30 S1-58 stays live to its end, though Zoom is not asked about the room, and is over then', async () => {
    const { here, holder, roomId } = await opened();
    await tellOf(here, 'meeting.started', { id: roomId, uuid: 'AbC==', topic: 'Salle partagée' });
    for (let minutes = 0; minutes < 90; minutes += 5) {
      expect([minutes, (await holder.bookings())[0]?.state]).toEqual([minutes, 'live']);
      await here.pass(5 * MINUTE);
    }
    for (let looks = 0; looks < 6; looks += 1) await here.pass(5 * MINUTE);
    expect((await holder.bookings())[0]?.state).toBe('ended');
  });
});

describe('the host key', () => {
  it('S1-05 S1-07 is shown to the holder of the slot from a quarter of an hour before, once, and each showing is logged', async () => {
    const made = await startRoom();
    const key = await book(made);
    await made.here.pass(SLOT - 15 * MINUTE - 1000 - MONDAY);
    expect((await ask(made.holder, key)).body.code).toBe('too_early');
    await made.here.pass(1000);
    const shown = await ask(made.holder, key);
    expect(hostKeyAnswer.parse(shown.body)).toMatchObject({ hostKey: made.here.zoom.hostKeyOf(PLAIN), number: made.roomId, joinLink: ROOM_LINK, passcode: 'RoomCode' });
    expect([(await ask(made.holder, key)).status, (await ask(made.holder, key)).body.code]).toEqual([409, 'key_shown']);
    expect((await auditOf(made.here)).filter(({ what }) => what === 'hostKeyShown')).toEqual([{ what: 'hostKeyShown', actor: made.holder.id, detail: null }]);
    expect(await made.here.databaseBytes()).not.toContain(`"${shown.body.hostKey}"`);
  });

  it('S1-05 S1-52 is refused to everybody else: colleagues of the establishment, approvers, strangers', async () => {
    const { here, key } = await opened();
    const before = here.zoom.hostKeyOf(PLAIN);
    const colleague = await here.person('representative', { email: 'collegue@iucpq.example.test', establishmentId: 'iucpq' });
    const stranger = await here.person('representative', { email: 'autre@exemple.test', establishmentId: 'cisss-iles' });
    const answers = [await ask(colleague, key), await ask(await here.person('approver'), key), await ask(stranger, key)];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404]);
    expect(here.zoom.hostKeyOf(PLAIN)).toBe(before);
  });

  it('S1-05 S1-55 changes after the use to one that nobody has seen, once the room is empty', async () => {
    const { here, holder, key, roomId } = await opened();
    const { hostKey } = (await ask(holder, key)).body;
    here.zoom.start(roomId);
    await here.pass(2 * HOUR);
    expect(here.zoom.hostKeyOf(PLAIN)).toBe(hostKey);
    here.zoom.end(roomId);
    await here.pass(5 * MINUTE);
    expect(here.zoom.hostKeyOf(PLAIN)).not.toBe(hostKey);
    expect((await auditOf(here)).map(({ what }) => what)).toContain('hostKeyRotated');
    expect((await ask(holder, key)).body.code).toMatch(/slot_over|no_conference/u);
  });

  it('S1-05 S1-55 changes after the use too when the CCT let it be shown once more and nobody asked for it again', async () => {
    const { here, holder, key } = await opened();
    const { hostKey } = (await ask(holder, key)).body;
    const ledger = await here.openLedger();
    const { id } = await ledger.database.db.selectFrom('bookings').select('id').executeTakeFirstOrThrow();
    await reopenReveal(ledger.database.db, id);
    await ledger.close();
    await here.pass(2 * HOUR);
    expect(here.zoom.hostKeyOf(PLAIN)).not.toBe(hostKey);
  });

  it('S1-05 S1-55 of a slot that is prolonged holds until its new end, and changes then', async () => {
    const { here, holder, key } = await opened();
    const { hostKey } = (await ask(holder, key)).body;
    const approver = await here.person('approver');
    await here.pass(45 * MINUTE);
    await approver.send(eventOf('booking.changed', roomBooking(SLOT, { end: new Date(SLOT + 2 * HOUR).toISOString() }), { at: here.clock.now(), service: sharedRoom }));
    await here.pass(70 * MINUTE);
    expect(here.zoom.hostKeyOf(PLAIN)).toBe(hostKey);
    await here.pass(HOUR / 2);
    expect(here.zoom.hostKeyOf(PLAIN)).not.toBe(hostKey);
  });

  it('S1-58 says whose meeting is on, and shows nothing before the slot; from its start a person may insist', async () => {
    const made = await startRoom();
    const luc = await made.here.person('representative', { name: 'Luc Roy', email: other.requester.email, establishmentId: 'cisss-iles' });
    await book({ ...made, holder: luc }, SLOT - 1.5 * HOUR, other);
    const key = await book(made);
    await made.here.pass(SLOT - 10 * MINUTE - MONDAY);
    made.here.zoom.start(made.roomId);
    const early = await ask(made.holder, key, true);
    expect([early.status, early.body.code, early.body.detail]).toEqual([409, 'room_busy', expect.stringContaining('CISSS des Îles')]);
    await made.here.pass(10 * MINUTE);
    // Luc's slot is over: what is live in the room now is one's own people.
    expect((await ask(made.holder, key)).status).toBe(200);
  });

  it('S1-58 names a meeting of nobody’s on the same licence, and lets the holder go on when he has read it', async () => {
    const { here, holder, key } = await opened();
    await here.createAtZoom({ topic: 'Réunion à part', agenda: '', start: SLOT + 5 * HOUR });
    here.zoom.start(here.zoom.created().at(-1)?.id ?? '');
    expect((await ask(holder, key)).body.detail).toContain('Réunion à part');
    const mail = here.mailbox.messages().find(({ subject }) => subject.startsWith('Votre salle Zoom s’ouvre'));
    const page = await (await fetch(linkIn(mail?.text ?? '', 'k'), { method: 'POST' })).text();
    expect(page).toContain('Revenez au début de votre créneau, à 12\u00a0h\u00a000');
    await here.pass(15 * MINUTE);
    expect((await ask(holder, key)).status).toBe(409);
    expect((await ask(holder, key, true)).status).toBe(200);
    expect((await auditOf(here)).find(({ what }) => what === 'hostKeyShown')?.detail).toBe('despite');
  });

  it('S1-05 S1-32 S1-34 comes by a mail whose page shows it once, on a click and not on opening', async () => {
    const { here } = await opened();
    const mail = here.mailbox.messages().find(({ subject }) => subject.startsWith('Votre salle Zoom s’ouvre'));
    expect(mail?.text).toContain('Revendiquer le rôle d’hôte');
    expect(mail?.text).toContain('salle d’attente');
    const page = linkIn(mail?.text ?? '', 'k');
    const before = here.zoom.hostKeyOf(PLAIN);
    for (let times = 0; times < 5; times += 1) expect((await fetch(page)).status).toBe(200);
    expect(here.zoom.hostKeyOf(PLAIN)).toBe(before);
    const shown = await fetch(page, { method: 'POST' });
    expect(await shown.text()).toContain(here.zoom.hostKeyOf(PLAIN));
    expect([shown.status, shown.headers.get('cache-control'), here.zoom.hostKeyOf(PLAIN) === before]).toEqual([200, 'no-store', false]);
    expect((await fetch(page, { method: 'POST' })).status).toBe(409);
    expect((await fetch(page, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('S1-05 is not used up when Zoom does not take it', async () => {
    const { here, holder, key } = await opened();
    here.zoom.failNext('500.before', { method: 'PATCH' });
    expect((await ask(holder, key)).body.code).toBe('zoom_silent');
    expect((await ask(holder, key)).status).toBe(200);
  });
});

describe('S1-12 the check', () => {
  it('S1-12 warns that a Basic account ends after 40 minutes, and S1-56 names the permission that a room takes', async () => {
    const zoom = await startZoomStandin({ hosts: [{ email: PLAIN, basic: true }], scopes: ['user:read:user:admin', 'user:read:settings:admin'] });
    const conferences = createZoom({ ...zoom.credentials, tokenUrl: zoom.tokenUrl, apiBase: zoom.apiBase, fetch, now: () => MONDAY, random: () => 0.5 });
    const checks = await conferences.check([PLAIN], ['meeting'], AbortSignal.timeout(20_000), true);
    await zoom.close();
    expect(checks.find(({ what }) => what.startsWith('plan'))).toMatchObject({ ok: false, sentence: expect.stringContaining('40 minutes') });
    expect(checks.find(({ what }) => what === 'scopes')?.sentence).toContain('user:update:user:admin');
  });
});

describe('who was there', () => {
  it('S1-43 S1-46 gives a host the durations as CSV and nobody’s name, and S1-44 names Zoom’s own report for those', async () => {
    const made = await startRoom({ variables: { ZOOM_REPORTS_URL: 'https://zoom.us/account/my/report' } });
    const key = await book(made);
    await made.here.pass(SLOT - MONDAY);
    const { roomId, here } = made;
    here.zoom.start(roomId);
    await tellOf(here, 'meeting.started', { id: roomId, uuid: here.zoom.created()[0]?.uuid, host_id: 'x', topic: 'Salle' });
    here.zoom.attend(roomId, [{ name: 'Secret Un', email: 'un@secret.test', join: SLOT, leave: SLOT + HOUR }, { name: 'Secret Deux', email: 'deux@secret.test', join: SLOT, leave: SLOT + 5 * MINUTE }]);
    await here.pass(HOUR);
    here.zoom.end(roomId);
    const host = await here.person('host');
    const path = `/v1/bookings/${key}/attendance`;
    const headers = await sign({ id: host.id, kind: 'v1', key: await importSecret(host.secret) }, 'read_csv', here.clock.now(), signedTextOf('GET', path, null));
    const csv = await fetch(`${here.companion.url}${path}`, { headers: { ...headers } });
    expect(await csv.text()).toBe('participant,minutes\r\n1,60\r\n2,5\r\n');
    expect([csv.headers.get('content-type'), csv.headers.get('link')]).toEqual([expect.stringContaining('text/csv'), '<https://zoom.us/account/my/report>; rel="related"']);
    // As the extension asks, which makes its own file of it.
    const asked = await fetch(`${here.companion.url}${path}`, { headers: { ...headers, accept: 'application/json' } });
    expect(staysAnswer.parse(await asked.json())).toEqual({ minutes: [60, 5], reports: 'https://zoom.us/account/my/report' });
    expect((await made.holder.get(path)).status).toBe(403);
    expect((await here.databaseBytes()).toLowerCase()).not.toContain('secret un');
  });
});

describe('a room of one’s own', () => {
  it('S1-35 S1-36 S1-37 is asked for with its options and a reason, waits in the CCT’s queue, and S1-38 its answer says to book all the same', async () => {
    const made = await startRoom();
    const wanted = { name: 'Salle des formateurs', video: false, mute: true, authentication: true, reason: 'Chaque jeudi', language: 'fr' };
    const asked = await made.holder.post<RoomRequestEntry>('/v1/room-requests', wanted);
    expect([asked.status, asked.body.state]).toEqual([201, 'open']);
    await made.here.companion.idle();
    expect(made.here.mailbox.messages()[0]?.text).toMatch(/Salle des formateurs[\s\S]*Chaque jeudi/u);
    const admin = await made.here.person('admin');
    expect((await admin.get<RoomRequestsAnswer>('/v1/room-requests')).body.requests).toHaveLength(1);
    const stranger = await made.here.person('representative', { email: 'autre@exemple.test' });
    expect((await stranger.get<RoomRequestsAnswer>('/v1/room-requests')).body.requests).toEqual([]);
    const path = `/v1/room-requests/${asked.body.id}/decision`;
    expect((await stranger.post(path, { state: 'created', comment: '' })).status).toBe(403);
    expect((await admin.post<RoomRequestEntry>(path, { state: 'created', comment: 'Bienvenue' })).body.state).toBe('created');
    expect((await admin.post<Problem>(path, { state: 'refused', comment: '' })).body.code).toBe('decided');
    await made.here.companion.idle();
    expect(made.here.mailbox.messages().at(-1)?.text).toContain('ne vous dispense pas de réserver');
  });

  it.each([{}, { name: 'x', video: 'oui', mute: true, authentication: false, reason: 'r', language: 'fr' }, { name: 'x', video: true, mute: true, authentication: false, reason: '   ', language: 'fr' }])('S1-37 refuses %j with a problem document', async (body) => {
    const made = await startRoom();
    const refused = await made.holder.post<Problem>('/v1/room-requests', body);
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid']);
  });
});
