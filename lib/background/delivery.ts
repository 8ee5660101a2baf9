/**
 * The queue's way out, one runner for the whole browser. Each entry is marked before its attempt and
 * after its answer, on the disk; a worker that dies in between tries the same bytes again under the same
 * identity, and the companion knows them (R3).
 */
import type { BookingOfLedger, EventAnswer } from '../contract/answer.ts';
import type { Event } from '../contract/event.ts';
import { inTurn } from '../state/lock.ts';
import { isOpen, outboxStore, type DeliveryProblem, type Outbox, type OutboxEntry } from '../state/outbox-store.ts';
import { WAIT_FOR_PERSON, waitBefore } from './backoff.ts';
import type { CompanionAnswer } from './companion.ts';
import { prune, UNDO_MILLISECONDS } from './outbox.ts';

export interface DeliveryPorts {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** @param restamp gives the same event an hour that many milliseconds later (companion.ts) */
  post(id: string, body: string, restamp?: (by: number) => Promise<string>): Promise<CompanionAnswer<EventAnswer>>;
  delivered(booking: BookingOfLedger): Promise<void>;
}

/** Trying again cannot help: the event itself is refused. */
const permanent: readonly DeliveryProblem[] = ['forbidden', 'conflict', 'invalid', 'refused'];
/** Waits for a person; trying each minute would only fill a log. */
const forPerson: readonly DeliveryProblem[] = ['noAddress', 'noKey', 'keyUnknown', 'keyRevoked', 'notCompanion', 'clock'];
/** Says something of this one event; every other problem is the way itself and holds up all. */
const ofEntry = (problem: DeliveryProblem): boolean => permanent.includes(problem);

/** An attempt that a worker began and did not live to end is due again at once. */
const dueAt = (entry: OutboxEntry): number => (entry.state === 'sending' ? 0 : Math.max(entry.notBefore, entry.nextAttempt));

/** Open entries that may go: of one booking, only the first, so that a cancellation never overtakes its creation. */
const heads = ({ entries }: Outbox): OutboxEntry[] => {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (!isOpen(entry) || seen.has(entry.key)) return false;
    seen.add(entry.key);
    return true;
  });
};

/** When the next attempt is due; null when nothing waits. */
export const nextDue = (outbox: Outbox): number | null => {
  const due = heads(outbox).map(dueAt);
  return due.length === 0 ? null : Math.min(...due);
};

const change = (id: string, how: (entry: OutboxEntry) => OutboxEntry) => (outbox: Outbox): Outbox => ({
  ...outbox,
  entries: outbox.entries.map((entry) => (entry.id === id ? how(entry) : entry)),
});

/**
 * A clock that was set back since leaves hours in the queue that are still to come, and what waits for them would wait for as
 * long as it was ahead: it has waited. A step within the seconds of undo takes none of them from the person.
 */
const sinceSetBack = (now: number) => (entry: OutboxEntry): OutboxEntry => {
  const { created, notBefore, problem } = entry;
  if (!isOpen(entry) || (problem?.at ?? created) - now <= UNDO_MILLISECONDS) return entry;
  return { ...entry, created: Math.min(created, now), notBefore: Math.min(notBefore, now), nextAttempt: now, problem: problem && { ...problem, at: now } };
};

/** Marks the first due entry as begun. Null when none is due or it was taken back in the meantime. */
async function begin(now: number): Promise<OutboxEntry | null> {
  let begun: OutboxEntry | null = null;
  await outboxStore.update((stored) => {
    const outbox = { ...stored, entries: stored.entries.map(sinceSetBack(now)) };
    const due = heads(outbox).find((entry) => dueAt(entry) <= now);
    if (due === undefined) return stored;
    const marked: OutboxEntry = { ...due, state: 'sending', attempts: due.attempts + 1 };
    begun = marked;
    return change(due.id, () => marked)(outbox);
  });
  return begun;
}

/**
 * The clock that gave a click its hour was wrong, and the very first attempt was refused for it: the event bears the right one
 * from now on. Otherwise it would be taken for a decision that has long waited, and another's for the newer one (Z72).
 */
const restamp = ({ id, body }: OutboxEntry) => async (by: number): Promise<string> => {
  const event = JSON.parse(body) as Event;
  const stamped = JSON.stringify({ ...event, timestamp: new Date(Date.parse(event.timestamp) + by).toISOString() });
  return outboxStore.update(change(id, (known) => ({ ...known, body: stamped }))).then(() => stamped, () => body);
};

const settle = (entry: OutboxEntry, now: number) =>
  outboxStore.update((outbox) => prune(change(entry.id, (known) => ({ ...known, state: 'delivered', problem: null, finished: now }))(outbox), now));

type Failure = Extract<CompanionAnswer<EventAnswer>, { ok: false }>;

async function putBack(entry: OutboxEntry, failure: Failure, ports: DeliveryPorts): Promise<void> {
  const now = ports.now();
  const problem = { code: failure.problem, detail: failure.detail, at: now };
  if (ofEntry(failure.problem)) {
    await outboxStore.update(change(entry.id, (known) => ({ ...known, state: 'refused', problem, finished: now })));
    return;
  }
  const wait = forPerson.includes(failure.problem) ? WAIT_FOR_PERSON : waitBefore(entry.attempts, ports.random(), failure.retryAfter);
  await outboxStore.update((outbox) => ({
    ...outbox,
    entries: outbox.entries.map((known) => {
      if (known.id === entry.id) return { ...known, state: 'waiting', problem, nextAttempt: now + wait };
      const isHeldUp = isOpen(known) && dueAt(known) <= now + wait && known.notBefore <= now;
      return isHeldUp ? { ...known, state: 'waiting', problem, nextAttempt: now + wait } : known;
    }),
  }));
}

/**
 * Sends everything that is due, in the order of the clicks. Callers queue up behind the runner, so that
 * what became due meanwhile is never left behind. Stops at the first failure of the way itself.
 */
export const deliverDue = (ports: DeliveryPorts): Promise<void> =>
  inTurn('delivery', async () => {
    for (;;) {
      const entry = await begin(ports.now());
      if (entry === null) return;
      const answer = await ports.post(entry.id, entry.body, entry.attempts === 1 ? restamp(entry) : undefined);
      if (answer.ok) {
        await settle(entry, ports.now());
        await ports.delivered(answer.value.booking);
      } else {
        await putBack(entry, answer, ports);
        if (!ofEntry(answer.problem)) return;
      }
    }
  });
