/**
 * The person's side of the queue: putting events in, taking them back, trying again. Nothing here talks to
 * the companion (delivery.ts does); everything is on the disk before it is answered.
 */
import type { Event } from '../contract/event.ts';
import { isOpen, OUTBOX_MAXIMUM, outboxStore, type Outbox, type OutboxEntry } from '../state/outbox-store.ts';

/** How long a click can be taken back (U5). */
export const UNDO_MILLISECONDS = 8_000;
/** Delivered entries are kept this long, for whoever looks for what became of them; the ledger has the rest. */
const KEEP_DELIVERED = 24 * 3_600_000;
/** Requests that an overlay may have waiting at once: a page gone wild must not fill the queue. */
const REQUESTS_MAXIMUM = 50;

export interface NewEntry {
  key: string;
  event: Event;
  /** 0: at once. */
  undo: number;
}

/** The queue cannot take more; nothing that waits is ever dropped to make room. */
export class OutboxFull extends Error {
  override name = 'OutboxFull';
}

const sizeOf = (outbox: Outbox): number => new TextEncoder().encode(JSON.stringify(outbox)).length;

/** Drops what was delivered long ago, then the oldest delivered until the rest fits. */
export function prune(outbox: Outbox, now: number): Outbox {
  let entries = outbox.entries.filter((entry) => entry.state !== 'delivered' || now - (entry.finished ?? 0) < KEEP_DELIVERED);
  while (sizeOf({ ...outbox, entries }) > OUTBOX_MAXIMUM) {
    const oldest = entries.findIndex((entry) => entry.state === 'delivered');
    if (oldest === -1) throw new OutboxFull();
    entries = entries.toSpliced(oldest, 1);
  }
  return { ...outbox, entries };
}

/** What an event says, without its hour: two of them with the same content are one. */
const contentOf = (event: Event): string => JSON.stringify([event.type, event.data]);

const contentOfBody = (body: string): string => {
  const { type, data } = JSON.parse(body) as Event;
  return JSON.stringify([type, data]);
};

const toEntry = ({ key, event, undo }: NewEntry, now: number): OutboxEntry => ({
  id: `evt_${crypto.randomUUID().replaceAll('-', '')}`,
  key,
  type: event.type,
  body: JSON.stringify(event),
  created: now,
  notBefore: now + undo,
  attempts: 0,
  nextAttempt: now + undo,
  state: 'waiting',
  problem: null,
  finished: null,
});

/**
 * Adds one event, unless the same is already on its way (a double click, two windows).
 * @param now milliseconds since 1970 UTC
 * @throws {OutboxFull} when it does not fit
 */
export async function enqueue(added: NewEntry, now: number): Promise<void> {
  await outboxStore.update((outbox) => {
    const { key, event } = added;
    const open = outbox.entries.filter(isOpen);
    if (open.some((entry) => entry.key === key && entry.type === event.type && contentOfBody(entry.body) === contentOf(event))) return outbox;
    if (event.type === 'booking.requested' && open.filter(({ type }) => type === event.type).length >= REQUESTS_MAXIMUM) throw new OutboxFull();
    // What was refused is settled by what is sent now.
    const entries = outbox.entries.filter((entry) => entry.key !== key || entry.state !== 'refused');
    return prune({ ...outbox, entries: [...entries, toEntry(added, now)] }, now);
  });
}

/**
 * Takes back what has not left yet.
 * @returns the keys that were taken back; what an attempt has begun on is the companion's to cancel
 */
export async function undo(keys: readonly string[], now: number): Promise<string[]> {
  const wanted = new Set(keys);
  const taken = new Set<string>();
  await outboxStore.update((outbox) => {
    const entries = outbox.entries.filter((entry) => {
      const isTaken = wanted.has(entry.key) && entry.state === 'waiting' && entry.attempts === 0 && entry.notBefore > now;
      if (isTaken) taken.add(entry.key);
      return !isTaken;
    });
    return { ...outbox, entries };
  });
  return [...taken];
}

/** Makes entries due now; refused ones wait again, with their identity. `keys` null: all that wait. */
export async function retryNow(keys: readonly string[] | null, now: number): Promise<string[]> {
  const wanted = keys === null ? null : new Set(keys);
  const touched = new Set<string>();
  await outboxStore.update((outbox) => ({
    ...outbox,
    entries: outbox.entries.map((entry) => {
      const isWanted = wanted === null ? entry.state === 'waiting' : wanted.has(entry.key) && (entry.state === 'waiting' || entry.state === 'refused');
      if (!isWanted) return entry;
      touched.add(entry.key);
      return { ...entry, state: 'waiting', nextAttempt: Math.max(now, entry.notBefore), finished: null };
    }),
  }));
  return [...touched];
}

/** Forgets refused entries, once the person has read why. */
export async function dismiss(keys: readonly string[]): Promise<string[]> {
  const wanted = new Set(keys);
  await outboxStore.update((outbox) => ({
    ...outbox,
    entries: outbox.entries.filter((entry) => entry.state !== 'refused' || !wanted.has(entry.key)),
  }));
  return [...wanted];
}
