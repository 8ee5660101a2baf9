/** How well the page's anchors are found now: what the popup, the options and the badge say in words. */
import { areaOf } from './area.ts';
import { anchorNames, needOf } from './anchors.ts';
import { findAnchor, reportOf, type PageView } from './find.ts';
import { remembering } from './memo.ts';
import type { AnchorReport, PageKind } from './page.ts';
import { readPairs } from './read/pairs.ts';

/**
 * The anchors of a kind of page. An anchor that may be absent is reported only when it is there.
 * On the page that shows a booking, the fields are texts beside their labels.
 */
export function reportHealth(view: PageView, kind: PageKind | null): AnchorReport[] {
  if (kind === null) return [];
  return remembering(() =>
    anchorNames
      .filter((anchor) => needOf(anchor).pages.includes(kind))
      .flatMap((anchor): AnchorReport[] => {
        const need = needOf(anchor);
        if (kind === 'detail' && need.area === 'form') {
          const isThere = readPairs(view).has(anchor);
          return isThere || need.optional === undefined ? [{ anchor, health: isThere ? 'found' : 'missing', matches: isThere ? 1 : 0 }] : [];
        }
        const report = reportOf(anchor, findAnchor(view, anchor, areaOf(view, need.area)));
        return report.health === 'missing' && need.optional !== undefined ? [] : [report];
      }),
  );
}
