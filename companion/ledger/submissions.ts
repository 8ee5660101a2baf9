/**
 * Submissions, acknowledged only after their commit reached the disk (R1). Those that arrive in one turn of the event
 * loop share one commit (reliability.md D.4: four times as many a second, p99 a seventeenth), and on PostgreSQL their
 * statements too, but for those that speak of one thing: these are taken in the order in which they came. One that fails
 * takes no other with it: all of them are undone then, and taken again, each behind a savepoint of its own.
 */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { inLines } from './lines.ts';
import { addsWork } from './outbox.ts';
import type { Queries } from './schema.ts';
import { added, lookedUp } from './together.ts';

export interface Submission {
  webhookId: string;
  keyId: string;
  bodyHash: string;
  now: number;
  /** What the work reads and writes, under whatever names: of two that share one, the later is taken once the former is done. */
  about: readonly string[];
  /** Does the work and gives the answer to keep; what it throws is rethrown to the submitter, and nothing is kept. */
  work: (db: Queries) => Promise<{ bookingId: string; answer: string }>;
}

export type Submitted = { status: 202; answer: string; first: boolean } | { status: 409 };

interface Waiting {
  submission: Submission;
  resolve: (result: Submitted) => void;
  reject: (error: unknown) => void;
}

/**
 * Two processes on one PostgreSQL took the same booking at once: the one that lost takes it again and finds what the
 * other wrote (unique violation, serialisation failure, deadlock).
 */
const isRace = (error: unknown): boolean => ['23505', '40001', '40P01'].includes(String((error as { code?: unknown }).code));
const MOST_TRIES = 5;

/** The disk's or the database's own trouble, not the submission's (SQLite; PostgreSQL's classes 53, 57 and 58). */
const isStorage = (error: unknown): boolean => /^(?:SQLITE_(?:FULL|IOERR|CORRUPT|NOTADB|READONLY)|ENOSPC|5[378])/u.test(String((error as { code?: unknown }).code));

/** More than these waiting means that the disk does not follow: senders keep their events and come back. */
const MOST_WAITING = 5000;

export class Overloaded extends Error {
  constructor() {
    super('Too many submissions are waiting.');
    this.name = 'Overloaded';
  }
}

/** The disk is full, and the room kept aside is for what was acknowledged already (R10). */
export class NoRoom extends Error {
  readonly code = 'ENOSPC';
  constructor() {
    super('The disk is full.');
    this.name = 'NoRoom';
  }
}

/** A batch longer than this is cut, so that the first of it does not wait for the last. */
const LARGEST_BATCH = 500;

const find = lookedUp((db, webhookId) => db.selectFrom('submissions').select(['key_id', 'body_hash', 'answer']).where('webhook_id', '=', webhookId));

const keep = added('submissions', ['webhook_id', 'key_id', 'booking_id', 'body_hash', 'status', 'answer', 'at']);

/** Waits for all of them, so that nothing is under way any more. @throws what was thrown first: the others' trouble may only follow from it */
async function settle(all: readonly Promise<void>[]): Promise<void> {
  const errors: unknown[] = [];
  await Promise.all(all.map((one) => one.catch((error: unknown) => errors.push(error))));
  if (errors.length > 0) throw errors[0];
}

export class Submissions {
  readonly #database: Database;
  readonly #committed: () => void;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  /** Something was put into the outbox since the last commit. */
  #hasWork = false;
  /** The last commit failed: the disk is full, or the database away. */
  failing = false;

  /** @param committed called after each commit of something to be done */
  constructor(database: Database, committed: () => void) {
    this.#database = database;
    this.#committed = committed;
  }

  /**
   * The same id and body again gives the stored answer; another body, or another key, 409 (Z70).
   * @throws {NoRoom|Overloaded} and whatever the work throws; nothing is kept then
   */
  async submit(submission: Submission): Promise<Submitted> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#enqueue(submission);
      } catch (error) {
        if (tries === MOST_TRIES || !isRace(error)) throw error;
      }
    }
  }

  #enqueue(submission: Submission): Promise<Submitted> {
    if (this.#waiting.length >= MOST_WAITING) throw new Overloaded();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ submission, resolve, reject });
      this.#running ??= new Promise<void>((turn) => setImmediate(turn)).then(() => this.#drain());
    });
  }

  /** Resolves when nothing is waiting. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, LARGEST_BATCH));
    this.#running = null;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    let told: (() => void)[];
    try {
      const { reserve } = this.#database;
      if (reserve.isSpent() && !reserve.restore()) throw new NoRoom();
      told = await this.#inOneTransaction(this.#linesOf(batch), (transaction, waiting) => this.#take(transaction, waiting)).catch((error: unknown) => {
        if (isStorage(error)) throw error;
        return this.#inOneTransaction([batch], (transaction, waiting) => this.#takeApart(transaction, waiting));
      });
    } catch (error) {
      this.failing = true;
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const tell of told) tell();
    if (this.#hasWork) this.#committed();
    this.#hasWork = false;
  }

  /** SQLite answers before a second one could ask. */
  #linesOf(batch: readonly Waiting[]): readonly (readonly Waiting[])[] {
    return this.#database.dialect === 'sqlite' ? [batch] : inLines(batch, ({ submission: { webhookId, about } }) => [`webhook ${webhookId}`, ...about]);
  }

  /**
   * @param lines those of one are taken one after the other, the lines side by side
   * @returns what each is told once all of it is on the disk
   * @throws whatever one of them throws; then nothing was kept
   */
  #inOneTransaction(lines: readonly (readonly Waiting[])[], take: (transaction: Queries, waiting: Waiting) => Promise<() => void>): Promise<(() => void)[]> {
    return this.#database.db.transaction().execute(async (transaction) => {
      const told: (() => void)[] = [];
      await settle(lines.map(async (line) => {
        for (const waiting of line) told.push(await take(transaction, waiting));
      }));
      return told;
    });
  }

  async #take(transaction: Queries, { submission, resolve }: Waiting): Promise<() => void> {
    const { webhookId, keyId, bodyHash, now } = submission;
    const [known] = (await find(transaction, webhookId)).rows;
    let result: Submitted;
    if (known !== undefined) {
      const isSame = known.body_hash === bodyHash && known.key_id === keyId;
      result = isSame ? { status: 202, answer: known.answer, first: false } : { status: 409 };
    } else {
      const { bookingId, answer } = await submission.work(transaction);
      this.#hasWork ||= addsWork(transaction);
      // Taken by another process meanwhile: the work is undone, and the other's answer found the next time.
      await keep(transaction, { webhook_id: webhookId, key_id: keyId, booking_id: bookingId, body_hash: bodyHash, status: 202, answer, at: now });
      result = { status: 202, answer, first: true };
    }
    return () => {
      this.failing = false;
      resolve(result);
    };
  }

  async #takeApart(transaction: Queries, waiting: Waiting): Promise<() => void> {
    await sql`savepoint one`.execute(transaction);
    try {
      const tell = await this.#take(transaction, waiting);
      await sql`release savepoint one`.execute(transaction);
      return tell;
    } catch (error) {
      this.failing ||= isStorage(error);
      // A full disk ends the whole transaction by itself: then there is no savepoint left, and all of the batch failed.
      await sql`rollback to savepoint one`.execute(transaction).catch(() => {
        throw error;
      });
      return () => waiting.reject(error);
    }
  }
}
