/** What goes to the stores: the same bytes wherever it is made, and nothing that Mozilla's own checker frowns upon. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const firefox = join(root, '.output/firefox-mv3');
const LONG = 600_000;

describe('the build for Firefox', () => {
  it('passes web-ext lint with 0 errors and 0 warnings', { timeout: LONG }, () => {
    if (!existsSync(firefox)) throw new Error('There is no build to check: run `npm run build:firefox` first.');
    const program = join(root, 'node_modules/web-ext/bin/web-ext.js');
    const { stdout } = spawnSync(process.execPath, [program, 'lint', '--source-dir', firefox, '--output', 'json'], { encoding: 'utf8' });
    const report = JSON.parse(stdout) as { summary: { errors: number; warnings: number }; errors: unknown[]; warnings: unknown[] };
    expect([...report.errors, ...report.warnings]).toEqual([]);
    expect(report.summary).toMatchObject({ errors: 0, warnings: 0 });
  });
});

describe('the packages for the stores', () => {
  // Named once: somebody may commit while this runs.
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const folders: string[] = [];
  const packages: Record<string, Buffer>[] = [];

  /** A clean clone of what is committed, in a folder of another name. */
  function make(name: string): Record<string, Buffer> {
    const folder = mkdtempSync(join(tmpdir(), `passerelle-${name}-`));
    folders.push(folder);
    const clone = join(folder, name);
    execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', root, clone]);
    execFileSync('git', ['checkout', '--quiet', commit], { cwd: clone });
    symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'dir');
    execFileSync(process.execPath, [join(clone, 'tests/setup/zip.ts')], { cwd: clone, stdio: ['ignore', 'ignore', 'pipe'] });
    const out = join(clone, 'out/packages');
    return Object.fromEntries(readdirSync(out).sort().map((file) => [file, readFileSync(join(out, file))]));
  }

  beforeAll(() => {
    packages.push(make('one'), make('another-place'));
  }, LONG);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  const named = (end: string): Buffer => {
    const [, content] = Object.entries(packages[0] ?? {}).find(([name]) => name.endsWith(end)) ?? [];
    if (content === undefined) throw new Error(`There is no package ${end}.`);
    return content;
  };

  it('are one each for Chrome, Edge and Firefox, with the sources for Mozilla', () => {
    expect(Object.keys(packages[0] ?? {}).map((name) => name.replace(/^passerelle-[\d.]+-/u, ''))).toEqual(['chrome.zip', 'edge.zip', 'firefox.zip', 'sources.zip']);
  });

  it('are the same byte for byte from two clean clones', () => {
    const digests = (files: Record<string, Buffer> | undefined) => Object.entries(files ?? {}).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]);
    expect(digests(packages[1])).toEqual(digests(packages[0]));
  });

  it('hold a manifest for their store: no key of ours for Chrome and Edge, the gecko identifier for Firefox', async () => {
    for (const store of ['chrome', 'edge', 'firefox']) {
      const archive = await JSZip.loadAsync(named(`${store}.zip`));
      const manifest = JSON.parse((await archive.file('manifest.json')?.async('string')) ?? '{}') as Record<string, unknown>;
      expect(manifest['manifest_version']).toBe(3);
      expect(manifest['key']).toBeUndefined();
      expect('browser_specific_settings' in manifest).toBe(store === 'firefox');
    }
  });

  it('D8 Edge’s package is Chrome’s, byte for byte: what was tried in Chromium is what Edge gets, for Edge itself was never launched here', async () => {
    const filesOf = async (store: string): Promise<[string, string][]> => {
      const { files } = await JSZip.loadAsync(named(`${store}.zip`));
      return Promise.all(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)).map(async ([name, file]): Promise<[string, string]> => [name, createHash('sha256').update(await file.async('nodebuffer')).digest('hex')]));
    };
    const chrome = await filesOf('chrome');
    expect(await filesOf('edge')).toEqual(chrome);
    // And Chrome's is the build that the tests in Chromium load, but for the key that names an unpacked extension.
    const built = join(root, '.output/chrome-mv3');
    const ofBuild = readdirSync(built, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(built.length + 1));
    expect(chrome.map(([name]) => name)).toEqual(ofBuild.sort());
    for (const page of ['docs/administrators.md', 'docs/accessibility.md']) expect(readFileSync(join(root, page), 'utf8')).toMatch(/Edge[^\n]*n’a pas été lancé/u);
  });

  it('the sources hold what a reviewer needs to build, and nothing that is built or private', async () => {
    const names = Object.keys((await JSZip.loadAsync(named('sources.zip'))).files);
    expect(names).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'wxt.config.ts', 'README.md', 'entrypoints/background.ts']));
    expect(names.filter((name) => /^(node_modules|\.output|\.git|out)\//u.test(name))).toEqual([]);
  });
});
