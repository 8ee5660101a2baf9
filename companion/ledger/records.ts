/** A booking of the ledger as one object, to and from its row. */
import type { Selectable } from 'kysely';
import type { BookingOfEvent } from '../../lib/contract/event.ts';
import type { ServiceOfEvent } from '../../lib/contract/rules.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { provisionalIdentityOf, identityOf } from '../../lib/domain/identity.ts';
import { hashOf } from '../secrets.ts';
import type { Life } from './life.ts';
import type { BookingsTable } from './schema.ts';

/** What the ledger keeps of a conference. Never a start link. */
export interface ConferenceRecord {
  kind: 'webinar' | 'meeting';
  id: string;
  joinLink: string;
  passcode: string | null;
  dialIn: { number: string; country: string }[];
  differences: string[];
  createdAt: Instant;
  presenterLink: string | null;
  /** The shared room of several bookings (S1-30): nothing of it is made, changed or ended for one of them. */
  permanent?: true;
  /** Of this booking's own occurrence in that room, once Zoom told it. */
  uuid?: string;
  /** Typed in by a person while Zoom was down (Z90): nothing of it is asked of Zoom. */
  manual?: true;
  /** After the event; counts only, never names. */
  attendance?: { unique: number; peak: number | null };
}

export interface BookingRecord {
  /** The ledger's own reference; also in Zoom's marker and in the calendar entry's UID. */
  id: string;
  /** Zoom's licence holder. */
  host: string;
  booking: BookingOfEvent;
  service: ServiceOfEvent;
  language: 'fr' | 'en';
  /** The guests' posts may not install Zoom: the invitation says to stay in the browser (S4-06). */
  browserOnly: boolean;
  reason: string | null;
  life: Life;
  conference: ConferenceRecord | null;
  /** Of the stable link (F10); drawn with the first conference, kept when it is made anew. */
  slug: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

const composites = new WeakMap<BookingOfEvent, string>();

/** {@link provisionalIdentityOf}, worked out once for a booking on its way into the ledger. */
export function compositeOf(booking: BookingOfEvent): string {
  const composite = composites.get(booking) ?? provisionalIdentityOf(booking);
  composites.set(booking, composite);
  return composite;
}

export const startOf = (record: BookingRecord): Instant => Date.parse(record.booking.start);
export const endOf = (record: BookingRecord): Instant => Date.parse(record.booking.end);

export function toRecord(row: Selectable<BookingsTable>): BookingRecord {
  return {
    id: row.id,
    host: row.host,
    booking: JSON.parse(row.booking) as BookingOfEvent,
    service: JSON.parse(row.service) as ServiceOfEvent,
    language: row.language,
    browserOnly: row.browser_only === 1,
    reason: row.reason,
    life: JSON.parse(row.life) as Life,
    conference: row.conference === null ? null : (JSON.parse(row.conference) as ConferenceRecord),
    slug: row.slug,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function toRow(record: BookingRecord): BookingsTable {
  const { booking, service } = record;
  return {
    id: record.id,
    portal: booking.portal,
    identity: booking.number === null ? null : identityOf(booking),
    composite: compositeOf(booking),
    service_id: service.id,
    host: record.host,
    start_at: startOf(record),
    end_at: endOf(record),
    establishment_id: booking.establishment?.id ?? null,
    requester_email: booking.requester.email?.toLowerCase() ?? null,
    state: record.life.state,
    life: JSON.stringify(record.life),
    booking: JSON.stringify(booking),
    service: JSON.stringify(service),
    language: record.language,
    reason: record.reason,
    conference: record.conference === null ? null : JSON.stringify(record.conference),
    // The room's number is that of many bookings.
    conference_id: record.conference === null || record.conference.permanent === true ? null : record.conference.id,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    slug: record.slug,
    slug_hash: record.slug === null ? null : hashOf(record.slug),
    browser_only: record.browserOnly ? 1 : 0,
  };
}
