/**
 * What to paste into a request for help: versions, how each anchor is found, the build of the page. Nothing about
 * people or bookings: what is not known to be a portal's own furniture is masked (furniture.ts). Lines of text, the
 * same in both languages, so that whoever helps can compare them.
 */
import { furniturePath } from './furniture.ts';
import type { AnchorState } from './last-well.ts';
import { versionOf } from './layer.ts';
import { outlineOf } from './outline.ts';
import type { AnchorReport, PageKind } from './page.ts';
import type { PortalProfile } from './profile.ts';

export interface DiagnosticInput {
  /** Of the extension. */
  version: string;
  document: Document;
  url: string;
  profile: PortalProfile;
  /** What the page was taken for; null: for none of ours. */
  page: PageKind | null;
  health: readonly (AnchorReport | AnchorState)[];
  /** Features that stopped, with the anchor they missed; other words than identifiers are left out. */
  failures: readonly { feature: string; anchor: string }[];
}

const IDENTIFIER = /^[a-zA-Z][a-zA-Z-]{0,40}$/u;
const identifier = (text: string): string => (IDENTIFIER.test(text) ? text : '…');

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function lineOf(report: AnchorReport | AnchorState, profile: PortalProfile): string {
  const alternative = report.alternative === undefined ? undefined : profile.anchors[report.anchor as keyof PortalProfile['anchors']]?.[report.alternative];
  const by = alternative === undefined ? '' : ` by ${alternative.by} (${alternative.origin} ${alternative.date})`;
  const well = 'lastWell' in report ? ` last well ${report.lastWell === null ? 'never' : dayOf(report.lastWell)}` : '';
  return `anchor ${identifier(report.anchor)}: ${report.health} (${String(report.matches)})${by}${well}`;
}

function pathOf(url: string): string {
  try {
    return furniturePath(new URL(url).pathname);
  } catch {
    return '-';
  }
}

/** @returns text without personal data, at most a few hundred lines */
export function printDiagnostic({ version, document, url, profile, page, health, failures }: DiagnosticInput): string {
  return [
    `Passerelle ${/^[\d.]{1,20}$/u.test(version) ? version : '-'}`,
    `profile: ${identifier(profile.id)} ${versionOf(profile)}`,
    `page: ${page ?? 'unknown'}, path: ${pathOf(url)}`,
    ...health.map((report) => lineOf(report, profile)),
    ...failures.map(({ feature, anchor }) => `failure ${identifier(feature)}: ${identifier(anchor)}`),
    'structure:',
    ...outlineOf(document),
  ].join('\n');
}
