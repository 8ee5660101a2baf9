/**
 * Tables as rows of cells under named columns, whatever they are made of: `table`, `role=table|grid`, or
 * repeated boxes under a line of boxes that says the columns.
 */
import { textOf } from '../accessible.ts';
import { isOurs, queryAll } from '../roots.ts';
import { isVisible } from '../visible.ts';

export interface TableRow {
  element: HTMLElement;
  /** By place; a cell that spans columns stands in each of them. */
  cells: (HTMLElement | undefined)[];
}

export interface Table {
  element: HTMLElement;
  /** What stands above each column. */
  heads: { element: HTMLElement; text: string }[];
  /** Read when they are first asked for: to know a page by its columns, its thousand rows are not needed. */
  readonly rows: TableRow[];
}

const lazily = (element: HTMLElement, heads: Table['heads'], read: () => TableRow[]): Table => {
  let rows: TableRow[] | null = null;
  return {
    element,
    heads,
    get rows() {
      return (rows ??= read());
    },
  };
};

/** Rows read from one table: ten times the portal's longest page. */
export const ROWS_MAXIMUM = 5000;
const COLUMNS_MAXIMUM = 200;

const spanOf = (cell: Element): number => {
  const span = Number(cell.getAttribute('colspan') ?? cell.getAttribute('aria-colspan') ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, COLUMNS_MAXIMUM) : 1;
};

const CELLS = 'td,th,[role=cell],[role=gridcell],[role=columnheader],[role=rowheader]';
const ROWS = 'tr,[role=row]';
const TABLES = 'table,[role=table],[role=grid],[role=treegrid]';

/** The cells of a row, however deep its boxes are, without those of a table inside a cell. */
function cellsOf(row: Element): HTMLElement[] {
  const direct = [...row.children].filter((cell) => cell.matches(CELLS)) as HTMLElement[];
  const cells = direct.length === row.childElementCount ? direct : [...row.querySelectorAll<HTMLElement>(CELLS)].filter((cell) => cell.closest(ROWS) === row && cell.parentElement?.closest(CELLS + ',' + ROWS) === row);
  return cells.filter((cell) => !isOurs(cell) && isVisible(cell));
}

/** The cells by column, spans spread out; hidden cells keep no place. */
const spread = (row: Element): HTMLElement[] => cellsOf(row).flatMap((cell) => Array.from({ length: spanOf(cell) }, () => cell)).slice(0, COLUMNS_MAXIMUM);

const rowsOf = (table: HTMLElement): HTMLElement[] =>
  queryAll(table, ROWS, ROWS_MAXIMUM).filter((row) => row.closest(TABLES) === table);

/** The line of names: the last line of heads before the first line of cells. */
function headRow(rows: HTMLElement[]): number {
  const isHead = (row: HTMLElement): boolean => {
    const cells = cellsOf(row);
    const heads = cells.filter((cell) => cell.matches('th,[role=columnheader]'));
    return cells.length > 1 && heads.length === cells.length && isVisible(row);
  };
  const inHead = rows.filter((row) => row.closest('thead') !== null && isVisible(row));
  const last = inHead[inHead.length - 1];
  if (last) return rows.indexOf(last);
  const first = rows.findIndex(isHead);
  return first === -1 ? 0 : first;
}

function readTable(element: HTMLElement): Table | null {
  const rows = rowsOf(element);
  const index = headRow(rows);
  const head = rows[index];
  if (!head) return null;
  const heads = spread(head).map((cell) => ({ element: cell, text: textOf(cell) }));
  if (heads.length < 2) return null;
  const below = rows.slice(index + 1);
  if (below.length === 0) return readApart(element, heads);
  return lazily(element, heads, () => toRows(below));
}

const toRows = (rows: readonly HTMLElement[]): TableRow[] =>
  rows
    .filter((row) => isVisible(row))
    .map((row) => ({ element: row, cells: spread(row) }))
    .filter(({ cells }) => cells.length > 1);

/** How far above a line of heads the box of its rows may begin. */
const LEVELS_APART = 5;

/** A table that holds nothing but heads: its rows stand in tables of as many columns, in the boxes that follow. */
function readApart(element: HTMLElement, heads: Table['heads']): Table {
  for (let box: HTMLElement | null = element, level = 0; box?.parentElement && level < LEVELS_APART; box = box.parentElement, level += 1) {
    const rows: HTMLElement[] = [];
    for (let next = box.nextElementSibling; next && rows.length < ROWS_MAXIMUM; next = next.nextElementSibling) {
      rows.push(...queryAll(next, ROWS, ROWS_MAXIMUM).filter((row) => isVisible(row) && spread(row).length === heads.length));
    }
    if (rows.length > 0) return lazily(box.parentElement, heads, () => toRows(rows));
  }
  return lazily(element, heads, () => []);
}

/** The line of boxes that a head without any table stands in, and the boxes after it of the same build. */
function readBoxes(head: HTMLElement): Table | null {
  let child = head;
  for (let line: HTMLElement | null = head.parentElement; line; child = line, line = line.parentElement) {
    // A column's box says the column's name and nothing else.
    if (textOf(child) !== textOf(head)) return null;
    const visible = [...line.children].filter((child): child is HTMLElement => !isOurs(child) && isVisible(child));
    if (visible.length < 3) continue;
    const width = visible.length;
    let first: Element | null = line;
    let boxes: Element[] = [];
    for (let level = 0; first && level < 3 && boxes.length === 0; level += 1, first = first.parentElement) {
      const after: Element[] = [];
      for (let next = first.nextElementSibling; next && after.length < ROWS_MAXIMUM; next = next.nextElementSibling) after.push(next);
      boxes = after.flatMap((box) => (isLine(box, width) ? [box] : [...box.children].filter((child) => isLine(child, width))));
    }
    const heads = visible.map((element) => ({ element, text: textOf(element) }));
    return lazily(line.parentElement ?? line, heads, () =>
      boxes
        .filter((box) => !isOurs(box) && isVisible(box))
        .map((box) => ({ element: box as HTMLElement, cells: [...box.children].filter((cell) => !isOurs(cell)) as HTMLElement[] })),
    );
  }
  return null;
}

const isLine = (box: Element, width: number): boolean => [...box.children].filter((child) => !isOurs(child)).length === width;

/** The table that a column's head stands in. */
export function tableOf(head: HTMLElement): Table | null {
  const element = head.closest<HTMLElement>(TABLES);
  return element ? readTable(element) : readBoxes(head);
}

/** Every visible table of a page that is made as one. */
export const readTables = (scope: Document | Element): Table[] =>
  queryAll(scope, TABLES, 200).filter(isVisible).flatMap((element) => readTable(element) ?? []);
