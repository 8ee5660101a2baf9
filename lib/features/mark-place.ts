/** Where the words of a marked row stand, so that they hide nothing of the portal but its misleading number. Pure. */
import type { Place } from '../../components/overlay/RowMark.tsx';

export interface MarkBoxes {
  /** The cell that says the resource's name. */
  header: Place;
  /** Each line of what is written in it, without the number. */
  lines: readonly Place[];
  /** The portal's own number of places; null when it shows none. */
  capacity: Place | null;
  /** How large our words are: whole, and as the number alone. */
  whole: { width: number; height: number };
  short: { width: number; height: number };
}

export interface MarkPlace {
  left: number;
  top: number;
  /** There is no room for more than the number. */
  isShort: boolean;
}

const GAP = 4;
/** Boxes of text reach above and below their letters. */
const BEARING = 3;

const right = ({ left, width }: Place): number => left + width;

/** Ends with the cell, on the portal's number first, then on any line that leaves room; else the number alone stands over the portal's. */
export function placeFlag({ header, lines, capacity, whole, short }: MarkBoxes): MarkPlace {
  const left = right(header) - GAP - whole.width;
  for (const band of [...(capacity === null ? [] : [capacity]), ...[...lines].reverse()]) {
    const top = band.top + (band.height - whole.height) / 2;
    const beside = lines.filter((line) => line.top + line.height - BEARING > top + BEARING && line.top + BEARING < top + whole.height - BEARING);
    if (left >= Math.max(header.left, ...beside.map(right)) + GAP) return { left, top, isShort: false };
  }
  const over = capacity ?? { left: header.left, top: header.top, width: header.width - GAP, height: header.height };
  return { left: right(over) - short.width, top: over.top + (over.height - short.height) / 2, isShort: true };
}
