/** Brings what a benchmark needs and the locked dependencies do not hold: peers, a build, programs of the system. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';

type Need = NonNullable<Bench['needs']>[number];

const root = join(import.meta.dirname, '../..');

function run(command: string, args: readonly string[], cwd = root): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.\n${stderr}`);
}

const isThere = (program: string): boolean => spawnSync('which', [program], { stdio: 'ignore' }).status === 0;

const steps: Record<Need, (say: (sentence: string) => void) => void> = {
  // The door (tests/setup/run.mjs) has found it already.
  browser: () => undefined,
  build: (say) => {
    say('Building the extension.');
    run('wxt', ['build']);
  },
  peers: (say) => {
    if (existsSync(join(import.meta.dirname, 'node_modules'))) return;
    say('Installing the peers.');
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], import.meta.dirname);
  },
  postgres: (say) => {
    if (existsSync('/usr/lib/postgresql')) return;
    say('Installing PostgreSQL.');
    run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql']);
  },
  wrk: (say) => {
    if (isThere('wrk')) return;
    say('Installing wrk.');
    run('apt-get', ['install', '-y', '--no-install-recommends', 'wrk']);
  },
};

const done = new Set<Need>();

/** Each once in a run. @throws {Error} when something cannot be brought, with what the system said */
export function prepare(needs: readonly Need[], say: (sentence: string) => void): void {
  for (const need of needs) {
    if (done.has(need)) continue;
    steps[need](say);
    done.add(need);
  }
}
