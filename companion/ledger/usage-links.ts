/** Addresses of a page to print: 256 bits drawn at random, of which only the hash is kept; good for some minutes. */
import { randomBytes } from 'node:crypto';
import type { UsagePageRequest } from '../../lib/contract/usage.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { hashOf } from '../secrets.ts';
import type { Queries } from './schema.ts';

export const LINK_LIVES = 15 * MINUTE;

/** @param by a key's public name, or `system` for the command line */
export async function issueUsageLink(db: Queries, question: UsagePageRequest, by: string, now: Instant): Promise<{ token: string; expires: Instant }> {
  const token = randomBytes(32).toString('base64url');
  const expires = now + LINK_LIVES;
  await db.deleteFrom('usage_links').where('expires_at', '<=', now).execute();
  await db.insertInto('usage_links').values({ token_hash: hashOf(token), question: JSON.stringify(question), created_by: by, created_at: now, expires_at: expires }).execute();
  return { token, expires };
}

/** Null once it has expired, and for anything that was never given out; looked up by hash, so time tells nothing. */
export async function findUsageLink(db: Queries, token: string, now: Instant): Promise<{ question: UsagePageRequest; expires: Instant } | null> {
  if (!/^[A-Za-z0-9_-]{43}$/u.test(token)) return null;
  const row = await db.selectFrom('usage_links').selectAll().where('token_hash', '=', hashOf(token)).where('expires_at', '>', now).executeTakeFirst();
  return row === undefined ? null : { question: JSON.parse(row.question) as UsagePageRequest, expires: row.expires_at };
}
