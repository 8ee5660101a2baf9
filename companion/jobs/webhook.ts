/** Tells another program of a booking (S1-57): signed after Standard Webhooks, the same identifier at every try, for about three days. */
import { importSecret, sign } from '../../lib/contract/signature.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { HOUR, MINUTE } from '../../lib/domain/zone.ts';
import { finishEffect, postponeEffect } from '../ledger/outbox.ts';
import type { EffectRow } from '../ledger/schema.ts';
import { markDelivery, readDelivery, stopWebhook, type Delivery } from '../ledger/webhooks.ts';
import type { WebhookAnswer } from '../webhook-sender.ts';
import type { JobContext } from './context.ts';

/** Between two tries (zoom.md § 7), each plus up to a tenth. */
const WAITS = [5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;
const LONGEST_ASKED = 24 * HOUR;

/** What the other side asks for, as seconds or a date; within a day. */
function askedWait(retryAfter: string | null, now: Instant): number {
  if (retryAfter === null) return 0;
  const wait = /^\d{1,7}$/u.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_ASKED) : 0;
}

const problemOf = (answer: WebhookAnswer): string => (answer.status === null ? answer.problem : `http${answer.status}`);

export async function performWebhook(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const { db } = context.database;
  const finish = (outcome: 'done' | 'dropped' | 'failed', state: Delivery['state'], problem: string | null = null): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      await markDelivery(transaction, effect.booking_id, state, problem);
      await finishEffect(transaction, effect, outcome, context.clock.now(), problem);
    });
  const found = await readDelivery(db, effect.booking_id);
  if (found === null || found.delivery.body === null || found.webhook.stopped_at !== null) return finish('dropped', 'dropped');
  const { delivery, webhook } = found;
  const body = delivery.body ?? '';
  const key = await importSecret(context.secrets.open(webhook.secret));
  const signed = await sign({ id: webhook.id, kind: 'v1', key }, delivery.id, context.clock.now(), body);
  // The standard's headers, and none of ours.
  const headers = { 'webhook-id': signed['webhook-id'], 'webhook-timestamp': signed['webhook-timestamp'], 'webhook-signature': signed['webhook-signature'] };
  const answer = await context.sendWebhook({ url: webhook.url, headers, body }, signal);
  if (answer.status !== null && answer.status >= 200 && answer.status < 300) return finish('done', 'sent');
  if (answer.status === 410) {
    await stopWebhook(db, webhook.id, 'system', context.clock.now());
    return finish('failed', 'failed', 'http410');
  }
  const wait = WAITS[effect.attempts - 1];
  if (wait === undefined) return finish('failed', 'failed', problemOf(answer));
  const asked = answer.status === null ? 0 : askedWait(answer.retryAfter, context.clock.now());
  return postponeEffect(db, effect, context.clock.now() + Math.max(asked, Math.round(wait * (1 + context.random() / 10))), problemOf(answer));
}
