/** A companion of a few lines and a safe in memory, for tests of the worker. */
import type { BookingOfLedger } from '../../../lib/contract/answer.ts';
import type { Event } from '../../../lib/contract/event.ts';
import { importSecret, signedTextOf, verify } from '../../../lib/contract/signature.ts';
import { identityOf } from '../../../lib/domain/identity.ts';
import type { KeySafe } from '../../../lib/state/key-safe.ts';
import { NOW } from '../samples.ts';

export const SECRET = `whsec_${btoa('0123456789abcdefghijklmnopqrstuv')}`;

/** IndexedDB's part in tests. */
export function memorySafe(): KeySafe {
  let kept: Awaited<ReturnType<KeySafe['get']>> = null;
  let next: Awaited<ReturnType<KeySafe['getNext']>> = null;
  return {
    putNext: async (key) => {
      next = key;
    },
    getNext: async () => next,
    clearNext: async () => {
      next = null;
    },
    put: async (key) => {
      kept = key;
    },
    get: async () => kept,
    clear: async () => {
      kept = null;
    },
  };
}

export interface FakeCompanion {
  fetch: typeof fetch;
  /** Events that were taken, by `webhook-id`, with how often each arrived. */
  taken: Map<string, { body: string; times: number }>;
  requests: { method: string; path: string }[];
  /** Answers the next requests instead, one each. */
  next: (() => Response | Promise<Response>)[];
  /** The companion's own clock. */
  clock(): number;
  down: boolean;
}

export const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Response =>
  Response.json({ type: `urn:passerelle:problem:${code}`, title: code, status, detail: `Phrase de ${code}.`, code, ...more }, { status, headers });

const toLedger = ({ data, type }: Event): BookingOfLedger => ({
  key: identityOf(data.booking),
  booking: data.booking,
  serviceId: data.service.id,
  state: type === 'booking.requested' ? 'requested' : 'scheduled',
  message: null,
  revision: 1,
  conference: null,
  steps: [],
  updated: new Date(NOW).toISOString(),
});

/** Checks signatures and hours as the real one does, and knows an event by its identity (R3). */
export function fakeCompanion(clock: () => number = () => NOW): FakeCompanion {
  const companion: FakeCompanion = {
    taken: new Map(),
    requests: [],
    next: [],
    clock,
    down: false,
    fetch: async (input, init = {}) => {
      const url = new URL(String(input));
      const method = init.method ?? 'GET';
      companion.requests.push({ method, path: url.pathname + url.search });
      if (companion.down) throw new TypeError('Failed to fetch');
      const forced = companion.next.shift();
      if (forced !== undefined) return forced();
      const headers = new Headers(init.headers);
      const body = typeof init.body === 'string' ? init.body : '';
      const signed = signedTextOf(method, url.pathname + url.search, body);
      const given = { id: headers.get('webhook-id'), timestamp: headers.get('webhook-timestamp'), signature: headers.get('webhook-signature') };
      const refusal = await verify([{ kind: 'v1', key: await importSecret(SECRET) }], given, signed, companion.clock());
      if (refusal === 'clock') return problem(401, 'clock_skew', { serverTime: new Date(companion.clock()).toISOString() });
      if (refusal !== null) return problem(401, 'signature');
      if (url.pathname === '/v1/me') return Response.json({ name: 'Marc Pelletier', role: 'approver', keyId: 'marc-1', serverTime: new Date(companion.clock()).toISOString(), version: '0.1.0' });
      if (url.pathname === '/v1/bookings') {
        const bookings = [...companion.taken.values()].map(({ body: text }) => toLedger(JSON.parse(text) as Event));
        return Response.json({ bookings, complete: true, at: new Date(companion.clock()).toISOString() });
      }
      const known = companion.taken.get(given.id ?? '');
      if (known !== undefined && known.body !== body) return problem(409, 'conflict');
      companion.taken.set(given.id ?? '', { body, times: (known?.times ?? 0) + 1 });
      return Response.json({ accepted: true, booking: toLedger(JSON.parse(body) as Event) }, { status: 202 });
    },
  };
  return companion;
}
