/**
 * R7: signed requests of every kind, altered after they were signed, given to the app itself without a socket. None
 * may be accepted, none may break it, none may leave a trace in the ledger.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createApp } from '../../companion/app.ts';
import { openDatabase } from '../../companion/ledger/open.ts';
import { addPerson } from '../../companion/ledger/people.ts';
import { Submissions } from '../../companion/ledger/submissions.ts';
import { createLog } from '../../companion/log.ts';
import { Metrics } from '../../companion/metrics.ts';
import { createAllowance } from '../../companion/routes/allowance.ts';
import { createSecrets } from '../../companion/secrets.ts';
import { createStableLinks } from '../../companion/stable-links.ts';
import type { Conferences } from '../../companion/zoom/types.ts';
import { importSecret, sign, signedTextOf } from '../../lib/contract/signature.ts';
import { bookingAt, DAY, eventOf, MONDAY } from '../companion/support/bookings.ts';
import { createManualClock } from '../companion/support/clock.ts';
import { signEvent } from '../standins/zoom/standin.ts';
import { mutationOf } from './mutation.ts';
import type { Asked } from './mutation.ts';

export interface Mutated {
  requests: number;
  accepted: number;
  /** Answers of 500 and more. */
  broken: number;
  /** Requests that made the app throw. */
  crashed: number;
  /** Rows of the ledger that should not be. */
  traces: number;
  /** The first that went wrong, to look at. */
  examples: string[];
  seed: number;
}

const ZOOM_SECRET = 'zoom-secret-token-example';
const KEY = 'iris:2026-0012';

/** An account at Zoom that must never be asked anything. */
const untouchable = new Proxy({}, { get: (_, name) => () => Promise.reject(new Error(`Zoom was asked: ${String(name)}`)) }) as Conferences;

async function originals(key: { id: string; secret: string }): Promise<Asked[]> {
  const person = { id: key.id, kind: 'v1' as const, key: await importSecret(key.secret) };
  const booking = bookingAt(MONDAY + 2 * DAY);
  const asked = async (method: string, path: string, body: string | null): Promise<Asked> =>
    ({ method, path, body, headers: Object.entries(await sign(person, 'evt_original', MONDAY, signedTextOf(method, path, body))) });
  const events = (['booking.requested', 'booking.approved', 'booking.changed', 'booking.rejected', 'booking.cancelled'] as const).map((type) => asked('POST', '/v1/events', JSON.stringify(eventOf(type, booking, { at: MONDAY }))));
  const others = [
    asked('GET', '/v1/me', null), asked('GET', '/v1/bookings?from=2026-11-01T00:00:00Z', null), asked('GET', `/v1/bookings/${KEY}`, null), asked('GET', '/v1/usage?service=web5000', null),
    asked('POST', `/v1/bookings/${KEY}/start`, '{}'), asked('POST', `/v1/bookings/${KEY}/end`, '{"confirmed":true}'), asked('POST', `/v1/bookings/${KEY}/link`, '{"id":"123456789","joinLink":"https://zoom.example.test/j/1","passcode":null}'),
  ];
  const said = JSON.stringify({ event: 'meeting.started', event_ts: MONDAY, payload: { account_id: 'account', object: { id: '123456789', uuid: 'u' } } });
  const seconds = String(MONDAY / 1000);
  const zoom: Asked = { method: 'POST', path: '/zoom/events', body: said, headers: [['x-zm-request-timestamp', seconds], ['x-zm-signature', signEvent(ZOOM_SECRET, seconds, said)]] };
  return [...(await Promise.all([...events, ...others])), zoom];
}

/** @param seed of fast-check; the same alters in the same way */
export async function mutate(runs: number, seed: number): Promise<Mutated> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-mutations-'));
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'ledger.sqlite') });
  const clock = createManualClock(MONDAY);
  const secrets = createSecrets('only-for-the-mutations-of-this-repository');
  const submissions = new Submissions(database, () => undefined);
  const app = createApp({
    database, submissions, secrets, clock, log: createLog('silent'), metrics: new Metrics(), conferences: untouchable, allowance: createAllowance(1_000_000), hostOf: () => 'host',
    zoomEvents: { secret: ZOOM_SECRET, accountId: 'account' }, wake: () => undefined, publicUrl: () => 'http://127.0.0.1', links: createStableLinks(() => 'http://127.0.0.1', false), reportsUrl: null, version: '0',
  });
  const result: Mutated = { requests: 0, accepted: 0, broken: 0, crashed: 0, traces: 0, examples: [], seed };
  const note = (what: string, asked: Asked): void => void (result.examples.length < 5 && result.examples.push(`${what}: ${JSON.stringify({ ...asked, body: asked.body?.slice(0, 300) ?? null }).slice(0, 2000)}`));
  try {
    const known = await originals(await addPerson(database.db, secrets, { name: 'Admin', email: null, role: 'admin', establishmentId: null }, MONDAY));
    const property = fc.asyncProperty(mutationOf(known), async (asked) => {
      result.requests += 1;
      try {
        const { status } = await app.request(asked.path, { method: asked.method, headers: asked.headers, body: asked.body });
        if (status < 400) {
          result.accepted += 1;
          note(`accepted with ${status}`, asked);
        } else if (status >= 500) {
          result.broken += 1;
          note(`broken with ${status}`, asked);
        }
      } catch (error) {
        result.crashed += 1;
        note(`crashed with ${String(error)}`, asked);
      }
    });
    await fc.assert(property, { numRuns: runs, seed });
    for (const table of ['submissions', 'bookings', 'effects', 'zoom_events'] as const) {
      result.traces += Number((await database.db.selectFrom(table).select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count);
    }
    return result;
  } finally {
    await submissions.settled();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
