/** Lists in pages: at most 300 rows, tokens that live a quarter of an hour (zoom.md § 2.3). */
import { word, type Random } from './random.ts';
import { refuse } from './refusal.ts';

export type Pages = ReturnType<typeof createPages>;

interface Page<Row> {
  page_size: number;
  total_records: number;
  page_count: number;
  next_page_token: string;
  rows: Row[];
}

export function createPages(now: () => number, random: Random) {
  const tokens = new Map<string, { offset: number; until: number }>();
  return function page<Row>(rows: readonly Row[], query: URLSearchParams): Page<Row> {
    const size = Math.min(Math.max(Number(query.get('page_size') ?? 30) || 30, 1), 300);
    const token = query.get('next_page_token') ?? '';
    const known = tokens.get(token);
    if (token !== '' && (known === undefined || known.until < now())) throw refuse.invalidFields([{ field: 'next_page_token', message: 'The next page token is invalid or expired.' }]);
    const offset = known?.offset ?? (Math.max(Number(query.get('page_number') ?? 1) || 1, 1) - 1) * size;
    const more = offset + size < rows.length;
    const next = more ? word(random, 24) : '';
    if (more) tokens.set(next, { offset: offset + size, until: now() + 15 * 60_000 });
    return {
      page_size: size, total_records: rows.length, page_count: Math.ceil(rows.length / size), next_page_token: next,
      rows: rows.slice(offset, offset + size),
    };
  };
}
