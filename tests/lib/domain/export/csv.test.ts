import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, printCsv } from '../../../../lib/domain/export/csv.ts';

/** Reads what {@link printCsv} wrote, as a spreadsheet does. */
function readCsv(file: string): string[][] {
  const text = file.replace(/^\ufeff/u, '');
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[place + 1] === '"') {
        cell += sign;
        place += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ';' || sign === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/u, ''));
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

describe('U22 the CSV file', () => {
  it('U22 begins with the mark of UTF-8, separates by « ; » and ends each row with CRLF', () => {
    expect(printCsv([['Nom', 'Participants'], ['Été', 1200]])).toBe('\ufeffNom;Participants\r\nÉté;1200\r\n');
  });

  it('U22 writes a decimal comma, an empty cell for nothing, and no « NaN »', () => {
    expect(printCsv([[1.5, null, NaN, -3]])).toBe('\ufeff1,5;;;-3\r\n');
  });

  it('U22 keeps separators, quotes and line ends inside their cell', () => {
    expect(readCsv(printCsv([['a;b', 'dit « "oui" »', 'une\nligne', ' bord ']]))).toEqual([['a;b', 'dit « "oui" »', 'une\nligne', ' bord ']]);
  });

  it.each(['=1+1', '+1 438 809-7799', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200f=1', '\u202e+1', '＝1', "'=1", '"=1"', '\ufeff=1', '\u00a0@x'])('U22 makes %j a text that no spreadsheet runs', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it.each(['Réunion', '5 000', 'a=b', 'CISSS – Îles', '(=)', '', 'x-y'])('U22 leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  it('U22 any text comes back in its cell, and no cell begins as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (rows) => {
        const read = readCsv(printCsv(rows));
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/u);
      }),
      { numRuns: 500 },
    );
  });

  it('U22 holds no lone half of a pair and no control sign', () => {
    expect(printCsv([['a\ud800b\u0000c\u0007']])).toBe('\ufeffa\ufffdbc\r\n');
  });
});
