/** A ledger with something of everything in it, and one true request of each kind: the app accepts every one of them as it is. */
import type { Database } from '../../companion/ledger/database.ts';
import { enrol, inviteToEnrol } from '../../companion/ledger/enrolment.ts';
import { askWhetherHeld, heldToken } from '../../companion/ledger/held.ts';
import { issueCancelLink } from '../../companion/ledger/links.ts';
import { born } from '../../companion/ledger/machine.ts';
import { addPerson } from '../../companion/ledger/people.ts';
import { toRow } from '../../companion/ledger/records.ts';
import type { BookingRecord, ConferenceRecord } from '../../companion/ledger/records.ts';
import { askForRoom } from '../../companion/ledger/room-requests.ts';
import { issueKeyLink, roomConference, saveRoom } from '../../companion/ledger/rooms.ts';
import { askForSlot, slotToken } from '../../companion/ledger/slot-requests.ts';
import { issueUsageLink } from '../../companion/ledger/usage-links.ts';
import type { Secrets } from '../../companion/secrets.ts';
import type { EventType } from '../../lib/contract/event.ts';
import { importSecret, sign, signedTextOf, toBase64 } from '../../lib/contract/signature.ts';
import type { SigningKey } from '../../lib/contract/signature.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from '../companion/support/bookings.ts';
import { sharedRoom } from '../companion/support/rooms.ts';
import { signEvent } from '../standins/zoom/standin.ts';
import type { Original } from './mutation.ts';

export const ZOOM_SECRET = 'zoom-secret-token-example';
export const ACCOUNT = 'account';
const MINUTE = 60_000;
const HOLDER = 'elise.gagne@iucpq.example.test';
const iso = (instant: number): string => new Date(instant).toISOString();
const conference: ConferenceRecord = { kind: 'webinar', id: '123456789', joinLink: 'https://zoom.example.test/j/123456789', passcode: null, dialIn: [], differences: [], createdAt: MONDAY, presenterLink: null };
const room = { service_id: sharedRoom.id, meeting_id: '98765432101', join_link: 'https://zoom.example.test/j/98765432101', passcode: 'Salle1', needs_approval: 0, created_at: MONDAY };
const usage = { service: { id: 'web5000', name: 'Licence', quota: { unit: 'hours' as const, total: null } }, roster: null, from: iso(MONDAY - 30 * DAY), to: iso(MONDAY + 30 * DAY), language: 'fr' as const };

/** Each in the state in which one of the requests does something. */
const records = {
  scheduled: recordOf('iris:2026-0012', MONDAY + 2 * DAY, { conference }),
  live: recordOf('iris:2026-0013', MONDAY - 30 * MINUTE, { conference: { ...conference, id: '123456780' }, life: { ...born(), state: 'live', conferenceRevision: 1 } }),
  room: recordOf('iris:2026-0014', MONDAY + 10 * MINUTE, { service: sharedRoom, conference: roomConference(room, MONDAY), slug: 'abcdefghijkl_-01' }),
  withoutConference: recordOf('iris:2026-0015', MONDAY + 3 * DAY, { life: { ...born(), state: 'attention', notice: { code: 'zoomRefused', values: {} } } }),
  slot: recordOf('iris:2026-0016', MONDAY + 4 * DAY, { conference: { ...conference, id: '123456781' } }),
};

function recordOf(key: string, start: number, changes: Partial<BookingRecord>): BookingRecord {
  const booking = bookingAt(start, { number: key.replace('iris:', ''), establishment: null });
  return { id: `r${key.slice(-2)}`, host: 'host', booking, service: web5000, language: 'fr', reason: null, browserOnly: false, slug: null, createdAt: MONDAY - HOUR, updatedAt: MONDAY - HOUR, life: { ...born(), state: 'scheduled', conferenceRevision: 1, announced: true }, conference: null, ...changes };
}

