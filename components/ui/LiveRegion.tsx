export interface LiveRegionProps {
  text: string;
  /** Grows with each message, so that the same words are said again. */
  turn?: number;
  /** Interrupts; only for what cannot wait. */
  assertive?: boolean;
}

/** Says something without moving the focus. Keep it mounted: a region that appears with its text is often not read. */
export function LiveRegion({ text, turn = 0, assertive = false }: LiveRegionProps) {
  return (
    <p class="pa-hidden" role={assertive ? 'alert' : 'status'} aria-live={assertive ? 'assertive' : 'polite'} aria-atomic="true">
      {text === '' ? '' : text + '\u00a0'.repeat(turn % 2)}
    </p>
  );
}
