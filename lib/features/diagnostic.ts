/** What to paste into a request for help (U26): versions and anchors, nothing about people or bookings. Pure. */
import { reportHealth } from '../portal/health.ts';
import type { PageKind } from '../portal/page.ts';
import type { OverlayContext } from './context.ts';

/**
 * @param suspected what the page was taken for, when it was not recognised
 * @returns lines of text, the same in both languages
 */
export function diagnosticOf({ portal, kind, settings, failures, version }: OverlayContext, suspected: PageKind): string {
  const { profile, disabledFeatures } = settings;
  const { pathname } = new URL(portal.url());
  return [
    `Passerelle ${version}`,
    `portal: ${portal.id}, profile: ${profile.id} ${profile.version}`,
    `page: ${kind ?? `unknown (${suspected}?)`}, path: ${pathname.replace(/\d/gu, '0')}`,
    ...reportHealth(portal, suspected).map(({ anchor, health, matches }) => `anchor ${anchor}: ${health} (${matches})`),
    ...failures.peek().map(({ feature, anchor }) => `failure ${feature}: ${anchor}`),
    `disabled: ${disabledFeatures.join(', ') || '-'}`,
  ].join('\n');
}
