/**
 * Comma-separated values as a French-Canadian Excel opens them at a double click (U22): UTF-8 with its mark, `;` between
 * cells, CRLF between rows. A text that a spreadsheet would run as a formula is made a plain text.
 */

/** What one cell holds; null is an empty cell. A number is written with the decimal comma of fr-CA, without grouping. */
export type CsvCell = string | number | null;

const MARK = '\ufeff';
const SEPARATOR = ';';
const ROW_END = '\r\n';

/**
 * Signs with which a spreadsheet begins a formula, wide ones of East Asia too; also after spaces, marks of direction and
 * line ends, which some spreadsheets drop before they look.
 */
const formula = /^[\s\p{Cc}\p{Cf}'"]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u;

/**
 * The text with `'` before it when a spreadsheet could take it for a formula: `=1+1`, `+1 438`, `-2`, `@SUM`, a tab first.
 * The sign shows in the cell: better seen than run.
 */
export const guardFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Control signs but tab and line ends have no place in a spreadsheet; a lone half of a pair is no text. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '').toWellFormed();

function printCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  const text = guardFormula(clean(cell));
  return /[;,"\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param rows the first one is the heading
 * @returns the whole file, its mark included; save it as `text/csv;charset=utf-8`
 */
export function printCsv(rows: readonly (readonly CsvCell[])[]): string {
  return MARK + rows.map((row) => row.map(printCell).join(SEPARATOR) + ROW_END).join('');
}
