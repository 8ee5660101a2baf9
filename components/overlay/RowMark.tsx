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
  /** The portal's misleading number, and the colour that it stands on. */
  cover: { place: Place; colour: string } | null;
  /** Where the words begin, and whether only the number fits; null while how wide they are is being measured. */
  flag: { left: number; top: number; isShort: boolean } | null;
  /** « 5 000 participants » */
  capacity: string;
  /** « 5 000 » */
  number: string;
  /** The whole of it, for who listens. */
  description: string;
}

/** Stripes at the edge, a dashed line around and words: never colour alone. Takes no room and no press. */
export function RowMark({ frame, cover, flag, capacity, number, description }: RowMarkProps) {
  const inPixels = ({ left, top, width, height }: Place) => ({ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  const corner = { left: `${flag?.left ?? 0}px`, top: `${flag?.top ?? 0}px` };
  const shown = (isShort: boolean) => ({ ...corner, visibility: flag?.isShort === isShort ? ('visible' as const) : ('hidden' as const) });
  return (
    <>
      <span class="pa-hidden" role="note">
        {description}
      </span>
      <span class="po-frame" style={inPixels(frame)} aria-hidden="true" />
      {cover !== null && <span class="po-cover" style={{ ...inPixels(cover.place), background: cover.colour }} aria-hidden="true" />}
      <span class="po-flag po-whole" style={shown(false)} aria-hidden="true">
        {capacity}
      </span>
      <span class="po-flag po-short" style={shown(true)} aria-hidden="true">
        {number}
      </span>
    </>
  );
}
