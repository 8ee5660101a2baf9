/** The grid of a day: a table, or boxes, whose columns are hours (portal.md § 3.3). */
import type { PageView } from '../find.ts';
import { remembered } from '../memo.ts';
import { toLabel } from '../names.ts';
import { queryAll } from '../roots.ts';
import { readTables, tableOf, type Table } from './table.ts';
import { textOf } from '../accessible.ts';
import { isVisible } from '../visible.ts';

export interface HourGrid {
  table: Table;
  /** By column: minutes since midnight; null for the columns that are no hour. */
  hours: (number | null)[];
  /** Minutes that one hour column stands for. */
  step: number;
}

/** Fewer hour columns than this make no day. */
const HOURS_MINIMUM = 4;

const HOUR = /^([01]?\d|2[0-4])(?:h(00|30|15|45)?|:(00|15|30|45))$/u;

/** « 08:00 », « 8 h », « 08h00 »; never a bare number or a day. */
function toHour(text: string): number | null {
  const [, hours, minutes, more] = HOUR.exec(toLabel(text)) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes ?? more ?? 0);
}

function toGrid(table: Table): HourGrid | null {
  const hours = table.heads.map((head) => toHour(head.text));
  const known = hours.filter((hour) => hour !== null);
  const isRising = known.every((hour, index) => index === 0 || hour >= (known[index - 1] ?? 0));
  if (new Set(known).size < HOURS_MINIMUM || !isRising) return null;
  const distinct = [...new Set(known)];
  return { table, hours, step: (distinct[1] ?? 60) - (distinct[0] ?? 0) };
}

/** The first grid of the page; null when there is none. */
export const findGrid = ({ document }: PageView): HourGrid | null => findIn(document);

const findIn = remembered((document: Document): HourGrid | null => {
  for (const table of readTables(document)) {
    const grid = toGrid(table);
    if (grid) return grid;
  }
  const [head] = queryAll(document, 'div,span', 20_000).filter((element) => element.childElementCount === 0 && toHour(element.textContent ?? '') !== null && isVisible(element));
  const table = head ? tableOf(head) : null;
  return table && textOf(table.element) !== '' ? toGrid(table) : null;
});
