/** Shared rooms (S1-30) and who holds them when. What a room's host key is, is known to nobody here. */
import type { Instant } from '../../lib/domain/booking.ts';
import type { ServiceOfEvent } from '../../lib/contract/rules.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { hashOf, type Secrets } from '../secrets.ts';
import { endOf, startOf, toRecord, type BookingRecord, type ConferenceRecord } from './records.ts';
import type { HostKeyRevealsTable, Queries, RoomsTable } from './schema.ts';

export type Room = RoomsTable;
export type Reveal = HostKeyRevealsTable;

/** People come a little early, and a recording is told of its first minute. */
const EARLY = 15 * MINUTE;

export const readRoom = async (db: Queries, serviceId: string): Promise<Room | null> => (await db.selectFrom('rooms').selectAll().where('service_id', '=', serviceId).executeTakeFirst()) ?? null;

export const listRooms = (db: Queries): Promise<Room[]> => db.selectFrom('rooms').selectAll().orderBy('service_id').execute();

export async function saveRoom(db: Queries, room: Room): Promise<void> {
  await db.insertInto('rooms').values(room).onConflict((conflict) => conflict.column('service_id').doUpdateSet(room)).execute();
}

/** @returns whether there was one */
export async function removeRoom(db: Queries, serviceId: string): Promise<boolean> {
  return Number((await db.deleteFrom('rooms').where('service_id', '=', serviceId).executeTakeFirst()).numDeletedRows) > 0;
}

/** The room that a booking of this service is held in; null when the card makes conferences, or no room is set up. */
export const roomOf = async (db: Queries, service: ServiceOfEvent): Promise<Room | null> => (service.rules.kind === 'permanent' ? readRoom(db, service.id) : null);

/** What the booking shows of its room: no passcode, since the way in is told only around the slot (S1-04). */
export const roomConference = ({ meeting_id, join_link }: Room, now: Instant): ConferenceRecord => ({
  kind: 'meeting', id: meeting_id, joinLink: join_link, passcode: null, dialIn: [], differences: [], createdAt: now, presenterLink: null, manual: true, permanent: true,
});

async function heldAt(db: Queries, serviceIds: readonly string[], at: Instant, early: number): Promise<BookingRecord[]> {
  if (serviceIds.length === 0) return [];
  const rows = await db.selectFrom('bookings').selectAll().where('service_id', 'in', serviceIds).where('start_at', '<=', at + early).where('end_at', '>', at).where('state', 'in', ['scheduled', 'live', 'ended']).orderBy('start_at').execute();
  return rows.map(toRecord).filter(({ conference }) => conference?.permanent === true);
}

/** Whose slot it was when something happened in the room of this number; who came early counts when nobody else holds it. */
export async function findHolder(db: Queries, meetingId: string, at: Instant): Promise<BookingRecord | null> {
  const rooms = await db.selectFrom('rooms').select('service_id').where('meeting_id', '=', meetingId).execute();
  const holders = await heldAt(db, rooms.map(({ service_id }) => service_id), at, EARLY);
  return holders.find((record) => startOf(record) <= at) ?? holders[0] ?? null;
}

/** Another slot of the same room that is running now. */
export async function otherHolder(db: Queries, record: BookingRecord, now: Instant): Promise<BookingRecord | null> {
  const holders = await heldAt(db, [record.service.id], now, 0);
  return holders.find(({ id }) => id !== record.id) ?? null;
}

export const readReveal = async (db: Queries, bookingId: string): Promise<Reveal | null> => (await db.selectFrom('host_key_reveals').selectAll().where('booking_id', '=', bookingId).executeTakeFirst()) ?? null;

/** The token of the page that shows the key once; the same mail sent again carries the same one. */
export async function issueKeyLink(db: Queries, secrets: Secrets, record: BookingRecord): Promise<string> {
  const { revision } = record.life;
  const token = secrets.linkToken(`hostKey ${record.id} ${revision}`);
  const row = { booking_id: record.id, revision, token_hash: hashOf(token), revealed_at: null, rotated_at: null };
  const known = await readReveal(db, record.id);
  if (known?.revision === revision) await db.updateTable('host_key_reveals').set({ token_hash: row.token_hash }).where('booking_id', '=', record.id).execute();
  else await db.insertInto('host_key_reveals').values(row).onConflict((conflict) => conflict.column('booking_id').doUpdateSet(row)).execute();
  return token;
}

export async function findKeyLink(db: Queries, token: string): Promise<Reveal | null> {
  return (await db.selectFrom('host_key_reveals').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst()) ?? null;
}

/** Takes the one showing of this slot. @returns false when it was taken before */
export async function claimReveal(db: Queries, record: BookingRecord, now: Instant): Promise<boolean> {
  const { revision } = record.life;
  const fresh = { booking_id: record.id, revision, token_hash: null, revealed_at: null, rotated_at: null };
  await db.insertInto('host_key_reveals').values(fresh).onConflict((conflict) => conflict.column('booking_id').doNothing()).execute();
  await db.updateTable('host_key_reveals').set(fresh).where('booking_id', '=', record.id).where('revision', '!=', revision).execute();
  const claimed = await db.updateTable('host_key_reveals').set({ revealed_at: now, rotated_at: null }).where('booking_id', '=', record.id).where('revealed_at', 'is', null).executeTakeFirst();
  return Number(claimed.numUpdatedRows) === 1;
}

/** Zoom did not take the key, or a person of the CCT opens it anew: it may be asked for once more. @returns whether there was a showing */
export async function reopenReveal(db: Queries, bookingId: string): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('host_key_reveals').set({ revealed_at: null }).where('booking_id', '=', bookingId).where('revealed_at', 'is not', null).executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

export async function markRotated(db: Queries, bookingId: string, now: Instant): Promise<void> {
  await db.updateTable('host_key_reveals').set({ rotated_at: now }).where('booking_id', '=', bookingId).execute();
}

/** Whether somebody was given a newer key of the same licence holder: the former one is void already. */
export async function wasReplaced(db: Queries, host: string, bookingId: string, since: Instant): Promise<boolean> {
  const row = await db.selectFrom('host_key_reveals').innerJoin('bookings', 'bookings.id', 'host_key_reveals.booking_id').select('bookings.id')
    .where('bookings.host', '=', host).where('bookings.id', '!=', bookingId).where('revealed_at', '>', since).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Until when a slot's key is in force at least. */
export const keyHoldsUntil = endOf;
