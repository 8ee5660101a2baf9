/** Tables as assistive tools read them: a caption, headings with their scope, numbers set to the end. */
import { element, type Markup, type MarkupElement } from './markup.ts';

export interface Column {
  title: string;
  /** Set to the end of the cell, in figures of one width. */
  isNumber?: boolean;
  /** Never broken over two lines. */
  isKept?: boolean;
}

export interface TableView {
  caption: string;
  columns: readonly Column[];
  /** The first cell of each row names it. */
  rows: readonly (readonly string[])[];
  /** The last line: the sum. */
  total?: readonly string[];
  /** Many narrow columns: may be wider than the page, and then scrolls within its own frame. */
  isWide?: boolean;
}

/** Roles are said again: a table that a narrow screen lays out as lists would else be none for assistive tools. */
export function drawTable({ caption, columns, rows, total, isWide = false }: TableView): MarkupElement {
  const cellClass = (index: number): string | undefined => (columns[index]?.isNumber === true ? 'pr-number' : columns[index]?.isKept === true ? 'pr-kept' : undefined);
  const row = (cells: readonly string[]): Markup =>
    element('tr', { role: 'row' }, cells.map((cell, index) =>
      index === 0
        ? element('th', { scope: 'row', role: 'rowheader', class: cellClass(0) }, cell)
        : element('td', { role: 'cell', class: cellClass(index), 'data-column': isWide ? undefined : columns[index]?.title }, cell)));
  const table = element(
    'table',
    { class: isWide ? 'pr-table pr-grid' : 'pr-table', role: 'table' },
    element('caption', {}, caption),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, columns.map(({ title }, index) => element('th', { scope: 'col', role: 'columnheader', class: cellClass(index) }, title)))),
    element('tbody', { role: 'rowgroup' }, rows.map(row)),
    total === undefined ? [] : element('tfoot', { role: 'rowgroup' }, row(total)),
  );
  // What scrolls must be reachable by the keyboard, and have a name.
  return element('div', isWide ? { class: 'pr-scroll', role: 'region', tabindex: 0, 'aria-label': caption } : {}, table);
}
