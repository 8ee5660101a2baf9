/** One call of Zoom's API over native fetch: token, deadline, parsing; reads are tried again, writes never blindly (Z34). */
import type { Answered } from './problems.ts';
import { ownProblem, problemOf } from './problems.ts';
import { createTokens, type TokenResult } from './token.ts';
import type { ZoomOptions, ZoomProblem } from './types.ts';

export interface Request {
  /** Our name of it, for the log. */
  operation: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the base, parts already encoded. */
  path: string;
  query?: Record<string, string>;
  body?: object;
}

export type Exchanged =
  | { ok: true; status: number; body: unknown }
  /** `done` says whether Zoom may have done the work: only `no` allows a retry without looking first. */
  | { ok: false; done: 'no' | 'perhaps'; status: number | null; problem: ZoomProblem };

export interface Api {
  call(request: Request, signal: AbortSignal): Promise<Exchanged>;
  token(): Promise<TokenResult>;
}

const READ_TRIES = 3;
const BETWEEN_READS = 200;

/** Errors of fetch that prove that nothing was sent: no address, no connection, no trust. */
function neverSent(error: unknown): boolean {
  const cause = (error as { cause?: { code?: unknown; syscall?: unknown; errors?: unknown } } | null)?.cause;
  if (cause === undefined || cause === null) return false;
  if (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo' || cause.code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  if (Array.isArray(cause.errors)) return cause.errors.length > 0 && cause.errors.every((inner) => neverSent({ cause: inner as object }));
  return typeof cause.code === 'string' && /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/u.test(cause.code);
}

const waitByTimer = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });

type Sent = { answered: Answered; empty: boolean } | { silent: 'no' | 'perhaps'; why: string };

export function createApi(options: ZoomOptions): Api {
  const tokens = createTokens(options);
  const wait = options.wait ?? waitByTimer;

  async function send({ method, path, query, body }: Request, base: string, token: string, signal: AbortSignal): Promise<Sent> {
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    let status = 0;
    try {
      const response = await options.fetch(`${base}${path}${search}`, {
        method,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs ?? 20_000)]),
      });
      status = response.status;
      const text = await response.text();
      return { answered: { status, headers: response.headers, body: parse(text) }, empty: text.trim() === '' };
    } catch (error) {
      return { silent: neverSent(error) ? 'no' : 'perhaps', why: status === 0 ? reasonOf(error) : `HTTP ${status}, then cut` };
    }
  }

  function judge(request: Request, sent: Sent): Exchanged {
    if ('silent' in sent) return { ok: false, done: sent.silent, status: null, problem: ownProblem('unreachable', `${request.operation}: ${sent.why}`) };
    const { status, body } = sent.answered;
    // Changes, ends and deletions promise no content; reads and creations do.
    const silence = sent.empty && request.method !== 'GET' && request.method !== 'POST';
    if (status >= 200 && status < 300 && (body !== undefined || silence)) return { ok: true, status, body };
    // An odd body counts neither as success nor as refusal (Z30).
    if (status < 400) return { ok: false, done: 'perhaps', status, problem: ownProblem('unreadable', `${request.operation}: HTTP ${status} without JSON`) };
    const problem = problemOf(request.operation, sent.answered, options.now(), options.random());
    return { ok: false, done: status === 429 || status === 401 || (status < 500 && problem.zoomCode !== null) ? 'no' : 'perhaps', status, problem };
  }

  /** Once, or twice when the first token is refused (Z23). */
  async function attempt(request: Request, signal: AbortSignal): Promise<Exchanged> {
    const first = await tokens.get();
    if (!first.ok) return { ok: false, done: 'no', status: null, problem: first.problem };
    if (signal.aborted) return notSent(request);
    const sent = await send(request, first.token.apiBase, first.token.value, signal);
    if (!('answered' in sent) || sent.answered.status !== 401) {
      const result = judge(request, sent);
      if (!result.ok && (result.problem.zoomCode === 4711 || result.problem.zoomCode === 4700)) tokens.forget(first.token);
      return result;
    }
    const second = await tokens.get(first.token);
    if (!second.ok) return { ok: false, done: 'no', status: null, problem: second.problem };
    if (signal.aborted) return notSent(request);
    return judge(request, await send(request, second.token.apiBase, second.token.value, signal));
  }

  return {
    token: () => tokens.get(),
    async call(request, signal) {
      if (signal.aborted) return notSent(request);
      for (let tried = 1; ; tried += 1) {
        const result = await attempt(request, signal);
        const worthwhile = !result.ok && (result.problem.code === 'unreachable' || result.problem.code === 'unreadable');
        if (request.method !== 'GET' || !worthwhile || tried === READ_TRIES || signal.aborted) return result;
        await wait(Math.round(BETWEEN_READS * 2 ** (tried - 1) * (0.5 + options.random())), signal);
      }
    },
  };
}

const notSent = (request: Request): Exchanged => ({ ok: false, done: 'no', status: null, problem: ownProblem('unreachable', `${request.operation}: stopped before it was sent`) });

/** @returns undefined for what is not JSON, and for nothing at all */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const name = (error as { name?: unknown } | null)?.name;
  if (name === 'TimeoutError') return 'no answer in time';
  if (name === 'AbortError') return 'stopped while waiting';
  const code = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  return typeof code === 'string' && /^[A-Z_]{1,40}$/u.test(code) ? `network ${code}` : 'network error';
}
