/**
 * What Zoom's refusals mean (zoom.md § 2.4). Zoom's own sentences are never repeated: they hold e-mails and names.
 */
import * as z from 'zod';
import { isDaily, retryAt } from './retry-at.ts';
import type { Instant, ProblemCode, ZoomProblem } from './types.ts';

/** An answer of Zoom's API, whatever it was. `body` is undefined when it was not JSON. */
export interface Answered {
  status: number;
  headers: Headers;
  body: unknown;
}

const refusal = z.object({
  code: z.coerce.number().int(),
  message: z.string().catch(''),
  errors: z.array(z.object({ field: z.string().catch('') })).catch([]),
});
export type ZoomRefusal = z.infer<typeof refusal>;

/** Zoom's own body of refusal; null for a gateway's page, XML or nothing. */
export const refusalOf = (body: unknown): ZoomRefusal | null => refusal.safeParse(body).data ?? null;

/** Code, and whether a person must change something first. */
const meanings: Record<number, [ProblemCode, boolean]> = {
  124: ['token', false],
  200: ['configuration', true], // no webinar plan, or no permission (Z33)
  300: ['invalid', true],
  1001: ['configuration', true],
  1010: ['configuration', true],
  1120: ['configuration', true],
  3000: ['invalid', true],
  3001: ['notFound', false],
  3002: ['inProgress', true],
  3003: ['configuration', true],
  3007: ['ended', true],
  3018: ['configuration', true],
  3037: ['configuration', true],
  3063: ['configuration', true],
  3161: ['configuration', true],
  3301: ['notFound', false],
  4700: ['configuration', true],
  4711: ['configuration', true],
  12702: ['ended', true],
};

/** Names of fields and of scopes are safe to log; nothing else of Zoom's words is. */
const fieldsOf = ({ errors }: ZoomRefusal): string => {
  const names = errors.map(({ field }) => field).filter((field) => /^[\w.[\]]{1,60}$/u.test(field));
  return names.length === 0 ? '' : ` fields ${names.join(', ')}`;
};
const scopesOf = ({ message }: ZoomRefusal): string => {
  const names = message.match(/\b[a-z_]+(?::[a-z_]+){1,4}\b/gu) ?? [];
  return names.length === 0 ? '' : ` scopes ${[...new Set(names)].slice(0, 40).join(', ')}`;
};

/** @param operation our name of the call, for the log */
export function problemOf(operation: string, { status, headers, body }: Answered, now: Instant, random: number): ZoomProblem {
  const said = refusalOf(body);
  const detail = (words = ''): string => `${operation}: HTTP ${status}${said === null ? ' without Zoom’s JSON' : ` code ${said.code}`}${words}`;
  const make = (code: ProblemCode, permanent: boolean, words?: string): ZoomProblem =>
    ({ code, zoomCode: said?.code ?? null, permanent, retryAt: null, detail: detail(words) });

  if (status === 429) {
    const message = said?.message ?? '';
    return { ...make(isDaily(headers, message) ? 'dailyLimit' : 'rate', false), retryAt: retryAt(headers, message, now, random) };
  }
  if (status >= 500) return make('unreachable', false);
  if (said === null) return make('unreadable', false);
  if (status === 401) return make('token', false);
  if (status === 409) return make('rate', false);
  const meaning = meanings[said.code];
  if (meaning !== undefined) return make(...meaning, said.code === 300 ? fieldsOf(said) : said.code === 4711 || said.code === 4700 ? scopesOf(said) : '');
  return make(status === 404 ? 'notFound' : 'invalid', status !== 404, fieldsOf(said));
}

/** A problem that we found ourselves, before or after Zoom. */
export const ownProblem = (code: ProblemCode, detail: string, permanent = false): ZoomProblem => ({ code, zoomCode: null, permanent, retryAt: null, detail });
