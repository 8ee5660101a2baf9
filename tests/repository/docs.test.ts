/** The pages for people say what is true, lead where they say, and show pictures that exist (U25, D12). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backgroundEn } from '../../lib/i18n/background.en.ts';
import { backgroundFr } from '../../lib/i18n/background.fr.ts';
import { popupFr } from '../../lib/i18n/popup.fr.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** Dictionaries keep words together with U+00A0; so do pages, mostly. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Every text of a dictionary, plurals too. */
const textsOf = (value: unknown): string[] => (typeof value === 'string' ? [plain(value)] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []);
/** What guides quote of the portal and of the system: not ours to say. */
const elsewhere = ['Mes réservations de ressource', 'Enregistrer et Fermer', 'Approuver', 'Rejeter', 'heure automatique', 'automatic time'];

const guides = ['representative', 'approver', 'administrator'];
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'docs/guides')).map((name) => `docs/guides/${name}`),
];

/** Where the links and pictures of a page lead, without what is after `#`; addresses of other sites left out. */
const targets = (page: string): string[] =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/gu)]
    .map(([, link, picture]) => (link ?? picture) as string)
    .filter((target) => !/^(?:https?:|mailto:|#)/u.test(target))
    .map((target) => normalize(join(dirname(page), target.split('#', 1)[0] as string)));

/** What Markdown makes of a head's words. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gmu)].map(([, head]) => (head as string).toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').trim().replaceAll(/\s/gu, '-'));

describe('the pages', () => {
  it.each(pages)('%s leads only to what is there', (page) => {
    expect(targets(page).filter((target) => !existsSync(join(root, target)))).toEqual([]);
    const heads = [...read(page).matchAll(/\]\(([^)\s#]*)#([^)\s]+)\)/gu)].filter(([, file]) => !/^https?:/u.test(file as string));
    const lost = heads.filter(([, file, anchor]) => !anchorsOf(file === '' ? page : normalize(join(dirname(page), file as string))).includes(decodeURIComponent(anchor as string)));
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it('D12 each of the three guides stands in French and in English, with the same heads and the same pictures', () => {
    for (const guide of guides) {
      const [french, english] = [`docs/guides/${guide}.md`, `docs/guides/${guide}.en.md`] as const;
      expect(read(english).match(/^#+ /gmu)).toEqual(read(french).match(/^#+ /gmu));
      const pictures = (page: string): string[] => targets(page).filter((target) => target.endsWith('.png'));
      expect(pictures(english)).toEqual(pictures(french));
      expect(pictures(french).length).toBeGreaterThan(0);
    }
  });

  it('F12 the troubleshooting says each word of the tooltip and of what waits, as the extension does', () => {
    const french = plain(read('docs/troubleshooting.md'));
    const tooltip = (['signedOut', 'unreachable', 'stale', 'permissionMissing', 'notUnderstood', 'needsTab', 'companionKey', 'companionClock'] as const).map((key) => plain(backgroundFr[key]));
    const waiting = Object.entries(popupFr).filter(([key]) => key.startsWith('problem_')).map(([, words]) => plain(words as string));
    expect([...tooltip, ...waiting].filter((words) => !french.includes(`« ${words} »`))).toEqual([]);
    const english = plain(read('docs/troubleshooting.en.md'));
    expect((['signedOut', 'unreachable', 'stale', 'permissionMissing', 'notUnderstood', 'needsTab', 'companionKey', 'companionClock'] as const).map((key) => plain(backgroundEn[key])).filter((words) => !english.includes(`“${words}”`))).toEqual([]);
  });

  it.each(['fr', 'en'])('D12 what the guides quote stands on the screens, in « %s »', async (language) => {
    const files = readdirSync(join(root, 'lib/i18n')).filter((name) => name.endsWith(`.${language}.ts`));
    const said = (await Promise.all(files.map((name) => import(join(root, 'lib/i18n', name)) as Promise<object>))).flatMap(textsOf);
    // Places left open in a text are words in a guide.
    const patterns = said.map((text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/gu, '\\$&').replace(/\{\w+\}/gu, '.+')}$`, 'u'));
    const lost = [...guides.map((guide) => `docs/guides/${guide}`), 'docs/troubleshooting'].flatMap((name) => {
      const page = plain(read(`${name}${language === 'en' ? '.en' : ''}.md`)).replaceAll(/\s+/gu, ' ');
      const heads = read(`${name}${language === 'en' ? '.en' : ''}.md`).match(/^#+ .+$/gmu) ?? [];
      const quoted = [...page.matchAll(language === 'fr' ? /« ([^»]+) »/gu : /“([^”]+)”/gu)].map(([, words]) => (words as string).replace(/…$/u, ''));
      return quoted.filter((words) => !elsewhere.includes(words) &&
        !heads.some((head) => head.includes(words)) &&
        !said.some((text) => text.includes(words)) &&
        !patterns.some((pattern) => pattern.test(words)));
    });
    expect(said.length).toBeGreaterThan(500);
    expect(lost).toEqual([]);
  });

  it('D12 there is a changelog, a page on security, on contributing and a licence, and README.md leads to each', () => {
    const named = targets('README.md');
    for (const page of ['CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md', 'LICENSE', 'docs/accessibility.md', 'docs/troubleshooting.md', 'docs/privacy.md', 'docs/administrators.md', 'docs/companion.md', 'docs/promises.md', 'docs/portal.md']) expect(named).toContain(page);
    for (const guide of guides) expect(named).toContain(`docs/guides/${guide}.md`);
  });
});

describe('U25 the pictures', () => {
  const pictures = readdirSync(join(root, 'docs/pictures')).filter((name) => name.endsWith('.png'));
  const script = read('tests/demo/pictures.ts');

  it('are each in the light and in the dark, and each shown by a page', () => {
    const shown = new Set(pages.flatMap(targets));
    expect(pictures.filter((name) => !shown.has(`docs/pictures/${name}`))).toEqual([]);
    const lights = pictures.filter((name) => !name.endsWith('-dark.png'));
    expect(lights.filter((name) => !pictures.includes(name.replace('.png', '-dark.png')))).toEqual([]);
    expect(pictures).toHaveLength(lights.length * 2);
  });

  it('are each made by the script, which makes no other', () => {
    const made = [...script.matchAll(/take\([\w.]+, '([a-z-]+)'/gu)].map(([, name]) => `${name as string}.png`).sort();
    expect(pictures.filter((name) => !name.endsWith('-dark.png')).sort()).toEqual(made);
  });

  it('say in words what they show', () => {
    for (const page of pages) for (const [, words] of read(page).matchAll(/<img alt="([^"]*)"/gu)) expect((words as string).length).toBeGreaterThan(20);
  });
});
