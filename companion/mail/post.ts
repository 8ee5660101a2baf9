/** Hands a letter to the SMTP server. Addresses go as objects: a line break in a `to` string adds a recipient (Z80). */
import type { Transporter } from 'nodemailer';
import { emailAddress } from '../../lib/contract/primitives.ts';
import type { Organizer } from './calendar.ts';
import { toHtml, toText } from './document.ts';
import type { Letter } from './letters.ts';

export type Delivery =
  | { outcome: 'sent' }
  /** 4xx, or no answer: the same mail again later. */
  | { outcome: 'later'; problem: string }
  /** 5xx: it will not be taken; a person must be told (Z84). */
  | { outcome: 'refused'; problem: string };

export interface Post {
  /** @param messageId without brackets and domain; fixed for a booking, kind and revision, so that a second copy is seen as one */
  send(letter: Letter, messageId: string): Promise<Delivery>;
  /** Whether the server answers and takes our credentials. */
  verify(): Promise<Delivery>;
  close(): void;
}

/** Header values carry no line break or control character, whatever a title holds. */
const headerText = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim();

/** @param smtpUrl `smtp://…` or `smtps://…`; certificates are checked unless the address is loopback */
export function createPost(smtpUrl: string, from: Organizer): Post {
  const url = new URL(smtpUrl);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const port = Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587);
  const open = async (): Promise<Transporter> => (await import('nodemailer')).default.createTransport({
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port,
    secure: url.protocol === 'smtps:',
    requireTLS: url.protocol === 'smtp:' && !isLoopback,
    ignoreTLS: isLoopback && url.protocol === 'smtp:',
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Loaded with the first mail: a companion at rest does without. */
  let opened: Promise<Transporter> | null = null;
  const transport = (): Promise<Transporter> => (opened ??= open());
  const domain = from.address.split('@')[1] ?? 'localhost';
  return {
    async send(letter, messageId) {
      if (!emailAddress.safeParse(letter.to.address).success) return { outcome: 'refused', problem: 'address' };
      const html = await toHtml(letter.subject, letter.language, letter.blocks, letter.footer);
      return deliver(async () => (await transport()).sendMail({
        from,
        to: [{ name: headerText(letter.to.name), address: letter.to.address }],
        subject: headerText(letter.subject),
        messageId: `<${messageId}@${domain}>`,
        text: `${toText(letter.blocks, letter.language)}\n-- \n${letter.footer}\n`,
        html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': letter.language === 'fr' ? 'fr-CA' : 'en-CA' },
        ...(letter.calendar === null ? {} : { icalEvent: { method: letter.calendar.method, filename: 'rencontre.ics', content: letter.calendar.content } }),
      }));
    },
    verify: () => deliver(async () => (await transport()).verify()),
    close: () => void opened?.then((used) => used.close()),
  };
}

async function deliver(send: () => Promise<unknown>): Promise<Delivery> {
  try {
    await send();
    return { outcome: 'sent' };
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
    // Only the server's number and the library's word: its text repeats addresses.
    const problem = typeof responseCode === 'number' ? `smtp${responseCode}` : typeof code === 'string' ? code : 'smtp';
    // 530, 534 and 535 speak of our credentials, not of the recipient: they are put right and tried again.
    const isFinal = typeof responseCode === 'number' && responseCode >= 500 && ![530, 534, 535].includes(responseCode);
    return { outcome: isFinal ? 'refused' : 'later', problem };
  }
}
