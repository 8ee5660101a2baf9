/**
 * What is exact and must not grow unseen. A budget is what was measured and about 3 % of room: who needs more writes the
 * new figure here, and why, in the same commit. Run after the builds; `npm test` does it in that order.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gzipOf, kindsOfPages, scriptsOf } from '../setup/page-bytes.ts';

const root = join(import.meta.dirname, '../..');
const build = join(root, '.output/chrome-mv3');

/** Bytes, gzip -9, of a part with everything that it loads at once. The first must stay under 12 000 whatever happens. */
const budgets: Readonly<Record<string, number>> = {
  'content-scripts/portal.js': 6_250,
  'calibrate.js': 61_400,
  'structure.js': 8_000,
  'background.js': 70_900,
  'popup.html': 106_200,
  'sidepanel.html': 106_250,
  'options.html': 118_900,
  'welcome.html': 36_400,
  'help.html': 46_400,
  'offscreen.html': 41_500,
};
const EVERY_PAGE_MAXIMUM = 12_000;

/** Bytes, gzip -9, of all that a portal's page of each kind can ever get: detector, overlay, its own part, and what a press brings. */
const pageBudgets: Readonly<Record<(typeof kindsOfPages)[number], number>> = {
  calendar: 55_600,
  list: 41_700,
  form: 57_300,
  detail: 39_500,
  signIn: 36_800,
  unknown: 39_300,
};

/** The file and what it asks for, without what it loads later when a person wants it. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  const path = join(build, file);
  if (seen.has(file) || !existsSync(path)) return seen;
  seen.add(file);
  const text = readFileSync(path, 'utf8');
  const wanted = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/gu)].map(([, name = '']) => name)
    : [...text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/gu)].map(([, name = '']) => normalize(join(dirname(file), name)));
  for (const name of wanted) loadedWith(name, seen);
  return seen;
}

const weigh = (file: string): number => [...loadedWith(file)].reduce((sum, name) => sum + gzipSync(readFileSync(join(build, name)), { level: 9 }).length, 0);

/** The programs of a folder, whole. */
function sources(...folders: string[]): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: path.slice(root.length + 1), text: readFileSync(path, 'utf8') })),
  );
}

const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** Names of packages whose code a folder's programs take in; types alone cost nothing. */
const packagesIn = (...folders: string[]): string[] => {
  const names = sources(...folders).flatMap(({ text }) =>
    [...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;'"]*?from\s+'([^.'][^']*)'|\bimport\('([^.'][^']*)'\)/gmu)].map(([, one, other]) => packageOf(one ?? other ?? '')),
  );
  return [...new Set(names)].filter((name) => !name.startsWith('node:')).sort();
};

describe('the budgets', () => {
  it.each(Object.entries(budgets))('G2 %s weighs at most %i bytes, gzipped, with what it loads at once', (file, budget) => {
    const files = [...loadedWith(file)];
    expect(files, `${file} is not in the build: run \`npm run build\` first.`).toContain(file);
    const bytes = weigh(file);
    expect(bytes, `${file}: ${files.join(', ')}`).toBeLessThanOrEqual(budget);
  });

  it('G2 what runs on every page of a portal stays under 12 kB', () => {
    expect(weigh('content-scripts/portal.js')).toBeLessThanOrEqual(EVERY_PAGE_MAXIMUM);
  });

  it.each(Object.entries(pageBudgets))('G2 a page of the kind « %s » is given at most %i bytes, gzipped, in all', (kind, budget) => {
    const scripts = scriptsOf(build, kind as keyof typeof pageBudgets);
    const bytes = gzipOf(build, scripts);
    expect(bytes, scripts.join(', ')).toBeLessThanOrEqual(budget);
    expect(bytes, 'Lower the budget.').toBeGreaterThan(budget * 0.9);
  });

  it('G2 each kind of page gets a part of its own, and every script of the overlay is somebody’s', () => {
    const byKind = kindsOfPages.map((kind) => [kind, scriptsOf(build, kind)] as const);
    for (const [kind, scripts] of byKind) expect([kind, scripts.includes(`overlay-${kind}.js`)]).toEqual([kind, kind !== 'signIn']);
    const built = readdirSync(build).filter((name) => /^overlay.*\.js$/u.test(name));
    expect(built.filter((name) => !byKind.some(([, scripts]) => scripts.includes(name)))).toEqual([]);
  });

  it('G3 a schema of several parts is made when something is to be checked, not whenever a program that knows it starts', () => {
    const made = sources('lib').flatMap(({ path, text }) => [...text.matchAll(/^(?:export )?const (\w+) = z\s*\.(?:object|strictObject|discriminatedUnion|union|array|record|partialRecord|pipe|nullable|optional)\(/gmu)].map(([, name]) => `${path}: ${name}`));
    expect(made, 'Write z.lazy(() => …).').toEqual([]);
  });

  it('G7 the build holds no part without a budget', () => {
    const parts = readdirSync(build, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && (entry.name.endsWith('.html') || (entry.name.endsWith('.js') && !entry.parentPath.endsWith('chunks'))))
      .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1))
      .filter((name) => !/^overlay.*\.js$/u.test(name));
    expect(parts.sort()).toEqual(Object.keys(budgets).sort());
  });

  it('G7 a budget that nobody needs any more is lowered: none has more than a tenth of room', () => {
    const loose = Object.entries(budgets).filter(([file, budget]) => weigh(file) < budget * 0.9).map(([file, budget]) => `${file}: ${weigh(file)} of ${budget}`);
    expect(loose).toEqual([]);
  });

  it('G7 seven packages ship in the extension', () => {
    expect(packagesIn('lib', 'components', 'entrypoints')).toEqual(['@date-fns/tz', '@medv/finder', '@preact/signals', 'dom-accessibility-api', 'preact', 'wxt', 'zod']);
  });

  it('G7 the companion and the extension together need no package that neither takes in', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const names = Object.keys(dependencies);
    const taken = new Set(packagesIn('lib', 'components', 'entrypoints', 'companion'));
    // The browser’s own names in Chromium: wxt’s module puts it in; date-fns is what @date-fns/tz stands on.
    const indirect = ['webextension-polyfill', 'date-fns'];
    expect(names.filter((name) => !taken.has(name) && !indirect.includes(name))).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(17);
  });

  it('U24 Firefox is asked for no permission that Chromium is not asked for', () => {
    const permissionsOf = (browser: string): string[] => (JSON.parse(readFileSync(join(root, '.output', browser, 'manifest.json'), 'utf8')) as { permissions: string[] }).permissions;
    const chromium = permissionsOf('chrome-mv3');
    expect(permissionsOf('firefox-mv3').filter((name) => !chromium.includes(name))).toEqual([]);
    expect(chromium.length).toBeLessThanOrEqual(6);
  });

  it('G7 three places observe the page, and no other', () => {
    const observers = sources('lib', 'components', 'entrypoints').flatMap(({ path, text }) => Array.from(text.matchAll(/new MutationObserver\(/gu), () => path));
    expect(observers.sort()).toEqual(['lib/portal/hidden.ts', 'lib/portal/observe.ts', 'lib/portal/wait.ts']);
  });

  it('G7 nothing in a page polls it', () => {
    const polling = sources('lib/portal', 'lib/features', 'lib/detector').filter(({ text }) => /\bsetInterval\(/u.test(text)).map(({ path }) => path);
    expect(polling).toEqual([]);
  });
});
