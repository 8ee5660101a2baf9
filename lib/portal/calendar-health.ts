/** The health of any kind of page, the calendar with its grid and its folded panel among them. */
import { reportAnchors, reportThat, type ReportHealth } from './health.ts';
import { remembering } from './memo.ts';
import type { AnchorReport } from './page.ts';
import { isPanelOpen } from './panel.ts';
import type { ReadContext } from './read/context.ts';
import { readDayOfGrid } from './read/day.ts';
import { findGrid } from './read/hours.ts';

/** The grid is no element to look for but a table that is understood; a calendar without resources has none. */
function reportGrid(context: ReadContext): AnchorReport[] {
  const grid = findGrid(context);
  return grid ? [reportThat('grid', true), reportThat('gridDay', readDayOfGrid(context, grid) !== null)] : [];
}

export const reportHealth: ReportHealth = (context, kind) =>
  kind === 'calendar' ? remembering(() => [...reportAnchors(context, kind, !isPanelOpen(context)), ...reportGrid(context)]) : reportAnchors(context, kind);
