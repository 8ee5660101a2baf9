/** The contenders, each a process of its own on a new SQLite file with a ledger's tables and one person's key. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../../companion/environment.ts';
import { openDatabase } from '../../../companion/ledger/open.ts';
import { addPerson } from '../../../companion/ledger/people.ts';
import { createSecrets } from '../../../companion/secrets.ts';
import type { Key } from './signed.ts';

const root = join(import.meta.dirname, '../../..');
/** What Node has compiled, of all contenders, as the companion is deployed (companion/deploy); the round that is thrown away fills it. */
let compiled: string | null = null;

function compiledFolder(): string {
  if (compiled !== null) return compiled;
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-code-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return (compiled = folder);
}

const SECRET = 'only-for-the-benchmarks-of-this-repository';

export interface Ledger {
  file: string;
  key: Key;
  remove(): void;
}

/** Brings the tables into being, and one person's key. */
export async function addKey(settings: Environment['database']): Promise<Key> {
  const database = await openDatabase(settings);
  const key = await addPerson(database.db, createSecrets(SECRET), { name: 'Mesure', email: null, role: 'approver', establishmentId: null }, Date.now());
  await database.close();
  return key;
}

/** An empty ledger on the disk where temporary files are. */
export async function createLedger(): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const file = join(folder, 'passerelle.sqlite');
  return { file, key: await addKey({ kind: 'sqlite', file }), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Of what a contender says, the end is kept. */
const SAID_MAXIMUM = 4_000;

export interface Server {
  url: string;
  /** From the start of the process to « listening », in milliseconds. */
  startedIn: number;
  /** Resident memory, in megabytes. */
  memory(): number;
  /** What it has used of the processors since its start, in milliseconds, to ten of them. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** @throws {Error} with what the process said, when it ends before it listens */
async function start(args: readonly string[], variables: Record<string, string>): Promise<Server> {
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...args], { cwd: root, env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiledFolder(), ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said = `${said}${String(part)}`.slice(-SAID_MAXIMUM);
      const found = /http:\/\/[\d.]+:\d+/u.exec(said);
      if (found !== null) resolve(found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`A contender did not start: ${said}`)));
  });
  const startedIn = performance.now() - began;
  const read = (name: 'stat' | 'status'): string => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`A contender ended (${child.exitCode ?? child.signalCode}) while it was measured: ${said}`);
    return readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  };
  return {
    url, startedIn,
    memory: () => Number(/VmRSS:\s+(\d+)/u.exec(read('status'))?.[1]) / 1000,
    processorTime() {
      // After the name in brackets, which may hold spaces; user and system time are the 14th and 15th fields of all (proc(5)).
      const fields = read('stat').replace(/^.*\) /u, '').split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** As in production, but for the limit of each key and the log, which only says what fails. */
const startCompanion = (database: Record<string, string>): Promise<Server> =>
  start([join(root, 'companion', 'cli.ts'), 'serve'], {
    PASSERELLE_PUBLIC_URL: 'http://127.0.0.1:0', PASSERELLE_SECRET: SECRET, PASSERELLE_PORT: '0', ...database, PASSERELLE_LOG: 'error', PASSERELLE_REQUESTS_PER_MINUTE: '999999999',
    ZOOM_ACCOUNT_ID: 'bench', ZOOM_CLIENT_ID: 'bench', ZOOM_CLIENT_SECRET: 'bench', ZOOM_HOST_USER_ID: 'bench', ZOOM_TOKEN_URL: 'http://127.0.0.1:9/token', ZOOM_API_URL: 'http://127.0.0.1:9/v2',
    SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Mesure <mesure@exemple.test>', MAIL_APPROVER: 'mesure@exemple.test',
  });

export const startOurs = ({ file }: Ledger): Promise<Server> => startCompanion({ PASSERELLE_DATABASE: file });

export const startOursOnPostgres = (url: string): Promise<Server> => startCompanion({ DATABASE_URL: url });

export const startBareOnPostgres = (url: string, { id, secret }: Key): Promise<Server> => start([join(import.meta.dirname, 'bare-postgres.ts'), url, id, secret], {});

/**
 * `each`: a commit for each request · `group`: those of one turn share one · `ordered`: the same, with ours' names of the rows ·
 * `body`: the same, of the body alone.
 */
export const startBare = ({ file, key }: Ledger, mode: 'each' | 'group' | 'ordered' | 'body'): Promise<Server> =>
  start([join(import.meta.dirname, 'bare.ts'), file, key.id, key.secret, mode], {});
