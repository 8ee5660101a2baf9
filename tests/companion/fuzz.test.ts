import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importSecret, sign } from '../../lib/contract/signature.ts';
import { signEvent } from '../standins/zoom/standin.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { startWorld } from './support/world.ts';
import type { World } from './support/world.ts';

/** `FUZZ=100000` for the long form. */
const RUNS = Number(process.env['FUZZ'] ?? 1500);
const ZOOM_SECRET = 'zoom-secret-token-example';
const TIME = 10_000 + RUNS * 20;

let world: World;
let key: { id: string; secret: string };
let signing: CryptoKey;
const body = JSON.stringify(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));

// One each: what a test had accepted makes its conference when it likes, in the middle of the next one's.
beforeEach(async () => {
  world = await startWorld({ variables: { ZOOM_WEBHOOK_SECRET: ZOOM_SECRET } });
  key = await world.companion.addKey({ name: 'Marc', email: null, role: 'approver', establishmentId: null });
  signing = await importSecret(key.secret);
});
afterEach(() => world.close());

interface Sent {
  headers: [string, string][];
  body: string;
}

const post = async (path: string, { headers, body: text }: Sent): Promise<{ status: number; text: string }> => {
  try {
    const answer = await fetch(`${world.companion.url}${path}`, { method: 'POST', headers, body: text });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    // What the sender's own library will not send is no request.
    if (error instanceof TypeError && !(await isUp())) throw error;
    return { status: 400, text: '{"code":"unsent","detail":"."}' };
  }
};
const isUp = async (): Promise<boolean> => (await fetch(`${world.companion.url}/healthz`)).ok;

const flip = (text: string, at: number, by: number): string => {
  const index = at % Math.max(text.length, 1);
  return `${text.slice(0, index)}${String.fromCharCode((text.charCodeAt(index) || 48) ^ (1 << by % 7))}${text.slice(index + 1)}`;
};

/** Ways to alter a signed request so that the signature no longer covers what is sent. */
const mutation = fc.record({
  what: fc.constantFrom('body', 'id', 'timestamp', 'signature', 'key', 'double', 'list', 'drop', 'append', 'unicode'),
  at: fc.nat(5000),
  by: fc.nat(6),
  text: fc.string({ maxLength: 40 }),
});

function mutate(sent: Sent, { what, at, by, text }: { what: string; at: number; by: number; text: string }): Sent {
  const change = (name: string, to: (value: string) => string): Sent => ({
    ...sent,
    headers: sent.headers.map(([known, value]) => [known, known === name ? to(value) : value]),
  });
  switch (what) {
    case 'body': return { ...sent, body: flip(sent.body, at, by) };
    case 'append': return { ...sent, body: `${sent.body}${text}` };
    case 'unicode': return { ...sent, body: sent.body.replace('a', 'а') };
    case 'id': return change('webhook-id', (value) => flip(value, at, by));
    case 'timestamp': return change('webhook-timestamp', (value) => String(Number(value) + 1 + (at % 200)));
    case 'key': return change('passerelle-key', (value) => flip(value, at, by));
    case 'signature': return change('webhook-signature', (value) => flip(value, 3 + (at % 40), by));
    case 'list': return change('webhook-signature', (value) => `v1,${text} v1a,${value.slice(3)} v2,${value.slice(3)}`);
    case 'double': return { ...sent, headers: [...sent.headers, ['webhook-id', 'evt_second']] };
    default: return { ...sent, headers: sent.headers.filter((_, index) => index !== at % 4) };
  }
}

describe('every border against altered and invented requests', () => {
  it('R7 accepts none of the altered signed requests, answers each with a problem, and goes on', async () => {
    const headers = Object.entries(await sign({ id: key.id, kind: 'v1', key: signing }, 'evt_fuzz', MONDAY, body)) as [string, string][];
    const original: Sent = { headers, body };
    await fc.assert(
      fc.asyncProperty(mutation, async (how) => {
        const altered = mutate(original, how);
        fc.pre(JSON.stringify(altered) !== JSON.stringify(original));
        // Base64's last sign before the padding carries bits that are not read.
        fc.pre(Buffer.from(altered.headers.find(([name]) => name === 'webhook-signature')?.[1].slice(3) ?? '', 'base64').compare(Buffer.from(headers[2]?.[1].slice(3) ?? '', 'base64')) !== 0 || how.what !== 'signature');
        const { status, text } = await post('/v1/events', altered);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect((JSON.parse(text) as { detail: string }).detail).toMatch(/\.$/u);
      }),
      { numRuns: RUNS },
    );
    expect(await isUp()).toBe(true);
    expect(world.zoom.calls()).toHaveLength(0);
  }, TIME);

  it('takes any signed JSON as an event or refuses it, and never breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), nearMiss()), async (text) => {
        const headers = Object.entries(await sign({ id: key.id, kind: 'v1', key: signing }, `evt_${Math.random().toString(36).slice(2)}`, MONDAY, text)) as [string, string][];
        const answer = await post('/v1/events', { headers, body: text });
        expect([202, 400, 401, 413, 422]).toContain(answer.status);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
    expect(await isUp()).toBe(true);
  }, TIME);

  it('Z58 accepts none of the altered events of Zoom', async () => {
    const event = JSON.stringify({ event: 'meeting.started', event_ts: MONDAY, payload: { account_id: world.zoom.accountId, object: { id: '123456789', uuid: 'u' } } });
    const timestamp = String(MONDAY / 1000);
    const signature = signEvent(ZOOM_SECRET, timestamp, event);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('body', 'signature', 'timestamp'), fc.nat(1000), fc.nat(6), async (what, at, by) => {
        const altered = { body: event, signature, timestamp, [what]: flip({ body: event, signature, timestamp }[what] ?? '', at, by) };
        const { status } = await post('/zoom/events', { headers: [['x-zm-signature', altered.signature], ['x-zm-request-timestamp', altered.timestamp]], body: altered.body });
        expect([400, 401]).toContain(status);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  }, TIME);

  it('Z41 the cancel page answers any token with the same neutral page, or asks to wait', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.%/\\é<'), maxLength: 60 }), async (token) => {
        const answer = await fetch(`${world.companion.url}/c/${encodeURIComponent(token)}`);
        expect([404, 429]).toContain(answer.status);
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  }, TIME);
});

/** An event with one of its values replaced by another of any kind, or one more key. */
function nearMiss(): fc.Arbitrary<string> {
  const paths = [['type'], ['timestamp'], ['data'], ['data', 'booking'], ['data', 'booking', 'name'], ['data', 'booking', 'start'], ['data', 'booking', 'participants'], ['data', 'booking', 'presenter', 'email'], ['data', 'service', 'rules', 'kind'], ['data', 'language'], ['data', '__proto__'], ['constructor']];
  return fc.tuple(fc.constantFrom(...paths), fc.jsonValue()).map(([path, value]) => {
    const event = JSON.parse(body) as Record<string, unknown>;
    let place = event;
    for (const name of path.slice(0, -1)) place = place[name] as Record<string, unknown>;
    Object.defineProperty(place, path.at(-1) ?? '', { value, enumerable: true, configurable: true, writable: true });
    return JSON.stringify(event);
  });
}
