/** A year of one licence at a glance: a line for each month, a cell for each day, the fuller the busier. */
import { element, type Markup } from '../markup.ts';
import { fillOf, legendOf, patternsOf, type Fill } from './fills.ts';

export interface YearMapDay {
  /** Day of the month, 1 to 31. */
  day: number;
  /** 0: free, 4: busiest; see {@link levels}. */
  level: number;
  /** Shown when pointed at: « 24 nov. 2026 : 3 h ». */
  words: string;
}

export interface YearMapPicture {
  id: string;
  label: string;
  months: readonly { name: string; days: readonly YearMapDay[] }[];
  /** What each level means, from 0 to 4. */
  levels: readonly [string, string, string, string, string];
}

const levels: readonly Fill[] = ['outline', 'dotted', 'hatched', 'crossed', 'solid'];

const ROW = 21;
const CELL = 17;
const HEAD = 18;
/** Of the width, for the names of the months. */
const NAMES = 12;
const STEP = (100 - NAMES) / 31;

const at = (day: number): string => `${Number((NAMES + (day - 1) * STEP).toFixed(3))}%`;
const middle = (day: number): string => `${Number((NAMES + (day - 0.5) * STEP).toFixed(3))}%`;

export function drawYearMap({ id, label, months, levels: words }: YearMapPicture): Markup[] {
  const width = `${Number((STEP * 0.86).toFixed(3))}%`;
  const cells = months.map(({ name, days }, row) =>
    element(
      'g',
      {},
      element('text', { class: 'pr-small', x: 0, y: HEAD + row * ROW + 13 }, name),
      days.map((day) =>
        element('rect', { ...fillOf(levels[day.level] ?? 'solid', id), x: at(day.day), y: HEAD + row * ROW, width, height: CELL }, element('title', {}, day.words)),
      ),
    ),
  );
  const heads = [1, 8, 15, 22, 29].map((day) => element('text', { class: 'pr-small', x: middle(day), y: 11, 'text-anchor': 'middle' }, String(day)));
  return [
    element('svg', { class: 'pr-year', role: 'img', 'aria-label': label, width: '100%', height: HEAD + months.length * ROW }, patternsOf(id), heads, cells),
    legendOf(levels.map((fill, index) => ({ fill, label: words[index] ?? '' })), id),
  ];
}
