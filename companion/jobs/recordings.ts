/** The mail of a recording (S1-40, S2-23): its link is asked of Zoom when the mail goes, and is kept nowhere. */
import { loadBooking } from '../ledger/bookings.ts';
import { readRecording } from '../ledger/recordings.ts';
import type { ServiceMail } from '../ledger/service-mails.ts';
import { recordingLetter } from '../mail/service-letters.ts';
import { againAt } from './backoff.ts';
import type { JobContext } from './context.ts';
import type { Composed } from './composed.ts';

/** Zoom tells of a recording shortly before it can be asked for. */
const TRIES = 6;

export async function composeRecording(context: JobContext, mail: ServiceMail & { kind: 'recordingReady' | 'recordingSoonGone' }, attempts: number, signal: AbortSignal): Promise<Composed> {
  const { db } = context.database;
  const now = context.clock.now();
  const recording = await readRecording(db, mail.subject_id);
  const record = recording === null ? null : await loadBooking(db, recording.booking_id);
  const address = record?.booking.requester.email ?? null;
  if (recording === null || record === null || address === null || (recording.gone_at !== null && now >= recording.gone_at)) return { outcome: 'void' };
  const cloud = await context.conferences.recording(recording.uuid, signal);
  if (cloud.ok) return { outcome: 'ready', letter: recordingLetter(mail.kind, recording, record, { name: record.booking.requester.name, address }, cloud) };
  const { problem } = cloud;
  // Fetched and deleted meanwhile: there is nothing to remind of.
  if (problem.code === 'notFound' && (mail.kind === 'recordingSoonGone' || attempts >= TRIES)) return { outcome: 'void' };
  if (problem.permanent && problem.code !== 'notFound') return { outcome: 'failed', problem: problem.code };
  return { outcome: 'later', at: Math.max(againAt(problem, attempts, now, context.random), now + 1000), problem: problem.code };
}
