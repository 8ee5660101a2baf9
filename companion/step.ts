/**
 * The borders of the companion: each place where it meets what outlives it, i.e. database, Zoom and SMTP. The tests
 * are told of every crossing, so that they can end the process at each in turn (reliability.md A.5, Z89). Production
 * has no listener: then nothing of this file is in the way.
 */
import type { DatabaseConnection } from 'kysely';
import type { Post } from './mail/post.ts';

/** Told of a crossing, with the border's name, before anything else happens. */
export type Step = (border: string) => void;

/** Identifiers and hosts differ from run to run; the border is the same. */
const borderOf = (method: string, address: string): string => `zoom ${method} ${new URL(address).pathname.replace(/\/(users|\w*meetings|\w*webinars)\/[^/]+/gu, '/$1/…')}`;

/** A crossing before the request leaves, and one when the head of its answer has come. */
export const steppedFetch = (fetch: typeof globalThis.fetch, step: Step): typeof globalThis.fetch => async (input, init) => {
  const border = borderOf(init?.method ?? 'GET', input instanceof Request ? input.url : String(input));
  step(`${border}, before`);
  const response = await fetch(input, init);
  step(`${border}, answered`);
  return response;
};

export const steppedPost = (post: Post, step: Step): Post => ({
  ...post,
  async send(letter, messageId) {
    const kind = messageId.split('.')[1] ?? '';
    step(`mail ${kind}, before`);
    const delivery = await post.send(letter, messageId);
    step(`mail ${kind}, ${delivery.outcome}`);
    return delivery;
  },
});

const writing = /^\s*(?:insert into|update|delete from|create table(?: if not exists)?|alter table) "?(\w+)/iu;

/** Told of every statement of one connection, before and after it. */
export interface Watcher {
  before(sql: string): void;
  after(sql: string): void;
}

/** Tells of what a connection makes lasting: before and after each commit, with the tables written, and after each write outside a transaction. */
export function createWatcher(step: Step): Watcher {
  /** Null outside a transaction. */
  let written: Set<string> | null = null;
  let committed: string | null = null;
  return {
    before(sql) {
      committed = /^commit/iu.test(sql) && written !== null && written.size > 0 ? `commit ${[...written].sort().join(' ')}` : null;
      if (committed !== null) step(`${committed}, before`);
    },
    after(sql) {
      const verb = /^\w+/u.exec(sql)?.[0].toLowerCase();
      const table = writing.exec(sql)?.[1];
      if (verb === 'begin') written = new Set();
      else if (verb === 'commit' || verb === 'rollback') written = /^rollback to/iu.test(sql) ? written : null;
      else if (table !== undefined && written === null) step(`wrote ${table}`);
      else if (table !== undefined) written?.add(table);
      if (committed !== null) step(`${committed}, done`);
    },
  };
}

export function watchConnection(connection: DatabaseConnection, { before, after }: Watcher): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    before(query.sql);
    const result = await execute(query, options);
    after(query.sql);
    return result as never;
  };
}
