/** The tables, as the queries see them. Instants are milliseconds since 1970 UTC, structured values are JSON text. */
import type { Generated, Kysely, Selectable } from 'kysely';
import type { LedgerState, Role } from '../../lib/contract/answer.ts';
import type { MailKind } from './life.ts';

export interface BookingsTable {
  id: string;
  portal: string;
  /** Portal and reservation number (lib/domain/identity.ts); null until the number is known. */
  identity: string | null;
  /** Resource, start, end and name, hashed: the identity before a number is known (design.md). */
  composite: string;
  service_id: string;
  /** Zoom's licence holder; one writer each. */
  host: string;
  start_at: number;
  end_at: number;
  establishment_id: string | null;
  requester_email: string | null;
  state: LedgerState;
  /** {@link import('./life.ts').Life}. */
  life: string;
  /** {@link import('../../lib/contract/event.ts').BookingOfEvent}. */
  booking: string;
  service: string;
  language: 'fr' | 'en';
  reason: string | null;
  /** {@link import('./records.ts').ConferenceRecord}; never a start link. */
  conference: string | null;
  /** Zoom's number, to find the booking that Zoom's events speak of; null when there is none. */
  conference_id: string | null;
  created_at: number;
  updated_at: number;
  /** Of the stable link `/r/<slug>` (F10); null until there has been a conference, and once erased. */
  slug: string | null;
  /** What it is looked up by. */
  slug_hash: string | null;
  /** 1: the guests' posts may not install Zoom (S4-06). */
  browser_only: number;
}

export const effectKinds = ['create', 'invite', 'update', 'cancel', 'mail', 'watch', 'attendance', 'review', 'alert', 'heldCount', 'serviceMail', 'rotateKey', 'webhook'] as const;
export type EffectKind = (typeof effectKinds)[number];

/** The outbox. A row is done when `done_at` is set; `lease_token` fences whoever lost his lease. */
export interface EffectsTable {
  id: string;
  /** What it is about: a booking; for `alert`, `serviceMail` and `webhook`, a row of theirs. */
  booking_id: string;
  kind: EffectKind;
  /** At most one effect of a lane is worked on at a time; null: no such limit. */
  lane: string | null;
  mail_id: string | null;
  run_at: number;
  attempts: number;
  /** When a creation was last sent to Zoom without a certain answer. */
  intent_at: number | null;
  lease_token: string | null;
  lease_until: number | null;
  done_at: number | null;
  outcome: 'done' | 'dropped' | 'failed' | null;
  last_problem: string | null;
  created_at: number;
}

export interface MailsTable {
  id: string;
  booking_id: string;
  kind: MailKind;
  recipient: 'requester' | 'presenter' | 'approver';
  revision: number;
  message_id: string;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';
  problem: string | null;
  created_at: number;
  sent_at: number | null;
}

export interface SubmissionsTable {
  webhook_id: string;
  key_id: string;
  /** Whose facts the answer repeats. */
  booking_id: string | null;
  body_hash: string;
  status: number;
  answer: string;
  at: number;
}

export interface AuditTable {
  id: Generated<number>;
  booking_id: string | null;
  at: number;
  /** A key's name, `system`, `zoom` or `link`. */
  actor: string;
  what: string;
  detail: string | null;
}

export interface KeysTable {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  establishment_id: string | null;
  created_at: number;
  revoked_at: number | null;
}

/** One person's key may have two secrets during a rotation (Z71). */
export interface KeySecretsTable {
  id: string;
  key_id: string;
  kind: 'v1' | 'v1a';
  /** v1: the shared secret, sealed (see secrets.ts); v1a: the public key. */
  material: string;
  created_at: number;
  expires_at: number | null;
}

