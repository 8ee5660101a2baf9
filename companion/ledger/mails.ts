/** Mails as rows: one a booking, kind, recipient and revision, whatever is retried; nobody else is ever written to. */
import type { Instant } from '../../lib/domain/booking.ts';
import type { MailKind } from './life.ts';
import { addEffect } from './outbox.ts';
import type { BookingRecord } from './records.ts';
import { newReference } from './references.ts';
import type { MailsTable, Queries } from './schema.ts';

const recipients: Record<MailKind, MailsTable['recipient']> = {
  link: 'requester',
  changed: 'requester',
  reminder: 'requester',
  cancelled: 'requester',
  presenterLink: 'presenter',
  presenterCancelled: 'presenter',
  heldQuestion: 'requester',
  approverCancelled: 'approver',
  approverAttention: 'approver',
  approverLate: 'approver',
};

/** What a change or a cancellation makes void; the approver's mails and the cancellation's own are not. */
const voidable: MailKind[] = ['link', 'changed', 'reminder', 'presenterLink'];

/**
 * Plans a mail, once: the same booking, kind, recipient and revision again is the same mail. A presenter without a
 * link of his own, or anybody without an address, is not written to.
 */
export async function planMail(db: Queries, record: BookingRecord, kind: MailKind, runAt: Instant, now: Instant): Promise<void> {
  const recipient = recipients[kind];
  const { booking, conference, life } = record;
  if (recipient === 'requester' && booking.requester.email === null) return;
  if (recipient === 'presenter' && (booking.presenter.email === null || (kind === 'presenterLink' && (conference?.presenterLink ?? null) === null))) return;
  if (kind === 'presenterCancelled' && !(await wasSent(db, record.id, 'presenterLink'))) return;
  const id = newReference(now);
  const { numInsertedOrUpdatedRows } = await db.insertInto('mails')
    .values({ id, booking_id: record.id, kind, recipient, revision: life.revision, message_id: `mgr-${record.id}.${kind}.${life.revision}`, state: 'queued', problem: null, created_at: now, sent_at: null })
    .onConflict((conflict) => conflict.columns(['booking_id', 'kind', 'recipient', 'revision']).doNothing())
    .executeTakeFirst();
  let mailId: string = id;
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0) {
    // Dropped before (a cancellation that was undone): it is due again. Sent or waiting: it stays as it is.
    const revived = await db.updateTable('mails').set({ state: 'queued' })
      .where('booking_id', '=', record.id).where('kind', '=', kind).where('recipient', '=', recipient).where('revision', '=', life.revision).where('state', '=', 'dropped')
      .returning('id').executeTakeFirst();
    if (revived === undefined) return;
    mailId = revived.id;
  }
  await addEffect(db, { bookingId: record.id, kind: 'mail', lane: null, mailId, runAt, now });
}

/** Plans anew what {@link dropMails} made void of this revision: the mail server had not taken it yet. The reminder has an hour of its own. */
export async function planDroppedMails(db: Queries, record: BookingRecord, now: Instant): Promise<void> {
  const rows = await db.selectFrom('mails').select('kind')
    .where('booking_id', '=', record.id).where('revision', '=', record.life.revision).where('state', '=', 'dropped').where('kind', 'in', voidable).execute();
  for (const { kind } of rows) if (kind !== 'reminder') await planMail(db, record, kind, now, now);
}

async function wasSent(db: Queries, bookingId: string, kind: MailKind): Promise<boolean> {
  const row = await db.selectFrom('mails').select('id').where('booking_id', '=', bookingId).where('kind', '=', kind).where('state', 'in', ['sent', 'sending']).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Voids what was to be sent to requester and presenter and is overtaken (Z38, Z48). */
export async function dropMails(db: Queries, bookingId: string, now: Instant): Promise<void> {
  const rows = await db.updateTable('mails').set({ state: 'dropped' })
    .where('booking_id', '=', bookingId).where('kind', 'in', voidable).where('state', '=', 'queued').returning('id').execute();
  if (rows.length === 0) return;
  await db.updateTable('effects').set({ done_at: now, outcome: 'dropped' })
    .where('mail_id', 'in', rows.map(({ id }) => id)).where('done_at', 'is', null).where('lease_token', 'is', null).execute();
}
