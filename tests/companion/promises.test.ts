import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = await readFile('docs/promises.md', 'utf8');
const rows = [...page.matchAll(/^\| ([RZ]\d+) \| (.+?) \| (.+?) \|$/gmu)].map(([, id = '', statement = '', proofs = '']) => ({ id, statement, files: [...proofs.matchAll(/\]\((.+?)\)/gu)].map(([, file = '']) => join('docs', file)) }));

/** The identifiers at the beginning of the titles of a test file: also those of `it.each`. */
const idsOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/\(\s*['`]((?:[A-Z]+\d+(?:-\d+)? )+)/gu)].flatMap(([, ids = '']) => ids.trim().split(' ')));

const idsIn = new Map<string, Set<string>>();
for await (const file of glob('tests/{companion,lib,e2e,components}/**/*.test.{ts,tsx}')) idsIn.set(file, idsOf(await readFile(file, 'utf8')));

describe('docs/promises.md', () => {
  it('names every promise and every statement once, in order', () => {
    const wanted = [...Array.from({ length: 15 }, (_, index) => `R${index + 1}`), ...Array.from({ length: 90 }, (_, index) => `Z${index + 1}`)];
    expect(rows.map(({ id }) => id)).toEqual(wanted);
  });

  it.each(rows.map(({ id, files }) => [id, files] as const))('%s is proved by titles that carry it, and the page names every file of the companion’s that has one', (id, files) => {
    expect(files).not.toEqual([]);
    for (const file of files) expect({ file, holds: idsIn.get(file)?.has(id) }).toEqual({ file, holds: true });
    const holding = [...idsIn].filter(([file, ids]) => ids.has(id) && relative('tests/companion', file).startsWith('..') === false).map(([file]) => file);
    expect(files.filter((file) => file.startsWith('tests/companion')).sort()).toEqual(holding.sort());
  });
});
