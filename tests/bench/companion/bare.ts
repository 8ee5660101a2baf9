/**
 * What the companion is held against: Node's own server, the same check of the signature, and the same rows in the same
 * tables with the same settings of SQLite, written by hand. No schema, no roles, no look for the booking that is there
 * already, no repeated request answered twice in the same words. A program of its own, started by servers.ts:
 * `node bare.ts FILE KEYID SECRET each|group|ordered|body`; `ordered` is `group` with ours' names of the rows.
 */
import Sqlite from 'better-sqlite3';
import { newReference } from '../../../companion/ledger/references.ts';
import { rowsOf, serve, type Waiting } from './bare-parts.ts';

const [, , file = '', keyId = '', secret = '', mode = 'group'] = process.argv;

const database = new Sqlite(file);
for (const setting of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'busy_timeout = 5000', 'secure_delete = on']) database.pragma(setting);

const inserted = (table: string, columns: readonly string[]): Sqlite.Statement =>
  database.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`);

let intoBookings: Sqlite.Statement | null = null;
const intoSubmissions = inserted('submissions', ['webhook_id', 'key_id', 'booking_id', 'body_hash', 'status', 'answer', 'at']);
const intoAudit = inserted('audit', ['booking_id', 'at', 'actor', 'what', 'detail']);
database.exec('create table if not exists bodies (webhook_id text primary key, body text not null, at integer not null)');
// This one answers more than were signed beforehand: the last request then comes again.
const intoBodies = database.prepare('insert or ignore into bodies (webhook_id, body, at) values (@webhook_id, @body, @at)');

/** @returns what is answered, once it is committed */
function write(waiting: Waiting): string {
  if (mode === 'body') {
    intoBodies.run({ webhook_id: waiting.webhookId, body: String(waiting.body), at: Date.now() });
    return '{"accepted":true}';
  }
  const { answer, booking, audit, submission } = rowsOf(waiting, keyId, mode === 'ordered' ? newReference : undefined);
  intoBookings ??= inserted('bookings', Object.keys(booking));
  intoBookings.run(booking);
  intoAudit.run(audit);
  intoSubmissions.run(submission);
  return answer;
}

let gathered: Waiting[] = [];
const commit = database.transaction((batch: readonly Waiting[]) => batch.map(write));

function flush(): void {
  const batch = gathered;
  gathered = [];
  const answers = commit.immediate(batch);
  for (const [index, { answer }] of batch.entries()) answer(202, answers[index] as string);
}

serve(keyId, secret, (waiting) => {
  gathered.push(waiting);
  if (mode === 'each') flush();
  else if (gathered.length === 1) setImmediate(flush);
});
