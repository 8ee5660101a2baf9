import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = await readFile('docs/promises.md', 'utf8');
const rows = [...page.matchAll(/^\| ([RZ]\d+) \| (.+?) \| (.+?) \|$/gmu)].map(([, id = '', statement = '', proofs = '']) => ({ id, statement, files: [...proofs.matchAll(/\]\((.+?)\)/gu)].map(([, file = '']) => join('docs', file)) }));

/** Proved under titles of their own: the same thing said from the extension's or the domain's side. */
const byAnotherName = new Set(['Z10', 'Z69', 'Z73', 'Z74']);

describe('docs/promises.md', () => {
  it('names every promise and every statement once, each with where it is proved', () => {
    const wanted = [...Array.from({ length: 15 }, (_, index) => `R${index + 1}`), ...Array.from({ length: 90 }, (_, index) => `Z${index + 1}`)];
    expect(rows.map(({ id }) => id)).toEqual(wanted);
    expect(rows.filter(({ files }) => files.length === 0)).toEqual([]);
  });

  it('points to files that have the identifier in a title', async () => {
    for (const { id, files } of rows) {
      for (const file of files) {
        const text = await readFile(file, 'utf8');
        if (!byAnotherName.has(id)) expect({ id, file, found: new RegExp(`[\`'].*\\b${id}\\b`, 'u').test(text) }).toEqual({ id, file, found: true });
      }
    }
  });
});
