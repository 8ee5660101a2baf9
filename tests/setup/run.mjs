/**
 * The door of `npm test` and `npm run demo`: plain JavaScript without dependencies, so that it starts on the
 * machine's own Node (20.19 or newer). It installs what is missing, then goes on under the project's pinned Node.
 */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, findFirefox } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = { demo: 'tests/demo/main.ts', test: 'tests/setup/test.ts', pictures: 'tests/demo/pictures.ts', zip: 'tests/setup/zip.ts', torture: 'tests/torture/main.ts', bench: 'tests/bench/main.ts' };
/** These open no page. */
const withoutBrowser = ['torture', 'zip'];
const [name, ...rest] = process.argv.slice(2);

/** Runs a program to its end. @returns its exit status */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** The dependencies are right when the stamp left after the last install names today's lock file. */
async function install() {
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = join(root, 'node_modules', '.passerelle-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.log('Installing the locked dependencies (about half a minute) …');
  const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) fail('The dependencies could not be installed: run `npm ci` to see why.');
  writeFileSync(stamp, digest);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old: Node 20.19 or newer is needed.`);
if (!(name in programs)) fail(`Unknown program: ${name}. Known: ${Object.keys(programs).join(', ')}.`);

await install();
const browser = withoutBrowser.includes(name) ? '' : await findBrowser(run, fail);
const firefox = name === 'test' ? await findFirefox(run) : '';
const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
if (!existsSync(pinned)) fail('The pinned Node is missing from node_modules: remove node_modules and run the command again.');
process.exit(
  await run(pinned, [join(root, programs[name]), ...rest], {
    shell: false,
    env: { ...process.env, ...(browser === '' ? {} : { BROWSER_PATH: browser }), FIREFOX_PATH: firefox, PATH: `${join(root, 'node_modules', 'node', 'bin')}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  }),
);
