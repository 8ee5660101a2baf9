import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../companion/ledger/database.ts';
import { migrate, migrations } from '../../../companion/ledger/migrations/index.ts';
import { openDatabase } from '../../../companion/ledger/open.ts';
import { isOlder, networkDiskName, openSqlite } from '../../../companion/ledger/sqlite.ts';
import { fillEveryTable } from '../support/filled.ts';

let folder: string;
const opened: Database[] = [];
const open = async (): Promise<Database> => {
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'ledger.sqlite') });
  opened.push(database);
  return database;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-ledger-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await rm(folder, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('R1 writes ahead and waits for the disk at each commit', async () => {
    const { db } = await open();
    expect((await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)).rows[0]?.journal_mode).toBe('wal');
    expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows[0]?.synchronous).toBe(2);
  });

  it('R12 lets only one process serve a file, in a clear sentence, and others keep keys in it', async () => {
    const first = await open();
    first.lockForServing();
    const second = await open();
    expect(() => second.lockForServing()).toThrow(/Un autre compagnon sert déjà la base .*ledger\.sqlite/u);
    await second.db.insertInto('meta').values({ name: 'beside', value: 'the server' }).execute();
    await first.close();
    second.lockForServing();
  });

  it('refuses SQLite versions with the write-ahead bug, and no newer ones', () => {
    expect(['3.45.1', '3.51.2', '2.99.99'].map(isOlder)).toEqual([true, true, true]);
    expect(['3.51.3', '3.52.0', '3.54.1', '4.0.0'].map(isOlder)).toEqual([false, false, false, false]);
  });

  it('names the network disks on which its locks do not hold', () => {
    expect([0x6969, 0xff534d42, -11317950].map(networkDiskName)).toEqual(['NFS', 'CIFS', 'CIFS']);
    expect(networkDiskName(0xef53)).toBeNull();
  });

  it('R15 takes every older schema to the newest, and taken again changes nothing', async () => {
    for (let reached = 0; reached <= migrations.length; reached += 1) {
      const { db, close } = openSqlite(join(folder, `from-${reached}.sqlite`));
      await migrate(db, 'sqlite', migrations.slice(0, reached));
      if (reached > 0) await db.insertInto('keys').values({ id: 'p-1', name: 'Marc', email: null, role: 'approver', establishment_id: null, created_at: 1, revoked_at: null }).execute();
      await migrate(db, 'sqlite');
      await migrate(db, 'sqlite');
      expect(await db.selectFrom('keys').select('name').execute()).toEqual(reached > 0 ? [{ name: 'Marc' }] : []);
      const row = await db.selectFrom('meta').select('value').where('name', '=', 'schema').executeTakeFirst();
      expect(row?.value).toBe(String(migrations.length));
      await close();
    }
  });

  it.each(migrations.map(({ number }) => number))('R15 carries a row of every table from schema %i to the newest, column by column', async (reached) => {
    const file = join(folder, `filled-${reached}.sqlite`);
    const { db, close } = openSqlite(file);
    await migrate(db, 'sqlite', migrations.slice(0, reached));
    const beside = new Sqlite(file);
    const filled = fillEveryTable(beside);
    beside.close();
    expect(Object.keys(filled).length).toBeGreaterThanOrEqual(7);
    await migrate(db, 'sqlite');
    for (const [table, row] of Object.entries(filled)) {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
      expect({ table, rows }).toEqual({ table, rows: [expect.objectContaining(row)] });
    }
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);
    await close();
  });

  it('R15 leaves the old schema whole when a step fails in its middle', async () => {
    const database = await open();
    const broken = { number: migrations.length + 1, sqlite: () => [sql`create table half (one text)`, sql`create table half (two text)`], postgres: () => [] };
    await expect(migrate(database.db, 'sqlite', [...migrations, broken])).rejects.toThrow();
    const tables = await sql<{ name: string }>`select name from sqlite_master where name = 'half'`.execute(database.db);
    expect(tables.rows).toEqual([]);
    const row = await database.db.selectFrom('meta').select('value').where('name', '=', 'schema').executeTakeFirst();
    expect(row?.value).toBe(String(migrations.length));
  });

  it('R15 refuses a database of a newer version, in a sentence', async () => {
    const database = await open();
    await database.db.updateTable('meta').set({ value: '99' }).where('name', '=', 'schema').execute();
    await database.close();
    await expect(open()).rejects.toThrow('version plus récente du compagnon');
  });
});
