/**
 * `npm run zip`: the packages for the three stores, and the sources that Mozilla's reviewers ask for, in out/packages.
 * The same commit gives the same bytes on any machine: sorted names, one fixed date, no rights, the pinned Node's zlib.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import JSZip from 'jszip';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out', 'packages');
/** The first moment that a zip file can name. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const browsers = ['chrome', 'edge', 'firefox'] as const;
type File = readonly [name: string, content: Buffer];

const filesUnder = (folder: string): File[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]);

/** The stores give an extension its identifier: the key that keeps an unpacked one stable is refused there. */
function withoutKey([name, content]: File): File {
  if (name !== 'manifest.json') return [name, content];
  const manifest = JSON.parse(content.toString('utf8')) as Record<string, unknown>;
  delete manifest['key'];
  return [name, Buffer.from(JSON.stringify(manifest))];
}

async function write(name: string, files: readonly File[]): Promise<void> {
  const archive = new JSZip();
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path, content] of sorted) archive.file(path, content, { date: DATE, createFolders: false, unixPermissions: 0o644 });
  const bytes = await archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 }, platform: 'UNIX' });
  writeFileSync(join(out, name), bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}  ${files.length} files, ${Math.round(bytes.length / 1024)} kB`);
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
for (const browser of browsers) {
  // Whatever the shell says of itself, this is what ships.
  execFileSync(process.execPath, [wxt, 'build', '-b', browser], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } });
  await write(`passerelle-${version}-${browser}.zip`, filesUnder(join(root, '.output', `${browser}-mv3`)).map(withoutKey));
}
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter((name) => name !== '');
await write(`passerelle-${version}-sources.zip`, tracked.map((name) => [name, readFileSync(join(root, name))]));
