/** Mails that are not about a conference's life: one row each, whatever is retried; what they alone knew is erased once sent. */
import type { Instant } from '../../lib/domain/booking.ts';
import { hashOf } from '../secrets.ts';
import { addEffect } from './outbox.ts';
import type { Queries, ServiceMailKind, ServiceMailsTable } from './schema.ts';

export type ServiceMail = ServiceMailsTable;

export interface NewServiceMail {
  kind: ServiceMailKind;
  subjectId: string;
  revision?: number;
  payload?: string;
  runAt: Instant;
  now: Instant;
}

/** Once: the same kind, subject and revision is the same mail, and one that was dropped is due again. */
export async function planServiceMail(db: Queries, { kind, subjectId, revision, payload, runAt, now }: NewServiceMail): Promise<void> {
  const id = hashOf(`service mail ${kind} ${subjectId} ${revision ?? '-'}`).slice(0, 32);
  const row = { id, kind, subject_id: subjectId, revision: revision ?? null, payload: payload ?? null, state: 'queued' as const, problem: null, created_at: now, sent_at: null };
  const added = await db.insertInto('service_mails').values(row).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) {
    const revived = await db.updateTable('service_mails').set({ state: 'queued', problem: null }).where('id', '=', id).where('state', '=', 'dropped').executeTakeFirst();
    if (Number(revived.numUpdatedRows) === 0) return;
  }
  await addEffect(db, { bookingId: id, kind: 'serviceMail', lane: null, runAt, now });
}

export const readServiceMail = async (db: Queries, id: string): Promise<ServiceMail | null> => (await db.selectFrom('service_mails').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

export async function markServiceMail(db: Queries, id: string, state: ServiceMail['state'], now: Instant, problem: string | null = null): Promise<void> {
  // One that failed keeps what it says until the purge: a person may have it tried again.
  await db.updateTable('service_mails').set({ state, problem, ...(state === 'sent' ? { sent_at: now, payload: null } : {}) }).where('id', '=', id).execute();
}
