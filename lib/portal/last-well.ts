/** When each anchor of a page was last well, kept by the worker from look to look (lib/state/portal-health.ts). Pure. */
import type { Instant } from '../domain/booking.ts';
import { anchors, type AnchorName } from './anchors.ts';
import type { AnchorHealth, AnchorReport } from './page.ts';

/** Of one kind of page: the same anchor may be well on the form and lost on the detail page. At most one instant an anchor of ours. */
export type LastWell = Partial<Record<AnchorName, Instant>>;

export interface AnchorState extends AnchorReport {
  /** Null: never, as far as this browser knows. */
  lastWell: Instant | null;
}

/** Found in a way that may be acted on. */
export const isWell = (health: AnchorHealth): boolean => health === 'found' || health === 'fallback';

/** @param reports may come from a page: only names of anchors of ours are kept @param now when the page was looked at */
export function noteWell(known: LastWell, reports: readonly AnchorReport[], now: Instant): LastWell {
  const well = reports.filter(({ anchor, health }) => isWell(health) && Object.hasOwn(anchors, anchor));
  return { ...known, ...Object.fromEntries(well.map(({ anchor }) => [anchor, now])) };
}

export const withLastWell = (reports: readonly AnchorReport[], known: LastWell): AnchorState[] =>
  reports.map((report) => ({ ...report, lastWell: known[report.anchor as AnchorName] ?? null }));
