/** One call of the API from its arrival to its answer: token, scope, fault, limit, work, and what is left in the journal. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Account } from './account.ts';
import type { Fault, Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { refuse, Refusal, type Answer } from './refusal.ts';
import type { Tokens } from './tokens.ts';

export interface CallRecord {
  at: number;
  operation: string;
  method: string;
  path: string;
  query: string;
  body: unknown;
  /** Null while it is under way, and when no answer was given. */
  status: number | null;
  fault: Fault | null;
}

export interface Exchange {
  account: Account;
  tokens: Tokens;
  faults: Faults;
  limits: Limits;
  journal: CallRecord[];
}

const html = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
const xml = '<?xml version="1.0" encoding="UTF-8"?><response><code>-1</code><message>Server busy</message></response>';

const respond = ({ status, body, headers = {} }: Answer): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }) } });

const odd = (status: number, type: string, body: string): Response => new Response(body, { status, headers: { 'content-type': type } });

/** The 429s that Zoom and what stands before it have been seen to send. */
function tooMany(fault: Fault, now: number, webinar: boolean): Refusal {
  const midnight = new Date(Math.floor(now / 86_400_000) * 86_400_000 + 86_400_000).toISOString().slice(0, 19);
  switch (fault) {
    case '429.second': return refuse.perSecond('LIGHT', 80, now);
    case '429.day': return refuse.perDay('HEAVY', 60_000, `${midnight}Z`);
    case '429.hostDay': return refuse.hostDaily(webinar, 100);
    case '429.concurrent': return refuse.concurrent();
    case '429.retrySeconds': return refuse.perDay('LIGHT', 80, '7');
    default: return refuse.perDay('LIGHT', 80, new Date(Math.ceil(now / 1000) * 1000 + 9000).toUTCString());
  }
}

/** Whose writes this one must wait for: the host of the path, or of the conference it names. */
function hostOf(account: Account, operation: Operation, context: Context): string | null {
  if (operation.write === undefined) return null;
  const user = context.req.param('userId');
  const id = context.req.param('id');
  const host = account.hosts.find((one) => one.id === user || one.email === user);
  return host?.id ?? account.conferences.find((conference) => String(conference.id) === id)?.host.id ?? null;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());

/** Settles only when the caller has given up. */
const silence = (context: Context<{ Bindings: HttpBindings }>): Promise<Response> =>
  new Promise((resolve) => context.env.outgoing.once('close', () => resolve(new Response(null, { status: 499 }))));

function cut(context: Context<{ Bindings: HttpBindings }>): Promise<Response> {
  const gone = silence(context);
  context.env.incoming.socket.resetAndDestroy();
  return gone;
}

/** The answer of a fault that never reaches the account; null when the call goes on. */
function failBefore(fault: Fault | null, context: Context<{ Bindings: HttpBindings }>, now: number): Response | Promise<Response> | null {
  switch (fault) {
    case '500.before': return respond({ status: 500, body: { code: 500, message: 'Internal server error.' } });
    case 'html.before': return odd(502, 'text/html', html);
    case 'xml.before': return odd(500, 'application/xml', xml);
    case 'empty.before': return odd(500, 'application/json', '');
    case 'reset.before': return cut(context);
    case 'hang.before': return silence(context);
    default: return fault?.startsWith('429') === true ? respond(tooMany(fault, now, context.req.path.includes('webinars')).answer) : null;
  }
}

/** Hides the work done behind another answer. */
function failAfter(fault: Fault | null, context: Context<{ Bindings: HttpBindings }>, status: number): Response | Promise<Response> | null {
  switch (fault) {
    case '500.after': return respond({ status: 500, body: { code: 500, message: 'Internal server error.' } });
    case 'html.after': return odd(200, 'text/html', html);
    case 'xml.after': return odd(200, 'application/xml', xml);
    case 'empty.after': return new Response(status === 204 ? null : '', { status });
    case 'reset.after': return cut(context);
    case 'hang.after': return silence(context);
    default: return null;
  }
}

export async function exchange(
  context: Context<{ Bindings: HttpBindings }>,
  operation: Operation,
  { account, tokens, faults, limits, journal }: Exchange,
): Promise<Response> {
  const url = new URL(context.req.url);
  const text = await context.req.text();
  let body: unknown = null;
  let readable = true;
  try {
    if (text !== '') body = JSON.parse(text);
  } catch {
    readable = false;
  }
  const record: CallRecord = { at: account.now(), operation: operation.name, method: operation.method, path: url.pathname.replace('/v2', ''), query: url.search, body, status: null, fault: null };
  journal.push(record);
  const answer = async (given: Response | Promise<Response>): Promise<Response> => {
    const response = await given;
    if (response.status !== 499) record.status = response.status;
    return response;
  };

  const scopes = tokens.check(context.req.header('authorization') ?? null);
  if (typeof scopes === 'string') return answer(respond(refuse.badToken(scopes === 'expired').answer));
  if (!scopes.includes(operation.scope)) return answer(respond(refuse.missingScope(operation.scope).answer));
  const fault = faults.draw(record);
  record.fault = fault;
  const failed = failBefore(fault, context, account.now());
  if (failed !== null) return answer(failed);

  let release = (): void => undefined;
  try {
    const headers = limits.count(operation.label);
    release = limits.lock(hostOf(account, operation, context));
    if (fault === 'slow') await pause(faults.slowness());
    if (!readable) throw refuse.invalidBody();
    const result = operation.answer({ param: (name) => context.req.param(name) ?? '', query: url.searchParams, body });
    return await answer(failAfter(fault, context, result.status) ?? respond({ ...result, headers: { ...headers, ...result.headers } }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return await answer(respond(error.answer));
  } finally {
    release();
  }
}
