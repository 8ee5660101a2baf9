/** Meetings that somebody started on a licence of ours without an approved slot (F09, S1-59). */
import type { Instant } from '../../lib/domain/booking.ts';
import type { HeldBooking } from '../../lib/domain/held.ts';
import { statusOfLedger } from '../../lib/domain/ledger-status.ts';
import { HOUR } from '../../lib/domain/zone.ts';
import { hashOf } from '../secrets.ts';
import type { ZoomEvent } from '../zoom/events.ts';
import { addEffect } from './outbox.ts';
import { endOf, startOf, toRecord, type BookingRecord } from './records.ts';
import type { AlertsTable, Queries } from './schema.ts';

export type Alert = AlertsTable;

/** Notes that a meeting began which may be nobody's; the worker finds out whose licence it is on and whom it disturbs. */
export async function raiseAlert(db: Queries, event: ZoomEvent, now: Instant): Promise<void> {
  const id = hashOf(`alert ${event.key}`).slice(0, 32);
  await db.insertInto('alerts')
    .values({ id, host_id: event.hostId, conference_id: event.id, topic: event.topic.slice(0, 200), started_at: event.at ?? now, state: 'queued', at: now })
    .onConflict((conflict) => conflict.column('id').doNothing()).execute();
  await addEffect(db, { bookingId: id, kind: 'alert', lane: null, runAt: now, now });
}

export const readAlert = async (db: Queries, id: string): Promise<Alert | null> => (await db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

export const markAlert = (db: Queries, id: string, state: Alert['state']) => db.updateTable('alerts').set({ state }).where('id', '=', id).execute();

/** A booking of the ledger as lib/domain/held.ts reasons about it; on one licence, whatever the service is called. */
export interface HostBooking extends HeldBooking {
  record: BookingRecord;
}

/** The longest that a meeting may have begun before the hours that are looked at. */
const LONGEST = 24 * HOUR;

/** What the ledger holds for a licence around an hour, and the conference's own booking whenever that is. */
export async function bookingsAround(db: Queries, host: string, { started_at: at, conference_id: id }: Alert): Promise<HostBooking[]> {
  const rows = await db.selectFrom('bookings').selectAll().where('host', '=', host)
    .where((where) => where.or([where.and([where('start_at', '<', at + LONGEST), where('end_at', '>', at - HOUR)]), where('conference_id', '=', id)])).execute();
  return rows.map(toRecord).map((record) => (
    { key: record.id, serviceId: host, status: statusOfLedger(record.life.state), start: startOf(record), end: endOf(record), record }
  ));
}
