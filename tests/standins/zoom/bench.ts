/** The stand-in as a caller sees it: raw HTTP, no client of ours in between. */
import { afterEach } from 'vitest';
import { startZoomStandin, WEB5000, type ZoomStandin, type ZoomStandinOptions } from './standin.ts';

/** Tuesday 24 November 2026, 14:00 UTC. */
export const NOW = Date.UTC(2026, 10, 24, 14);
export const DAY = 86_400_000;

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});
export const closeAfter = (close: () => Promise<void>): void => void open.push(close);

export interface Said {
  status: number;
  headers: Headers;
  body: Record<string, never> & { [key: string]: unknown };
  text: string;
}

export async function askToken(standin: ZoomStandin, changes: { body?: string; url?: string; headers?: Record<string, string> } = {}): Promise<Said> {
  const { clientId, clientSecret, accountId } = standin.credentials;
  return read(
    await fetch(changes.url ?? standin.tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`, 'content-type': 'application/x-www-form-urlencoded', ...changes.headers },
      body: changes.body ?? new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }).toString(),
    }),
  );
}

async function read(response: Response): Promise<Said> {
  const text = await response.text();
  let body = {};
  try {
    body = JSON.parse(text) as object;
  } catch {
    body = {};
  }
  return { status: response.status, headers: response.headers, body: body as Said['body'], text };
}

export async function bench(options: ZoomStandinOptions = {}) {
  const clock = { now: NOW };
  const standin = await startZoomStandin({ now: () => clock.now, tokenLifetime: 1000 * 86_400, ...options });
  closeAfter(standin.close);
  const token = String((await askToken(standin)).body['access_token']);
  const call = async (method: string, path: string, body?: unknown, init: RequestInit = {}): Promise<Said> =>
    read(
      await fetch(`${standin.apiBase}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        ...init,
      }),
    );
  const future = { topic: 'Réunion', start_time: '2026-11-25T14:00:00Z', duration: 60, timezone: 'America/Montreal', password: 'Abc2345xyz' };
  /** @returns the number of a new conference */
  const make = async (kind: 'meeting' | 'webinar', changes: object = {}): Promise<string> => {
    const said = await call('POST', `/users/${WEB5000}/${kind}s`, { ...future, ...changes });
    if (said.status !== 201) throw new Error(said.text);
    return String(said.body['id']);
  };
  return { standin, clock, call, make, future, token };
}
