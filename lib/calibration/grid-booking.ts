/**
 * One booking of the grid stands for all of them: what is kept of it is not what it says but what it is, by a name that
 * its kind has or as a cell that is not empty. Tried on every row of the grid, as it will be used.
 */
import { textOf } from '../portal/accessible.ts';
import { selectorFault } from '../portal/bounds.ts';
import type { PageView } from '../portal/find.ts';
import { findKnown, headOf } from '../portal/read/boxes.ts';
import { findGrid } from '../portal/read/hours.ts';
import { isLasting } from './selector.ts';


/** Selectors that may find every booking of the grid, what was given a name first. */
export function selectorsOfBooking(view: PageView, element: HTMLElement): string[] {
  const tag = element.localName;
  const names = [...element.classList].filter(isLasting).map((name) => `${tag}.${name}`);
  const data = element.getAttributeNames().filter((name) => name.startsWith('data-') && isLasting(name)).map((name) => `${tag}[${name}]`);
  const isCell = findGrid(view)?.table.rows.some((row) => row.cells.includes(element)) ?? false;
  const cell = isCell && /^[a-z][a-z0-9-]*$/u.test(tag) ? [`${tag}:not(:empty)`] : [];
  return [...data, ...names, ...cell].filter((selector) => selectorFault(selector) === null);
}

const says = (element: HTMLElement): boolean => textOf(element) !== '' || element.title !== '' || element.hasAttribute('aria-label');

/** What the profile takes for bookings, in all rows of the grid. */
export function gridBookings(view: PageView): HTMLElement[] {
  const grid = findGrid(view);
  return grid?.table.rows.flatMap((row) => findKnown(view, row, headOf(grid, row))) ?? [];
}

/**
 * @returns how many bookings the profile's « gridBooking » finds in all rows, and whether the one shown is among them. A
 * way that also takes what says nothing, while the one shown says something, is a way to every cell of the day.
 */
export function tryGridBooking(view: PageView, element: HTMLElement): { matches: number; exact: boolean } {
  const all = gridBookings(view);
  const isShown = all.includes(element);
  return { matches: isShown ? all.length : 0, exact: isShown && (!says(element) || all.every(says)) };
}
