/**
 * A portal that shows the same list as at the last reading is not read again: what was made of the page stands, and only
 * the hour of the reading advances. Reading takes a page of ours with its own program (parser.ts), comparing takes bytes.
 */
import { toLocal } from '../domain/time.ts';
import type { LastPage } from '../state/readings-store.ts';
import { isNumber, oneOf, orNull, shape, type Is } from '../state/shape.ts';
import type { ParsedPage } from './parse-page.ts';
import type { ParsePage } from './parser.ts';

/**
 * What a portal makes anew for each load and nobody reads: a script's one-time mark, a form's hidden field. Each is cut
 * within its own tag, so that no words of a booking, whatever they are, can hide a row behind them.
 */
const ofThisLoad = /\snonce=["'][\w+/=-]+["']|<input\b[^<>]*\stype=["']?hidden\b[^<>]*>/giu;

/** Of the page's bytes and of all else that its reading depends on; a day without a year is read by the day that it is. */
async function digestOf({ now, html, ...request }: Parameters<ParsePage>[0]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([html.replace(ofThisLoad, ''), request, toLocal(now).date]));
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
}

/** A whole list: one of several pages says nothing of the others. */
const isWhole = (page: ParsedPage): boolean => page.kind === 'list' && page.next === null && page.larger === null;

type ListPage = Extract<ParsedPage, { kind: 'list' }>;

/** The outline alone, as of the readings (readings-store.ts): each booking was checked when it was read. */
const isListPage = shape<Pick<ListPage, 'kind' | 'total'> & { reading: Pick<ListPage['reading'], 'bookings'> }>({
  kind: oneOf(['list']),
  total: orNull(isNumber),
  reading: shape<Pick<ListPage['reading'], 'bookings'>>({ bookings: Array.isArray }),
}) as Is<unknown> as Is<ListPage>;

/** What the last reading made of these very bytes, as of now; null when they are others. */
const readAgain = (last: LastPage | undefined, digest: string, now: number): ParsedPage | null =>
  last?.digest === digest && isListPage(last.page) ? { ...last.page, reading: { ...last.page.reading, at: now } } : null;

/**
 * @param last what is remembered of the last reading
 * @returns a parser that reads a list that it knows no second time, and what is to be remembered of this reading
 */
export function parserOf(parse: ParsePage, last: LastPage | undefined): { parse: ParsePage; page(): LastPage | undefined } {
  let read: LastPage | undefined;
  return {
    page: () => read,
    parse: async (request) => {
      const digest = await digestOf(request);
      const page = readAgain(last, digest, request.now) ?? (await parse(request));
      if (isWhole(page)) read = { digest, page };
      return page;
    },
  };
}
