/** Fills a ledger with bookings: the first thousand as the companion takes them, the others copied from those in SQL. */
import Sqlite from 'better-sqlite3';
import { takeEvent } from '../../../companion/ledger/intake.ts';
import { openDatabase } from '../../../companion/ledger/open.ts';
import { Submissions } from '../../../companion/ledger/submissions.ts';
import { hashOf } from '../../../companion/secrets.ts';
import type { Ledger } from './servers.ts';
import { inventEvent, PER_DAY } from './signed.ts';

/** Taken by the companion itself; every later booking is a copy of one of them, with its own number and hours. */
const FIRST = 1000;
/** By which the models are found while they are copied. */
const MODELS = 'bookings_identity';
const TABLES = ['bookings', 'submissions', 'audit'] as const;

/** Through the companion's own door behind HTTP, many to a commit. */
async function take({ file, key }: Ledger, now: number): Promise<void> {
  const database = await openDatabase({ kind: 'sqlite', file });
  const submissions = new Submissions(database, () => undefined);
  const caller = { keyId: key.id, name: 'Mesure', email: null, role: 'approver', establishmentId: null } as const;
  await Promise.all(Array.from({ length: FIRST }, (_, index) => {
    const event = inventEvent(index, now);
    const body = JSON.stringify(event);
    return submissions.submit({
      webhookId: `fill_${index}`, keyId: key.id, bodyHash: hashOf(body), now, about: [],
      work: async (db) => ({ bookingId: (await takeEvent(db, 'sqlite', { event, caller, sentAt: now, now }, () => 'bench')).record.id, answer: body }),
    });
  }));
  await database.close();
}

/** The numbers of the copies, and the hours that {@link inventEvent} gives each. */
const numbered = `with recursive numbers (n) as (select @from union all select n + 1 from numbers where n + 1 < @to),
  placed as (select n, n / ${PER_DAY} as step from numbers),
  dated as (select n, @now + (case when step % 2 = 1 then (step + 1) / 2 else -step / 2 end) * 86400000 + (n % 48) * 1800000 as start_at from placed)`;
const instant = (place: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', (${place}) / 1000.0, 'unixepoch')`;
const own: Readonly<Record<string, string>> = {
  id: `printf('copy%012d', (n * 7919) % 1000000007)`,
  identity: `printf('iris:2026-%07d', n)`,
  composite: `'iris~' || lower(hex(randomblob(8)))`,
  start_at: 'dated.start_at', end_at: 'dated.start_at + 3600000', updated_at: '@now + n',
  booking: `json_set(model.booking, '$.number', printf('2026-%07d', n), '$.name', 'Rencontre régionale ' || n, '$.start', ${instant('dated.start_at')}, '$.end', ${instant('dated.start_at + 3600000')})`,
};

/** @param range whole numbers, which SQLite takes from here for fractions unless they are told to be whole */
function copy(database: Sqlite.Database, range: { from: bigint; to: bigint; now: bigint }): void {
  const columns = database.prepare('select name from pragma_table_info(\'bookings\')').pluck().all() as string[];
  const identity = `printf('iris:2026-%07d', n % ${FIRST})`;
  const statements = [
    `insert into bookings (${columns.join(', ')}) ${numbered} select ${columns.map((name) => own[name] ?? `model.${name}`).join(', ')} from dated join bookings as model on model.identity = ${identity}`,
    `insert into submissions ${numbered} select 'fill_' || n, key_id, ${own['id']}, body_hash, status, answer, @now from dated join submissions as model on model.webhook_id = 'fill_' || (n % ${FIRST})`,
    `insert into audit (booking_id, at, actor, what, detail) ${numbered} select ${own['id']}, @now, 'fill', 'requested', null from dated`,
  ];
  for (const statement of statements) database.prepare(statement).run(range);
}

/** Every row and index is as it would be; only the way there is shorter: no syncs, and the indexes made anew at its end. */
export async function fill(ledger: Ledger, from: number, to: number, now: number): Promise<void> {
  if (from === 0) await take(ledger, now);
  if (to <= FIRST) return;
  const database = new Sqlite(ledger.file);
  for (const setting of ['synchronous = off', 'cache_size = -1000000', 'temp_store = memory']) database.pragma(setting);
  const indexes = (database.prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${TABLES.map((name) => `'${name}'`).join(', ')})`).all() as { name: string; sql: string }[]).filter(({ name }) => name !== MODELS);
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  copy(database, { from: BigInt(Math.max(from, FIRST)), to: BigInt(to), now: BigInt(now) });
  for (const { sql } of indexes) database.exec(sql);
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}
