/**
 * Horizontal bars, one for each name, drawn by hand (no library: four pictures of plain rectangles, which a chart
 * library would draw without patterns, without a table and with 40 kB). Bars are parts of the width there is and
 * words wrap, so that it reads alike on 320 px and on paper.
 */
import { element, type Markup } from '../markup.ts';
import { fillOf, legendOf, patternsOf, type Fill, type LegendEntry } from './fills.ts';

export interface BarRow {
  name: string;
  /** Written at the end of the name's line, e.g. « 6 h sur 12 h ». */
  value: string;
  /** One after the other, in any one unit. */
  parts: readonly { amount: number; fill: Fill }[];
  /** A line across the bar: the share, the estimate. Null: none. */
  marker: number | null;
}

export interface BarPicture {
  /** Letters and digits; unique on the page. */
  id: string;
  /** What the picture shows, for whoever does not see it; the table that follows has the figures. */
  label: string;
  rows: readonly BarRow[];
  legend: readonly LegendEntry[];
}

const BAR_TOP = 4;
const BAR = 15;
const HEIGHT = BAR_TOP + BAR + 4;

/** Of the width, in per cent with three decimals. */
const part = (amount: number, whole: number): string => `${whole > 0 ? Number(((Math.max(0, amount) * 100) / whole).toFixed(3)) : 0}%`;

function drawRow({ name, value, parts, marker }: BarRow, whole: number, id: string, defs: readonly Markup[]): Markup {
  let start = 0;
  const pieces = parts
    .filter(({ amount }) => amount > 0)
    .map(({ amount, fill }) => {
      const piece = element('rect', { ...fillOf(fill, id), x: part(start, whole), y: BAR_TOP, width: part(amount, whole), height: BAR });
      start += amount;
      return piece;
    });
  return element(
    'div',
    { class: 'pr-bar' },
    element('span', { class: 'pr-name' }, name),
    element('span', { class: 'pr-value' }, value),
    element(
      'svg',
      { width: '100%', height: HEIGHT, 'aria-hidden': 'true', focusable: 'false' },
      defs,
      element('rect', { class: 'pr-ground', x: 0, y: BAR_TOP, width: '100%', height: BAR }),
      pieces,
      marker === null ? [] : element('line', { class: 'pr-marker', x1: part(marker, whole), x2: part(marker, whole), y1: 0, y2: HEIGHT }),
    ),
  );
}

/** The longest bar or marker fills the width; the same scale for all. */
export function drawBars({ id, label, rows, legend }: BarPicture): Markup[] {
  const lengths = rows.flatMap(({ parts, marker }) => [parts.reduce((sum, { amount }) => sum + Math.max(0, amount), 0), marker ?? 0]);
  // A marker at the very edge would be half outside.
  const whole = lengths.reduce((most, length) => Math.max(most, length), 0) * 1.01;
  return [
    element('div', { class: 'pr-bars', role: 'img', 'aria-label': label }, rows.map((row, index) => drawRow(row, whole, id, index === 0 ? [patternsOf(id)] : []))),
    legendOf(legend, id),
  ];
}
