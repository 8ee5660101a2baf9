/** People of a torture: they sign, send, and send the same again until the companion has acknowledged. */
import type { Event } from '../../lib/contract/event.ts';
import type { BookingsAnswer } from '../../lib/contract/answer.ts';
import { bodyOfRead, importSecret, sign } from '../../lib/contract/signature.ts';

export interface Sender {
  /** Once; null when there was no answer, so that nobody can know. */
  once(webhookId: string, event: Event): Promise<{ status: number; text: string } | null>;
  /** Until it is acknowledged. @returns the acknowledgement @throws when the companion refuses for good */
  persist(webhookId: string, event: Event): Promise<string>;
  bookings(): Promise<BookingsAnswer['bookings']>;
}

/** A companion that is stopped, not dead, keeps a connection open and silent. */
const PATIENCE_MS = 5000;
const BETWEEN_MS = 20;
export const MOST_TRIES = 2000;

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));
/** Between two tries: a busy machine takes a while to say that a process is dead, and until then its address stands. */
export const beforeNextTry = (): Promise<void> => pause(BETWEEN_MS);

/** @param url where to send now; may lead to another process at each try */
export async function createSender({ id, secret }: { id: string; secret: string }, url: () => Promise<string>, now: () => number): Promise<Sender> {
  const key = { id, kind: 'v1' as const, key: await importSecret(secret) };

  async function once(webhookId: string, event: Event): Promise<{ status: number; text: string } | null> {
    const body = JSON.stringify(event);
    try {
      const headers = await sign(key, webhookId, now(), body);
      const answer = await fetch(`${await url()}/v1/events`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(PATIENCE_MS) });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return null;
    }
  }

  return {
    once,
    async persist(webhookId, event) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const answer = await once(webhookId, event);
        if (answer?.status === 202) return answer.text;
        // 500 and more say « not kept, try again »; what is refused for good would be refused again.
        if (answer !== null && answer.status < 500) throw new Error(`The companion refused ${event.type}: ${answer.status} ${answer.text}`);
        await beforeNextTry();
      }
      throw new Error(`No acknowledgement of ${event.type} after ${MOST_TRIES} tries.`);
    },
    async bookings() {
      for (;;) {
        try {
          const headers = await sign(key, `read-${Math.random().toString(36).slice(2)}`, now(), bodyOfRead('GET', '/v1/bookings'));
          const answer = await fetch(`${await url()}/v1/bookings`, { headers: { ...headers }, signal: AbortSignal.timeout(PATIENCE_MS) });
          if (answer.ok) return (await answer.json() as BookingsAnswer).bookings;
        } catch {
          // The process died under the read: the next one answers.
        }
        await beforeNextTry();
      }
    },
  };
}
