/** What the built extension is allowed to hold. Run after `npm run build`; `npm test` does it in that order. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const build = join(import.meta.dirname, '../../.output/chrome-mv3');

function readBuild(): { path: string; text: string }[] {
  if (!existsSync(build)) throw new Error('There is no build to check: run `npm run build` first.');
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|json|html|css)$/u.test(entry.name))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));
}

const manifest = (): Record<string, unknown> => JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));

describe('the extension that ships', () => {
  it('S0-27 holds no secret of the Zoom account and no way to use one', () => {
    const forbidden = [/client_secret/iu, /account_credentials/iu, /ZOOM_[A-Z]/u, /zoom\.us\/oauth/iu, /api\.zoom\.us/iu, /start_url/iu, /host_key/iu, /smtp:\/\//iu, /whsec_[A-Za-z0-9+/]{8}/u];
    const found = readBuild().flatMap(({ path, text }) => forbidden.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern}`));
    expect(found).toEqual([]);
  });

  it('S0-27 this very check finds a secret when there is one', () => {
    expect('const s = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAx"').toMatch(/whsec_[A-Za-z0-9+/]{8}/u);
  });

  it('S3-06 U24 asks for the portal only, and for other portals on the click', () => {
    const { permissions, host_permissions, optional_host_permissions, optional_permissions } = manifest();
    expect(permissions).toEqual(['storage', 'alarms', 'scripting', 'contextMenus', 'offscreen', 'sidePanel']);
    expect(optional_permissions).toEqual(['notifications']);
    expect(host_permissions).toEqual(['https://*.irisreservation.ca/*']);
    expect(optional_host_permissions).toEqual(['https://*/*']);
    expect(JSON.stringify(manifest())).not.toContain('<all_urls>');
  });

  it('runs on the portal and never on its wiki', () => {
    const scripts = manifest()['content_scripts'] as { matches: string[]; exclude_matches: string[] }[];
    expect(scripts.map((script) => script.matches)).toEqual([['https://*.irisreservation.ca/*']]);
    expect(scripts.map((script) => script.exclude_matches)).toEqual([['https://wiki.irisreservation.ca/*']]);
  });

  it('lets no page of a site read its files and runs no code from elsewhere', () => {
    expect(manifest()['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest()['externally_connectable']).toBeUndefined();
    const policy = (manifest()['content_security_policy'] as { extension_pages: string }).extension_pages;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-eval|https:\/\/[a-z]/u);
  });
});
