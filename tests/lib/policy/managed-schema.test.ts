/** public/managed-schema.json says what the settings take, and only in words that Chromium's policies know. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyKeys } from '../../../lib/policy/keys.ts';
import { managedSchema } from '../../../lib/policy/managed-schema.ts';

interface Node {
  type: string;
  title?: string;
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
}

const file = JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/managed-schema.json'), 'utf8')) as Node;
const all = (node: Node): Node[] => [node, ...Object.values(node.properties ?? {}).flatMap(all), ...(node.items === undefined ? [] : all(node.items))];

describe('public/managed-schema.json', () => {
  it('U13 is what the settings’ own schemas give (node tests/setup/managed-schema.ts writes it)', () => {
    expect(file).toEqual(managedSchema());
  });

  it('U13 has every value that a policy may set, with a title and a description in both languages', () => {
    expect(Object.keys(file.properties ?? {}).sort()).toEqual([...policyKeys, 'locked', 'skipWelcome'].sort());
    for (const { title, description } of Object.values(file.properties ?? {})) {
      expect(title).toMatch(/\S \/ \S/u);
      expect(description).toMatch(/\S \/ \S/u);
    }
  });

  it('knows only kinds that Chromium knows', () => {
    expect([...new Set(all(file).map(({ type }) => type))].sort()).toEqual(expect.arrayContaining(['array', 'boolean', 'integer', 'object', 'string']));
    expect(all(file).filter(({ type }) => !['array', 'boolean', 'integer', 'number', 'object', 'string'].includes(type))).toEqual([]);
    expect(all(file).filter(({ type, items }) => type === 'array' && items === undefined)).toEqual([]);
  });
});
