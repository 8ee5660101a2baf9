/**
 * The worker: takes what is due from the outbox and does it, a few at a time, each under a lease that is renewed.
 * It sleeps until the next effect is due or somebody wakes it, a minute at most.
 */
import { describeError } from '../log.ts';
import { claimEffects, LeaseLost, nextDue, postponeEffect, releaseEffect, renewLease } from '../ledger/outbox.ts';
import type { EffectKind, EffectRow } from '../ledger/schema.ts';
import { delayAfter } from './backoff.ts';
import { performAlert } from './alert.ts';
import { performCancel, performInvite, performUpdate } from './change.ts';
import type { JobContext } from './context.ts';
import { performCreate } from './create.ts';
import { performHeldCount } from './held.ts';
import { performRotateKey } from './host-key.ts';
import { performMail } from './mail.ts';
import { performReview } from './review.ts';
import { performServiceMail } from './service-mail.ts';
import { performAttendance, performWatch } from './watch.ts';
import { performWebhook } from './webhook.ts';

type Perform = (context: JobContext, effect: EffectRow, signal: AbortSignal) => Promise<void>;

const perform: Record<EffectKind, Perform> = {
  create: performCreate,
  invite: performInvite,
  update: performUpdate,
  cancel: performCancel,
  mail: performMail,
  watch: performWatch,
  attendance: performAttendance,
  review: performReview,
  alert: performAlert,
  heldCount: performHeldCount,
  serviceMail: performServiceMail,
  rotateKey: performRotateKey,
  webhook: performWebhook,
};

const AT_ONCE = 4;
/** A command of another process (`replay`) may have put work into a SQLite file: looked for once a minute. */
const LONGEST_SLEEP_MS = 60_000;
/** Other processes may add work or give it back without a word. */
const SHARED_LOOK_MS = 1000;
/** What runs at a stop has this long to end by itself (R14). */
const GRACE_MS = 6000;

export class Worker {
  readonly #context: JobContext;
  #stopping = false;
  /** Ends the waits of what still runs, when a graceful stop has taken too long. */
  readonly #cut = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #alarm = new AbortController();
  #idleWaiters: (() => void)[] = [];
  #loop: Promise<void> | null = null;

  constructor(context: JobContext) {
    this.#context = context;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** There may be new work. */
  wake(): void {
    this.#alarm.abort();
  }

  /** Resolves when nothing is being done here, and nothing is due that this worker could take. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#stopping) return resolve();
      this.#idleWaiters.push(resolve);
      this.wake();
    });
  }

  /** Takes nothing more, lets what runs come to its end or to its next safe point, and gives back the rest (R14). */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#loop;
    const settled = new AbortController();
    void this.#context.clock.wait(GRACE_MS, settled.signal).then(() => this.#cut.abort());
    await Promise.allSettled(this.#running);
    settled.abort();
    this.#tellIdle();
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#alarm = new AbortController();
      const sleep = await this.#takeWhatIsDue().catch((error: unknown) => {
        this.#context.log.error('outbox unreachable', { error: describeError(error) });
        return SHARED_LOOK_MS;
      });
      await this.#context.clock.wait(sleep, this.#alarm.signal);
    }
  }

  /** @returns how long to sleep, in milliseconds */
  async #takeWhatIsDue(): Promise<number> {
    const { database, clock } = this.#context;
    while (this.#running.size < AT_ONCE && !this.#stopping) {
      const effects = await claimEffects(database.db, database.dialect, clock.now(), AT_ONCE - this.#running.size, this.#context.leaseMs);
      if (effects.length === 0) break;
      for (const effect of effects) this.#begin(effect);
    }
    const due = await nextDue(database.db);
    const now = clock.now();
    if (this.#running.size === 0) this.#tellIdle();
    // Due but not to be had: its lane is busy here (its end wakes us) or in another process.
    const wait = due === null ? LONGEST_SLEEP_MS : due > now ? due - now : this.#running.size > 0 ? LONGEST_SLEEP_MS : SHARED_LOOK_MS;
    return Math.min(wait, database.dialect === 'postgres' ? SHARED_LOOK_MS : LONGEST_SLEEP_MS);
  }

  #begin(effect: EffectRow): void {
    const running: Promise<void> = this.#perform(effect).finally(() => {
      this.#running.delete(running);
      this.wake();
    });
    this.#running.add(running);
  }

  async #perform(effect: EffectRow): Promise<void> {
    const context = this.#context;
    const { log, database, clock } = context;
    const done = new AbortController();
    const lost = new AbortController();
    void this.#keepLease(effect, done.signal, lost);
    try {
      await perform[effect.kind](context, effect, AbortSignal.any([lost.signal, this.#cut.signal]));
    } catch (error) {
      if (error instanceof LeaseLost) return log.warn('lease lost', { booking: effect.booking_id, effect: effect.kind });
      log.error('effect failed', { booking: effect.booking_id, effect: effect.kind, attempt: effect.attempts, error: describeError(error) });
      const at = clock.now() + Math.max(1000, delayAfter(effect.attempts, context.random));
      await postponeEffect(database.db, effect, at, 'exception').catch(() => releaseEffect(database.db, effect).catch(() => undefined));
    } finally {
      done.abort();
    }
  }

  async #keepLease(effect: EffectRow, done: AbortSignal, work: AbortController): Promise<void> {
    const { clock, database, leaseMs } = this.#context;
    for (;;) {
      await clock.wait(leaseMs / 3, done);
      if (done.aborted) return;
      try {
        await renewLease(database.db, effect, clock.now(), leaseMs);
      } catch (error) {
        // Taken over: whatever this one still does must not be begun. A database that is away for a moment is no reason to stop.
        if (error instanceof LeaseLost) return work.abort();
      }
    }
  }

  #tellIdle(): void {
    const waiters = this.#idleWaiters;
    this.#idleWaiters = [];
    for (const tell of waiters) tell();
  }
}
