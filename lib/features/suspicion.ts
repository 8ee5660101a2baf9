/** Whether a page is one of those that matter to us, and what of it is missing (design.md, « the guard opens »). */
import { anchorNames, needOf, type AnchorName } from '../portal/anchors.ts';
import type { ReportHealth } from '../portal/health.ts';
import { matchesPath, pathOf } from '../portal/path.ts';
import type { PageKind } from '../portal/page.ts';
import type { View } from '../portal/view.ts';

export interface Suspicion {
  page: PageKind;
  /** Anchors that the journey needs and the page does not show. */
  missing: AnchorName[];
}

/** Pages on which a person counts on the overlay. */
const watched: readonly PageKind[] = ['form', 'calendar'];

/** Enough of a form's own anchors to take it for one, whatever its address. */
const ENOUGH = 3;

const isNeeded = (anchor: string, page: PageKind): boolean => {
  const need = needOf(anchor as AnchorName);
  return need.pages.includes(page) && need.optional === undefined;
};

/** « Critères » may be folded: what is inside is then rightly absent. */
const mayBeFolded: readonly AnchorName[] = ['saveFilters', 'applyFilter'];

/**
 * @param kind what the page was recognised as; null: not recognised
 * @param health of the kinds of page that this one may be
 * @returns null when all is well, or when the page is none of ours
 */
export function suspect(portal: View, kind: PageKind | null, health: ReportHealth): Suspicion | null {
  const path = pathOf(portal.url());
  const pages = kind === null ? watched : watched.filter((page) => page === kind);
  for (const page of pages) {
    const anchors = health(portal, page);
    const found = anchors.filter(({ anchor, health }) => health !== 'missing' && isNeeded(anchor, page)).length;
    const missing = anchorNames.filter((name) => anchors.some(({ anchor, health }) => anchor === name && health === 'missing') && !mayBeFolded.includes(name));
    const isHinted = portal.profile.pages.some((hint) => hint.kind === page && hint.paths.some((pattern) => matchesPath(pattern, path)));
    if (missing.length > 0 && (kind === page || found >= ENOUGH || (isHinted && found > 0))) return { page, missing };
  }
  return null;
}
