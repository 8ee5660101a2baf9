/**
 * What the companion is held against: Node's own server, the same check of the signature, and the same rows in the same
 * tables with the same settings of SQLite, written by hand. No schema, no roles, no look for the booking that is there
 * already, no repeated request answered twice in the same words. A program of its own, started by servers.ts:
 * `node bare.ts FILE KEYID SECRET each|group|body`.
 */
import { createHash, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';
import { born } from '../../../companion/ledger/machine.ts';
import { toRow } from '../../../companion/ledger/records.ts';
import type { Event } from '../../../lib/contract/event.ts';
import { secretBytes, TOLERANCE_SECONDS } from '../../../lib/contract/signature.ts';

const [, , file = '', keyId = '', secret = '', mode = 'group'] = process.argv;
const key = createSecretKey(secretBytes(secret));

const database = new Sqlite(file);
for (const setting of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'busy_timeout = 5000', 'secure_delete = on']) database.pragma(setting);

function isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
  const [id, seconds, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''));
  if (headers['passerelle-key'] !== keyId || Math.abs(Date.now() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest();
  const given = Buffer.from(signature?.slice('v1,'.length) ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

interface Waiting {
  body: Buffer;
  webhookId: string;
  answer(status: number, text: string): void;
}

const rowOf = (event: Event, now: number) => {
  const { booking, service, language } = event.data;
  return toRow({ id: randomBytes(8).toString('hex'), host: 'bench', booking, service, language, reason: null, life: born(), conference: null, slug: null, createdAt: now, updatedAt: now });
};

const inserted = (table: string, columns: readonly string[]): Sqlite.Statement =>
  database.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`);

let intoBookings: Sqlite.Statement | null = null;
const intoSubmissions = inserted('submissions', ['webhook_id', 'key_id', 'booking_id', 'body_hash', 'status', 'answer', 'at']);
const intoAudit = inserted('audit', ['booking_id', 'at', 'actor', 'what', 'detail']);
database.exec('create table if not exists bodies (webhook_id text primary key, body text not null, at integer not null)');
// This one answers more than were signed beforehand: the last request then comes again.
const intoBodies = database.prepare('insert or ignore into bodies (webhook_id, body, at) values (@webhook_id, @body, @at)');

/** @returns what is answered, once it is committed */
function write({ body, webhookId }: Waiting): string {
  const now = Date.now();
  const event = JSON.parse(String(body)) as Event;
  if (mode === 'body') {
    intoBodies.run({ webhook_id: webhookId, body: String(body), at: now });
    return '{"accepted":true}';
  }
  const row = rowOf(event, now);
  intoBookings ??= inserted('bookings', Object.keys(row));
  intoBookings.run(row);
  intoAudit.run({ booking_id: row.id, at: now, actor: keyId, what: 'requested', detail: null });
  const answer = JSON.stringify({ accepted: true, booking: { key: row.identity, booking: event.data.booking, serviceId: row.service_id, state: row.state, revision: 1, conference: null, steps: [{ what: 'requested', at: now }], updated: now } });
  intoSubmissions.run({ webhook_id: webhookId, key_id: keyId, booking_id: row.id, body_hash: createHash('sha256').update(body).digest('hex'), status: 202, answer, at: now });
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

function take(request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts);
    const answer = (status: number, text: string): void => void response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
    if (!isSigned(request, body)) return answer(401, '{}');
    gathered.push({ body, webhookId: String(request.headers['webhook-id']), answer });
    if (mode === 'each') flush();
    else if (gathered.length === 1) setImmediate(flush);
  });
}

const server = createServer(take);
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
