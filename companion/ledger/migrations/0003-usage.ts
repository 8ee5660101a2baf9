import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/**
 * How many came, whether it was held, meetings that nobody booked, and pages of the use to print. An effect may now be
 * about an alert instead of a booking: SQLite cannot take a reference off a column, so the table is written anew.
 */
export const usage: Migration = {
  number: 3,
  sqlite: () => [
    sql`create table effects_anew (
      id text primary key, booking_id text not null, kind text not null, lane text, mail_id text references mails (id),
      run_at integer not null, attempts integer not null, intent_at integer, lease_token text, lease_until integer,
      done_at integer, outcome text, last_problem text, created_at integer not null)`,
    sql`insert into effects_anew select id, booking_id, kind, lane, mail_id, run_at, attempts, intent_at, lease_token, lease_until, done_at, outcome, last_problem, created_at from effects`,
    sql`drop table effects`,
    sql`alter table effects_anew rename to effects`,
    sql`create index effects_due on effects (run_at) where done_at is null`,
    sql`create index effects_of_booking on effects (booking_id)`,
    sql`create unique index effects_lane on effects (lane) where lease_token is not null and lane is not null`,
    ...tables(sql`integer`),
  ],
  postgres: () => [sql`alter table effects drop constraint if exists effects_booking_id_fkey`, ...tables(sql`bigint`)],
};

const tables = (instant: Statement): Statement[] => [
  sql`create table attendances (booking_id text primary key references bookings (id), uniques ${instant} not null, peak ${instant}, at ${instant} not null)`,
  sql`create table held_questions (
    booking_id text primary key references bookings (id), token_hash text, asked_at ${instant} not null, closes_at ${instant} not null,
    answer text, answered_at ${instant}, answered_by text)`,
  sql`create unique index held_questions_token on held_questions (token_hash) where token_hash is not null`,
  sql`create table alerts (
    id text primary key, host_id text, conference_id text not null, topic text not null, started_at ${instant} not null,
    state text not null, at ${instant} not null)`,
  sql`create table usage_links (token_hash text primary key, question text not null, created_by text not null, created_at ${instant} not null, expires_at ${instant} not null)`,
];
