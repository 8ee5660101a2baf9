import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/** The first schema. Only the type of a whole number and of a counting key differ between the two databases. */
export const ledger: Migration = {
  number: 1,
  sqlite: () => statements(sql`integer`, sql`integer primary key autoincrement`),
  postgres: () => statements(sql`bigint`, sql`bigint generated always as identity primary key`),
};

function statements(instant: Statement, counter: Statement): Statement[] {
  return [
    sql`create table bookings (
      id text primary key, portal text not null, identity text, composite text not null, service_id text not null, host text not null,
      start_at ${instant} not null, end_at ${instant} not null,
      establishment_id text, requester_email text, state text not null, life text not null, booking text not null, service text not null,
      language text not null, reason text, conference text, conference_id text, created_at ${instant} not null, updated_at ${instant} not null)`,
    sql`create unique index bookings_identity on bookings (identity) where identity is not null`,
    sql`create unique index bookings_composite on bookings (composite) where identity is null`,
    sql`create index bookings_by_composite on bookings (composite)`,
    sql`create index bookings_held on bookings (service_id, start_at)`,
    sql`create index bookings_conference on bookings (conference_id) where conference_id is not null`,
    sql`create index bookings_span on bookings (start_at)`,
    sql`create table mails (
      id text primary key, booking_id text not null references bookings (id), kind text not null, recipient text not null,
      revision ${instant} not null, message_id text not null, state text not null, problem text, created_at ${instant} not null, sent_at ${instant},
      unique (booking_id, kind, recipient, revision))`,
    sql`create table effects (
      id text primary key, booking_id text not null references bookings (id), kind text not null, lane text, mail_id text references mails (id),
      run_at ${instant} not null, attempts ${instant} not null, intent_at ${instant}, lease_token text, lease_until ${instant},
      done_at ${instant}, outcome text, last_problem text, created_at ${instant} not null)`,
    sql`create index effects_due on effects (run_at) where done_at is null`,
    sql`create index effects_of_booking on effects (booking_id)`,
    sql`create unique index effects_lane on effects (lane) where lease_token is not null and lane is not null`,
    sql`create table submissions (
      webhook_id text primary key, key_id text not null, booking_id text, body_hash text not null, status ${instant} not null, answer text not null, at ${instant} not null)`,
    sql`create index submissions_of_booking on submissions (booking_id)`,
    sql`create table audit (id ${counter}, booking_id text, at ${instant} not null, actor text not null, what text not null, detail text)`,
    sql`create index audit_of_booking on audit (booking_id)`,
    sql`create table keys (
      id text primary key, name text not null, email text, role text not null, establishment_id text, created_at ${instant} not null, revoked_at ${instant})`,
    sql`create table key_secrets (
      id text primary key, key_id text not null references keys (id), kind text not null, material text not null, created_at ${instant} not null, expires_at ${instant})`,
    sql`create index key_secrets_of_key on key_secrets (key_id)`,
    sql`create table cancel_links (
      token_hash text primary key, booking_id text not null references bookings (id), revision ${instant} not null,
      created_at ${instant} not null, expires_at ${instant} not null, used_at ${instant})`,
  ];
}
