/** Zoom's lists, all pages or nothing: half a list would say « not there » of what is there, and make it twice. */
import * as z from 'zod';
import { rowAnswer, type RowAnswer } from './answers.ts';
import type { Api } from './http.ts';
import { ownProblem } from './problems.ts';
import type { ConferenceKind, Failed } from './types.ts';

const PAGE_SIZE = 300;
/** 60,000 rows: beyond it something else is wrong. */
const PAGES = 200;

const counts = z.object({ next_page_token: z.string().catch(''), page_count: z.number().catch(0) });

export type Rows<Row> = { ok: true; rows: Row[] } | Failed;

/**
 * @param read the rows of one page; undefined when the page is not what Zoom documents
 * @param query of the first page
 */
export async function allPages<Row>(
  api: Api,
  operation: string,
  path: string,
  query: Record<string, string>,
  read: (body: unknown) => Row[] | undefined,
  signal: AbortSignal,
): Promise<Rows<Row>> {
  const rows: Row[] = [];
  let next: Record<string, string> = {};
  for (let page = 1; page <= PAGES; page += 1) {
    const answer = await api.call({ operation, method: 'GET', path, query: { ...query, page_size: String(PAGE_SIZE), ...next } }, signal);
    if (!answer.ok) return { ok: false, problem: answer.problem };
    const found = read(answer.body);
    const told = counts.safeParse(answer.body).data;
    if (found === undefined || told === undefined) return { ok: false, problem: ownProblem('unreadable', `${operation}: a page of another shape`) };
    rows.push(...found);
    // Webinars have been listed by number and by token: whichever Zoom offers.
    if (told.next_page_token !== '') next = { next_page_token: told.next_page_token };
    else if (page < told.page_count && !('next_page_token' in next)) next = { page_number: String(page + 1) };
    else return { ok: true, rows };
  }
  return { ok: false, problem: ownProblem('unreadable', `${operation}: more than ${PAGES} pages`) };
}

/** @param type `scheduled`, or `live`, which only meetings have */
export function listConferences(api: Api, kind: ConferenceKind, hostUserId: string, type: 'scheduled' | 'live', signal: AbortSignal): Promise<Rows<RowAnswer>> {
  const shape = z.object({ [`${kind}s`]: z.array(rowAnswer) });
  return allPages(api, `${kind}s`, `/users/${encodeURIComponent(hostUserId)}/${kind}s`, { type }, (body) => shape.safeParse(body).data?.[`${kind}s`], signal);
}
