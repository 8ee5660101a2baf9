/**
 * What « Copier le diagnostic » copies of one portal, from the popup, the options and its own pages: versions, how each anchor
 * is found, how the open page is built. Nothing about people or bookings: what is not known to be a portal's own furniture was
 * masked in the page (lib/portal/furniture.ts). Lines of text, the same in both languages, so that whoever helps can compare them. Pure.
 */
import { anchors, type AnchorName } from '../portal/anchors.ts';
import { withLastWell, type AnchorState } from '../portal/last-well.ts';
import { versionOf } from '../portal/layer.ts';
import type { PortalProfile } from '../portal/profile.ts';
import type { Health } from './health-store.ts';

export interface PortalDiagnosticSources {
  health: Health;
  /** Its id in the settings. */
  portal: string;
  profile: PortalProfile;
  /** Of the extension. */
  version: string;
  /** Features that the person has switched off. */
  disabled: readonly string[];
  /** The masked outline of a page of the portal (lib/portal/structure.ts); null: none is open. */
  structure: string | null;
}

const IDENTIFIER = /^[a-zA-Z][a-zA-Z-]{0,40}$/u;
/** Other words than identifiers of ours may be a page's: they are left out. */
const identifier = (text: string): string => (IDENTIFIER.test(text) ? text : '…');

/** To the minute, UTC. */
const minuteOf = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`;

function lineOf({ anchor, health, matches, alternative, lastWell }: AnchorState, profile: PortalProfile): string {
  const way = alternative === undefined || !Object.hasOwn(anchors, anchor) ? undefined : profile.anchors[anchor as AnchorName]?.[alternative];
  const by = way === undefined ? '' : ` by ${way.by} (${way.origin} ${way.date})`;
  return `  anchor ${identifier(anchor)}: ${health} (${String(matches)})${by} last well ${lastWell === null ? 'never' : minuteOf(lastWell)}`;
}

/** @returns at most a few hundred lines */
export function portalDiagnostic({ health, portal, profile, version, disabled, structure }: PortalDiagnosticSources): string {
  const pages = Object.entries(health[portal] ?? {}).flatMap(([page, last]) => [
    `page ${page} (${minuteOf(last.at)})`,
    ...withLastWell(last.anchors, last.lastWell ?? {}).map((report) => lineOf(report, profile)),
    ...last.failures.map(({ feature, anchor }) => `  failure ${identifier(feature)}: ${identifier(anchor)}`),
  ]);
  const taught = Object.entries(profile.anchors).flatMap(([anchor, ways]) => (ways?.some(({ origin }) => origin === 'calibrated') ? [anchor] : []));
  return [
    `Passerelle ${version}`,
    `portal: ${portal}, profile: ${versionOf(profile)}`,
    `calibrated: ${taught.join(', ') || '-'}`,
    `disabled: ${disabled.join(', ') || '-'}`,
    ...pages,
    `structure: ${structure ?? 'no page of the portal is open'}`,
  ].join('\n');
}
