/**
 * The Server-to-Server token: one cache, one request at a time however many wait for it (Z22), its end kept as an
 * absolute instant. Whether a new token kills the old one is told differently by different sources (zoom.md § 4), so
 * nothing here depends on it.
 */
import * as z from 'zod';
import { baseOf } from './base.ts';
import type { Instant, ZoomOptions, ZoomProblem } from './types.ts';

export interface Token {
  value: string;
  /** Where to call: Zoom's regional base when it may be trusted, else the configured one. */
  apiBase: string;
  scopes: readonly string[];
  /** Not used from here on. */
  until: Instant;
}
export type TokenResult = { ok: true; token: Token } | { ok: false; problem: ZoomProblem };

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  scope: z.string().default(''),
  api_url: z.string().optional(),
});
const refusal = z.object({ error: z.string().regex(/^[\w ]{1,60}$/u) });

/** A token is left aside this long before its end, so that a slow call does not outlive it. */
const MARGIN = 120_000;

export interface Tokens {
  /** @param stale a token that Zoom has just refused; when it is the cached one, another is asked for (Z23) */
  get(stale?: Token): Promise<TokenResult>;
  /** After a missing scope: a scope added at Zoom is only in tokens given from then on (zoom.md § 2.4). */
  forget(token: Token): void;
}

const problem = (code: 'token' | 'unreachable' | 'unreadable' | 'rate', detail: string, permanent: boolean): TokenResult => ({
  ok: false,
  problem: { code, zoomCode: null, permanent, retryAt: null, detail },
});

export function createTokens(options: ZoomOptions): Tokens {
  let cached: Token | null = null;
  let asking: Promise<TokenResult> | null = null;

  async function ask(): Promise<TokenResult> {
    let response: Response;
    let text: string;
    try {
      response = await options.fetch(options.tokenUrl, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${options.clientId}:${options.clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        // In the body and never in the address: addresses end in logs (Z25).
        body: new URLSearchParams({ grant_type: 'account_credentials', account_id: options.accountId }).toString(),
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs ?? 20_000),
      });
      text = await response.text();
    } catch {
      return problem('unreachable', 'token: no answer', false);
    }
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return problem(response.status >= 500 ? 'unreachable' : 'unreadable', `token: HTTP ${response.status} without JSON`, false);
    }
    if (response.status === 429) return problem('rate', 'token: HTTP 429', false);
    if (response.status >= 500) return problem('unreachable', `token: HTTP ${response.status}`, false);
    if (!response.ok) return problem('token', `token: HTTP ${response.status} ${refusal.safeParse(body).data?.error ?? ''}`.trim(), true);
    const read = answer.safeParse(body);
    if (!read.success) return problem('unreadable', 'token: unexpected JSON', false);
    const lifetime = read.data.expires_in * 1000;
    return {
      ok: true,
      token: {
        value: read.data.access_token,
        apiBase: baseOf(read.data.api_url, options.apiBase),
        scopes: read.data.scope.split(/\s+/u).filter((scope) => scope !== ''),
        until: options.now() + lifetime - Math.min(MARGIN, lifetime / 2),
      },
    };
  }

  return {
    async get(stale) {
      if (cached !== null && cached !== stale && options.now() < cached.until) return { ok: true, token: cached };
      asking ??= ask().finally(() => {
        asking = null;
      });
      const result = await asking;
      if (result.ok) cached = result.token;
      return result;
    },
    forget(token) {
      if (cached === token) cached = null;
    },
  };
}
