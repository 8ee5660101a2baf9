/** Requests of a permanent room (S1-35 to S1-37): a queue that people of the CCT read and answer. */
import { randomUUID } from 'node:crypto';
import type { RoomDecision, RoomRequest as Asked, RoomRequestEntry } from '../../lib/contract/rooms.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { isDecider, type Caller } from './access.ts';
import { writeAudit } from './audit.ts';
import type { Queries, RoomRequestsTable } from './schema.ts';
import { planServiceMail } from './service-mails.ts';

export type RoomRequest = RoomRequestsTable;

/** A queue longer than that is not read by anybody. */
const SHOWN = 500;

export const toEntry = (row: RoomRequest): RoomRequestEntry => ({
  id: row.id, name: row.name, video: row.video === 1, mute: row.mute === 1, authentication: row.authentication === 1, reason: row.reason,
  requester: { name: row.requester_name, email: row.requester_email },
  establishment: row.establishment_id,
  state: row.state,
  comment: row.comment,
  asked: new Date(row.asked_at).toISOString(),
});

export async function askForRoom(db: Queries, caller: Caller & { email: string }, asked: Asked, now: Instant): Promise<RoomRequest> {
  const flag = (value: boolean): number => (value ? 1 : 0);
  const row: RoomRequest = {
    id: randomUUID(),
    name: asked.name,
    video: flag(asked.video),
    mute: flag(asked.mute),
    authentication: flag(asked.authentication),
    reason: asked.reason.trim(),
    requester_name: caller.name, requester_email: caller.email, establishment_id: caller.establishmentId, language: asked.language, state: 'open', comment: null, asked_at: now, decided_at: null,
  };
  await db.insertInto('room_requests').values(row).execute();
  await writeAudit(db, { bookingId: null, at: now, actor: caller.keyId, what: 'roomRequested', detail: row.id });
  await planServiceMail(db, { kind: 'roomAsked', subjectId: row.id, runAt: now, now });
  return row;
}

/** Everybody's for whoever decides; one's own otherwise. */
export async function listRoomRequests(db: Queries, caller: Caller): Promise<RoomRequest[]> {
  return db.selectFrom('room_requests').selectAll()
    .$if(!isDecider(caller), (query) => query.where('requester_email', '=', caller.email ?? ''))
    .orderBy('asked_at', 'desc').orderBy('id').limit(SHOWN).execute();
}

export const readRoomRequest = async (db: Queries, id: string): Promise<RoomRequest | null> => (await db.selectFrom('room_requests').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

/** The first decision counts. @returns false when there was one before, or no such request */
export async function decideRoom(db: Queries, id: string, { state, comment }: RoomDecision, actor: string, now: Instant): Promise<boolean> {
  const decided = await db.updateTable('room_requests').set({ state, comment: comment.trim() === '' ? null : comment.trim(), decided_at: now }).where('id', '=', id).where('state', '=', 'open').executeTakeFirst();
  if (Number(decided.numUpdatedRows) !== 1) return false;
  await writeAudit(db, { bookingId: null, at: now, actor, what: 'roomDecided', detail: state });
  await planServiceMail(db, { kind: 'roomDecided', subjectId: id, runAt: now, now });
  return true;
}
