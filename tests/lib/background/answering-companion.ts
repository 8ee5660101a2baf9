/** A companion that answers what a test wants it to, and remembers what it was asked; for what is no matter of delivery (outbox-support.ts). */
import { beforeEach } from 'vitest';
import type { CompanionPorts } from '../../../lib/background/companion.ts';
import { importPersonKey } from '../../../lib/state/keys.ts';
import { resetBrowser } from '../browser.ts';
import { NOW } from '../samples.ts';
import { SECRET } from './support.ts';

interface AnsweringCompanion {
  ports: CompanionPorts;
  asked: { method: string; path: string; body: unknown }[];
  answer: (url: URL) => Response | Promise<Response>;
}

/** Of one file of tests: each begins with an empty browser, and with nothing asked. @param keyId whose key signs */
export async function answeringCompanion(keyId: string): Promise<AnsweringCompanion> {
  const key = await importPersonKey(`${keyId}:${SECRET}`);
  const companion: AnsweringCompanion = {
    asked: [],
    answer: () => Promise.reject(new Error('The test gave no answer.')),
    ports: {
      fetch: async (input, init = {}) => {
        const url = new URL(String(input));
        companion.asked.push({ method: init.method ?? 'GET', path: url.pathname + url.search, body: typeof init.body === 'string' ? JSON.parse(init.body) : null });
        return companion.answer(url);
      },
      now: () => NOW,
      address: () => Promise.resolve('https://compagnon.exemple.test'),
      key: () => Promise.resolve(key),
    },
  };
  beforeEach(() => {
    resetBrowser();
    companion.asked = [];
  });
  return companion;
}
