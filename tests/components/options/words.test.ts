import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTextKey, wordsOf } from '../../../components/options/context.ts';
import { switchableFeatures } from '../../../components/options/features.ts';
import { readRoute, sections, toHash } from '../../../components/options/routes.ts';
import { placeText } from '../../../components/options/backup/words.ts';
import { allFeatures } from '../../lib/features/features.ts';
import { optionsEn } from '../../../lib/i18n/options.en.ts';
import { optionsFr } from '../../../lib/i18n/options.fr.ts';
import { settingsForTests } from './settings.ts';

const root = join(import.meta.dirname, '../../..');

/** Every key that settings can have, with the key it stands under. */
function keysIn(value: unknown, parent: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysIn(item, parent));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${parent}.${key}`, ...keysIn(inner, key)]);
}

const person = { name: 'A', email: null, phone: null, irisCode: null, position: null };

describe('the words of the options', () => {
  it('U7 are the same in both languages', () => {
    expect(Object.keys(optionsEn).sort()).toEqual(Object.keys(optionsFr).sort());
  });

  it('name every setting, so that an import says what changes and a refusal says where', () => {
    const settings = settingsForTests();
    const [first] = settings.roster;
    if (first === undefined) throw new Error('No establishment');
    const all = keysIn({ ...settings, roster: [{ ...first, representative: person, substitute: person }] }, '');
    const nameless = [...new Set(all)].filter((path) => {
      const [parent = '', key = ''] = path.split('.');
      return !isTextKey(`${parent}_${key}`) && !isTextKey(`field_${key}`);
    });
    expect(nameless).toEqual([]);
  });

  it('say a place in a file by its words and numbers', () => {
    expect(placeText(['cards', 1, 'rules', 'waitingRoom'], wordsOf('fr'))).toBe('Services › nº\u00a02 › Rencontre Zoom › Salle d’attente');
    expect(placeText([], wordsOf('fr'))).toBe('au début du fichier');
    expect(placeText(['unheardOf'], wordsOf('en'))).toBe('unheardOf');
  });

  it('are all used', () => {
    const sources = readdirSync(join(root, 'components/options'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    // A family is chosen by what stands in its place: `problem_${code}`.
    const families = [...sources.matchAll(/`(\w+_)\$\{/gu)].map(([, family]) => family ?? '').concat([...sources.matchAll(/choicesOf\(t, '(\w+)'/gu)].map(([, field]) => `${field ?? ''}_`), 'field_');
    const unused = Object.keys(optionsFr).filter((key) => !sources.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)));
    expect(unused).toEqual([]);
  });
});

describe('the switches', () => {
  it('U16 are one for each feature of the overlay', async () => {
    expect([...switchableFeatures].sort()).toEqual((await allFeatures()).map(({ id }) => id).sort());
  });
});

describe('the addresses inside the page', () => {
  it('come back as they went', () => {
    for (const section of sections) expect(readRoute(toHash(section))).toEqual({ section, item: null });
    expect(readRoute(toHash('services', 'a/b é'))).toEqual({ section: 'services', item: 'a/b é' });
  });

  it.each(['', '#', '#nothing', '#services/', '#services/%E0%A4%A'])('never fail on %j', (hash) => {
    expect(sections).toContain(readRoute(hash).section);
  });
});
