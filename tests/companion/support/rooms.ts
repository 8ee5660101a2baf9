/** A companion with a shared room at Zoom, and a person who holds a slot of it. */
import { saveRoom } from '../../../companion/ledger/rooms.ts';
import type { ServiceOfEvent } from '../../../lib/contract/rules.ts';
import { PLAIN, signEvent } from '../../standins/zoom/standin.ts';
import { bookingAt, eventOf, HOUR, MONDAY } from './bookings.ts';
import { startOwnWorld } from './own-world.ts';
import type { Client, World, WorldOptions } from './world.ts';

export const MINUTE = 60_000;
export const SECRET = 'zoom-secret-token-example';
export const HOLDER = 'elise.gagne@iucpq.example.test';
/** Monday, noon in Toronto; ninety minutes. */
export const SLOT = MONDAY + 3 * HOUR;
export const ROOM_LINK = 'https://zoom.example.test/j/98765432101?pwd=RoomSecret';

export const sharedRoom: ServiceOfEvent = {
  id: 'shared-room', name: 'Salle Zoom Opteos', capacity: 100, concurrency: 1, bufferBefore: 0, bufferAfter: 0, recordingHours: 24,
  rules: { kind: 'permanent', waitingRoom: 'offThenOn', startMode: 'hostKey', muteOnEntry: true, hostVideo: false, participantVideo: false, recording: 'cloud', authenticationRequired: false, practiceSession: false },
};

export const roomBooking = (start: number, changes: Parameters<typeof bookingAt>[1] = {}) => bookingAt(start, { participants: 20, resource: 'Salle Zoom Opteos', ...changes });

export interface RoomWorld {
  here: World;
  holder: Client;
  roomId: string;
}

export async function startRoom(options: WorldOptions = {}, needsApproval = false): Promise<RoomWorld> {
  const here = await startOwnWorld({ ...options, variables: { ZOOM_HOST_USER_ID: PLAIN, ZOOM_WEBHOOK_SECRET: SECRET, ...options.variables } });
  await here.createAtZoom({ topic: 'Salle partagée', agenda: '', start: MONDAY + HOUR });
  const roomId = here.zoom.created()[0]?.id ?? '';
  const ledger = await here.openLedger();
  await saveRoom(ledger.database.db, { service_id: 'shared-room', meeting_id: roomId, join_link: ROOM_LINK, passcode: 'RoomCode', needs_approval: needsApproval ? 1 : 0, created_at: MONDAY });
  await ledger.close();
  return { here, roomId, holder: await here.person('representative', { name: 'Élise Gagné', email: HOLDER, establishmentId: 'iucpq' }) };
}

export async function book({ here, holder }: RoomWorld, start = SLOT, changes: Parameters<typeof bookingAt>[1] = {}): Promise<string> {
  const sent = await holder.send(eventOf('booking.requested', roomBooking(start, changes), { at: here.clock.now(), service: sharedRoom }));
  await here.companion.idle();
  return encodeURIComponent(sent.answer.booking.key);
}

/** Zoom's own word, signed. */
export async function tellOf(here: World, event: string, object: Record<string, unknown>): Promise<number> {
  const at = String(Math.floor(here.clock.now() / 1000));
  const body = JSON.stringify({ event, event_ts: here.clock.now(), payload: { account_id: here.zoom.accountId, object } });
  const answer = await fetch(`${here.companion.url}/zoom/events`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-zm-request-timestamp': at, 'x-zm-signature': signEvent(SECRET, at, body) } });
  await here.companion.idle();
  return answer.status;
}

/** The address in a mail that leads to a page of the companion. */
export const linkIn = (text: string, page: string): string => new RegExp(`http://127\\.0\\.0\\.1:\\d+/${page}/[\\w-]+`, 'u').exec(text)?.[0] ?? '';

export async function auditOf(here: World): Promise<{ what: string; actor: string; detail: string | null }[]> {
  const ledger = await here.openLedger();
  const rows = await ledger.database.db.selectFrom('audit').select(['what', 'actor', 'detail']).orderBy('id').execute();
  await ledger.close();
  return rows;
}
