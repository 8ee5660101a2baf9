/** A PostgreSQL of its own for a test: a new cluster in a temporary folder, on a socket nobody else uses. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Postgres {
  /** For DATABASE_URL. */
  url: string;
  /** Another database of the same server, empty. @returns its DATABASE_URL */
  create(): Promise<string>;
  /** Ends the server as a power cut does, without farewell or checkpoint; then it starts and recovers. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

const VERSIONS = '/usr/lib/postgresql';

/** The newest server on this machine; installed from Debian when the tests run as root, else a sentence says what to do. */
function findBinaries(): string {
  const find = (): string | undefined =>
    (existsSync(VERSIONS) ? readdirSync(VERSIONS) : []).sort((one, other) => Number(other) - Number(one)).map((version) => join(VERSIONS, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (find() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const found = find();
  if (found === undefined) throw new Error('These tests need PostgreSQL 13 or newer (Debian: apt-get install postgresql).');
  return found;
}

/** The server refuses to run as root: it then runs as Debian's own user for it. */
function identity(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export async function startPostgres(): Promise<Postgres> {
  const bin = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-pg-'));
  const who = identity();
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'passerelle', '--auth=trust', '--encoding=UTF8', '--no-locale'], { ...who, stdio: 'ignore', cwd: folder });
  const start = (): Promise<ChildProcess> => startServer(bin, data, folder, who);
  const urlOf = (name: string): string => `postgres://passerelle@localhost/${name}?host=${encodeURIComponent(folder)}`;
  let server = await start();
  let count = 0;
  // Should the tests be ended from outside, no server stays behind.
  const orphaned = (): void => void server.kill('SIGQUIT');
  process.once('exit', orphaned);
  return {
    url: urlOf('postgres'),
    async create() {
      const name = `torture_${(count += 1)}`;
      execFileSync(join(bin, 'createdb'), ['-h', folder, '-U', 'passerelle', name], { ...who, cwd: folder });
      return urlOf(name);
    },
    async crash() {
      await end(server, 'SIGQUIT');
      server = await start();
    },
    close: async () => {
      process.removeListener('exit', orphaned);
      await end(server, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @throws {Error} with the server's own words when it does not come up */
async function startServer(bin: string, data: string, folder: string, who: { uid?: number; gid?: number }): Promise<ChildProcess> {
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=60'], { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (part: Buffer) => {
      said += String(part);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return server;
}

const end = (server: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });
