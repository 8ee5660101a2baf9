/**
 * `npm test`: every check of the project, one after the other, then the plain line `N passed, N failed`.
 * A type error, a lint error or a failed build counts as one failed check, so that nothing is hidden.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

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
    failures.push(title);
    console.log(`✘ ${title} (${seconds(since)})`);
    return;
  }
  passed += 1;
  console.log(`✔ ${title} (${seconds(since)})`);
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
}

/** The order of the tests within each file: one for every change, so that none meets an order that was never tried. Any other: `npm test -- N`. */
const seed = process.argv[2] ?? '3121092743';

/** @returns null when vitest left no report */
async function runVitest(project: string, files: readonly string[], report: string): Promise<{ status: number; report: Report | null }> {
  const status = await run('vitest', ['run', '--project', project, `--sequence.seed=${seed}`, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...files]);
  try {
    return { status, report: JSON.parse(readFileSync(report, 'utf8')) as Report };
  } catch {
    console.log(`vitest left no report for ${project}.`);
    return { status, report: null };
  }
}

// A skipped test proves nothing: it counts as failed.
const missingOf = (report: Report): number => report.numFailedTests + report.numPendingTests + report.numTodoTests;
const passedIn = (report: Report, isCounted: (file: string) => boolean): number =>
  report.testResults.filter(({ name }) => isCounted(name)).reduce((sum, { assertionResults }) => sum + assertionResults.filter(({ status }) => status === 'passed').length, 0);

/** What failed, told again at the very end, where whoever reads a long log looks first: what counts last of all. */
const failures: string[] = [];
const accidents: string[] = [];

const MESSAGE_MAXIMUM = 300;
const firstLine = (text: string): string => (stripVTControlCharacters(text).split('\n', 1)[0] ?? '').slice(0, MESSAGE_MAXIMUM);

const failuresOf = (report: Report): string[] =>
  report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const broken = assertionResults.filter((test) => test.status !== 'passed');
    if (broken.length === 0) return status === 'passed' ? [] : [`${relative(root, name)}: ${firstLine(message)}`];
    return broken.map((test) => `${relative(root, name)}: ${test.fullName} — ${firstLine(test.failureMessages[0] ?? test.status)}`);
  });

/** Files tried a second time, at most: more that fail at once are no accident. */
const AGAIN_MAXIMUM = 6;

/**
 * Runs one vitest project and adds its counts; a run that tests nothing is a failure.
 * @param again a busy machine now and then misses a moment, of a real browser most of all: a file that failed is tried once more,
 * whole and from the beginning, and says so; what fails twice is a failure
 */
async function vitest(title: string, project: string, again = false): Promise<void> {
  const since = performance.now();
  console.log(`\n── ${title}`);
  const first = await runVitest(project, [], join(out, `${project}.json`));
  let done = first.report === null ? 0 : first.report.numPassedTests;
  let missing = first.report === null ? 0 : missingOf(first.report);
  let status = first.status;
  let told = first.report === null ? [] : failuresOf(first.report);
  const broken = first.report?.testResults.filter((file) => file.status !== 'passed').map(({ name }) => name) ?? [];
  if (again && first.report !== null && broken.length > 0 && broken.length <= AGAIN_MAXIMUM) {
    console.log(`\n── ${title}, once more: ${broken.map((name) => relative(root, name)).join(', ')}`);
    const second = await runVitest(project, broken, join(out, `${project}-again.json`));
    if (second.report !== null) {
      accidents.push(...told);
      told = failuresOf(second.report);
      done = passedIn(first.report, (name) => !broken.includes(name)) + second.report.numPassedTests;
      missing = missingOf(second.report);
      status = second.status;
    }
  }
  if (told.length === 0 && status !== 0) told.push(`${title}: vitest ended with ${status} and named no test: an error outside any test, or none was run`);
  failures.push(...told);
  passed += done;
  failed += missing > 0 ? missing : status !== 0 || done === 0 ? 1 : 0;
  console.log(`${missing === 0 && status === 0 ? '✔' : '✘'} ${title}: ${done} passed, ${missing} failed (${seconds(since)})`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
console.log(`The tests of each file run in the order of --sequence.seed=${seed}.`);
await check('types', [['wxt', 'prepare'], ['tsc', '--noEmit']]);
await check('lint', [['eslint', '.']]);
await check('arrows between the rooms', [['depcruise', '--config', '.dependency-cruiser.cjs', 'lib', 'components', 'entrypoints', 'companion', 'tests']]);
await check('build for Chromium', [['wxt', 'build']]);
await check('build for Firefox', [['wxt', 'build', '-b', 'firefox']]);
await vitest('units', 'unit', true);
await vitest('companion and stand-ins', 'companion', true);
await vitest('end to end in Chromium', 'e2e', true);
if (process.env['FIREFOX_PATH']) await vitest('end to end in Firefox', 'firefox', true);
else console.log('\n── end to end in Firefox: left out, Firefox is not here and cannot be installed (FIREFOX_PATH may name it).');

if (accidents.length > 0) console.log(`\n── what failed the first time, in a file that was tried once more\n${accidents.join('\n')}`);
if (failures.length > 0) console.log(`\n── what failed\n${failures.join('\n')}`);
console.log(`\n${seconds(started)} in all.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
