/** docs/privacy.md and the section « Confidentialité » say all that the extension may do and keep (U24). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { permissions, stores } from '../../components/options/privacy/facts.ts';
import { privacyFr } from '../../lib/i18n/privacy.fr.ts';
import { KEEP_DAYS } from '../../lib/state/settings.ts';
import { toldStores } from '../setup/told-stores.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
const builds = ['chrome-mv3', 'firefox-mv3'].map((name) => join(root, '.output', name, 'manifest.json'));

function manifests(): { permissions: string[]; optional_permissions?: string[]; host_permissions: string[]; optional_host_permissions: string[] }[] {
  const missing = builds.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Error(`There is no build to check: run \`npm run build\` and \`npm run build:firefox\` first.`);
  return builds.map((path) => JSON.parse(readFileSync(path, 'utf8')));
}

describe('privacy', () => {
  it('U24 every permission of every manifest is explained, in the page and in the extension', () => {
    const asked = [...new Set(manifests().flatMap((one) => [...one.permissions, ...(one.optional_permissions ?? [])]))];
    expect(asked.filter((name) => !permissions.some((known) => known === name))).toEqual([]);
    expect(permissions.filter((name) => !asked.includes(name))).toEqual([]);
    expect(asked.filter((name) => !page.includes(`| \`${name}\` | ${privacyFr[`permission_${name}` as keyof typeof privacyFr] as string}`))).toEqual([]);
  });

  it('U24 every host is explained too', () => {
    const hosts = [...new Set(manifests().flatMap((one) => [...one.host_permissions, ...one.optional_host_permissions]))];
    expect(hosts.filter((host) => !page.includes(`\`${host}\``))).toEqual([]);
    const words = `${privacyFr.permission_hosts} ${privacyFr.permission_optionalHosts}`;
    expect(hosts.filter((host) => !words.includes(host))).toEqual([]);
  });

  it('U24 the page says of each kind of data what, why, where, how long and who, as the extension does', () => {
    for (const store of stores) {
      for (const question of ['what', 'why', 'where', 'howLong', 'who'] as const) {
        expect(page).toContain((privacyFr[`${store}_${question}`] as string).replaceAll('{days}', String(KEEP_DAYS)));
      }
    }
    expect(page).toContain(privacyFr.never);
    expect(page).toContain(privacyFr.privateWindow);
  });

  it('U24 every store of the code is one that the page tells of', () => {
    const files = ['lib/state', 'lib/background', 'lib/calibration'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), 'utf8')));
    const keys = files.flatMap((text) => [...text.matchAll(/\bstored(?:<[^(]*>)?\('(?:local|session)', '(\w+)'/gu)].map(([, key]) => key as string));
    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter((key) => !(key in toldStores))).toEqual([]);
  });
});
