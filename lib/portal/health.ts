/** How well the page's anchors are found now: what the popup, the options and the badge say in words. */
import { areaOf } from './area.ts';
import { anchorNames, needOf, type AnchorName } from './anchors.ts';
import { findAnchor, reportOf } from './find.ts';
import { isAbsent } from './layer.ts';
import { remembering } from './memo.ts';
import type { AnchorReport, PageKind } from './page.ts';
import type { ReadContext } from './read/context.ts';
import { readPairs } from './read/pairs.ts';

/** Reports the anchors of a kind of page. */
export type ReportHealth = (context: ReadContext, kind: PageKind | null) => AnchorReport[];

export const reportThat = (anchor: AnchorName, isThere: boolean): AnchorReport => ({ anchor, health: isThere ? 'found' : 'missing', matches: isThere ? 1 : 0 });

/**
 * The anchors of a kind of page that can be looked for one by one; a calendar has more (calendar-health.ts). One that may
 * be absent, or that a person said the portal has not, is reported only when it is there: everything that says what is
 * missing (popup, options, badge, banner) asks here.
 * @param isFolded whether what is inside « Critères » cannot be seen; asked only when something of it is missing
 */
export function reportAnchors(context: ReadContext, kind: PageKind | null, isFolded = (): boolean => false): AnchorReport[] {
  if (kind === null) return [];
  const reports = remembering(() =>
    anchorNames
      .filter((anchor) => needOf(anchor).pages.includes(kind))
      .flatMap((anchor): AnchorReport[] => {
        const need = needOf(anchor);
        const isText = kind === 'detail' && need.area === 'form';
        const found = isText ? reportThat(anchor, readPairs(context).has(anchor)) : reportOf(anchor, findAnchor(context, anchor, areaOf(context, need.area)));
        const isNoFault = (): boolean => need.optional !== undefined || isAbsent(context.profile, anchor) || (need.inPanel === true && isFolded());
        return found.health === 'missing' && isNoFault() ? [] : [found];
      }),
  );
  return isEmptyList(reports) ? reports.filter(({ health }) => health !== 'missing') : reports;
}

/** A list that says it holds nothing need not have a head; one that has any of its columns has them all. */
const isEmptyList = (reports: readonly AnchorReport[]): boolean =>
  reports.some(({ anchor }) => anchor === 'emptyList') && !reports.some(({ anchor, health }) => anchor.startsWith('column') && health !== 'missing');
