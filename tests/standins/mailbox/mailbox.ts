/**
 * The mailbox stand-in: SMTP on loopback that keeps every mail, and a page to read it. Only for demos and tests.
 */
import { listen } from '../listen.ts';
import { readMail, type Mail } from './message.ts';
import { createMailboxApp } from './page.ts';
import { startSmtp, type Failure } from './smtp.ts';

export type { Correspondent, Mail, MailAttachment } from './message.ts';
export type { Failure } from './smtp.ts';

export interface Mailbox {
  smtp: { host: string; port: number };
  /** Where a person reads the mail. */
  url: string;
  /** Oldest first. */
  messages(): readonly Mail[];
  /**
   * The first mail, arrived or to come, that satisfies the predicate.
   * @throws when `timeoutMs` (5 s when absent) have passed, naming the subjects that did arrive
   */
  waitFor(predicate: (mail: Mail) => boolean, options?: { timeoutMs?: number }): Promise<Mail>;
  clear(): void;
  /** From now on, and for `times` mails; null ends it. */
  fail(failure: Failure | null): void;
  close(): Promise<void>;
}

/** @param options.now the clock that stamps arrivals */
export async function startMailbox(options: { smtpPort?: number; httpPort?: number; now?: () => number } = {}): Promise<Mailbox> {
  const now = options.now ?? Date.now;
  let mails: Mail[] = [];
  let count = 0;
  const listeners = new Set<(mail: Mail) => void>();
  const onMail = (listener: (mail: Mail) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const smtp = await startSmtp(options.smtpPort ?? 0, async (source, envelope) => {
    const mail = await readMail(source, (count += 1), now(), envelope);
    mails.push(mail);
    for (const listener of [...listeners]) listener(mail);
  });
  const clear = () => {
    mails = [];
  };
  const web = await listen(createMailboxApp({ messages: () => mails, clear, onMail }), options.httpPort ?? 0);

  return {
    smtp: { host: smtp.host, port: smtp.port },
    url: web.url,
    messages: () => mails,
    waitFor: (predicate, { timeoutMs = 5000 } = {}) => {
      const arrived = mails.find(predicate);
      if (arrived !== undefined) return Promise.resolve(arrived);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`No such mail within ${timeoutMs} ms. Arrived: ${mails.map(({ subject }) => `« ${subject} »`).join(', ') || 'none'}.`));
        }, timeoutMs);
        const stop = onMail((mail) => {
          if (!predicate(mail)) return;
          clearTimeout(timer);
          stop();
          resolve(mail);
        });
      });
    },
    clear,
    fail: smtp.fail,
    close: async () => {
      await Promise.all([smtp.close(), web.close()]);
    },
  };
}
