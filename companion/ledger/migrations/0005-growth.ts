import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/**
 * What a ledger of many years needs (docs/scale.md): leases that have run out are found without looking through every
 * reminder that waits for its day, and the bookings of a period without reading every one that began before it.
 */
export const growth: Migration = { number: 5, sqlite: () => statements(), postgres: () => statements() };

const statements = (): Statement[] => [
  sql`create index effects_leased on effects (lease_until) where done_at is null and lease_token is not null`,
  sql`drop index bookings_span`,
  sql`create index bookings_span on bookings (start_at, end_at)`,
  sql`drop index bookings_held`,
  sql`create index bookings_held on bookings (service_id, start_at, end_at)`,
];
