import type { Environment } from '../environment.ts';
import type { Step } from '../step.ts';
import type { Database } from './database.ts';
import { inWords } from './full-disk.ts';
import { migrate } from './migrations/index.ts';

/**
 * Opens, checks what durability rests on, and migrates.
 * @param reserveBytes of SQLite; see reserve.ts
 * @throws {Error} with a sentence when a check fails
 */
export async function openDatabase(settings: Environment['database'], step?: Step, reserveBytes?: number): Promise<Database> {
  let database: Database | null = null;
  try {
    // Each with its own library: only that of the database that is used is loaded.
    database = settings.kind === 'sqlite'
      ? (await import('./sqlite.ts')).openSqlite(settings.file, step, reserveBytes)
      : await (await import('./postgres.ts')).openPostgres(settings.url, step);
    await migrate(database.db, database.dialect);
    return database;
  } catch (error) {
    await database?.close();
    throw inWords(error);
  }
}
