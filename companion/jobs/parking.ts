/** A licence holder whose hundred creations and changes of the day are used up is left alone until Zoom's hour (Z29, R8). */
import type { Instant } from '../../lib/domain/booking.ts';
import type { Queries } from '../ledger/schema.ts';

const nameOf = (host: string): string => `parked:${host}`;

export async function parkHost(db: Queries, host: string, until: Instant): Promise<void> {
  const value = String(until);
  await db.insertInto('meta').values({ name: nameOf(host), value }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute();
}

/** A holder may be a person by their own address: what has expired is not kept. */
export async function forgetParked(db: Queries, now: Instant): Promise<void> {
  const rows = await db.selectFrom('meta').select(['name', 'value']).where('name', 'like', 'parked:%').execute();
  const over = rows.filter(({ value }) => Number(value) <= now).map(({ name }) => name);
  if (over.length > 0) await db.deleteFrom('meta').where('name', 'in', over).execute();
}

/** Null when the holder may be asked. */
export async function parkedUntil(db: Queries, host: string, now: Instant): Promise<Instant | null> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', nameOf(host)).executeTakeFirst();
  const until = Number(row?.value ?? 0);
  return until > now ? until : null;
}
