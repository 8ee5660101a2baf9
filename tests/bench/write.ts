/** The tables, for a terminal and for docs/benchmarks.md: the same words in both. */
import type { Bench, Measure, Table } from './bench.ts';
import { cellOf, digits } from './figures.ts';

export interface Run {
  bench: Pick<Bench, 'name' | 'title'>;
  tables: Table[];
  /** Of the machine before it began; over the bound, the figures conclude nothing. */
  load: number;
  /** Before it began and after its end, in milliseconds (reference-work.ts). */
  referenceWork: { before: number; after: number };
  concludes: boolean;
  at: string;
}

const times = (value: number | null): string => (value === null ? '–' : `${value.toPrecision(3)}×`);

const heading = ({ name, unit, better }: Measure): string[] => [`${name} (${unit}${better === 'higher' ? ', more is better' : ''})`, '±', 'to best peer', 'to floor'];

export function toMarkdown(table: Table): string {
  const heads = ['contender', ...table.measures.flatMap(heading)];
  const rows = table.results.map((result) => [
    result.role === 'ours' ? `**${result.contender}**` : result.contender,
    ...table.measures.flatMap((measure) => {
      const cell = cellOf(table, result, measure);
      return cell === null ? ['–', '–', '–', '–'] : [digits(cell.median), digits(cell.spread), times(result.role === 'ours' ? cell.toBest : null), times(result.role === 'floor' ? null : cell.toFloor)];
    }),
  ]);
  // A column without any figure says nothing.
  const kept = heads.map((_, column) => column === 0 || rows.some((row) => row[column] !== '–'));
  const line = (cells: readonly string[]): string => `| ${cells.filter((_, column) => kept[column]).join(' | ')} |`;
  const goal = table.goal === undefined ? [] : ['', `Goal: ${table.goal.sentence} ${table.goal.reached(table.results) ? '**Reached.**' : '**Missed.**'}`];
  return [`### ${table.title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line), ...(table.note === undefined ? [] : ['', table.note]), ...goal, ''].join('\n');
}
