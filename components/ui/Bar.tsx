import { useId } from 'preact/hooks';

export interface BarPart {
  value: number;
  /** Solid for what is certain, hatched for what is asked, crossed for what is over. */
  fill: 'solid' | 'hatched' | 'over';
}

export interface BarProps {
  /** Everything the bar shows, in words: « Utilisé 6 h, demandé 2 h, reste 4 h sur 12 h ». */
  label: string;
  parts: readonly BarPart[];
  /** What a full bar stands for, in the unit of the parts; parts beyond it are cut. */
  total: number;
  /** The number written at the end of the bar. */
  number: string;
}

/** A measured bar: patterns, so that it reads without colour, and always a number. */
export function Bar({ label, parts, total, number }: BarProps) {
  const id = useId().replace(/[^\w-]/gu, '_');
  const scale = total > 0 ? 100 / total : 0;
  let start = 0;
  const drawn = parts.map((part) => {
    const width = Math.max(0, Math.min(100 - start, part.value * scale));
    const piece = { x: start, width, fill: part.fill };
    start += width;
    return piece;
  });
  const paint = { solid: undefined, hatched: `url(#${id}-hatched)`, over: `url(#${id}-over)` };
  return (
    <div class="pa-bar" role="img" aria-label={label}>
      <svg aria-hidden="true" focusable="false" preserveAspectRatio="none">
        <defs>
          <pattern id={`${id}-hatched`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="pa-bar-stroke" x1="1.5" y1="0" x2="1.5" y2="7" />
          </pattern>
          <pattern id={`${id}-over`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path class="pa-bar-stroke-over" d="M0 3h6M3 0v6" />
          </pattern>
        </defs>
        {drawn.map((piece) => (
          <rect key={piece.fill} class={piece.fill === 'solid' ? 'pa-bar-solid' : undefined} fill={paint[piece.fill]} x={`${piece.x}%`} width={`${piece.width}%`} y="0" height="100%" />
        ))}
      </svg>
      <span class="pa-bar-number" aria-hidden="true">
        {number}
      </span>
    </div>
  );
}
