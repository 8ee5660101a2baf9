/** Recordings in Zoom's cloud (S1-40, S2-23): their identifier and hours, never their link nor who is in them. */
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY, HOUR } from '../../lib/domain/zone.ts';
import { hashOf } from '../secrets.ts';
import { writeAudit } from './audit.ts';
import type { BookingRecord } from './records.ts';
import type { Queries, RecordingsTable } from './schema.ts';
import { planServiceMail } from './service-mails.ts';

export type Recording = RecordingsTable;

/** From two weeks of keeping on, a week's notice; below, four hours'. */
const LONG_KEPT = 14 * DAY;

/** How long before it is gone people are told again; null when it is gone sooner than that. */
export function noticeBefore(keptMs: number): number | null {
  const notice = keptMs >= LONG_KEPT ? 7 * DAY : 4 * HOUR;
  return keptMs > notice ? notice : null;
}

/** Tells the requester at once, and again before it is gone; once, however often Zoom says it. */
export async function noteRecording(db: Queries, record: BookingRecord, uuid: string, now: Instant): Promise<void> {
  const id = hashOf(`recording ${uuid}`).slice(0, 32);
  const kept = record.service.recordingHours ?? null;
  const row: Recording = { id, uuid, booking_id: record.id, completed_at: now, gone_at: kept === null ? null : now + kept * HOUR };
  const added = await db.insertInto('recordings').values(row).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return;
  await writeAudit(db, { bookingId: record.id, at: now, actor: 'zoom', what: 'recordingReady', detail: row.gone_at === null ? null : new Date(row.gone_at).toISOString() });
  await planServiceMail(db, { kind: 'recordingReady', subjectId: id, runAt: now, now });
  const notice = kept === null ? null : noticeBefore(kept * HOUR);
  if (row.gone_at !== null && notice !== null) await planServiceMail(db, { kind: 'recordingSoonGone', subjectId: id, runAt: row.gone_at - notice, now });
}

export const readRecording = async (db: Queries, id: string): Promise<Recording | null> => (await db.selectFrom('recordings').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
