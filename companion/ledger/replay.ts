/** Trying again, by a person's decision, what failed for good. The worker of the serving process takes it up within a minute. */
import type { Instant } from '../../lib/domain/booking.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import { readAlert } from './alerts.ts';
import { apply } from './apply.ts';
import { writeAudit } from './audit.ts';
import { loadBooking, lockBooking } from './bookings.ts';
import type { Database } from './database.ts';
import { decidedNow } from './machine.ts';
import type { BookingRecord } from './records.ts';
import type { EffectKind, EffectRow, Queries } from './schema.ts';
import { readServiceMail } from './service-mails.ts';
import { readDelivery } from './webhooks.ts';

export interface FailedEffect {
  id: string;
  kind: EffectKind;
  /** The booking as the portal numbers it; of what is about none, a machine word and its reference. Never a person. */
  about: string;
  at: Instant;
  problem: string | null;
}

/** What an effect speaks of; null when that is gone, as after a purge: then there is nothing left to try. */
async function aboutOf(db: Queries, { kind, booking_id: id }: Pick<EffectRow, 'kind' | 'booking_id'>): Promise<string | null> {
  const ofBooking = (record: BookingRecord | null): string | null => (record === null ? null : identityOf(record.booking));
  switch (kind) {
    case 'alert': {
      const alert = await readAlert(db, id);
      return alert === null ? null : `conference:${alert.conference_id}`;
    }
    case 'serviceMail': {
      const mail = await readServiceMail(db, id);
      // What a welcome says stands nowhere else.
      if (mail === null || (mail.kind === 'welcome' && mail.payload === null)) return null;
      return ofBooking(await loadBooking(db, mail.subject_id)) ?? `${mail.kind}:${mail.subject_id}`;
    }
    case 'webhook': {
      const found = await readDelivery(db, id);
      if (found === null || found.delivery.body === null || found.webhook.stopped_at !== null) return null;
      return ofBooking(await loadBooking(db, found.delivery.booking_id));
    }
    default:
      return ofBooking(await loadBooking(db, id));
  }
}

/** What failed for good and can be tried again, newest first. */
export async function listFailed({ db }: Database): Promise<FailedEffect[]> {
  const effects = await db.selectFrom('effects').select(['id', 'kind', 'booking_id', 'done_at', 'last_problem']).where('outcome', '=', 'failed').orderBy('done_at', 'desc').limit(200).execute();
  const failed: FailedEffect[] = [];
  for (const effect of effects) {
    const about = await aboutOf(db, effect);
    if (about !== null) failed.push({ id: effect.id, kind: effect.kind, about, at: effect.done_at ?? 0, problem: effect.last_problem });
  }
  return failed;
}

/** What concerns the conference goes through the booking's life, as a new decision would. */
async function decideAnew(db: Queries, record: BookingRecord, { id, kind }: EffectRow, now: Instant, actor: string): Promise<void> {
  const occasion = { now, actor, step: null } as const;
  if (kind === 'cancel') await apply(db, record, { type: 'cancelled', at: decidedNow(record.life, now), undoUntil: null, tellApprover: false }, occasion);
  else await apply(db, record, { type: 'approved', at: decidedNow(record.life, now), material: false }, occasion);
  await db.updateTable('effects').set({ outcome: 'done' }).where('id', '=', id).execute();
}

/** A mail, a call to a program and a look are simply taken up again. */
async function queueAgain(db: Queries, { id, kind, booking_id: about, mail_id: mailId }: EffectRow, now: Instant): Promise<void> {
  const queued = { state: 'queued', problem: null } as const;
  if (mailId !== null) await db.updateTable('mails').set(queued).where('id', '=', mailId).execute();
  if (kind === 'serviceMail') await db.updateTable('service_mails').set(queued).where('id', '=', about).execute();
  if (kind === 'webhook') await db.updateTable('webhook_deliveries').set(queued).where('id', '=', about).execute();
  // Whoever asks for it knows that the meeting began earlier, and the letter says when.
  if (kind === 'alert') await db.updateTable('alerts').set({ state: 'queued', at: now }).where('id', '=', about).execute();
  await db.updateTable('effects').set({ done_at: null, outcome: null, attempts: 0, run_at: now, last_problem: null }).where('id', '=', id).execute();
}

/** @returns false when there is no such failed effect, or nothing is left of what it was about */
export async function replay(database: Database, effectId: string, now: Instant, actor: string): Promise<boolean> {
  return database.db.transaction().execute(async (db) => {
    const effect = await db.selectFrom('effects').selectAll().where('id', '=', effectId).where('outcome', '=', 'failed').executeTakeFirst();
    if (effect === undefined || (await aboutOf(db, effect)) === null) return false;
    const record = await lockBooking(db, database.dialect, effect.booking_id);
    await writeAudit(db, { bookingId: record?.id ?? null, at: now, actor, what: 'replayed', detail: effect.kind });
    const isOfConference = ['create', 'invite', 'update', 'cancel'].includes(effect.kind);
    if (record !== null && isOfConference) await decideAnew(db, record, effect, now, actor);
    else await queueAgain(db, effect, now);
    return true;
  });
}
