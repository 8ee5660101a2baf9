/**
 * Zoom's events: signed, sometimes twice, sometimes out of order, tried again when the answer is not 200 or 204
 * within three seconds (zoom.md § 5). Solidi are written `\/`, which is the same JSON and breaks whoever checks the
 * signature on a body written anew (Z59).
 */
import { createHmac } from 'node:crypto';
import type { Random } from './random.ts';
import { word } from './random.ts';

export interface WebhookTarget {
  url: string;
  secretToken: string;
  /** Chance that an event is sent twice. */
  duplicates?: number;
  /** Chance that an event waits until after the next one. */
  disorder?: number;
  /** Milliseconds between tries; Zoom's are 5, 20 and 60 minutes. */
  retryDelays?: readonly number[];
  /** Milliseconds for an answer; Zoom's are 3,000. */
  timeout?: number;
}

export interface Delivery {
  event: string;
  body: string;
  at: number;
  attempt: number;
  /** Null when there was no answer in time. */
  status: number | null;
}

const ZOOM_DELAYS = [5 * 60_000, 20 * 60_000, 60 * 60_000];

export const signEvent = (secret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

export type Webhooks = ReturnType<typeof createWebhooks>;

export function createWebhooks(now: () => number, random: Random, initial: WebhookTarget | null) {
  let target = initial;
  let held: string | null = null;
  const deliveries: Delivery[] = [];
  const pending = new Set<Promise<unknown>>();
  const closing = new AbortController();

  async function post(to: WebhookTarget, body: string): Promise<Response | null> {
    const timestamp = String(Math.floor(now() / 1000));
    try {
      return await fetch(to.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-zm-request-timestamp': timestamp, 'x-zm-signature': signEvent(to.secretToken, timestamp, body), 'x-zm-trackingid': `v=2.0;clid=st1;rid=WEB_${word(random, 32)}` },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(to.timeout ?? 3000)]),
      });
    } catch {
      return null;
    }
  }

  const later = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      closing.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });

  /** First try now; what follows goes on by itself. */
  async function deliver(to: WebhookTarget, body: string): Promise<void> {
    const delays = to.retryDelays ?? ZOOM_DELAYS;
    const event = String((JSON.parse(body) as { event: unknown }).event);
    for (let attempt = 1; attempt <= delays.length + 1 && !closing.signal.aborted; attempt += 1) {
      const response = await post(to, body);
      await response?.body?.cancel();
      deliveries.push({ event, body, at: now(), attempt, status: response?.status ?? null });
      if (response?.status === 200 || response?.status === 204) return;
      const delay = delays[attempt - 1];
      if (delay !== undefined) await later(delay);
    }
  }

  function start(body: string): void {
    if (target === null) return;
    const copies = random() < (target.duplicates ?? 0) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const sent = deliver(target, body).finally(() => pending.delete(sent));
      pending.add(sent);
    }
  }

  return {
    set(next: WebhookTarget | null): void {
      target = next;
    },
    send(event: object): void {
      if (target === null) return;
      const body = JSON.stringify(event).replaceAll('/', String.raw`\/`);
      if (held === null && random() < (target.disorder ?? 0)) {
        held = body;
        return;
      }
      start(body);
      if (held !== null) start(held);
      held = null;
    },
    /** Sends what disorder still holds back, and waits for the tries under way (not for delays to come). */
    async flush(): Promise<void> {
      if (held !== null) start(held);
      held = null;
      await Promise.race([Promise.all(pending), later(target?.timeout ?? 3000)]);
    },
    /** `endpoint.url_validation`, as every 72 hours. @returns whether the receiver proved that it knows the secret */
    async validate(): Promise<boolean> {
      if (target === null) return false;
      const plainToken = word(random, 22);
      const response = await post(target, JSON.stringify({ event: 'endpoint.url_validation', event_ts: now(), payload: { plainToken } }));
      if (response?.status !== 200) return false;
      const answer = (await response.json().catch(() => null)) as { plainToken?: unknown; encryptedToken?: unknown } | null;
      return answer?.plainToken === plainToken && answer.encryptedToken === createHmac('sha256', target.secretToken).update(plainToken).digest('hex');
    },
    deliveries: (): readonly Delivery[] => deliveries,
    close(): void {
      closing.abort();
    },
  };
}
