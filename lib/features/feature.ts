/** One feature of the overlay: one file, one switch (craft.md, habits 1 to 4). */
import type { Reading } from '../domain/booking.ts';
import type { AnchorReport, PageKind } from '../portal/page.ts';
import type { ReadContext } from '../portal/read/context.ts';
import type { View } from '../portal/view.ts';
import type { OverlayContext, PageGrid } from './context.ts';

export interface Feature {
  /** Also its switch in the options. */
  id: string;
  /** Where it runs; `unknown` is a page that is not understood. An empty list is an error. */
  pages: readonly [PageKind | 'unknown', ...(PageKind | 'unknown')[]];
  /** Everything takes the signal: there is no teardown code. */
  start(context: OverlayContext, signal: AbortSignal): void | Promise<void>;
}

/** What one kind of page needs: it is put into a page once that is known to be of this kind, and into no other. */
export interface Part {
  /** In the order in which they start. */
  features: readonly Feature[];
  /** Reads the grid, where such a page has one; null where this one has none. */
  readGrid?(portal: View): PageGrid | null;
  /** Without it, only what is looked for one by one is reported. @param grid what `readGrid` has read since the last redraw */
  health?(context: ReadContext, kind: PageKind | null, grid: PageGrid | null): AnchorReport[];
  /** What the page says of bookings; without it, what its grid says. */
  readPage?(portal: View): Reading | null;
}
