/** docs/features.md names every row of the five documents, and each is delivered: by a test's title, or by the help. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const ID = /\bS[0-4]-\d\d\b/gu;

interface Row {
  id: string;
  weight: string;
  delivered: string;
}

const rows = (): Row[] =>
  [...read('docs/features.md').matchAll(/^\| (?<id>S[0-4]-\d\d) \| (?<weight>[MSC]|OUT) \| (?<delivered>.+) \|$/gmu)].map(({ groups }) => ({
    id: groups?.['id'] ?? '', weight: groups?.['weight'] ?? '', delivered: groups?.['delivered'] ?? '',
  }));

/** What stands between the quotes of a test's title. */
const titles = (): Set<string> => {
  const found = globSync('tests/**/*.test.{ts,tsx}', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/\b(?:it|describe)(?:\.each\([^\n]*\))?\(\s*(?<quote>['`])(?<title>.*?)\k<quote>/gu)].map(({ groups }) => groups?.['title'] ?? ''),
  );
  return new Set(found.flatMap((title) => title.match(ID) ?? []));
};

const helped = (): Set<string> => new Set(globSync('lib/help/*.ts', { cwd: root }).flatMap((path) => read(path).match(ID) ?? []));

describe('docs/features.md', () => {
  it('names all 203 rows once, each with what delivers it', () => {
    const counts = Map.groupBy(rows(), ({ id }) => id.slice(0, 2));
    expect([...counts].map(([service, list]) => [service, list.length])).toEqual([['S0', 47], ['S1', 59], ['S2', 33], ['S3', 35], ['S4', 29]]);
    expect(new Set(rows().map(({ id }) => id)).size).toBe(203);
    for (const { id, delivered } of rows()) expect([id, delivered.length > 15]).toEqual([id, true]);
  });

  it('has a test for every row that must or should be', () => {
    const proved = titles();
    expect(rows().filter(({ id, weight }) => (weight === 'M' || weight === 'S') && !proved.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('has a test or a line of help for every other row', () => {
    const [proved, explained] = [titles(), helped()];
    expect(rows().filter(({ id, weight }) => weight === 'OUT' && !explained.has(id)).map(({ id }) => id)).toEqual([]);
    expect(rows().filter(({ id }) => !proved.has(id) && !explained.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
