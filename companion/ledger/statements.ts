/** SQLite's statements: prepared once, and run without the query builder's queue where nothing can come in between. */
import type Sqlite from 'better-sqlite3';
import type { QueryResult } from 'kysely';
import type { Watcher } from '../step.ts';
import type { AtOnce } from './compiled.ts';

/** What the query builder needs of a connection. */
export interface Statements {
  prepare(sql: string): Sqlite.Statement;
  close(): void;
}

const MOST_KEPT = 200;

/** Prepared statements are kept: the queries are few and each is run many times. */
export function remember(connection: Sqlite.Database): Statements {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = connection.prepare(sql);
      if (prepared.size < MOST_KEPT) prepared.set(sql, statement);
      return statement;
    },
    close: () => void connection.close(),
  };
}

/** @param failed hears of each error before it is thrown */
export function atOnceOn(connection: Sqlite.Database, statements: Statements, watcher: Watcher | null, failed: (error: unknown) => void): AtOnce {
  return {
    isInTransaction: () => connection.inTransaction,
    run(sql, parameters): QueryResult<never> {
      watcher?.before(sql);
      try {
        const statement = statements.prepare(sql);
        const result = statement.reader
          ? { rows: statement.all(parameters) as never[] }
          : { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
        watcher?.after(sql);
        return result;
      } catch (error) {
        failed(error);
        throw error;
      }
    },
  };
}
