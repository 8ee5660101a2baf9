/** Which anchors of a portal are red, from the last look at each of its pages. Pure. */
import type { Instant } from '../domain/booking.ts';
import { anchors as needs, type AnchorName } from '../portal/anchors.ts';
import { noteWell, withLastWell } from '../portal/last-well.ts';
import { STORM, type PageKind } from '../portal/page.ts';
import type { Health, HealthReport } from './health-store.ts';

export interface RedAnchor {
  anchor: string;
  page: PageKind | 'unknown';
  health: 'missing' | 'several';
  matches: number;
  at: Instant;
  /** When it was last found as it should be, with the profile in force; null: never in this browser. */
  lastWell: Instant | null;
}

/**
 * What is kept once a page has told its health. What another profile found says nothing of this one.
 * @param profile the version of the one in force (`versionOf`) @param now when it was told
 */
export function withReport(health: Health, portal: string, report: HealthReport, profile: string, now: Instant): Health {
  const page = report.page ?? 'unknown';
  const before = health[portal]?.[page];
  const lastWell = noteWell(before?.profile === profile ? (before.lastWell ?? {}) : {}, report.anchors, now);
  return { ...health, [portal]: { ...health[portal], [page]: { ...report, at: now, profile, lastWell } } };
}

const isNeeded = (anchor: string): boolean => !Object.hasOwn(needs, anchor) || !('optional' in needs[anchor as AnchorName]) || anchor === 'grid' || anchor === 'gridDay';

export function redAnchors(health: Health, portal: string): RedAnchor[] {
  return Object.entries(health[portal] ?? {}).flatMap(([page, last]) =>
    withLastWell(last.anchors, last.lastWell ?? {}).flatMap(({ anchor, health: how, matches, lastWell }): RedAnchor[] =>
      (how === 'missing' || how === 'several') && isNeeded(anchor) ? [{ anchor, page: page as RedAnchor['page'], health: how, matches, at: last.at, lastWell }] : [],
    ),
  );
}

/** Whether a page of the portal was redrawn without end when it was last looked at. @param failures the anchors that features missed */
export const isRestless = (failures: readonly string[]): boolean => failures.includes(STORM);
/** Without that: what the portal lacks. */
export const missedAnchors = (failures: readonly string[]): string[] => failures.filter((anchor) => anchor !== STORM);

/** Whether any page of the portal was looked at. */
export const wasSeen = (health: Health, portal: string): boolean => Object.keys(health[portal] ?? {}).length > 0;

export type FeatureHealth = { state: 'fails'; portal: string; anchors: string[] } | { state: 'well' } | { state: 'unseen' };

/** The pages that a feature stands or falls with; a test holds it to lib/features. Others run wherever there is a page. */
export const pagesOfFeature: Record<string, readonly PageKind[]> = {
  'show-licence': ['calendar'],
  'mark-licence': ['calendar'],
  'usage-panel': ['calendar'],
  'required-facts': ['form'],
};

/** One feature over all portals: the first that it stopped on or whose page lost an anchor, else whether it was seen at work. */
export function featureHealth(health: Health, portals: readonly { id: string; name: string }[], feature: string): FeatureHealth {
  const pages = pagesOfFeature[feature];
  for (const { id, name } of portals) {
    const failures = Object.values(health[id] ?? {}).flatMap((report) => report.failures);
    const missed = failures.filter((failure) => failure.feature === feature).map(({ anchor }) => anchor);
    const red = redAnchors(health, id).filter(({ page }) => pages?.includes(page as PageKind)).map(({ anchor }) => anchor);
    if (missed.length + red.length > 0) return { state: 'fails', portal: name, anchors: [...new Set([...missed, ...red])] };
  }
  const isSeen = portals.some(({ id }) => (pages === undefined ? wasSeen(health, id) : pages.some((page) => health[id]?.[page] !== undefined)));
  return { state: isSeen ? 'well' : 'unseen' };
}
