/** A companion on real HTTP and a SQLite file, with the Zoom and mailbox stand-ins and a clock that the test moves. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BookingOfLedger, BookingsAnswer, EventAnswer, Problem, Role } from '../../../lib/contract/answer.ts';
import type { Event } from '../../../lib/contract/event.ts';
import { importSecret, sign, signedTextOf } from '../../../lib/contract/signature.ts';
import { readEnvironment } from '../../../companion/environment.ts';
import type { Variables } from '../../../companion/environment.ts';
import type { Database } from '../../../companion/ledger/database.ts';
import { inviteToEnrol } from '../../../companion/ledger/enrolment.ts';
import { openDatabase } from '../../../companion/ledger/open.ts';
import { revokeKey, rotateKey } from '../../../companion/ledger/people.ts';
import type { NewPerson } from '../../../companion/ledger/people.ts';
import { createSecrets } from '../../../companion/secrets.ts';
import { startCompanion } from '../../../companion/server.ts';
import type { Companion, CompanionOptions } from '../../../companion/server.ts';
import { startMailbox } from '../../standins/mailbox/mailbox.ts';
import type { Mailbox } from '../../standins/mailbox/mailbox.ts';
import { makeByHand } from '../../standins/zoom/by-hand.ts';
import { startZoomStandin } from '../../standins/zoom/standin.ts';
import type { ZoomStandin, ZoomStandinOptions } from '../../standins/zoom/standin.ts';
import { MONDAY } from './bookings.ts';
import { createManualClock } from './clock.ts';
import type { ManualClock } from './clock.ts';

export const LICENCE_HOST = 'licence-web5000@cct.example.test';
export const APPROVERS = 'approbateurs@cct.example.test';

/** One person with a key, as the extension's worker is. */
export interface Client {
  id: string;
  secret: string;
  send(event: Event, options?: { id?: string; now?: number; body?: string }): Promise<{ status: number; text: string; answer: EventAnswer; problem: Problem }>;
  get<T>(path: string, options?: { now?: number }): Promise<{ status: number; body: T }>;
  /** @param as signed for another path, or sent again under the same identity */
  post<T>(path: string, value: unknown, as?: { path?: string; id?: string }): Promise<{ status: number; headers: Headers; body: T }>;
  bookings(): Promise<BookingOfLedger[]>;
}

export interface World {
  clock: ManualClock;
  zoom: ZoomStandin;
  mailbox: Mailbox;
  /** The running companion; another one after {@link restart}. */
  readonly companion: Companion;
  variables: Variables;
  person(role: Role, who?: { name?: string; email?: string | null; establishmentId?: string | null }): Promise<Client>;
  /** Moves time step by step and lets everything that comes due happen. */
  pass(milliseconds: number): Promise<void>;
  restart(): Promise<void>;
  /** The database itself, as the `keys` command opens it beside the server. */
  openLedger(): Promise<LedgerTools>;
  /** Everything that the database's files hold, as Latin-1 text. */
  databaseBytes(): Promise<string>;
  /** A meeting that somebody makes at Zoom by hand. */
  createAtZoom(conference: { topic: string; agenda: string; start: number }): Promise<void>;
  close(): Promise<void>;
}

export interface LedgerTools {
  database: Database;
  rotate(keyId: string): Promise<string>;
  revoke(keyId: string): Promise<void>;
  invite(person: NewPerson): Promise<{ keyId: string; code: string }>;
  close(): Promise<void>;
}