interface Person {
  v1: SigningKey;
  v1a: SigningKey;
}

const newPair = async (): Promise<{ publicKey: string; privateKey: CryptoKey }> => {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as { publicKey: CryptoKey; privateKey: CryptoKey };
  return { publicKey: toBase64(await crypto.subtle.exportKey('raw', pair.publicKey)), privateKey: pair.privateKey };
};

/** One person with a shared secret and a key pair, both in force. */
async function personOf({ db }: Database, secrets: Secrets, role: 'admin' | 'representative', email: string): Promise<Person> {
  const { id, secret } = await addPerson(db, secrets, { name: `Personne ${role}`, email, role, establishmentId: null }, MONDAY);
  const pair = await newPair();
  const invited = await inviteToEnrol(db, { keyId: id }, MONDAY);
  await enrol(db, { code: invited?.code ?? '', publicKey: pair.publicKey }, MONDAY);
  return { v1: { id, kind: 'v1', key: await importSecret(secret) }, v1a: { id, kind: 'v1a', key: pair.privateKey } };
}

/** @returns one true request of each kind that a program or a person's page can make, the signed ones by either kind of key */
export async function makeOriginals(database: Database, secrets: Secrets): Promise<Original[]> {
  const { db } = database;
  const admin = await personOf(database, secrets, 'admin', 'admin@cct.example.test');
  const holder = await personOf(database, secrets, 'representative', HOLDER);
  for (const record of Object.values(records)) await db.insertInto('bookings').values(toRow(record)).execute();
  await saveRoom(db, room);
  const caller = { keyId: admin.v1.id, name: 'Personne admin', email: 'admin@cct.example.test', role: 'admin' as const, establishmentId: null };
  const slots: string[] = [];
  // One for each of the two keys and one for the page: an answer counts once.
  for (const day of [1, 2, 3]) slots.push((await askForSlot(db, secrets, records.slot, caller, { service: 'web5000', at: records.slot.booking.start, purpose: 'Urgence', language: 'fr' }, MONDAY - day * DAY)) ?? '');
  const wish = { name: 'Salle', video: false, mute: true, authentication: false, reason: 'Chaque semaine', language: 'fr' as const };
  const wishes = [await askForRoom(db, caller, wish, MONDAY), await askForRoom(db, caller, wish, MONDAY)];
  await askWhetherHeld(db, secrets, records.live, MONDAY);
  const invited = await inviteToEnrol(db, { name: 'Nouvelle', email: null, role: 'representative', establishmentId: null }, MONDAY);

  const signed: Original[] = [];
  for (const kind of ['v1', 'v1a'] as const) {
    const turn = kind === 'v1' ? 0 : 1;
    const ask = async (person: Person, method: string, path: string, value: unknown = null): Promise<void> => {
      const body = value === null ? null : JSON.stringify(value);
      const headers = Object.entries(await sign(person[kind], `evt_${kind}_${signed.length}`, MONDAY, signedTextOf(method, path, body))) as [string, string][];
      signed.push({ method, path, body, headers, right: { by: 'signature' } });
    };
    const at = (record: BookingRecord, more: string): string => `/v1/bookings/iris:${record.booking.number}${more}`;
    const submitted = bookingAt(MONDAY + 6 * DAY + turn * DAY, { number: `2026-010${turn}` });
    for (const type of ['booking.requested', 'booking.approved', 'booking.changed', 'booking.rejected', 'booking.cancelled'] satisfies EventType[]) await ask(admin, 'POST', '/v1/events', eventOf(type, submitted, { at: MONDAY }));
    await ask(admin, 'GET', '/v1/me');
    await ask(admin, 'GET', '/v1/bookings?from=2026-11-01T00:00:00Z');
    await ask(admin, 'GET', at(records.scheduled, ''));
    await ask(admin, 'GET', at(records.scheduled, '/day'));
    await ask(admin, 'GET', at(records.live, '/attendance'));
    await ask(admin, 'GET', '/v1/licence?service=web5000');
    for (const path of ['/v1/usage?service=web5000', '/v1/usage/bookings?service=web5000', '/v1/usage/attendance?service=web5000']) await ask(admin, 'GET', path);
    await ask(admin, 'POST', '/v1/usage/pages', usage);
    await ask(admin, 'POST', at(records.scheduled, '/start'), {});
    await ask(admin, 'POST', at(records.live, '/end'), { confirmed: true });
    await ask(admin, 'POST', at(records.withoutConference, '/link'), { id: '123456789', joinLink: 'https://zoom.example.test/j/1', passcode: null });
    await ask(holder, 'POST', at(records.room, '/host-key'), { despite: false });
    await ask(admin, 'POST', '/v1/slot-requests', { service: 'web5000', at: records.slot.booking.start, purpose: 'Urgence', language: 'fr' });
    await ask(holder, 'GET', '/v1/slot-requests');
    await ask(holder, 'POST', `/v1/slot-requests/${slots[turn]}/answer`, { answer: 'kept', comment: '' });
    await ask(holder, 'POST', '/v1/room-requests', wish);
    await ask(admin, 'GET', '/v1/room-requests');
    await ask(admin, 'POST', `/v1/room-requests/${wishes[turn]?.id}/decision`, { state: 'created', comment: '' });
    await ask(admin, 'POST', '/v1/welcome', { name: 'Nouvelle', email: 'nouvelle@exemple.test', establishment: null, language: 'fr' });
    // Last of the person: what signed is on its way out afterwards.
    await ask(admin, 'POST', '/v1/renewals', { publicKey: (await newPair()).publicKey });
  }
  const page = (method: string, name: string, token: string, form: Record<string, string> = {}): Original =>
    ({ method, path: `/${name}/${token}`, headers: [['content-type', 'application/x-www-form-urlencoded']], body: method === 'GET' ? null : String(new URLSearchParams(form)), right: { by: 'token', token } });
  const cancel = await issueCancelLink(db, secrets, records.scheduled, MONDAY - HOUR);
  const { token: usePage } = await issueUsageLink(db, usage, 'system', MONDAY);
  const held = heldToken(secrets, { booking_id: records.live.id, asked_at: MONDAY });
  const key = await issueKeyLink(db, secrets, records.room);
  const slot = slotToken(secrets, slots[2] ?? '');
  const pages = [
    ...[['c', cancel], ['h', held], ['k', key], ['s', slot], ['u', usePage], ['r', records.room.slug ?? '']].map(([name = '', token = '']) => page('GET', name, token)),
    page('POST', 'c', cancel, { reason: 'cancelled' }), page('POST', 'c', cancel, { undo: 'yes' }), page('POST', 'h', held, { answer: 'held' }), page('POST', 's', slot, { answer: 'kept' }), page('POST', 'k', key),
  ];
  const code = invited?.code ?? '';
  const enrolment: Original = { method: 'POST', path: '/v1/enrolments', headers: [['content-type', 'application/json']], body: JSON.stringify({ code, publicKey: (await newPair()).publicKey }), right: { by: 'code', code } };
  return [...signed, ...pages, enrolment, ofZoom({ event: 'meeting.started', event_ts: MONDAY, payload: { account_id: ACCOUNT, object: { id: '123456789', uuid: 'u' } } }), ofZoom({ event: 'endpoint.url_validation', event_ts: MONDAY, payload: { plainToken: 'plain-token-example' } })];
}

function ofZoom(event: unknown): Original {
  const body = JSON.stringify(event);
  const seconds = String(MONDAY / 1000);
  return { method: 'POST', path: '/zoom/events', body, headers: [['x-zm-request-timestamp', seconds], ['x-zm-signature', signEvent(ZOOM_SECRET, seconds, body)]], right: { by: 'signature' } };
}
