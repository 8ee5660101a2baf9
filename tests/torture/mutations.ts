/**
 * R7: requests of every kind, altered after they were signed or given out, and put to the app itself without a socket.
 * None may be accepted, none may break it, none may leave a trace in the ledger; and each of them, unaltered, must be
 * taken, or its alterations would prove nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { createApp } from '../../companion/app.ts';
import type { Database } from '../../companion/ledger/database.ts';
import { openDatabase } from '../../companion/ledger/open.ts';
import { Submissions } from '../../companion/ledger/submissions.ts';
import { createLog } from '../../companion/log.ts';
import { Metrics } from '../../companion/metrics.ts';
import { createAllowance } from '../../companion/routes/allowance.ts';
import { operations } from '../../companion/routes/openapi.ts';
import { createSecrets } from '../../companion/secrets.ts';
import { createStableLinks } from '../../companion/stable-links.ts';
import type { Conferences } from '../../companion/zoom/types.ts';
import { MONDAY } from '../companion/support/bookings.ts';
import { createManualClock } from '../companion/support/clock.ts';
import { mutationOf } from './mutation.ts';
import type { Asked, Original } from './mutation.ts';
import { ACCOUNT, makeOriginals, ZOOM_SECRET } from './originals.ts';

export interface Mutated {
  /** Kinds of true requests that were altered. */
  originals: number;
  requests: number;
  accepted: number;
  /** Answers of 500 and more. */
  broken: number;
  /** Requests that made the app throw. */
  crashed: number;
  /** Tables of the ledger that are not as they were. */
  traces: string[];
  /** True requests that were not taken as they are, and signed routes that none of them asks. */
  unproven: string[];
  /** The first that went wrong, to look at. */
  examples: string[];
}

/** An account at Zoom that must never be asked anything. */
const untouchable = new Proxy({}, { get: (_, name) => () => Promise.reject(new Error(`Zoom was asked: ${String(name)}`)) }) as Conferences;

/** One that does whatever it is asked, for the true requests. */
const willing = new Proxy({}, { get: () => () => Promise.resolve({ ok: true, events: [], settings: [], minutes: [], link: 'https://zoom.example.test/s/1' }) }) as Conferences;

/** A sentence for each promise that was broken; empty when all were kept. @param runs how many were to be asked */
export function faultsOf({ requests, accepted, broken, crashed, traces, unproven, examples }: Mutated, runs: number): string[] {
  return [
    ...(requests < runs ? [`R7 only ${requests} of ${runs} altered requests were asked`] : []),
    ...(accepted > 0 ? [`R7 ${accepted} altered requests were accepted`] : []),
    ...(broken > 0 ? [`R7 ${broken} altered requests were answered with 500 or more`] : []),
    ...(crashed > 0 ? [`R7 ${crashed} altered requests made the app throw`] : []),
    ...traces.map((table) => `R7 altered requests left a trace in « ${table} »`),
    ...unproven.map((what) => `R7 ${what}`),
    ...examples.map((example) => `R7 ${example}`),
  ];
}

/** Every table, as text. */
async function contentOf({ db }: Database): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(db);
  const content = new Map<string, string>();
  for (const { name } of tables) content.set(name, JSON.stringify((await sql`select * from ${sql.table(name)} order by rowid`.execute(db)).rows));
  return content;
}

/** Routes that need a right and that no original asks. */
function missedBy(originals: readonly Original[]): string[] {
  return operations.filter(({ signed, path }) => signed || ['/v1/enrolments', '/zoom/events'].includes(path))
    .filter(({ method, path }) => {
      const pattern = new RegExp(`^${path.replace(/:\w+/gu, '[^/]+')}(?:\\?|$)`, 'u');
      return !originals.some((asked) => asked.method.toLowerCase() === method && pattern.test(asked.path));
    })
    .map(({ method, path }) => `no true request asks ${method.toUpperCase()} ${path}`);
}

/** @param seed of fast-check; the same alters in the same way */
export async function mutate(runs: number, seed: number): Promise<Mutated> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-mutations-'));
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'ledger.sqlite') });
  const secrets = createSecrets('only-for-the-mutations-of-this-repository');
  const submissions = new Submissions(database, () => undefined);
  let zoom = untouchable;
  const app = createApp({
    database, submissions, secrets, clock: createManualClock(MONDAY), log: createLog('silent'), metrics: new Metrics(), allowance: createAllowance(1_000_000), hostOf: () => 'host',
    conferences: new Proxy({}, { get: (_, name) => zoom[name as keyof Conferences] }) as Conferences,
    zoomEvents: { secret: ZOOM_SECRET, accountId: ACCOUNT }, wake: () => undefined, publicUrl: () => 'http://127.0.0.1', links: createStableLinks(() => 'http://127.0.0.1', false), reportsUrl: null, version: '0',
  });
  try {
    const originals = await makeOriginals(database, secrets);
    const before = await contentOf(database);
    const counted = await askAltered(app, originals, runs, seed);
    await submissions.settled();
    const after = await contentOf(database);
    const traces = [...after].filter(([table, rows]) => before.get(table) !== rows).map(([table]) => table);
    zoom = willing;
    return { ...counted, originals: originals.length, traces, unproven: [...missedBy(originals), ...(await refusedOf(app, originals))] };
  } finally {
    await submissions.settled();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each from an address of its own: what limits wrong guesses by address must not answer in the place of what is tried. */
function ask(app: Hono, { method, path, headers, body }: Asked, place: number): Promise<Response> {
  const incoming = { socket: { remoteAddress: `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}` } };
  return Promise.resolve(app.request(path, { method, headers, body }, { incoming }));
}

async function askAltered(app: Hono, originals: readonly Original[], runs: number, seed: number): Promise<Pick<Mutated, 'requests' | 'accepted' | 'broken' | 'crashed' | 'examples'>> {
  const result = { requests: 0, accepted: 0, broken: 0, crashed: 0, examples: [] as string[] };
  const note = (what: string, asked: Asked): void => void (result.examples.length < 5 && result.examples.push(`${what}: ${JSON.stringify({ ...asked, body: asked.body?.slice(0, 300) ?? null }).slice(0, 2000)}`));
  const property = fc.asyncProperty(mutationOf(originals), async (asked) => {
    result.requests += 1;
    try {
      const { status } = await ask(app, asked, result.requests);
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
  return result;
}

/** Those that are refused although nothing was altered; « 409 » is said of what was done already, to whoever may. */
async function refusedOf(app: Hono, originals: readonly Original[]): Promise<string[]> {
  const refused: string[] = [];
  for (const [place, original] of originals.entries()) {
    const answer = await ask(app, original, 2 ** 23 + place);
    if (answer.status >= 400 && answer.status !== 409) refused.push(`${original.method} ${original.path} is refused unaltered: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
  }
  return refused;
}
