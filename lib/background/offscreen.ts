/** The offscreen document's side: it parses for the worker, and for nobody else. */
import { parsePage, parseRequest, type ParsedPage } from './parse-page.ts';
import type { MessageSender } from './senders.ts';

/** @returns null for a message that is not for this document, or not from the worker (which has no tab) */
export function answerParseRequest(message: unknown, sender: MessageSender, ownId: string): ParsedPage | null {
  if (sender.id !== ownId || sender.tab !== undefined) return null;
  const request = parseRequest.safeParse(message);
  return request.success ? parsePage(request.data) : null;
}
