/** One route serves both looks: it answers with a page model or a place to go, never with HTML. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Page } from '../models.ts';
import type { User } from '../data/types.ts';
import type { Portal, Session } from '../portal.ts';
import type { Presenter } from '../present.ts';

export type Result = { page: Page; status?: ContentfulStatusCode } | { go: string } | { data: unknown };

export interface Visit {
  portal: Portal;
  session: Session;
  presenter: Presenter;
  /** Path with query. */
  address: string;
  query: URLSearchParams;
  /** Of a POST; empty otherwise. */
  fields: URLSearchParams;
  parameter: string;
}

export interface MemberVisit extends Visit {
  user: User;
}

interface OpenRoute {
  access: 'anyone';
  handle(visit: Visit): Result | Promise<Result>;
}
interface MemberRoute {
  access: 'members';
  handle(visit: MemberVisit): Result | Promise<Result>;
}
export type Route = { method: 'get' | 'post'; path: string } & (OpenRoute | MemberRoute);

export const calendarPath = '/reservations/ressources';
export const listPath = '/reservations/ressources?mode=liste';

/** Says something on the page that the person is sent to. */
export function goWith(visit: Visit, notice: string, go: string): Result {
  visit.session.notice = notice;
  return { go };
}

/** A page that only says something, with a way on. */
export function say(presenter: Presenter, title: string, text: string, status: ContentfulStatusCode = 200): Result {
  return {
    status,
    page: { kind: 'simple', title: presenter.word(title), paragraphs: [presenter.word(text)], table: null, add: null, links: [{ label: presenter.words.back, path: '/' }] },
  };
}
