import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Everything that `node companion/cli.ts` loads: files of the repository, and packages by name. */
async function reach(file: string, files = new Set<string>(), packages = new Set<string>()): Promise<{ files: Set<string>; packages: Set<string> }> {
  if (files.has(file)) return { files, packages };
  files.add(file);
  const text = await readFile(file, 'utf8');
  for (const [whole, address = ''] of text.matchAll(/(?:^(?:import|export|\} from)\b[^;]*?from |^import |(?:await|=>) import\()'([^']+)'/gmu)) {
    if (whole.startsWith('import type') || whole.startsWith('export type') || address.startsWith('node:')) continue;
    if (address.startsWith('.')) await reach(normalize(join(dirname(file), address)), files, packages);
    else packages.add(address.startsWith('@') ? address.split('/').slice(0, 2).join('/') : (address.split('/')[0] ?? ''));
  }
  return { files, packages };
}

describe('what is deployed', () => {
  it('the Dockerfile copies every file that the companion loads', async () => {
    const docker = await readFile('companion/deploy/Dockerfile', 'utf8');
    const copied = [...docker.matchAll(/^COPY (?!--from)(\S+) \.\/\S*$/gmu)].map(([, from = '']) => from);
    expect(copied).toEqual(expect.arrayContaining(['companion', 'lib', 'package.json']));
    const { files } = await reach('companion/cli.ts');
    expect(files.size).toBeGreaterThan(150);
    for (const later of ['companion/commands/serve.ts', 'companion/ledger/sqlite.ts', 'companion/ledger/postgres.ts']) expect([...files]).toContain(later);
    expect([...files].filter((file) => !copied.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
  });

  it('every package that it loads is there after « npm ci --omit=dev --ignore-scripts »', async () => {
    const { dependencies, allowScripts } = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: Record<string, string>; allowScripts: Record<string, boolean> };
    const { packages } = await reach('companion/cli.ts');
    for (const name of ['better-sqlite3', 'pg', 'nodemailer']) expect(packages).toContain(name);
    expect([...packages].filter((name) => !Object.hasOwn(dependencies, name) || allowScripts[name] === true)).toEqual([]);
  });

  it('the unit and the image start the same command, and the unit takes every capability away', async () => {
    const [docker, unit] = await Promise.all(['Dockerfile', 'passerelle-companion.service'].map((name) => readFile(`companion/deploy/${name}`, 'utf8')));
    expect(docker).toMatch(/^ENTRYPOINT \["node", "companion\/cli\.ts"\]\nCMD \["serve"\]$/mu);
    expect(docker).toMatch(/^USER node$/mu);
    expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node companion\/cli\.ts serve$/mu);
    // Of the process alone: whoever else could write there would give it its code.
    for (const deployed of [docker, unit]) expect(deployed).toMatch(/ NODE_COMPILE_CACHE=\/var\/cache\/passerelle /u);
    expect(docker).toMatch(/^RUN mkdir .*\/var\/cache\/passerelle && chown node:node .*\/var\/cache\/passerelle$/mu);
    for (const line of ['CacheDirectory=passerelle', 'CapabilityBoundingSet=', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'UMask=0077']) expect(unit?.split('\n')).toContain(line);
  });
});
