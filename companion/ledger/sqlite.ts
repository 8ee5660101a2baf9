/**
 * SQLite as the embedded ledger: WAL and synchronous FULL, so that a commit has reached the disk when it returns
 * (R1). All of it is asserted at the start: an acknowledgement must mean what docs/promises.md says.
 */
import { statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Driver, SqliteDialectConfig } from 'kysely';
import { createWatcher, watchConnection } from '../step.ts';
import type { Step } from '../step.ts';
import { runAtOnce, type AtOnce } from './compiled.ts';
import type { Database } from './database.ts';
import { isDiskFull } from './full-disk.ts';
import { createReserve, RESERVE_BYTES } from './reserve.ts';
import type { Reserve } from './reserve.ts';
import type { Schema } from './schema.ts';
import { atOnceOn, remember } from './statements.ts';

/** Before it, two connections that write and checkpoint at once could corrupt the file (reliability.md A.1). */
const OLDEST_SAFE = [3, 51, 3] as const;

/** Types of file systems reached over a network, on which WAL and locks do not hold (statfs(2)). */
const networkDisks: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'], [0x517b, 'SMB'], [0xff534d42, 'CIFS'], [0xfe534d42, 'SMB2'], [0x01021997, '9P'], [0x5346414f, 'AFS'], [0x00c36400, 'Ceph'],
]);

export const isOlder = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SAFE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
};

/** @param fileSystemType as statfs(2) names it */
export function networkDiskName(fileSystemType: number): string | null {
  return networkDisks.get(fileSystemType >>> 0) ?? null;
}

/**
 * @param reserveBytes see {@link RESERVE_BYTES}; a test may keep less
 * @throws {Error} with a sentence for a person
 */
export function openSqlite(file: string, step?: Step, reserveBytes = RESERVE_BYTES): Database {
  const path = resolve(file);
  const reserve = createReserve(`${path}-reserve`, reserveBytes);
  try {
    return openWith(path, reserve, step);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    // Even its side files do not fit: that is what the reserve is for.
    reserve.spend();
    return openWith(path, reserve, step);
  }
}

function openWith(path: string, reserve: Reserve, step?: Step): Database {
  const disk = networkDiskName(statfsSync(dirname(path)).type);
  if (disk !== null) throw new Error(`La base SQLite est sur un disque réseau (${disk}), où ses écritures ne sont pas sûres\u00a0: placez-la sur un disque local, ou utilisez PostgreSQL (DATABASE_URL).`);
  const connection = new Sqlite(path);
  try {
    const version = String(connection.prepare('select sqlite_version()').pluck().get());
    if (isOlder(version)) throw new Error(`SQLite ${version} est trop ancien\u00a0: il faut au moins ${OLDEST_SAFE.join('.')}.`);
    connection.pragma('journal_mode = wal');
    connection.pragma('synchronous = full');
    connection.pragma('foreign_keys = on');
    connection.pragma('busy_timeout = 5000');
    // What is purged must be gone from the file too, not only from the tables (Law 25).
    connection.pragma('secure_delete = on');
    if (connection.pragma('journal_mode', { simple: true }) !== 'wal' || connection.pragma('synchronous', { simple: true }) !== 2) {
      throw new Error('SQLite n’accepte pas le journal WAL avec synchronous=FULL à cet endroit\u00a0: ses écritures n’y seraient pas sûres.');
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  let lock: Sqlite.Database | null = null;
  const watcher = step === undefined ? null : createWatcher(step);
  const watch = async (opened: DatabaseConnection): Promise<void> => {
    spendWhenFull(opened, reserve);
    if (watcher !== null) watchConnection(opened, watcher);
  };
  const statements = remember(connection);
  const way = atOnceOn(connection, statements, watcher, (error) => {
    if (isDiskFull(error)) reserve.spend();
  });
  const db = new Kysely<Schema>({ dialect: new ImmediateDialect(way, { database: statements, onCreateConnection: watch }) });
  runAtOnce(db, way);
  return {
    db,
    dialect: 'sqlite',
    reserve,
    backUp: async (file) => void (await connection.backup(file)),
    forgetDeleted: () => void connection.pragma('wal_checkpoint(truncate)'),
    lockForServing() {
      lock = lockFile(path);
      reserve.keep();
    },
    async close() {
      await db.destroy();
      lock?.close();
    },
  };
}

/** Whichever statement finds the disk full: the room is there when it is tried again (R10). */
function spendWhenFull(connection: DatabaseConnection, reserve: Reserve): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    try {
      return (await execute(query, options)) as never;
    } catch (error) {
      if (isDiskFull(error)) reserve.spend();
      throw error;
    }
  };
}

/**
 * Transactions take the write lock when they begin: one that reads first and then finds that the `keys` command wrote
 * in between could not go on. A full disk ends a transaction by itself: then there is nothing left to roll back.
 */
class ImmediateDialect extends SqliteDialect {
  readonly #way: AtOnce;
  readonly #config: SqliteDialectConfig;

  constructor(way: AtOnce, config: SqliteDialectConfig) {
    super(config);
    this.#way = way;
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#way, this.#config);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #way: AtOnce;

  constructor(way: AtOnce, config: SqliteDialectConfig) {
    super(config);
    this.#way = way;
  }

  override async beginTransaction(): Promise<void> {
    this.#way.run('begin immediate', []);
  }

  override async commitTransaction(): Promise<void> {
    this.#way.run('commit', []);
  }

  override async rollbackTransaction(): Promise<void> {
    if (this.#way.isInTransaction()) this.#way.run('rollback', []);
  }
}

/**
 * An exclusive transaction on a file of its own, for as long as the process lives. The operating system lets go of
 * it however the process ends, so there is no stale lock to clean up; and the `keys` command can still write.
 */
export function lockFile(file: string): Sqlite.Database {
  const path = resolve(file);
  const lock = new Sqlite(`${path}-serving`, { timeout: 0 });
  try {
    lock.pragma('journal_mode = delete');
    lock.exec('begin exclusive');
    return lock;
  } catch {
    lock.close();
    throw new Error(`Un autre compagnon sert déjà la base ${path}\u00a0: arrêtez-le d’abord, ou utilisez PostgreSQL (DATABASE_URL) pour plusieurs processus.`);
  }
}
