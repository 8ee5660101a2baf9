/** Where the words of a marked row stand, so that they hide nothing of the portal but its misleading number. Pure. */
import type { Place } from '../../components/overlay/RowMark.tsx';

export interface MarkBoxes {
  row: Place;
  /** The cell that says the resource's name. */
  header: Place;
  /** What is written in it. */
  words: Place;
  /** The portal's own number of places; null when it shows none. */
  capacity: Place | null;
  /** How large our words are. */
  flag: { width: number; height: number };
}

const GAP = 4;

const right = ({ left, width }: Place): number => left + width;
const bottom = ({ top, height }: Place): number => top + height;

/** Beside the name when the cell has room there, else under it, else over the portal's number. */
export function placeFlag({ header, words, capacity, flag }: MarkBoxes): { left: number; top: number } {
  const middle = words.top + (words.height - flag.height) / 2;
  if (right(header) - right(words) >= flag.width + 2 * GAP) return { left: right(words) + GAP, top: middle };
  if (bottom(header) - bottom(words) >= flag.height) return { left: words.left, top: bottom(words) };
  const over = capacity ?? { left: right(header) - flag.width, top: middle, width: flag.width, height: flag.height };
  return { left: right(over) - flag.width, top: over.top + (over.height - flag.height) / 2 };
}
