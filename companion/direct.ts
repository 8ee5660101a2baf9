/**
 * The one busy route, answered on Node's own server: the framework's request, response and header objects take a
 * twelfth of what an event costs in all. What must be alike is not said twice: routes/events.ts answers, and the limit,
 * the headers and the note of it come from where the app has them. Whatever is not quite the usual request goes there.
 */
import type { IncomingMessage, RequestListener } from 'node:http';
import { EVENTS_PATH } from '../lib/contract/signature.ts';
import { CONTENT_POLICY, LARGEST_BODY, noteAnswer, protectingHeaders, toldLength } from './routes/answered.ts';
import type { Asked } from './routes/authenticate.ts';
import { readableBy } from './routes/cors.ts';
import { answerEvent } from './routes/events.ts';
import type { Parts } from './routes/parts.ts';

const METHOD = 'POST';

/** Repeated headers come joined by commas, as everywhere. */
const headerOf = ({ headers }: IncomingMessage, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

function isUsual(request: IncomingMessage): boolean {
  if (request.method !== METHOD || request.url !== EVENTS_PATH) return false;
  const length = toldLength(request.headers['content-length'], request.headers['transfer-encoding']);
  return length !== null && length <= LARGEST_BODY;
}

/** @param others answers every other request */
export function directly(parts: Parts, others: RequestListener): RequestListener {
  return (request, response) => {
    if (!isUsual(request)) return void others(request, response);
    const began = parts.clock.now();
    const asked: Asked = { method: METHOD, target: EVENTS_PATH, header: (name) => headerOf(request, name) };
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A sender who goes away before he has said all of it is not answered: « end » does not come then.
    request.on('end', () => void answerEvent(parts, asked, Buffer.concat(chunks).toString()).then(({ status, headers, body }) => {
      response.writeHead(status, { ...protectingHeaders, 'content-security-policy': CONTENT_POLICY, ...readableBy(headerOf(request, 'origin')), ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
      noteAnswer(parts, { method: METHOD, route: EVENTS_PATH, status, began });
    }));
  };
}
