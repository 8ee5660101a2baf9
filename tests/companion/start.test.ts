/** What the companion rests on is looked at by its own start: it refuses in a sentence, listens nowhere, and keeps nothing locked. */
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEnvironment } from '../../companion/environment.ts';
import type { Variables } from '../../companion/environment.ts';
import { startCompanion } from '../../companion/server.ts';

let folder: string;
let variables: Variables;
let port: number;

/** A port that was free a moment ago. */
const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address() as AddressInfo;
    server.close(() => resolve(free));
  });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-start-'));
  port = await freePort();
  variables = {
    PASSERELLE_PUBLIC_URL: 'http://127.0.0.1:0', PASSERELLE_SECRET: 'only-for-the-tests-of-this-repository', PASSERELLE_PORT: String(port), PASSERELLE_LOG: 'silent',
    PASSERELLE_DATABASE: join(folder, 'ledger.sqlite'), ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'b', ZOOM_CLIENT_SECRET: 'c', ZOOM_HOST_USER_ID: 'host', ZOOM_TOKEN_URL: 'http://127.0.0.1:9/', ZOOM_API_URL: 'http://127.0.0.1:9/',
    SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'cct@cct.example.test', MAIL_APPROVER: 'a@cct.example.test',
  };
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await rm(folder, { recursive: true, force: true });
});

const serve = () => startCompanion(readEnvironment(variables), { reserveBytes: 65_536 });
const isListening = (): Promise<boolean> => fetch(`http://127.0.0.1:${port}/healthz`).then(() => true, () => false);

/** SQLite as it would answer: what it says of itself to this pragma. */
function pretend(pragma: string, answer: unknown): void {
  const real = Sqlite.prototype.pragma;
  vi.spyOn(Sqlite.prototype, 'pragma').mockImplementation(function pretending(this: Sqlite.Database, ...words) {
    return words[0] === pragma ? answer : real.apply(this, words);
  });
}

const bad: [string, string | RegExp, () => void][] = [
  ['an SQLite with the bug of the write-ahead log', 'SQLite 3.51.2 est trop ancien\u00a0: il faut au moins 3.51.3.', () => {
    const prepare = Sqlite.prototype.prepare;
    vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function older(this: Sqlite.Database, source: string) {
      return prepare.call(this, source === 'select sqlite_version()' ? "select '3.51.2'" : source) as never;
    });
  }],
  ['a database on a network disk', /^La base SQLite est sur un disque réseau \(NFS\), .*placez-la sur un disque local, ou utilisez PostgreSQL \(DATABASE_URL\)\.$/u, () => {
    const statfs = fs.statfsSync;
    vi.spyOn(fs, 'statfsSync').mockImplementation(((...where: Parameters<typeof statfs>) => ({ ...statfs(...where), type: 0x6969 })) as typeof statfs);
    syncBuiltinESMExports();
  }],
  ['a place where SQLite takes no write-ahead log', 'SQLite n’accepte pas le journal WAL avec synchronous=FULL', () => pretend('journal_mode', 'delete')],
  ['an SQLite that does not wait for the disk', 'SQLite n’accepte pas le journal WAL avec synchronous=FULL', () => pretend('synchronous', 1)],
];

describe('the start of the companion', () => {
  it.each(bad)('R1 refuses %s in a sentence, listens nowhere, and starts once that is put right', async (_what, sentence, spoil) => {
    spoil();
    await expect(serve()).rejects.toThrow(sentence);
    expect(await isListening()).toBe(false);
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    const companion = await serve();
    expect(await isListening()).toBe(true);
    await companion.close();
    expect(await isListening()).toBe(false);
  });

  it('R1 a companion that was started waits for the disk at each commit, by the word of its own connection', async () => {
    const connections = new Set<Sqlite.Database>();
    const pragma = Sqlite.prototype.pragma;
    vi.spyOn(Sqlite.prototype, 'pragma').mockImplementation(function remember(this: Sqlite.Database, ...words) {
      connections.add(this);
      return pragma.apply(this, words);
    });
    const companion = await serve();
    const ledger = [...connections].find(({ name }) => name.endsWith('ledger.sqlite'));
    const says = (name: string): unknown => pragma.call(ledger, name, { simple: true });
    expect([says('journal_mode'), says('synchronous'), says('foreign_keys'), says('secure_delete')]).toEqual(['wal', 2, 1, 1]);
    await companion.close();
  });
});
