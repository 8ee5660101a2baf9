import type { Environment } from '../environment.ts';
import type { Step } from '../step.ts';
import type { Database } from './database.ts';
import { inWords } from './full-disk.ts';
import { migrate } from './migrations/index.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens, checks what durability rests on, and migrates.
 * @param reserveBytes of SQLite; see reserve.ts
 * @throws {Error} with a sentence when a check fails
 */
export async function openDatabase(settings: Environment['database'], step?: Step, reserveBytes?: number): Promise<Database> {
  let database: Database | null = null;
  try {
    database = settings.kind === 'sqlite' ? openSqlite(settings.file, step, reserveBytes) : await openPostgres(settings.url, step);
    await migrate(database.db, database.dialect);
    return database;
  } catch (error) {
    await database?.close();
    throw inWords(error);
  }
}
