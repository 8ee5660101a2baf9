/** The colours and lengths of the kit, read from the style sheets that ship. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const components = join(import.meta.dirname, '../../../components');
const tokens = readFileSync(join(components, 'ui/styles/tokens.css'), 'utf8');

type Palette = Record<string, string>;

/** `light-dark(#light, #dark)`, or one colour for both. */
const coloursIn = (css: string, scheme: 'light' | 'dark'): Palette =>
  Object.fromEntries(
    [...css.matchAll(/--pa-([\w-]+):\s*(?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/gu)].map(([, name, light, dark, both]) => [name, both ?? (scheme === 'light' ? light : dark)]),
  );

const [colours = ''] = tokens.split('@media (forced-colors');
const palettes: Record<string, Palette> = { light: coloursIn(colours, 'light'), dark: coloursIn(colours, 'dark') };

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.1 contrast, 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const textPairs = [
  ...['surface', 'sunken', 'raised'].flatMap((ground) => [['text', ground], ['text-soft', ground], ['accent', ground], ['danger', ground]]),
  ['accent', 'accent-soft'], ['accent-strong', 'accent-soft'], ['text', 'accent-soft'],
  ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['on-danger', 'danger'], ['on-danger', 'danger-strong'], ['on-brand', 'brand'],
  ...['success', 'warning', 'danger'].flatMap((tone) => [[tone, `${tone}-soft`], ['text', `${tone}-soft`]]),
] as [string, string][];
const edgePairs = ['surface', 'sunken', 'raised'].flatMap((ground) => [['edge', ground], ['focus', ground], ['accent', ground], ['danger', ground]]) as [string, string][];

const tooWeak = (palette: Palette, pairs: [string, string][], least: number): string[] =>
  pairs.filter(([ink, ground]) => contrast(palette[ink] ?? '', palette[ground] ?? '') < least).map(([ink, ground]) => `${ink} on ${ground}`);

describe('the palette', () => {
  it.each(['light', 'dark'])('U8 every text of the %s palette reaches 4.5:1 on its ground', (name) => {
    expect(tooWeak(palettes[name] ?? {}, textPairs, 4.5)).toEqual([]);
  });

  it.each(['light', 'dark'])('U8 every edge and focus ring of the %s palette reaches 3:1', (name) => {
    expect(tooWeak(palettes[name] ?? {}, edgePairs, 3)).toEqual([]);
  });

  it('U6 has a dark colour for each light one, and the overlay takes the scheme of the page it stands on', () => {
    const same = Object.entries(palettes['light'] ?? {}).filter(([name, colour]) => palettes['dark']?.[name] === colour).map(([name]) => name);
    expect(same).toEqual(['on-brand']);
    expect(Object.keys(palettes['light'] ?? {}).length).toBeGreaterThan(20);
    expect(readFileSync(join(components, 'overlay/overlay.css'), 'utf8')).toContain('color-scheme: inherit !important');
  });

  it('U6 follows forced colours and reduced motion', () => {
    expect(tokens).toContain('@media (forced-colors: active)');
    expect(tokens).toContain('@media (prefers-reduced-motion: reduce)');
  });

  it('this very check finds a colour that is too weak', () => {
    expect(tooWeak({ ink: '#999999', ground: '#ffffff' }, [['ink', 'ground']], 4.5)).toEqual(['ink on ground']);
  });
});

describe('the style sheets', () => {
  const sheets = readdirSync(components, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map((entry) => ({ name: entry.name, css: readFileSync(join(entry.parentPath, entry.name), 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '') }));

  it('are found', () => {
    expect(sheets.length).toBeGreaterThan(5);
  });

  it('U19 never use rem, which a host page may change', () => {
    expect(sheets.filter(({ css }) => /[\d.]rem\b/u.test(css)).map(({ name }) => name)).toEqual([]);
  });

  it('U6 name colours by role, outside of the tokens', () => {
    expect(sheets.filter(({ name, css }) => name !== 'tokens.css' && /#[0-9a-f]{3,8}\b(?![^{]*\{)/iu.test(css)).map(({ name }) => name)).toEqual([]);
  });
});
