/** Who did what and when; also the steps that the popup shows of a booking (F13). */
import type { Instant } from '../../lib/domain/booking.ts';
import type { Queries } from './schema.ts';
import { added, lookedUp } from './together.ts';

/** The machine words of the steps; the popup and the mails have the sentences. */
export const stepWords = [
  'requested', 'approved', 'changed', 'rejected', 'cancelled', 'cancellationUndone',
  'creating', 'created', 'adopted', 'updated', 'conferenceCancelled', 'presenterInvited', 'presenterRefused',
  'mailSent', 'mailFailed', 'attention', 'unknown', 'started', 'ended', 'vanished', 'moved', 'startLinkGiven', 'endAsked', 'linkEntered', 'slotTaken',
  'hostKeyShown', 'hostKeyRotated', 'hostKeyReopened', 'slotRequested', 'slotAnswered', 'recordingReady',
] as const;
export type StepWord = (typeof stepWords)[number];

export interface AuditEntry {
  bookingId: string | null;
  at: Instant;
  /** A key's public name, `system`, `zoom` or `link`. */
  actor: string;
  what: StepWord | 'keyAdded' | 'keyRevoked' | 'keyRotated' | 'keyEnrolled' | 'exported' | 'purged' | 'replayed' | 'heldAsked' | 'heldAnswered'
    | 'roomRequested' | 'roomDecided' | 'welcomed' | 'webhookAdded' | 'webhookStopped';
  /** A machine word, an instant or null; never a name, an address or a link. */
  detail?: string | null;
}

const write = added('audit', ['booking_id', 'at', 'actor', 'what', 'detail']);

export async function writeAudit(db: Queries, { bookingId, at, actor, what, detail = null }: AuditEntry): Promise<void> {
  await write(db, { booking_id: bookingId, at, actor, what, detail });
}

export interface AuditStep {
  what: string;
  at: Instant;
  detail: string | null;
}

const isStep: ReadonlySet<string> = new Set(stepWords);

/** All of the booking's rows, as they come: to choose and to sort a few of them costs less here than in the database. */
const stepsOf = lookedUp((db, bookingId) => db.selectFrom('audit').select(['id', 'what', 'at', 'detail']).where('booking_id', '=', bookingId));

/** The steps of one booking, oldest first. */
export async function readStepsOf(db: Queries, bookingId: string): Promise<AuditStep[]> {
  const { rows } = await stepsOf(db, bookingId);
  return rows.filter(({ what }) => isStep.has(what)).sort((one, other) => one.id - other.id);
}

/** The steps of each booking, oldest first. */
export async function readSteps(db: Queries, bookingIds: readonly string[]): Promise<Map<string, AuditStep[]>> {
  const steps = new Map<string, AuditStep[]>();
  if (bookingIds.length === 0) return steps;
  const rows = await db.selectFrom('audit').select(['booking_id', 'what', 'at', 'detail']).where('booking_id', 'in', bookingIds).where('what', 'in', stepWords).orderBy('id').execute();
  for (const { booking_id, what, at, detail } of rows) {
    if (booking_id === null) continue;
    const list = steps.get(booking_id) ?? [];
    list.push({ what, at, detail });
    steps.set(booking_id, list);
  }
  return steps;
}
