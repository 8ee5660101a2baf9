/** Reading comma-separated values as spreadsheets of any language save them: `;`, `,` or a tab, quotes, any line end. Pure. */
import { guardFormula } from '../export/csv.ts';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
}

export type CsvAnswer = { ok: true; rows: CsvRow[] } | { ok: false; problem: 'openQuote'; line: number };

/** The separator that the first line has most of, outside of quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r\n|\r|\n/u, 1);
  const bare = first.replace(/"[^"]*"/gu, '');
  const counts = [';', ',', '\t'].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** What a spreadsheet was kept from running as a formula begins with `'` (see lib/domain/export/csv.ts). */
const withoutGuard = (cell: string): string => (cell.startsWith("'") && guardFormula(cell.slice(1)) === cell ? cell.slice(1) : cell);

/** Empty rows are left out; cells are trimmed. */
export function readCsv(content: string): CsvAnswer {
  const text = content.replace(/^\ufeff/u, '');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let begun = 1;
  let quotedAt: number | null = null;

  const endCell = (): void => {
    cells.push(withoutGuard(cell.trim()));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };

  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] as string;
    if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[place + 1] === '\n') place += 1;
      line += 1;
      if (quotedAt === null) endRow();
      else cell += '\n';
    } else if (quotedAt !== null) {
      if (sign !== '"') cell += sign;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else quotedAt = null;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quotedAt = line;
    } else if (sign === separator) {
      endCell();
    } else {
      cell += sign;
    }
  }
  if (quotedAt !== null) return { ok: false, problem: 'openQuote', line: quotedAt };
  endRow();
  return { ok: true, rows };
}
