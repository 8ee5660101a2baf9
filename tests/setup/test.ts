/**
 * `npm test`: every check of the project, one after the other, then the plain line `N passed, N failed`.
 * A type error, a lint error or a failed build counts as one failed check, so that nothing is hidden.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out', 'test');
const started = performance.now();
let passed = 0;
let failed = 0;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function run(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CI: 'true' } });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function check(title: string, commands: string[][]): Promise<void> {
  const since = performance.now();
  console.log(`\n── ${title}`);
  for (const [command, ...args] of commands) {
    if ((await run(command as string, args)) === 0) continue;
    failed += 1;
    console.log(`✘ ${title} (${seconds(since)})`);
    return;
  }
  passed += 1;
  console.log(`✔ ${title} (${seconds(since)})`);
}

/** Runs one vitest project and adds its counts; a run that tests nothing is a failure. */
async function vitest(title: string, project: string): Promise<void> {
  const since = performance.now();
  console.log(`\n── ${title}`);
  const report = join(out, `${project}.json`);
  const status = await run('vitest', ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]);
  let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log(`vitest left no report for ${project}.`);
  }
  // A skipped test proves nothing: it counts as failed.
  const missing = counts.numFailedTests + counts.numPendingTests + counts.numTodoTests;
  passed += counts.numPassedTests;
  failed += missing > 0 ? missing : status !== 0 || counts.numPassedTests === 0 ? 1 : 0;
  console.log(`${missing === 0 && status === 0 ? '✔' : '✘'} ${title}: ${counts.numPassedTests} passed, ${missing} failed (${seconds(since)})`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await check('types', [['wxt', 'prepare'], ['tsc', '--noEmit']]);
await check('lint', [['eslint', '.']]);
await check('arrows between the rooms', [['depcruise', '--config', '.dependency-cruiser.cjs', 'lib', 'components', 'entrypoints', 'companion', 'tests']]);
await check('build for Chromium', [['wxt', 'build']]);
await check('build for Firefox', [['wxt', 'build', '-b', 'firefox']]);
await vitest('units', 'unit');
await vitest('companion and stand-ins', 'companion');
await vitest('end to end in Chromium', 'e2e');
if (process.env['FIREFOX_PATH']) await vitest('end to end in Firefox', 'firefox');
else console.log('\n── end to end in Firefox: left out, Firefox is not here and cannot be installed (FIREFOX_PATH may name it).');

console.log(`\n${seconds(started)} in all.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
