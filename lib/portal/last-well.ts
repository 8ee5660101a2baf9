/** When each anchor was last well, kept by the caller from visit to visit; and what the whole of a page's health is. Pure. */
import type { Instant } from '../domain/booking.ts';
import { needOf, type AnchorName } from './anchors.ts';
import type { AnchorHealth, AnchorReport, PageKind } from './page.ts';

/** By kind of page, then by anchor: the same anchor may be well on the form and lost on the detail page. */
export type LastWell = Partial<Record<PageKind, Partial<Record<AnchorName, Instant>>>>;

export interface AnchorState extends AnchorReport {
  /** Null: never, as far as this browser knows. */
  lastWell: Instant | null;
}

/** Found in a way that may be acted on. */
export const isWell = (health: AnchorHealth): boolean => health === 'found' || health === 'fallback';

/** @returns the same object when nothing became newer by more than `step` milliseconds, so that nothing is stored for nothing */
export function noteWell(known: LastWell, page: PageKind | null, reports: readonly AnchorReport[], now: Instant, step = 60_000): LastWell {
  if (page === null) return known;
  const before = known[page] ?? {};
  const newer = reports.filter(({ anchor, health }) => isWell(health) && now - (before[anchor as AnchorName] ?? -Infinity) > step);
  if (newer.length === 0) return known;
  return { ...known, [page]: { ...before, ...Object.fromEntries(newer.map(({ anchor }) => [anchor, now])) } };
}

export const withLastWell = (reports: readonly AnchorReport[], known: LastWell, page: PageKind | null): AnchorState[] =>
  reports.map((report) => ({ ...report, lastWell: (page === null ? undefined : known[page]?.[report.anchor as AnchorName]) ?? null }));

/** `broken`: something that the journey needs is missing or cannot be told apart. `fallback`: all is found, not all as expected. */
export type PageHealth = 'well' | 'fallback' | 'broken' | 'unknown';

export function pageHealth(page: PageKind | null, reports: readonly AnchorReport[]): PageHealth {
  if (page === null) return 'unknown';
  const isNeeded = ({ anchor }: AnchorReport): boolean => needOf(anchor as AnchorName).optional === undefined;
  if (reports.some((report) => report.health === 'several' || (report.health === 'missing' && isNeeded(report)))) return 'broken';
  return reports.some(({ health }) => health === 'fallback') ? 'fallback' : 'well';
}
