/** How well the page's anchors are found now: what the popup, the options and the badge say in words. */
import { areaOf } from './area.ts';
import { anchorNames, needOf, type AnchorName } from './anchors.ts';
import { isPanelOpen } from './criteria.ts';
import { findAnchor, reportOf } from './find.ts';
import { isAbsent } from './layer.ts';
import { remembering } from './memo.ts';
import type { AnchorReport, PageKind } from './page.ts';
import type { ReadContext } from './read/context.ts';
import { readDayOfGrid } from './read/day.ts';
import { findGrid } from './read/hours.ts';
import { readPairs } from './read/pairs.ts';

const report = (anchor: AnchorName, isThere: boolean): AnchorReport => ({ anchor, health: isThere ? 'found' : 'missing', matches: isThere ? 1 : 0 });

/** The grid is no element to look for but a table that is understood; a calendar without resources has none. */
function reportGrid(context: ReadContext): AnchorReport[] {
  const grid = findGrid(context);
  return grid ? [report('grid', true), report('gridDay', readDayOfGrid(context, grid) !== null)] : [];
}

/**
 * The anchors of a kind of page. One that may be absent, or that a person said the portal has not, is reported only
 * when it is there: everything that says what is missing (popup, options, badge, banner) asks here.
 */
export function reportHealth(context: ReadContext, kind: PageKind | null): AnchorReport[] {
  if (kind === null) return [];
  return remembering(() => {
    const isFolded = kind === 'calendar' && !isPanelOpen(context);
    return anchorNames
      .filter((anchor) => needOf(anchor).pages.includes(kind))
      .flatMap((anchor): AnchorReport[] => {
        const need = needOf(anchor);
        const isText = kind === 'detail' && need.area === 'form';
        const found = isText ? report(anchor, readPairs(context).has(anchor)) : reportOf(anchor, findAnchor(context, anchor, areaOf(context, need.area)));
        const isNoFault = need.optional !== undefined || isAbsent(context.profile, anchor) || (need.inPanel === true && isFolded);
        return found.health === 'missing' && isNoFault ? [] : [found];
      })
      .concat(kind === 'calendar' ? reportGrid(context) : []);
  });
}
