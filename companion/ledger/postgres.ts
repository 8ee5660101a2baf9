/** PostgreSQL as a ledger shared by several processes. `fsync` and `synchronous_commit` are asserted (R1). */
import { Kysely, PostgresDialect, sql, type PostgresDialectConfig } from 'kysely';
import pg from 'pg';
import { createWatcher, watchConnection } from '../step.ts';
import type { Step } from '../step.ts';
import { nameOf } from './compiled.ts';
import type { Database } from './database.ts';
import { noReserve } from './reserve.ts';
import type { Schema } from './schema.ts';

const BIGINT = 20;

/** Whole numbers come as numbers: every one of ours is an instant or a count, far below 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format as 'text'))) as typeof pg.types.getTypeParser,
};

/**
 * The statements of the hot path are prepared once on each connection, under their name: the server then plans them a
 * few times and not at every call. None of them says `*`: a column that a newer version adds would make it void.
 */
function keepPrepared(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((text: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? nameOf(text) : undefined;
    return name === undefined ? query(text, ...rest) : query({ name, text, values: rest[0] }, ...rest.slice(1));
  }) as typeof client.query;
}

/** @throws {Error} with a sentence for a person when the server does not keep what it acknowledges */
export async function openPostgres(url: string, step?: Step): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, types });
  // A connection that breaks is replaced by the pool, and what was asked over it fails by itself. Without listeners it
  // would end the process: the pool's while it is idle, its own while a transaction holds it between two statements.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', keepPrepared);
  const watched: Partial<PostgresDialectConfig> = step === undefined
    ? {}
    : { onCreateConnection: async (connection) => watchConnection(connection, createWatcher(step)) };
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool, ...watched }) });
  try {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db);
      const value = rows[0]?.value;
      if (value === 'off') throw new Error(`PostgreSQL tourne avec ${setting}=off\u00a0: ce qu’il confirme peut être perdu. Remettez ${setting} à «\u00a0on\u00a0».`);
    }
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, dialect: 'postgres', reserve: noReserve, backUp: null, forgetDeleted: () => undefined, lockForServing: () => undefined, close: () => db.destroy() };
}
