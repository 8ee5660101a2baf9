/** One ledger on either database: embedded SQLite by default, PostgreSQL when several processes share the work. */
import type { Reserve } from './reserve.ts';
import type { Queries } from './schema.ts';

export interface Database {
  db: Queries;
  dialect: 'sqlite' | 'postgres';
  /** Room kept aside for when the disk is full; kept by whoever serves. */
  reserve: Reserve;
  /**
   * Takes the right to serve: one process on a SQLite file; on PostgreSQL several share.
   * @throws {Error} with a sentence for a person when another process serves this file
   */
  lockForServing(): void;
  /** Copies the whole database to a file, also while it is served; null: the database server has its own tool for it. */
  backUp: ((file: string) => Promise<void>) | null;
  /** After a purge: nothing that was deleted stays in a side file. */
  forgetDeleted(): void;
  close(): Promise<void>;
}
