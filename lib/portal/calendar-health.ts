/** The health of any kind of page, the calendar with its grid and its folded panel among them. */
import { reportAnchors, reportThat } from './health.ts';
import { remembering } from './memo.ts';
import type { AnchorReport, PageKind } from './page.ts';
import { isPanelOpen } from './panel.ts';
import type { ReadContext } from './read/context.ts';
import { readDayOfGrid } from './read/day.ts';
import { findGrid } from './read/hours.ts';

/** A grid that was read; its reading is null when the page does not say its day. */
interface ReadGrid {
  reading: unknown;
}

/** The grid is no element to look for but a table that is understood; a calendar without resources has none. */
function reportGrid(context: ReadContext, read: ReadGrid | null): AnchorReport[] {
  const grid = read === null ? findGrid(context) : null;
  const day = read === null ? grid && readDayOfGrid(context, grid) : read.reading;
  return read === null && grid === null ? [] : [reportThat('grid', true), reportThat('gridDay', day !== null)];
}

/** @param grid as it was read just now, so that it is not read again */
export const reportHealth = (context: ReadContext, kind: PageKind | null, grid: ReadGrid | null = null): AnchorReport[] =>
  kind === 'calendar' ? remembering(() => [...reportAnchors(context, kind, () => !isPanelOpen(context)), ...reportGrid(context, grid)]) : reportAnchors(context, kind);
