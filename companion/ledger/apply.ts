/**
 * Takes one event into a booking's life: runs the state machine and writes, in the caller's transaction, the booking,
 * the effects that follow and the audit. Nothing else in the companion changes a booking.
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { ROOM_OPENS_BEFORE } from '../../lib/contract/bounds.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import type { AuditStep, StepWord } from './audit.ts';
import { writeAudit } from './audit.ts';
import { addBooking, saveBooking } from './bookings.ts';
import type { Effect, LifeEvent } from './life.ts';
import { next } from './machine.ts';
import { dropMails, planDroppedMails, planMail } from './mails.ts';
import { addEffect, dropEffects } from './outbox.ts';
import type { BookingRecord } from './records.ts';
import { startOf } from './records.ts';
import { reminderOf } from './reminder-time.ts';
import { planServiceMail } from './service-mails.ts';
import { newSlug } from './slugs.ts';
import { tellPrograms } from './webhooks.ts';
import type { Queries } from './schema.ts';

/** People open a meeting early. */
const WATCH_BEFORE = 15 * MINUTE;
/** Zoom's reports are ready some time after the end. */
const COUNT_AFTER = 30 * MINUTE;

export interface Occasion {
  now: Instant;
  /** A key's public name, `system`, `zoom` or `link`. */
  actor: string;
  /** What the history says; null when only the state matters. */
  step: StepWord | null;
  detail?: string | null;
  /** The ledger does not know the booking yet. */
  isNew?: true;
  /** What is written of it is added here, for whoever has to tell of it at once. */
  history?: AuditStep[];
}

/** @returns the booking as it now stands */
export async function apply(db: Queries, record: BookingRecord, event: LifeEvent, occasion: Occasion): Promise<BookingRecord> {
  const { now } = occasion;
  const { life: following, effects } = next(record.life, event);
  // Without an address there is no mail: the approver is told to hand the invitation over.
  const isUnreachable = following.state === 'scheduled' && following.notice === null && record.booking.requester.email === null;
  const life = isUnreachable ? { ...following, notice: { code: 'noRequesterEmail' as const, values: {} } } : following;
  const slug = record.slug ?? (record.conference === null ? null : newSlug());
  const conference = effects.some((effect) => effect.do === 'forgetCount') ? withoutCount(record.conference) : record.conference;
  const changed: BookingRecord = { ...record, conference, life, slug, updatedAt: Math.max(now, record.updatedAt + 1) };
  await (occasion.isNew === true ? addBooking : saveBooking)(db, changed);
  const note = async (actor: string, what: StepWord, detail: string | null): Promise<void> => {
    await writeAudit(db, { bookingId: record.id, at: now, actor, what, detail });
    occasion.history?.push({ what, at: now, detail });
  };
  if (occasion.step !== null) await note(occasion.actor, occasion.step, occasion.detail ?? null);
  if (life.state === 'attention' && record.life.state !== 'attention') await note('system', 'attention', life.notice?.code ?? null);
  // A decision older than what stands is in the history, and of no interest to others.
  const isVoid = (event.type === 'approved' || event.type === 'cancelled') && following === record.life;
  if (occasion.step !== null && !isVoid) await tellPrograms(db, changed, occasion.step, now);
  for (const effect of effects) await write(db, changed, effect, now);
  return changed;
}

/** As before anybody came: neither their number nor by which name Zoom knows that occurrence. */
function withoutCount(conference: BookingRecord['conference']): BookingRecord['conference'] {
  if (conference === null) return null;
  const kept = { ...conference };
  delete kept.attendance;
  delete kept.uuid;
  return kept;
}

async function write(db: Queries, record: BookingRecord, effect: Effect, now: Instant): Promise<void> {
  switch (effect.do) {
    case 'create':
    case 'invite':
    case 'update':
      return addEffect(db, { bookingId: record.id, kind: effect.do, lane: `host:${record.host}`, runAt: now, now });
    case 'cancel':
      return addEffect(db, { bookingId: record.id, kind: 'cancel', lane: `host:${record.host}`, runAt: effect.at ?? now, now });
    case 'mail':
      return planMail(db, record, effect.kind, now, now);
    case 'sendAfterAll':
      return planDroppedMails(db, record, now);
    case 'remind': {
      await planRoomMail(db, record, now);
      const at = reminderOf(startOf(record));
      // Approved less than a day before: the link's mail has just been sent, a reminder would only repeat it (Z46).
      return at > now ? planMail(db, record, 'reminder', at, now) : undefined;
    }
    case 'watch':
      return addEffect(db, { bookingId: record.id, kind: 'watch', lane: null, runAt: Math.max(now, startOf(record) - WATCH_BEFORE), now });
    case 'count':
      return addEffect(db, { bookingId: record.id, kind: 'attendance', lane: null, runAt: now + COUNT_AFTER, now });
    case 'forgetCount':
      await dropEffects(db, record.id, ['attendance'], now);
      await db.deleteFrom('attendances').where('booking_id', '=', record.id).execute();
      return;
    case 'drop': {
      const others = effect.kinds.filter((kind) => kind !== 'mail');
      if (others.length > 0) await dropEffects(db, record.id, others, now);
      if (effect.kinds.includes('mail')) await dropMails(db, record.id, now);
    }
  }
}

/** Of a shared room, the way in is told shortly before the slot and not earlier. */
async function planRoomMail(db: Queries, record: BookingRecord, now: Instant): Promise<void> {
  if (record.conference?.permanent !== true || record.booking.requester.email === null) return;
  await planServiceMail(db, { kind: 'hostKey', subjectId: record.id, revision: record.life.revision, runAt: Math.max(now, startOf(record) - ROOM_OPENS_BEFORE), now });
}
