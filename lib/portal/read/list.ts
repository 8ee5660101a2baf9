/** Reads the list of bookings, on a live page or in a document that was only parsed (the worker's reading). */
import type { Booking, Instant, Reading } from '../../domain/booking.ts';
import { textOf } from '../accessible.ts';
import type { AnchorName } from '../anchors.ts';
import { findAnchor } from '../find.ts';
import { remembering } from '../memo.ts';
import { toBooking } from './booking.ts';
import type { ReadContext } from './context.ts';
import { findList, findLists, isEmptyList, type Columns } from './find-list.ts';
import { readPaging, type Paging } from './paging.ts';
import { createStatusReader, type StatusReader } from './status.ts';
import type { TableRow } from './table.ts';
import { findDay, parseDay, parseDuration, parseMoment, parseTime, shapesOf, toEnd, toInstant } from './when.ts';
import { numberOfLink } from './box.ts';
import { toRange } from './range.ts';

export interface ListReading extends Paging {
  reading: Reading;
  rows: { element: HTMLElement; booking: Booking }[];
}

interface Span {
  start: Instant;
  end: Instant;
  isYearGuessed: boolean;
}

/** The hours of a row from whichever of its cells say them. */
function readSpan(context: ReadContext, cell: (anchor: AnchorName) => string): Span | null {
  const [now, shapes] = [context.now(), shapesOf(context.profile)];
  const [date, start, end] = [cell('columnDate'), cell('columnStart'), cell('columnEnd')];
  const said = findDay(start, now, shapes) ?? findDay(date, now, shapes);
  if (!said) return null;
  const { day, isYearGuessed } = said;
  const range = toRange(start) ?? toRange(date);
  const from = range?.start ?? parseMoment(start, now, shapes)?.minutes ?? (start === '' ? parseMoment(date, now, shapes)?.minutes : parseTime(start, shapes)) ?? null;
  if (from === null) return null;
  const lasts = shapes.has('duration') ? parseDuration(cell('columnDuration')) : null;
  const to = range?.end ?? (end === '' ? null : (parseMoment(end, now, shapes)?.minutes ?? parseTime(end, shapes)));
  if (to === null || to === undefined) return lasts === null ? null : { start: toInstant(day, from), end: toInstant(day, from + lasts), isYearGuessed };
  return { start: toInstant(day, from), end: toEnd(day, from, to, parseDay(end, now, shapes)), isYearGuessed };
}

function readRow(context: ReadContext, status: StatusReader, columns: Columns, row: TableRow): Booking | null {
  const element = (anchor: AnchorName): HTMLElement | undefined => {
    const index = columns[anchor];
    return index === undefined ? undefined : row.cells[index];
  };
  const cell = (anchor: AnchorName): string => {
    const found = element(anchor);
    return found ? fullText(found) : '';
  };
  const span = readSpan(context, cell);
  const statusCell = element('columnStatus');
  if (!span || !statusCell) return null;
  const link = row.element.querySelector('a[href]:not([href^="#"],[href^="javascript:"],[href^="mailto:"])')?.getAttribute('href') ?? null;
  const number = cell('columnNumber');
  const { status: shown, isMark } = status.read(statusCell);
  return toBooking(context, {
    start: span.start,
    end: span.end,
    resource: cell('columnResource'),
    number: number || numberOfLink(link),
    title: cell('columnTitle'),
    establishment: cell('columnEstablishment'),
    requester: cell('columnRequester'),
    email: cell('columnEmail'),
    freeText: cell('columnFreeText'),
    status: shown,
    link,
    doubts: [isMark && 'statusByMark', span.isYearGuessed && 'yearGuessed', number === '' && numberOfLink(link) !== null && 'numberByLink'],
  });
}

/** The cell's text; its tooltip where the portal cut the text and the tooltip goes on (T15). */
function fullText(cell: HTMLElement): string {
  const text = textOf(cell);
  const beginning = text.replace(/\s*(?:…|\.\.\.)$/u, '');
  if (beginning === text) return text;
  const titles = [cell, ...cell.querySelectorAll('[title]')].map((part) => part.getAttribute('title')?.trim() ?? '');
  return titles.find((title) => title.startsWith(beginning)) ?? text;
}

/**
 * @returns null when the page shows no list; an empty list only when the page itself says that nothing
 * is there, so that a page half read is never « 0 »
 */
export function readList(context: ReadContext): ListReading | null {
  return remembering(() => {
    const found = findList(context);
    if (!found) return isEmptyList(context) ? toReading(context, [], 0, { pageSize: readPaging(context, 0).pageSize, total: 0, isLast: true }) : null;
    const status = createStatusReader(context);
    const rows = found.table.rows.flatMap((row) => {
      const booking = readRow(context, status, found.columns, row);
      return booking ? [{ element: row.element, booking }] : [];
    });
    const looksEmpty = found.table.rows.length === 0 && !isEmptyList(context);
    if (looksEmpty) return null;
    return toReading(context, rows, found.table.rows.length, readPaging(context, found.table.rows.length));
  });
}

function toReading(context: ReadContext, rows: ListReading['rows'], seen: number, paging: Paging): ListReading {
  const isWhole = paging.isLast && rows.length === seen && !isSearched(context) && findLists(context).length < 2;
  return {
    ...paging,
    rows,
    reading: { bookings: rows.map(({ booking }) => booking), complete: isWhole, from: null, to: null, at: context.now(), source: 'list' },
  };
}

/** A keyword narrows the list: what it leaves out is not known. */
const isSearched = (context: ReadContext): boolean => findAnchor(context, 'search').elements.some((field) => ((field as HTMLInputElement).value ?? '').trim() !== '');
