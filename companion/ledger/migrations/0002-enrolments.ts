import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/** Keys made in people's browsers, and Zoom's events. */
export const enrolments: Migration = {
  number: 2,
  sqlite: () => statements(sql`integer`),
  postgres: () => statements(sql`bigint`),
};

const statements = (instant: Statement): Statement[] => [
  sql`create table enrolments (
    code_hash text primary key, key_id text not null references keys (id), created_at ${instant} not null, expires_at ${instant} not null, used_at ${instant})`,
  sql`create table zoom_events (key text primary key, at ${instant} not null)`,
  sql`create index zoom_events_at on zoom_events (at)`,
];
