import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/**
 * What is due, in the order in which it is taken. PostgreSQL, whose count of what is done lags behind, sorted all that
 * was waiting to take the first of it; and what is leased leaves the index, since nobody looks for it there.
 */
export const due: Migration = { number: 7, sqlite: () => statements(), postgres: () => statements() };

const statements = (): Statement[] => [
  sql`drop index effects_due`,
  sql`create index effects_due on effects (run_at, created_at) where done_at is null and lease_token is null`,
];
