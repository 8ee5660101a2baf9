import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSecret, sign } from '../../lib/contract/signature.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { startWorld, type Client, type World } from './support/world.ts';

let world: World;
let approver: Client;
let key: CryptoKey;
beforeAll(async () => {
  world = await startWorld();
  approver = await world.person('approver');
  key = await importSecret(approver.secret);
});
afterAll(() => world.close());

type Headers = Record<string, string>;
interface Received {
  status: number | undefined;
  headers: Headers;
  body: string;
}

/** @param way with its length told, an event is answered on Node's own server; in pieces, by the app behind it */
function post(headers: Headers, body: string, way: 'direct' | 'app'): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length: Headers = way === 'direct' ? { 'content-length': String(Buffer.byteLength(body)) } : { 'transfer-encoding': 'chunked' };
    const sent = request(`${world.companion.url}/v1/events`, { method: 'POST', headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const { date, ...others } = response.headers;
        expect(date).toBeDefined();
        resolve({ status: response.statusCode, headers: others as Headers, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on('error', reject).end(body);
  });
}

const metric = async (line: string): Promise<number> => {
  const text = await (await fetch(`${world.companion.url}/metrics`)).text();
  return Number(text.split('\n').find((known) => known.startsWith(line))?.split(' ').at(-1) ?? 0);
};

describe('an event, answered on the short way', () => {
  const body = JSON.stringify(eventOf('booking.requested', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));
  const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

  it.each([
    ['taken', {}, body, 202], ['taken, and read by the extension', { origin: EXTENSION }, body, 202], ['sent from a site', { origin: 'https://exemple.test' }, body, 202],
    ['altered', {}, `${body} `, 401], ['no JSON', {}, '{', 400], ['not what is asked for', {}, '{"type":"booking.requested"}', 422],
  ] as const)('%s, has the same status, headers and words as the app’s', async (_title, more, text, status) => {
    const signed = await sign({ id: approver.id, kind: 'v1', key }, 'evt_two_ways', MONDAY, status === 401 ? body : text);
    const [direct, app] = [await post({ ...signed, ...more }, text, 'direct'), await post({ ...signed, ...more }, text, 'app')];
    expect(direct.status).toBe(status);
    expect(direct).toEqual(app);
    expect(direct.headers).toMatchObject({ vary: 'Origin', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" });
    expect(direct.headers['access-control-allow-origin']).toBe('origin' in more && more.origin === EXTENSION ? EXTENSION : undefined);
  });

  it('Z68 is refused above the limit, and counted under its route', async () => {
    const line = 'passerelle_requests_total{route="/v1/events",status="401"}';
    const before = await metric(line);
    expect((await post({}, 'x'.repeat(64 * 1024), 'direct')).status).toBe(401);
    expect((await post({}, 'x'.repeat(64 * 1024 + 1), 'direct')).status).toBe(413);
    expect(await metric(line)).toBe(before + 1);
  });

  it('is not taken from whoever goes away in the middle of it', async () => {
    const signed = await sign({ id: approver.id, kind: 'v1', key }, 'evt_half', MONDAY, body);
    const before = await metric('passerelle_requests_total{route="/v1/events"');
    const head = Object.entries({ host: 'x', ...signed, 'content-length': String(Buffer.byteLength(body)) }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(world.companion.url).port), '127.0.0.1', () => socket.end(`POST /v1/events HTTP/1.1\r\n${head}\r\n${body.slice(0, 100)}`));
      socket.on('close', () => resolve()).resume();
    });
    expect(await metric('passerelle_requests_total{route="/v1/events"')).toBe(before);
    expect((await post({ ...signed }, body, 'direct')).status).toBe(202);
  });
});
