/** What the bare servers have in common on either database: Node's own server, the same check of the signature, the same rows. */
import { createHash, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { born } from '../../../companion/ledger/machine.ts';
import { toRow } from '../../../companion/ledger/records.ts';
import type { Event } from '../../../lib/contract/event.ts';
import { secretBytes, TOLERANCE_SECONDS } from '../../../lib/contract/signature.ts';

export interface Waiting {
  body: Buffer;
  webhookId: string;
  answer(status: number, text: string): void;
}

type Row = Record<string, string | number | null>;

/** @param nameRow the ledger's own name of a booking; by chance when absent */
export function rowsOf({ body, webhookId }: Waiting, keyId: string, nameRow: (now: number) => string = () => randomBytes(8).toString('hex')) {
  const now = Date.now();
  const { booking, service, language } = (JSON.parse(String(body)) as Event).data;
  const row = toRow({ id: nameRow(now), host: 'bench', booking, service, language, reason: null, browserOnly: false, life: born(), conference: null, slug: null, createdAt: now, updatedAt: now });
  const answer = JSON.stringify({ accepted: true, booking: { key: row.identity, booking, serviceId: row.service_id, state: row.state, revision: 1, conference: null, steps: [{ what: 'requested', at: now }], updated: now } });
  return {
    answer,
    booking: { ...row } satisfies Row as Row,
    audit: { booking_id: row.id, at: now, actor: keyId, what: 'requested', detail: null } as Row,
    submission: { webhook_id: webhookId, key_id: keyId, booking_id: row.id, body_hash: createHash('sha256').update(body).digest('hex'), status: 202, answer, at: now } as Row,
  };
}

/** @param take is given each request that is rightly signed */
export function serve(keyId: string, secret: string, take: (waiting: Waiting) => void): void {
  const key = createSecretKey(secretBytes(secret));
  const isSigned = ({ headers }: IncomingMessage, body: Buffer): boolean => {
    const [id, seconds, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''));
    if (headers['passerelle-key'] !== keyId || Math.abs(Date.now() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
    const expected = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest();
    const given = Buffer.from(signature?.slice('v1,'.length) ?? '', 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const answer = (status: number, text: string): void => void response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
      if (!isSigned(request, body)) return answer(401, '{}');
      take({ body, webhookId: String(request.headers['webhook-id']), answer });
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  process.once('SIGTERM', () => process.exit(0));
}
