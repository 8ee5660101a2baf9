/**
 * The queue between a person's click and the companion. An entry is on the disk before anything is sent
 * and leaves only once the companion has answered for it; its id is the event's identity over every retry.
 *
 *     waiting ──(due)──▶ sending ──▶ delivered
 *        ▲                  │  └───▶ refused     a person must look
 *        └──(try again)─────┘        a worker that dies in « sending » tries again: same id, same bytes
 */
import * as z from 'zod/mini';
import { event, type Event } from '../contract/event.ts';
import { isRecord } from './shape.ts';
import { stored, type Stored } from './stored.ts';

/** Bytes of all entries together, well below the 10 MB of the browser's store. */
export const OUTBOX_MAXIMUM = 2_000_000;

const instant = z.number().check(z.int(), z.minimum(0), z.maximum(8.64e15));

/** Why the last attempt did not deliver; a code of ours that has a sentence in every language. */
export const deliveryProblems = [
  'noAddress', 'noKey', 'unreachable', 'notCompanion', 'tooLarge', 'keyUnknown', 'keyRevoked', 'clock',
  'busy', 'full', 'forbidden', 'conflict', 'invalid', 'refused',
] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

export const outboxEntry = z.lazy(() => z.strictObject({
  /** `webhook-id`. */
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/u)),
  /** The booking's identity (lib/domain/identity.ts). */
  key: z.string().check(z.maxLength(800)),
  type: z.enum(['booking.requested', 'booking.approved', 'booking.changed', 'booking.rejected', 'booking.cancelled']),
  /** The exact bytes that are signed at each attempt. */
  body: z.string().check(z.maxLength(64_000)),
  created: instant,
  /** Until then the person can take it back. */
  notBefore: instant,
  attempts: z.number().check(z.int(), z.minimum(0)),
  nextAttempt: instant,
  state: z.enum(['waiting', 'sending', 'delivered', 'refused']),
  problem: z.nullable(
    z.strictObject({ code: z.enum(deliveryProblems), detail: z.nullable(z.string().check(z.maxLength(500))), at: instant }),
  ),
  finished: z.nullable(instant),
}));
export type OutboxEntry = z.infer<typeof outboxEntry>;

export interface Outbox {
  version: 1;
  entries: OutboxEntry[];
  /** Entries that could not be read, kept as they were found. */
  damaged: unknown[];
}

/** Reads each entry for itself: one that is damaged does not hold up the others. */
export function readOutbox(raw: unknown): Outbox {
  const outbox: Outbox = { version: 1, entries: [], damaged: [] };
  if (raw === undefined) return outbox;
  if (!isRecord(raw) || !Array.isArray(raw['entries'])) return { ...outbox, damaged: [raw] };
  if (Array.isArray(raw['damaged'])) outbox.damaged.push(...(raw['damaged'] as unknown[]));
  for (const entry of raw['entries'] as unknown[]) {
    const parsed = outboxEntry.safeParse(entry);
    if (parsed.success) outbox.entries.push(parsed.data);
    else outbox.damaged.push(entry);
  }
  return outbox;
}

export const outboxStore: Stored<Outbox> = stored('local', 'outbox', readOutbox, { writer: 'worker' });

/** Whether an entry still has to reach the companion. */
export const isOpen = (entry: OutboxEntry): boolean => entry.state === 'waiting' || entry.state === 'sending';

/** The event of an entry; null when its bytes are no event of today's contract. */
export function eventOf(entry: OutboxEntry): Event | null {
  try {
    const parsed = event.safeParse(JSON.parse(entry.body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