export interface CancelLinksTable {
  token_hash: string;
  booking_id: string;
  revision: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** A one-time code with which a person's browser enrols the public key that it made (Ed25519). */
export interface EnrolmentsTable {
  code_hash: string;
  key_id: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** Events of Zoom that were taken: each is delivered several times (Z62). */
export interface ZoomEventsTable {
  key: string;
  at: number;
}

/** Counts only: kept when the personal data of the booking are erased. */
export interface AttendancesTable {
  booking_id: string;
  uniques: number;
  peak: number | null;
  at: number;
}

/** « Non tenue ? » (F09): asked once a booking; `answer` null while it is open. */
export interface HeldQuestionsTable {
  booking_id: string;
  token_hash: string | null;
  asked_at: number;
  /** Without an answer by then, it counts as not held. */
  closes_at: number;
  answer: 'held' | 'notHeld' | null;
  answered_at: number | null;
  /** `link` the requester · `zoom` it was held after all · `system` nobody answered. */
  answered_by: 'link' | 'zoom' | 'system' | null;
}

/** A meeting that somebody started on one of our licences without an approved slot (F09). */
export interface AlertsTable {
  id: string;
  /** Zoom's identifier of the licence holder, as the event names him; null: the event did not. */
  host_id: string | null;
  conference_id: string;
  topic: string;
  started_at: number;
  /** `dropped`: it was nobody's concern. */
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';
  at: number;
}

/** A page of the use to print, open without a key for some minutes. */
export interface UsageLinksTable {
  token_hash: string;
  /** {@link import('../../lib/contract/usage.ts').UsagePageRequest}. */
  question: string;
  created_by: string;
  created_at: number;
  expires_at: number;
}

/** A permanent room that bookings of a service share (S1-30); there is one a service. Its host is the service's licence holder. */
export interface RoomsTable {
  service_id: string;
  /** Zoom's number of the room. */
  meeting_id: string;
  join_link: string;
  passcode: string | null;
  /** 1: a slot counts only once an approver approved it; 0: it is its requester's as soon as it is booked. */
  needs_approval: number;
  created_at: number;
}

/** That a host key was shown, and when it was made void; never the key. */
export interface HostKeyRevealsTable {
  booking_id: string;
  /** Of the booking: other hours are another slot. */
  revision: number;
  /** Of the page that shows it once. */
  token_hash: string | null;
  revealed_at: number | null;
  rotated_at: number | null;
}

/** « Demander ce créneau » (F05). */
export interface SlotRequestsTable {
  id: string;
  booking_id: string;
  /** Toronto's day on which it was asked: one a slot and day. */
  day: string;
  token_hash: string;
  requester_name: string;
  requester_email: string;
  purpose: string;
  language: 'fr' | 'en';
  asked_at: number;
  /** No answer counts after it: the slot's start. */
  closes_at: number;
  answer: 'kept' | 'ceded' | null;
  /** What the holder wrote with it. */
  comment: string | null;
  answered_at: number | null;
}

/** A room of one's own is asked for (S1-35 to S1-37). */
export interface RoomRequestsTable {
  id: string;
  name: string;
  video: number;
  mute: number;
  authentication: number;
  reason: string;
  requester_name: string;
  requester_email: string;
  establishment_id: string | null;
  language: 'fr' | 'en';
  state: 'open' | 'created' | 'refused';
  comment: string | null;
  asked_at: number;
  decided_at: number | null;
}

/** A recording in Zoom's cloud: when, and until when; never its link, which is asked of Zoom at each mail. */
export interface RecordingsTable {
  id: string;
  uuid: string;
  booking_id: string;
  completed_at: number;
  /** Null: the card names no limit. */
  gone_at: number | null;
}

export const serviceMailKinds = ['hostKey', 'slotAsked', 'slotAnswered', 'roomAsked', 'roomDecided', 'recordingReady', 'recordingSoonGone', 'welcome'] as const;
export type ServiceMailKind = (typeof serviceMailKinds)[number];

/** Mails that are not about a conference's life. */
export interface ServiceMailsTable {
  id: string;
  kind: ServiceMailKind;
  /** A booking (`hostKey`), a slot request, a room request, a recording; empty for a welcome. */
  subject_id: string;
  /** Of the booking: void once it has moved on. */
  revision: number | null;
  /** What stands nowhere else; erased once sent, and by the purge. */
  payload: string | null;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';
  problem: string | null;
  created_at: number;
  sent_at: number | null;
}

/** A program that is told of bookings (S1-57). */
export interface WebhooksTable {
  id: string;
  url: string;
  /** Sealed (see secrets.ts). */
  secret: string;
  created_at: number;
  /** It answered 410, or a person ended it. */
  stopped_at: number | null;
}

export interface WebhookDeliveriesTable {
  /** The `webhook-id`, the same at every try. */
  id: string;
  webhook_id: string;
  booking_id: string;
  type: 'booking.booked' | 'booking.approved' | 'booking.cancelled';
  /** Erased once delivered or void, and by the purge; one that failed can be said again. */
  body: string | null;
  state: 'queued' | 'sent' | 'failed' | 'dropped';
  problem: string | null;
  at: number;
}

export interface MetaTable {
  name: string;
  value: string;
}

export interface Schema {
  bookings: BookingsTable;
  effects: EffectsTable;
  mails: MailsTable;
  submissions: SubmissionsTable;
  audit: AuditTable;
  keys: KeysTable;
  key_secrets: KeySecretsTable;
  cancel_links: CancelLinksTable;
  enrolments: EnrolmentsTable;
  zoom_events: ZoomEventsTable;
  attendances: AttendancesTable;
  held_questions: HeldQuestionsTable;
  alerts: AlertsTable;
  usage_links: UsageLinksTable;
  rooms: RoomsTable;
  host_key_reveals: HostKeyRevealsTable;
  slot_requests: SlotRequestsTable;
  room_requests: RoomRequestsTable;
  recordings: RecordingsTable;
  service_mails: ServiceMailsTable;
  webhooks: WebhooksTable;
  webhook_deliveries: WebhookDeliveriesTable;
  meta: MetaTable;
}

export type EffectRow = Selectable<EffectsTable>;
export type MailRow = Selectable<MailsTable>;
export type KeyRow = Selectable<KeysTable>;

/** A connection or a transaction: both run the same queries. */
export type Queries = Kysely<Schema>;