export interface WorldOptions {
  companion?: Partial<CompanionOptions>;
  zoom?: ZoomStandinOptions;
  variables?: Variables;
  start?: number;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-companion-'));
  const clock = createManualClock(options.start ?? MONDAY);
  const mailbox = await startMailbox({ now: () => clock.now() });
  const zoom = await startZoomStandin({ now: () => clock.now(), limits: { rates: false }, ...options.zoom });
  const variables: Variables = {
    PASSERELLE_PUBLIC_URL: 'http://127.0.0.1:0',
    PASSERELLE_SECRET: 'only-for-the-tests-of-this-repository',
    PASSERELLE_PORT: '0',
    PASSERELLE_DATABASE: join(folder, 'passerelle.sqlite'),
    ZOOM_ACCOUNT_ID: zoom.credentials.accountId,
    ZOOM_CLIENT_ID: zoom.credentials.clientId,
    ZOOM_CLIENT_SECRET: zoom.credentials.clientSecret,
    ZOOM_HOST_USER_ID: LICENCE_HOST,
    ZOOM_TOKEN_URL: zoom.tokenUrl,
    ZOOM_API_URL: zoom.apiBase,
    SMTP_URL: `smtp://${mailbox.smtp.host}:${mailbox.smtp.port}`,
    MAIL_FROM: 'CCT du RUISSS <cct@cct.example.test>',
    MAIL_APPROVER: APPROVERS,
    PASSERELLE_LOG: 'silent',
    ...options.variables,
  };
  const start = () => startCompanion(readEnvironment(variables), {
    clock, random: () => 0.5, zoomWait: () => Promise.resolve(), reserveBytes: 65_536, ...options.companion,
  });
  let companion = await start();
  const here = () => companion.url;

  return {
    clock, zoom, mailbox, variables,
    get companion() {
      return companion;
    },
    person: async (role, who = {}) => {
      const key = await companion.addKey({ name: who.name ?? `Personne ${role}`, email: who.email ?? null, role, establishmentId: who.establishmentId ?? null });
      return clientOf(here, clock, key);
    },
    pass: async (milliseconds) => {
      await companion.idle();
      clock.advance(milliseconds);
      await companion.idle();
    },
    restart: async () => {
      await companion.close();
      companion = await start();
    },
    databaseBytes: async () => {
      const names = (await readdir(folder)).filter((name) => name.startsWith('passerelle.sqlite'));
      return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('');
    },
    createAtZoom: async (conference) => {
      await makeByHand(zoom, { ...conference, host: variables['ZOOM_HOST_USER_ID'] ?? '' });
    },
    openLedger: async () => {
      // One thread, two connections: a wait for the other's lock would stop the other too. So the server must be at rest.
      await companion.idle();
      const environment = readEnvironment(variables);
      const database = await openDatabase(environment.database);
      const secrets = createSecrets(environment.secret);
      const present = <T>(value: T | null): T => {
        if (value === null) throw new Error('There is no such key.');
        return value;
      };
      return {
        database,
        rotate: async (keyId) => present(await rotateKey(database.db, secrets, keyId, clock.now())),
        revoke: async (keyId) => void (await revokeKey(database.db, keyId, clock.now())),
        invite: async (person) => present(await inviteToEnrol(database.db, person, clock.now())),
        close: () => database.close(),
      };
    },
    close: async () => {
      await companion.close();
      await Promise.all([zoom.close(), mailbox.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let count = 0;

export function clientOf(url: () => string, clock: { now(): number }, { id, secret }: { id: string; secret: string }): Client {
  const key = importSecret(secret).then((imported) => ({ id, kind: 'v1' as const, key: imported }));
  const get: Client['get'] = async (path, { now = clock.now() } = {}) => {
    const headers = await sign(await key, `read_${(count += 1)}`, now, signedTextOf('GET', path, null));
    const answer = await fetch(`${url()}${path}`, { headers: { ...headers } });
    return { status: answer.status, body: await answer.json() as never };
  };
  return {
    id, secret, get,
    send: async (event, { id: webhookId = `evt_${(count += 1)}`, now = clock.now(), body = JSON.stringify(event) } = {}) => {
      const headers = await sign(await key, webhookId, now, body);
      const answer = await fetch(`${url()}/v1/events`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
      const text = await answer.text();
      const read = JSON.parse(text) as never;
      return { status: answer.status, text, answer: read, problem: read };
    },
    post: async (path, value, as = {}) => {
      const body = JSON.stringify(value);
      const headers = await sign(await key, as.id ?? `act_${(count += 1)}`, clock.now(), signedTextOf('POST', as.path ?? path, body));
      const answer = await fetch(`${url()}${path}`, { method: 'POST', headers: { ...headers }, body });
      return { status: answer.status, headers: answer.headers, body: await answer.json() as never };
    },
    bookings: async () => (await get<BookingsAnswer>('/v1/bookings')).body.bookings,
  };
}
