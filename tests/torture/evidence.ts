/** Everything that a torture left behind, for the checker: what people were told, and what is in fact there. */
import { sql } from 'kysely';
import type { BookingOfEvent, EventType } from '../../lib/contract/event.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import type { Database } from '../../companion/ledger/database.ts';
import type { BookingRecord } from '../../companion/ledger/records.ts';
import { toRecord } from '../../companion/ledger/records.ts';
import type { EffectRow, MailRow } from '../../companion/ledger/schema.ts';
import type { Mail } from '../standins/mailbox/mailbox.ts';
import type { ConferenceView } from '../standins/zoom/standin.ts';
import type { Room } from './room.ts';

/** What a person did, and what he knows of it: `unknown` was never acknowledged, and may have happened or not. */
export interface Deed {
  /** `identityOf` the booking. */
  booking: string;
  does: EventType | 'link.cancelled' | 'link.undone';
  outcome: 'acknowledged' | 'unknown';
  /** The facts that were sent; null for a link. */
  facts: BookingOfEvent | null;
  /** Null for a link, which has no identity over its retries. */
  webhookId: string | null;
  /** The acknowledgement, byte for byte. */
  answer: string | null;
}

export interface AuditRow {
  bookingId: string | null;
  what: string;
}

export interface Evidence {
  deeds: readonly Deed[];
  bookings: readonly BookingRecord[];
  mailRows: readonly MailRow[];
  effects: readonly EffectRow[];
  submissions: readonly { webhookId: string; answer: string }[];
  audit: readonly AuditRow[];
  /** `ok`, or what the database says of itself. */
  integrity: string;
  /** Every conference ever made, deleted ones too. */
  conferences: readonly ConferenceView[];
  mails: readonly Mail[];
  /** The marker of a reference. */
  marker: (reference: string) => string;
  now: number;
  approvers: string;
  /** How many copies of one mail there may be beyond the first: one for each death, and for each connection dropped after the dot. */
  spareCopies: number;
}

export const keyOf = (booking: BookingOfEvent): string => identityOf(booking);

export async function readEvidence(room: Room, deeds: readonly Deed[], spareCopies: number, approvers: string): Promise<Evidence> {
  const database = await room.database();
  const { db } = database;
  const [bookings, mailRows, effects, submissions, audit, integrity] = [
    await db.selectFrom('bookings').selectAll().execute(),
    await db.selectFrom('mails').selectAll().execute(),
    await db.selectFrom('effects').selectAll().execute(),
    await db.selectFrom('submissions').select(['webhook_id', 'answer']).execute(),
    await db.selectFrom('audit').select(['booking_id', 'what']).orderBy('id').execute(),
    await integrityOf(database),
  ];
  return {
    deeds, mailRows, effects, integrity, spareCopies, approvers,
    bookings: bookings.map(toRecord),
    submissions: submissions.map(({ webhook_id, answer }) => ({ webhookId: webhook_id, answer })),
    audit: audit.map(({ booking_id, what }) => ({ bookingId: booking_id, what })),
    conferences: room.zoom.created(),
    mails: [...room.mailbox.messages()],
    marker: room.secrets.marker,
    now: room.clock.now(),
  };
}

async function integrityOf({ db, dialect }: Database): Promise<string> {
  if (dialect === 'postgres') return 'ok';
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  return rows.map((row) => row.integrity_check).join('; ');
}
