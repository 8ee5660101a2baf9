/** README.md says what is true of the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { variables } from '../../companion/environment.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts);

describe('README.md', () => {
  it('lists every environment variable of the companion, with its default', () => {
    const missing = variables.filter(({ name, standard }) => !readme.includes(`| \`${name}\` |`) || (standard !== undefined && !readme.includes(`\`${standard}\``)));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('U25 shows pictures that exist, of each of the three people’s screens', () => {
    const pictures = [...readme.matchAll(/(?:src|srcset)="([^"]+)"/gu)].map(([, path]) => path as string);
    expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    for (const person of ['representative', 'approver', 'admin']) expect(pictures.some((path) => path.includes(person))).toBe(true);
  });

  it('names only commands that package.json has', () => {
    const named = [...new Set([...readme.matchAll(/npm run ([a-z0-9:-]+)/gu)].map(([, name]) => name as string))];
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['demo', 'companion', 'portal-standin', 'zoom-standin', 'e2e:firefox', 'torture', 'bench', 'zip', 'pictures']));
  });
});
