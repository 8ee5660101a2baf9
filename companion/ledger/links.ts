/**
 * Links that cancel: 256 bits, of which only the hash is kept; one booking, one revision, until its end. Which of
 * many reasons makes a link void is never shown to whoever holds it (Z41).
 */
import type { Instant } from '../../lib/domain/booking.ts';
import { hashOf } from '../secrets.ts';
import type { Secrets } from '../secrets.ts';
import type { BookingRecord } from './records.ts';
import { endOf } from './records.ts';
import type { Queries } from './schema.ts';

/**
 * Makes the link of this revision usable, once; the same mail sent again carries the same link, which then counts as just
 * made: a mail server that first says « later » is no reason to trust who opens it. @returns the token
 */
export async function issueCancelLink(db: Queries, secrets: Secrets, record: BookingRecord, now: Instant): Promise<string> {
  const token = secrets.linkToken(`cancel ${record.id} ${record.life.revision}`);
  await db.insertInto('cancel_links')
    .values({ token_hash: hashOf(token), booking_id: record.id, revision: record.life.revision, created_at: now, expires_at: endOf(record), used_at: null })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ created_at: now })).execute();
  return token;
}

export interface CancelLink {
  bookingId: string;
  revision: number;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
}

/** Null for anything that is not a token that was given out. The look-up is by hash: it leaks nothing by its time. */
export async function findCancelLink(db: Queries, token: string): Promise<CancelLink | null> {
  if (!/^[A-Za-z0-9_-]{43}$/u.test(token)) return null;
  const row = await db.selectFrom('cancel_links').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst();
  return row === undefined
    ? null
    : { bookingId: row.booking_id, revision: row.revision, createdAt: row.created_at, expiresAt: row.expires_at, usedAt: row.used_at };
}

export async function markLinkUsed(db: Queries, token: string, usedAt: Instant | null): Promise<void> {
  await db.updateTable('cancel_links').set({ used_at: usedAt }).where('token_hash', '=', hashOf(token)).execute();
}
