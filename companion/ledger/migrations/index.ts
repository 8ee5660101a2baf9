/** The schema's steps in order, and how they are taken: each in its own transaction, with its number. */
import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { ledger } from './0001-ledger.ts';
import { enrolments } from './0002-enrolments.ts';
import { usage } from './0003-usage.ts';
import { rooms } from './0004-rooms.ts';
import { growth } from './0005-growth.ts';
import { slotAnswers } from './0006-slot-answers.ts';
import { due } from './0007-due.ts';
import { browserOnly } from './0008-browser-only.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [ledger, enrolments, usage, rooms, growth, slotAnswers, due, browserOnly];

/** Any constant number: two processes that start at once on one PostgreSQL take the steps one after the other. */
const MIGRATION_LOCK = 7_242_001;

/**
 * Brings the database to the schema of this version, from any older one.
 * @throws {Error} when the database is newer than this program
 */
export async function migrate(db: Queries, dialect: 'sqlite' | 'postgres', steps: readonly Migration[] = migrations): Promise<void> {
  for (;;) {
    const more = await db.transaction().execute(async (transaction) => {
      if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
      await sql`create table if not exists meta (name text primary key, value text not null)`.execute(transaction);
      const row = await transaction.selectFrom('meta').select('value').where('name', '=', 'schema').executeTakeFirst();
      const reached = Number(row?.value ?? 0);
      if (reached > steps.length) throw new Error('La base de données vient d’une version plus récente du compagnon\u00a0: installez cette version, ou restaurez une sauvegarde.');
      const step = steps[reached];
      if (step === undefined) return false;
      for (const statement of step[dialect]()) await statement.execute(transaction);
      const value = String(step.number);
      await transaction.insertInto('meta').values({ name: 'schema', value }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute();
      return true;
    });
    if (!more) return;
  }
}
