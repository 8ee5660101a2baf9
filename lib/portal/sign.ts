/** What a detector looks for. */
import type { AnchorName } from './anchors.ts';

/** One thing that a page may show. */
export interface Sign {
  anchor: AnchorName;
  /** {@link SIGNS_ENOUGH} in all make a page worth understanding; each sign counts once, and so does each word. */
  weight: number;
  /** As they are compared (names.ts): the page of every visit is spared that work. */
  labels: string[];
  beginnings: string[];
  selectors: string[];
}

export const SIGNS_ENOUGH = 2;
