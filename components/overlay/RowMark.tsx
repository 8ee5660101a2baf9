/** A rectangle in pixels, from the host's own corner. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface RowMarkProps {
  /** The row. */
  frame: Place;
  /** Where the words begin. */
  flag: { left: number; top: number };
  /** « 5 000 participants » */
  capacity: string;
  /** The whole of it, for who listens and for who points. */
  description: string;
}

/** Stripes at the edge, a dashed line around and words: never colour alone. Takes no room and no press. */
export function RowMark({ frame, flag, capacity, description }: RowMarkProps) {
  const inPixels = ({ left, top, width, height }: Place) => ({ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  return (
    <>
      <span class="po-frame" style={inPixels(frame)} aria-hidden="true" />
      <span class="po-flag" style={{ left: `${flag.left}px`, top: `${flag.top}px` }} aria-hidden="true">
        {capacity}
      </span>
      <span class="pa-hidden" role="note">
        {description}
      </span>
    </>
  );
}
