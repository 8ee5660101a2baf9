/**
 * Sends one mail (R4). Its row says `sending` before the SMTP server hears of it; a crash after the dot sends one
 * more copy with the same Message-ID, which mail readers show as one. What is overtaken is not sent (Z38, Z48).
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { apply } from '../ledger/apply.ts';
import { writeAudit } from '../ledger/audit.ts';
import { saveBooking } from '../ledger/bookings.ts';
import type { MailKind } from '../ledger/life.ts';
import { heldToken, readHeld } from '../ledger/held.ts';
import { awaitsAnswer, waitsSince } from '../ledger/late.ts';
import { issueCancelLink } from '../ledger/links.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';
import { ruleForReminder } from '../ledger/reminder-time.ts';
import type { EffectRow, MailRow, Queries } from '../ledger/schema.ts';
import { letterOf } from '../mail/letters.ts';
import type { Letter } from '../mail/letters.ts';
import { againAt } from './backoff.ts';
import type { JobContext } from './context.ts';
import { settle, toConferenceRecord } from './settle.ts';
import type { Settled } from './settle.ts';

/** Kinds that speak of a conference that stands: void once the booking moved on or away. */
const standing: ReadonlySet<MailKind> = new Set(['link', 'changed', 'reminder', 'presenterLink']);

/** Kinds that say that it is withdrawn: void once another conference was announced, which they would withdraw as well. */
const withdrawing: ReadonlySet<MailKind> = new Set(['cancelled', 'presenterCancelled']);

/** What is over is news to nobody: after a long stop, a link that had waited would only puzzle. */
function isVoid({ kind, revision }: MailRow, record: BookingRecord, now: Instant): boolean {
  const { life } = record;
  if (withdrawing.has(kind)) return life.announced;
  // Of what was cancelled or refused since, nobody is asked whether it took place.
  if (kind === 'heldQuestion') return ['cancelling', 'cancelled', 'rejected'].includes(life.state);
  if (!standing.has(kind)) return false;
  return revision !== life.revision || !['scheduled', 'live'].includes(life.state) || now >= endOf(record);
}

export async function performMail(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const prepared = await prepare(context, effect, signal);
  if (prepared === null) return;
  const { mail, letter } = prepared;
  const delivery = await context.post.send(letter, mail.message_id);
  return settle(context, effect, async (db, record): Promise<Settled> => {
    const now = context.clock.now();
    switch (delivery.outcome) {
      case 'sent':
        await setState(db, mail.id, 'sent', null, now);
        await writeAudit(db, { bookingId: record.id, at: now, actor: 'system', what: 'mailSent', detail: mail.kind });
        await saveBooking(db, { ...record, updatedAt: Math.max(now, record.updatedAt + 1) });
        return { outcome: 'done' };
      case 'later':
        await setState(db, mail.id, 'queued', delivery.problem, null);
        return { outcome: 'again', at: againAt({ retryAt: null }, effect.attempts, now, context.random), problem: delivery.problem };
      case 'refused': {
        await setState(db, mail.id, 'failed', delivery.problem, null);
        const occasion = { now, actor: 'system', step: 'mailFailed', detail: mail.kind } as const;
        await apply(db, record, { type: 'noticed', notice: mail.recipient === 'requester' ? { code: 'mailRefused', values: {} } : record.life.notice }, occasion);
        return { outcome: 'failed', problem: delivery.problem };
      }
    }
  });
}

const setState = (db: Queries, id: string, state: MailRow['state'], problem: string | null, sentAt: Instant | null) =>
  db.updateTable('mails').set({ state, problem, ...(sentAt === null ? {} : { sent_at: sentAt }) }).where('id', '=', id).execute();

async function prepare(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<{ mail: MailRow; letter: Letter } | null> {
  if (effect.mail_id !== null) await refreshForReminder(context, effect.mail_id, effect.booking_id, signal);
  let prepared: { mail: MailRow; letter: Letter } | null = null;
  await settle(context, effect, async (db, record): Promise<Settled> => {
    prepared = null;
    const now = context.clock.now();
    const mail = await db.selectFrom('mails').selectAll().where('id', '=', effect.mail_id ?? '').executeTakeFirst();
    if (mail === undefined || ['sent', 'failed', 'dropped'].includes(mail.state)) return { outcome: 'dropped' };
    const isOvertaken = isVoid(mail, record, now);
    if (mail.kind === 'reminder' && !isOvertaken) {
      const rule = ruleForReminder(startOf(record), now);
      if (!rule.send && rule.again !== null) return { outcome: 'again', at: rule.again, problem: 'night' };
      if (!rule.send) {
        await setState(db, mail.id, 'dropped', 'late', null);
        return { outcome: 'dropped', problem: 'late' };
      }
    }
    const letter = isOvertaken ? null : letterOf(mail.kind, record, {
      from: context.from,
      approver: context.approver,
      now,
      cancelAddress: mail.kind === 'reminder' ? `${context.publicUrl}/c/${await issueCancelLink(db, context.secrets, record, now)}` : null,
      cancellation: await cancellationOf(db, record.id),
      heldAddress: mail.kind === 'heldQuestion' ? await heldAddressOf(context, db, record) : null,
      waitingSince: mail.kind === 'approverLate' && awaitsAnswer(record, now) ? await waitsSince(db, record) : null,
      stableLink: context.links.inInvitation(record),
    });
    if (letter === null) {
      await setState(db, mail.id, 'dropped', null, null);
      return { outcome: 'dropped' };
    }
    await setState(db, mail.id, 'sending', null, null);
    prepared = { mail, letter };
    return { outcome: 'working' };
  });
  return prepared;
}

/** Z81: a day or a month after the first mail, the link may have changed at Zoom; a reminder asks first. */
async function refreshForReminder(context: JobContext, mailId: string, bookingId: string, signal: AbortSignal): Promise<void> {
  const { db } = context.database;
  const row = await db.selectFrom('mails').innerJoin('bookings', 'bookings.id', 'mails.booking_id').select(['mails.kind', 'bookings.conference']).where('mails.id', '=', mailId).where('bookings.id', '=', bookingId).executeTakeFirst();
  if (row?.kind !== 'reminder' || row.conference === null) return;
  const before = JSON.parse(row.conference) as NonNullable<BookingRecord['conference']>;
  if (before.manual === true) return;
  const shown = await context.conferences.read(before.kind, before.id, signal);
  // Zoom silent: the link that is known is better than no reminder.
  if (!shown.ok) return;
  const conference = JSON.stringify(toConferenceRecord(shown.conference, before));
  if (conference !== row.conference) await db.updateTable('bookings').set({ conference }).where('id', '=', bookingId).where('conference', '=', row.conference).execute();
}

/** Null once it is known whether it was held. */
async function heldAddressOf(context: JobContext, db: Queries, record: BookingRecord): Promise<string | null> {
  const question = await readHeld(db, record);
  return question === null || question.answer !== null ? null : `${context.publicUrl}/h/${heldToken(context.secrets, question)}`;
}

/** The reason that was chosen last. */
async function cancellationOf(db: Queries, bookingId: string): Promise<string | null> {
  const row = await db.selectFrom('audit').select('detail').where('booking_id', '=', bookingId).where('what', '=', 'cancelled').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.detail ?? null;
}
