/** Reads the grid of a day: resources in rows, hours in columns, bookings by their words or by their place. */
import type { Booking, Reading } from '../../domain/booking.ts';
import { textOf } from '../accessible.ts';
import { remembering } from '../memo.ts';
import type { ResourceRow } from '../page.ts';
import { isOurs } from '../roots.ts';
import { toBooking } from './booking.ts';
import { readBox, type BoxReader } from './box.ts';
import type { ReadContext } from './context.ts';
import { cardOf } from './known.ts';
import { readDayOfGrid, type GridDay } from './day.ts';
import { findGrid, type HourGrid } from './hours.ts';
import { findBoxes, headOf } from './boxes.ts';
import { createStatusReader } from './status.ts';
import { toEnd, toInstant } from './when.ts';
import type { TableRow } from './table.ts';

export interface GridReading {
  rows: ResourceRow[];
  reading: Reading;
}

const DAY_MINUTES = 1440;

const NUMBER_ONLY = /^[\s(]*\d+[\s)]*(?:places?|pers(?:onnes?)?\.?)?$/iu;

/** The resource's name in the head of a row: its longest text that is no number, without buttons and icons. */
function readName(cells: HTMLElement[]): string {
  const leaves = cells.flatMap((cell) => [cell, ...cell.querySelectorAll<HTMLElement>('*')]).filter((element) => !isOurs(element));
  const texts = leaves.flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => (node.nodeValue ?? '').replace(/\s+/gu, ' ').trim()));
  const cut = texts.filter((text) => /(?:…|\.\.\.)$/u.test(text)).map((text) => text.replace(/(?:…|\.\.\.)$/u, ''));
  const titles = cut.length === 0 ? [] : leaves.map((element) => element.getAttribute('title')?.trim() ?? '');
  const full = titles.filter((title) => cut.some((beginning) => title.startsWith(beginning)));
  return [...full, ...texts].filter((text) => text !== '' && !NUMBER_ONLY.test(text)).reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** A line that spans the grid is the head of a group, not a resource. */
const isGroup = (row: TableRow): boolean => new Set(row.cells).size < 2;

/** The row without its bookings. */
function readHead(context: ReadContext, grid: HourGrid, row: TableRow): Omit<ResourceRow, 'bookings'> | null {
  const head = headOf(grid, row);
  const name = readName(head);
  const [header] = head;
  if (!header || name === '' || isGroup(row)) return null;
  const capacity = head.flatMap((cell) => [cell, ...cell.querySelectorAll<HTMLElement>('*')]).find((element) => element.childElementCount === 0 && !isOurs(element) && NUMBER_ONLY.test(textOf(element))) ?? null;
  return { name, element: row.element, header, capacity, serviceId: cardOf(context, name)?.id ?? null };
}

const isSameMeeting = (one: Booking, next: Booking): boolean =>
  one.end === next.start && one.title !== null && one.title === next.title && one.establishment === next.establishment && one.status === next.status &&
  [one, next].every(({ number, page }) => number === null && page === null);

/** A meeting of two hours stands in two cells where each hour has its own: what says the same in the next cell goes on. */
function joinCells(read: readonly { booking: Booking; isCell: boolean }[]): Booking[] {
  const joined: { booking: Booking; isCell: boolean }[] = [];
  for (const next of read) {
    const last = joined.at(-1);
    if (last?.isCell === true && next.isCell && isSameMeeting(last.booking, next.booking)) last.booking = { ...last.booking, end: next.booking.end };
    else joined.push({ ...next });
  }
  return joined.map(({ booking }) => booking);
}

/** @param isWanted whether the bookings of this service, null for none of ours, are read */
function readRow(
  context: ReadContext,
  grid: HourGrid,
  row: TableRow,
  day: GridDay,
  readWords: BoxReader,
  isWanted: (serviceId: string | null) => boolean,
): ResourceRow | null {
  const said = readHead(context, grid, row);
  if (!said) return null;
  if (!isWanted(said.serviceId)) return { ...said, bookings: [] };
  const read = findBoxes(context, grid, row, headOf(grid, row)).flatMap((box) => {
    const inside = readWords(box.element);
    const { start, end } = inside.range ?? box.place();
    if (start === null || end === null) return [];
    const booking = toBooking(context, { ...inside, resource: said.name, start: toInstant(day, start), end: toEnd(day, start, end), doubts: [...inside.doubts, inside.range === null && 'hoursByPlace', day.isYearGuessed === true && 'yearGuessed'] });
    return booking ? [{ booking, isCell: inside.range === null && row.cells.includes(box.element) }] : [];
  });
  return { ...said, bookings: joinCells(read) };
}

/**
 * @param isWanted whose bookings are read, by service, null for a resource that is none of ours; all of them without it
 * @returns null when the page shows no grid, or does not say which day it is
 */
export function readGrid(context: ReadContext, isWanted: (serviceId: string | null) => boolean = () => true): GridReading | null {
  return remembering(() => {
    const grid = findGrid(context);
    const day = grid && readDayOfGrid(context, grid);
    if (!grid || !day) return null;
    const status = createStatusReader(context);
    const rows = grid.table.rows.flatMap((row) => readRow(context, grid, row, day, (element) => readBox(context, status, element), isWanted) ?? []);
    const known = grid.hours.filter((hour) => hour !== null);
    const reading: Reading = {
      bookings: rows.flatMap((row) => row.bookings),
      complete: true,
      from: toInstant(day, known[0] ?? 0),
      to: toInstant(day, (known[known.length - 1] ?? DAY_MINUTES) + grid.step),
      at: context.now(),
      source: 'grid',
    };
    return { rows, reading };
  });
}

/** The resources that the grid shows, without reading their bookings: cheap enough to ask at each change. */
export function readResources(context: ReadContext): Omit<ResourceRow, 'bookings'>[] {
  return remembering(() => {
    const grid = findGrid(context);
    return grid ? grid.table.rows.flatMap((row) => readHead(context, grid, row) ?? []) : [];
  });
}
