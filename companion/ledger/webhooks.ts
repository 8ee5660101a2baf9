/** Programs that are told of bookings (S1-57: Make, n8n, Power Automate). They hear of hours and states, never of a person. */
import { randomBytes, randomUUID } from 'node:crypto';
import { identityOf } from '../../lib/domain/identity.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import type { Secrets } from '../secrets.ts';
import { writeAudit, type StepWord } from './audit.ts';
import { compiled } from './compiled.ts';
import { addEffect } from './outbox.ts';
import type { BookingRecord } from './records.ts';
import type { Queries, WebhookDeliveriesTable, WebhooksTable } from './schema.ts';

export type Webhook = WebhooksTable;
export type Delivery = WebhookDeliveriesTable;

const types: Partial<Record<StepWord, Delivery['type']>> = { requested: 'booking.booked', approved: 'booking.approved', cancelled: 'booking.cancelled' };

/** Standard Webhooks: `{ type, timestamp, data }`; the title goes along, since it is what people look for. */
function bodyOf(type: Delivery['type'], { booking, service, life }: BookingRecord, now: Instant): string {
  const { portal, number, resource, name, establishment, start, end, page } = booking;
  const data = { key: identityOf(booking), portal, number, resource, service: service.id, name, establishment, start, end, page, state: life.state };
  return JSON.stringify({ type, timestamp: new Date(now).toISOString(), data });
}

const inForce = compiled<object, { id: string }>((db) => db.selectFrom('webhooks').select('id').where('stopped_at', 'is', null));

/** Those of one transaction, which takes many submissions and is over at once. */
const told = new WeakMap<Queries, Promise<readonly { id: string }[]>>();

function programsIn(transaction: Queries): Promise<readonly { id: string }[]> {
  const programs = told.get(transaction) ?? inForce(transaction, {}).then(({ rows }) => rows);
  told.set(transaction, programs);
  return programs;
}

/** In the transaction of what happened: what is told and what is true cannot part. */
export async function tellPrograms(db: Queries, record: BookingRecord, step: StepWord, now: Instant): Promise<void> {
  const type = types[step];
  if (type === undefined) return;
  for (const { id: webhookId } of await programsIn(db)) {
    const id = `msg_${randomUUID().replaceAll('-', '')}`;
    await db.insertInto('webhook_deliveries').values({ id, webhook_id: webhookId, booking_id: record.id, type, body: bodyOf(type, record, now), state: 'queued', problem: null, at: now }).execute();
    await addEffect(db, { bookingId: id, kind: 'webhook', lane: `webhook:${webhookId}`, runAt: now, now });
  }
}

/** @returns the secret, shown once */
export async function addWebhook(db: Queries, secrets: Secrets, url: string, now: Instant): Promise<{ id: string; secret: string }> {
  const id = `w-${randomBytes(6).toString('hex')}`;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  await db.insertInto('webhooks').values({ id, url, secret: secrets.seal(secret), created_at: now, stopped_at: null }).execute();
  await writeAudit(db, { bookingId: null, at: now, actor: 'system', what: 'webhookAdded', detail: id });
  return { id, secret };
}

export const listWebhooks = (db: Queries): Promise<Webhook[]> => db.selectFrom('webhooks').selectAll().orderBy('created_at').execute();

/** @returns whether it was in force */
export async function stopWebhook(db: Queries, id: string, actor: string, now: Instant): Promise<boolean> {
  const stopped = await db.updateTable('webhooks').set({ stopped_at: now }).where('id', '=', id).where('stopped_at', 'is', null).executeTakeFirst();
  if (Number(stopped.numUpdatedRows) !== 1) return false;
  await writeAudit(db, { bookingId: null, at: now, actor, what: 'webhookStopped', detail: id });
  return true;
}

export async function readDelivery(db: Queries, id: string): Promise<{ delivery: Delivery; webhook: Webhook } | null> {
  const delivery = await db.selectFrom('webhook_deliveries').selectAll().where('id', '=', id).executeTakeFirst();
  const webhook = delivery === undefined ? undefined : await db.selectFrom('webhooks').selectAll().where('id', '=', delivery.webhook_id).executeTakeFirst();
  return delivery === undefined || webhook === undefined ? null : { delivery, webhook };
}

/** What was to be said is kept while it can still be said, also by a person's replay; the purge ends that. */
export async function markDelivery(db: Queries, id: string, state: Delivery['state'], problem: string | null): Promise<void> {
  const isOver = state === 'sent' || state === 'dropped';
  await db.updateTable('webhook_deliveries').set({ state, problem, ...(isOver ? { body: null } : {}) }).where('id', '=', id).execute();
}
