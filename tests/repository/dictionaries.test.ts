/** Both languages say the same things. The dictionaries are found, so that a new one is checked at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessibility } from '../../lib/help/accessibility.ts';
import { allHelp } from '../../lib/help/index.ts';
import type { Words } from '../../lib/help/topic.ts';
import { troubles } from '../../lib/help/troubles.ts';

type Text = string | { one: string; other: string };

/** A space where a line may break and French has none: before a sign or inside « ». */
const loose = / [:;?!»]|« /u;

const root = join(import.meta.dirname, '../..');
const folders = [join(root, 'lib/i18n'), join(root, 'companion/mail'), join(root, 'companion/texts')];

function areas(): { name: string; fr: string; en: string }[] {
  return folders.flatMap((folder) => {
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      return [];
    }
    return names
      .filter((name) => name.endsWith('.fr.ts') || name === 'fr.ts')
      .map((name) => ({ name: name.replace(/\.?fr\.ts$/u, ''), fr: join(folder, name), en: join(folder, name.replace(/fr\.ts$/u, 'en.ts')) }));
  });
}

/** The one dictionary that a module exports. */
async function load(path: string): Promise<Record<string, Text>> {
  const module = (await import(path)) as Record<string, unknown>;
  return Object.values(module).find((value) => typeof value === 'object' && value !== null) as Record<string, Text>;
}

const variables = (text: Text): string[] => {
  const forms = typeof text === 'string' ? [text] : [text.one, text.other];
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] as string)))].sort();
};

/** The program, without the dictionaries and whatever else is in two languages by its file's name. */
function program(): string {
  const files = ['components', 'companion', 'entrypoints', 'lib'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)));
  return files.filter((file) => /\.tsx?$/u.test(file) && !/[./](?:fr|en)\.ts$/u.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe('the dictionaries', () => {
  it('hold nothing that nobody says', async () => {
    const text = program();
    const named = new Set(text.match(/\w+/gu));
    const endings = [...text.matchAll(/`\$\{\w+\}([A-Z]\w+)`/gu)].map(([, ending = '']) => ending);
    // Names with a mark or a digit are put together of what the program knows: `step_${step.what}`.
    const plain = (await Promise.all(areas().map(async ({ fr }) => Object.keys(await load(fr))))).flat().filter((key) => /^[a-z]+$/iu.test(key));
    expect(plain.length).toBeGreaterThan(500);
    expect(plain.filter((key) => !named.has(key) && !endings.some((ending) => key.endsWith(ending)))).toEqual([]);
  });

  it('are found', () => {
    expect(areas().length).toBeGreaterThanOrEqual(4);
  });

  it.each(areas())('U7 $name says the same in French and English, with the same values', async ({ fr, en }) => {
    const french = await load(fr);
    const english = await load(en);
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
    for (const [key, text] of Object.entries(french)) expect([key, variables(english[key] as Text)]).toEqual([key, variables(text)]);
  });

  it.each(['components/popup/context.ts', 'lib/i18n/overlay-words.ts'])('that %s puts together have no key in common, for one would say the other’s words', async (path) => {
    const names = [...readFileSync(join(root, path), 'utf8').matchAll(/\.\.\.(\w+)Fr\b/gu)].map(([, name = '']) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`));
    expect(names.length).toBeGreaterThan(3);
    const keys = (await Promise.all(names.map((name) => load(join(root, `lib/i18n/${name}.fr.ts`))))).flatMap((texts) => Object.keys(texts));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(areas())('$name writes French with its no-break spaces', async ({ fr }) => {
    const wrong = Object.entries(await load(fr))
      .flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [[key, text.one], [key, text.other]]) as [string, string][])
      .filter(([, text]) => loose.test(text))
      .map(([key, text]) => `${key}: ${text}`);
    expect(wrong).toEqual([]);
  });

  it('U7 so does the help, and its English has the quotation marks of English', () => {
    const said: Words[] = [];
    // Whatever is in both languages, however deep it stands.
    JSON.stringify([allHelp, troubles, accessibility], (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'fr' in value) said.push(value as Words);
      return value;
    });
    expect(said.length).toBeGreaterThan(100);
    expect(said.map(({ fr }) => fr).filter((text) => loose.test(text))).toEqual([]);
    expect(said.map(({ en }) => en).filter((text) => /[«»]/u.test(text))).toEqual([]);
  });
});
