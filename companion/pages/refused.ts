/**
 * What a program is refused with JSON, a person is told on a page: whoever follows a link while the database is away, or
 * mistypes an address. Nobody knows the language of whoever asks: both.
 */
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { roomSentencesIn, type RoomSentenceKey } from '../texts/rooms.ts';
import { saidPage } from './bilingual.ts';
import { show } from './respond.ts';

/** Answered to programs and to whoever looks after the companion: what is wrong there is told in JSON. */
const forPrograms = /^\/(?:v1\/|zoom\/|healthz$|readyz$|metrics$|openapi\.json$)/u;

const wordsOf = (status: number): [title: RoomSentenceKey, text: RoomSentenceKey] => {
  if (status === 404) return ['refused.nothing', 'refused.nothingText'];
  if (status === 429) return ['refused.many', 'refused.manyText'];
  return status >= 500 ? ['refused.away', 'refused.awayText'] : ['refused.other', 'refused.otherText'];
};

/** Browsers ask for HTML wherever a person goes; programs, the extension too, ask for anything. */
export const refuseInWords: MiddlewareHandler = async (context, next) => {
  await next();
  const { req, res } = context;
  const isRefusal = res.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (!isRefusal || forPrograms.test(req.path) || req.header('accept')?.includes('text/html') !== true) return;
  const [title, text] = wordsOf(res.status);
  context.res = await show(context, saidPage(roomSentencesIn, title, text), res.status as ContentfulStatusCode);
};
