/** One feature of the overlay: one file, one switch (craft.md, habits 1 to 4). */
import type { PageKind } from '../portal/page.ts';
import type { OverlayContext } from './context.ts';

export interface Feature {
  /** Also its switch in the options. */
  id: string;
  /** Where it runs; `unknown` is a page that is not understood. An empty list is an error. */
  pages: readonly [PageKind | 'unknown', ...(PageKind | 'unknown')[]];
  /** Everything takes the signal: there is no teardown code. */
  start(context: OverlayContext, signal: AbortSignal): void | Promise<void>;
}
