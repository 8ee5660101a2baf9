/** The stable link `/r/<slug>` (F10): drawn once for a booking, kept when its conference is made anew, erased with its data. */
import { randomBytes } from 'node:crypto';
import { hashOf } from '../secrets.ts';
import { toRecord, type BookingRecord } from './records.ts';
import type { Queries } from './schema.ts';

/** 96 bits: short enough to be written down, too many to be guessed. */
const SLUG_BYTES = 12;

export const newSlug = (): string => randomBytes(SLUG_BYTES).toString('base64url');

/** Looked up by hash, whatever was given: neither the time nor the answer tells a near miss from anything else. */
export async function findBySlug(db: Queries, slug: string): Promise<BookingRecord | null> {
  const row = await db.selectFrom('bookings').selectAll().where('slug_hash', '=', hashOf(slug)).executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}
