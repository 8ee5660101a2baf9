/** Which day the grid shows: said near it, in its corner, in a date field, or in the address. */
import { textOf } from '../accessible.ts';
import { findAnchor } from '../find.ts';
import { queryAll } from '../roots.ts';
import { isVisible } from '../visible.ts';
import type { ReadContext } from './context.ts';
import type { HourGrid } from './hours.ts';
import { parseDay, type Day } from './when.ts';

const LABEL_MAXIMUM = 40;

/** The page's own words for the day, outside the rows of the grid. */
function* words(context: ReadContext, grid: HourGrid): Generator<string> {
  for (const head of grid.table.heads) yield head.text;
  for (const heading of findAnchor(context, 'dayHeading').elements) yield textOf(heading);
  const rows = new Set<Element>(grid.table.rows.map((row) => row.element));
  const isInRow = (element: Element): boolean => {
    for (let box: Element | null = element; box; box = box.parentElement) if (rows.has(box)) return true;
    return false;
  };
  const near = queryAll(grid.table.element.parentElement ?? context.document, 'caption,h1,h2,h3,h4,span,div,b,strong,p,time,th,output,button', 20_000);
  for (const element of near) {
    if (element.childElementCount > 0 || (element.textContent ?? '').length > LABEL_MAXIMUM || isInRow(element)) continue;
    if (isVisible(element)) yield element.getAttribute('datetime') ?? element.textContent ?? '';
  }
}

function* fields(context: ReadContext, grid: HourGrid): Generator<string> {
  for (const field of queryAll(context.document, 'input', 500)) {
    if (isVisible(field) && !grid.table.element.contains(field)) yield (field as HTMLInputElement).value ?? field.getAttribute('value') ?? '';
  }
}

function dayOfAddress(address: string, context: ReadContext): Day | null {
  try {
    const url = new URL(address);
    for (const text of [...url.searchParams.values(), ...url.pathname.split('/')]) {
      const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? parseDay(text, context.now()) : null;
      if (day) return day;
    }
  } catch {
    return null;
  }
  return null;
}

const isSame = (one: Day, other: Day | null): boolean => one.month === other?.month && one.day === other.day;

/**
 * What the page says in words wins; « 24 Novembre » takes its year from the address or from a date field
 * that says the same day, else it is the nearest one.
 */
export function readDayOfGrid(context: ReadContext, grid: HourGrid): Day | null {
  const now = context.now();
  const addressed = dayOfAddress(context.url(), context);
  const typed = (): Day[] => [...fields(context, grid)].flatMap((text) => (/\d{4}/u.test(text) ? (parseDay(text, now) ?? []) : []));
  for (const text of words(context, grid)) {
    const day = parseDay(text, now);
    if (!day) continue;
    if (/\d{4}/u.test(text)) return day;
    return isSame(day, addressed) ? addressed : (typed().find((full) => isSame(day, full)) ?? day);
  }
  return addressed ?? typed()[0] ?? null;
}
