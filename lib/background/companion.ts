/**
 * Talking with the companion: signed, bounded in time and size, every answer parsed, every failure a
 * code of ours. The address comes from the settings, never from a message.
 */
import type * as z from 'zod/mini';
import { problem as problemSchema, type Problem } from '../contract/answer.ts';
import { sign, signedTextOf, type SigningKey } from '../contract/signature.ts';
import { clockOffsetStore, rightNow } from '../state/clock-store.ts';
import type { DeliveryProblem } from '../state/outbox-store.ts';
import { readRetryAfter } from './backoff.ts';
import { readBounded } from './bounded.ts';

/** Longer than the companion takes on a bad day, shorter than the 30 s after which a worker's fetch is cut. */
const TIMEOUT = 15_000;
const ANSWER_MAXIMUM = 2_000_000;

export interface CompanionPorts {
  fetch: typeof fetch;
  /** Milliseconds since 1970 UTC, by this machine's clock. */
  now(): number;
  /** The companion's address from the settings. */
  address(): Promise<string | null>;
  key(): Promise<SigningKey | null>;
}

export interface CompanionFailure {
  ok: false;
  problem: DeliveryProblem;
  /** The companion's own word for it (`licence_busy`); null when it gave none. */
  code: string | null;
  /** A sentence of the companion. */
  detail: string | null;
  /** In milliseconds. */
  retryAfter: number | null;
}

export type CompanionAnswer<T> = { ok: true; value: T } | CompanionFailure;

export interface CompanionRequest {
  method: 'GET' | 'POST';
  /** `v1/events`, relative to the companion's address. */
  path: string;
  /** Stable over the retries of one event; made up for a read. */
  id: string;
  body?: string;
  /**
   * Another body, whose hour is `by` milliseconds later: asked for when the clock that gave it was wrong. For what no earlier attempt
   * has carried; a companion that refuses for the clock has taken nothing.
   */
  restamp?: ((by: number) => Promise<string>) | undefined;
  /** Sent by somebody who has no key yet. */
  unsigned?: true;
}

/** For a read, or an act that is done at once: every request its own. */
export const newRequestId = (): string => `ask_${crypto.randomUUID().replaceAll('-', '')}`;

const failed = (problem: DeliveryProblem, more: Partial<CompanionFailure> = {}): CompanionFailure =>
  ({ ok: false, problem, code: null, detail: null, retryAfter: null, ...more });

/** What a refusal means to us; the status decides, the companion's own code makes it precise. */
export function problemOf(status: number, code: string | null, hasRetryAfter: boolean): DeliveryProblem {
  if (code === 'clock_skew') return 'clock';
  if (status === 401) return code !== null && code.includes('revoked') ? 'keyRevoked' : 'keyUnknown';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 405 || status < 400) return 'notCompanion';
  if (status === 409) return hasRetryAfter ? 'busy' : 'conflict';
  if (status === 400 || status === 413 || status === 415 || status === 422) return 'invalid';
  if (status === 507) return 'full';
  return status === 408 || status === 425 || status === 429 || status >= 500 ? 'busy' : 'refused';
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function readProblem(body: unknown): Problem | null {
  const parsed = problemSchema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** How much later an event is that was stamped while the companion's clock was believed `known` ahead of this post's. */
const laterBy = (known: number, ahead: number): number => rightNow({ now: 0, clockOffset: ahead }) - rightNow({ now: 0, clockOffset: known });

/**
 * One attempt with the clock as it is believed to be. @param key null: the request is not signed @param ahead how far the
 * companion's clock is, in milliseconds
 */
async function attempt(ports: CompanionPorts, url: URL, key: SigningKey | null, ahead: number, { method, id, body }: CompanionRequest) {
  const now = ports.now() + ahead;
  const headers = key === null ? {} : await sign(key, id, now, signedTextOf(method, url.pathname + url.search, body ?? null));
  const response = await ports.fetch(url, {
    method,
    headers: { ...headers, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body ?? null,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  return { response, body: parseJson(await readBounded(response, ANSWER_MAXIMUM)) };
}

/**
 * Sends one signed request. When the companion says that our clock is off, takes over the difference and
 * signs once more (R6). Never throws.
 */
export async function askCompanion<T>(ports: CompanionPorts, request: CompanionRequest, schema: z.ZodMiniType<T>): Promise<CompanionAnswer<T>> {
  const address = await ports.address();
  const isSigned = address !== null && request.unsigned !== true;
  const [key, known] = await Promise.all([isSigned ? ports.key() : null, clockOffsetStore.load()]);
  if (address === null || (key === null && request.unsigned !== true)) {
    // Nobody is left who would correct what the last companion said of the hour.
    await clockOffsetStore.update(() => 0);
    return failed(address === null ? 'noAddress' : 'noKey');
  }
  const url = new URL(request.path, address.endsWith('/') ? address : `${address}/`);
  for (let turn = 0, ahead = known, sent = request; ; turn += 1) {
    let answer: Awaited<ReturnType<typeof attempt>>;
    try {
      answer = await attempt(ports, url, key, ahead, sent);
    } catch (error) {
      return failed(error instanceof RangeError ? 'tooLarge' : 'unreachable');
    }
    const { response, body } = answer;
    if (response.ok) {
      const parsed = schema.safeParse(body);
      return parsed.success ? { ok: true, value: parsed.data } : failed('notCompanion');
    }
    const refusal = readProblem(body);
    const retryAfter = readRetryAfter(response.headers.get('retry-after'), ports.now());
    const problem = problemOf(response.status, refusal?.code ?? null, retryAfter !== null);
    if (problem === 'clock' && refusal?.serverTime !== undefined && turn === 0) {
      ahead = await clockOffsetStore.update(() => Date.parse(refusal.serverTime ?? '') - ports.now());
      if (request.restamp !== undefined) sent = { ...request, body: await request.restamp(laterBy(known, ahead)) };
      continue;
    }
    return failed(problem, { code: refusal?.code ?? null, detail: refusal?.detail.slice(0, 500) ?? null, retryAfter });
  }
}
