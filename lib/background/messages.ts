/** The border of the worker: every message is parsed, its sender known, and each kind of sender has its own list. */
import type { Refused } from '../messages/answers.ts';
import { contentMessage, type ContentMessage } from '../messages/content.ts';
import { pageMessage, type PageMessage } from '../messages/page.ts';
import type { Sender } from './senders.ts';

type ContentSender = Extract<Sender, { kind: 'content' }>;

export type ContentHandlers = {
  [Type in ContentMessage['type']]: (message: Extract<ContentMessage, { type: Type }>, sender: ContentSender) => Promise<unknown>;
};
export type PageHandlers = { [Type in PageMessage['type']]: (message: Extract<PageMessage, { type: Type }>) => Promise<unknown> };

const questions: ReadonlySet<string> = new Set<ContentMessage['type']>(['overlay.start', 'overlay.signs']);

const refused = (why: Refused['refused']): Promise<Refused> => Promise.resolve({ refused: why });

/**
 * Answers one message. A question from a page that is no portal of ours is answered null, so that the
 * overlay withdraws without a word; anything else that is not allowed is answered {@link Refused} and does nothing.
 */
export function routeMessage(message: unknown, sender: Sender, content: ContentHandlers, page: PageHandlers): Promise<unknown> {
  const fromContent = contentMessage.safeParse(message);
  if (fromContent.success) {
    if (sender.kind !== 'content') return questions.has(fromContent.data.type) ? Promise.resolve(null) : refused('sender');
    const handle = content[fromContent.data.type] as (message: ContentMessage, sender: ContentSender) => Promise<unknown>;
    return handle(fromContent.data, sender);
  }
  const fromPage = pageMessage.safeParse(message);
  if (!fromPage.success) return refused('message');
  if (sender.kind !== 'page') return refused('sender');
  const handle = page[fromPage.data.type] as (message: PageMessage) => Promise<unknown>;
  return handle(fromPage.data);
}
