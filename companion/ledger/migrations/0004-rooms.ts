import { sql } from 'kysely';
import type { Migration, Statement } from './migration.ts';

/**
 * Stable links, shared rooms with a timed host key, requests of a slot and of a room, recordings, and what is told to
 * other programs. A host key has no column anywhere: it is made when it is shown (companion/jobs/host-key.ts).
 */
export const rooms: Migration = {
  number: 4,
  sqlite: () => statements(sql`integer`),
  postgres: () => statements(sql`bigint`),
};

const statements = (instant: Statement): Statement[] => [
  sql`alter table bookings add column slug text`,
  sql`alter table bookings add column slug_hash text`,
  sql`create unique index bookings_slug on bookings (slug_hash) where slug_hash is not null`,
  sql`create table rooms (
    service_id text primary key, meeting_id text not null, join_link text not null, passcode text, needs_approval ${instant} not null, created_at ${instant} not null)`,
  sql`create table host_key_reveals (booking_id text primary key references bookings (id), revision ${instant} not null, token_hash text, revealed_at ${instant}, rotated_at ${instant})`,
  sql`create unique index host_key_reveals_token on host_key_reveals (token_hash) where token_hash is not null`,
  sql`create table slot_requests (
    id text primary key, booking_id text not null references bookings (id), day text not null, token_hash text not null unique,
    requester_name text not null, requester_email text not null, purpose text not null, language text not null,
    asked_at ${instant} not null, closes_at ${instant} not null, answer text, answered_at ${instant}, unique (booking_id, day))`,
  sql`create table room_requests (
    id text primary key, name text not null, video ${instant} not null, mute ${instant} not null, authentication ${instant} not null, reason text not null,
    requester_name text not null, requester_email text not null, establishment_id text, language text not null,
    state text not null, comment text, asked_at ${instant} not null, decided_at ${instant})`,
  sql`create table recordings (
    id text primary key, uuid text not null, booking_id text not null references bookings (id), completed_at ${instant} not null, gone_at ${instant})`,
  sql`create table service_mails (
    id text primary key, kind text not null, subject_id text not null, revision ${instant}, payload text, state text not null, problem text,
    created_at ${instant} not null, sent_at ${instant})`,
  sql`create table webhooks (id text primary key, url text not null, secret text not null, created_at ${instant} not null, stopped_at ${instant})`,
  sql`create table webhook_deliveries (
    id text primary key, webhook_id text not null, booking_id text not null, type text not null, body text, state text not null, problem text, at ${instant} not null)`,
];
