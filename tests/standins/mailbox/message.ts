/** A mail as tests and the page read it: the envelope as SMTP gave it, the rest as the mail itself says. */
import PostalMime, { type Address } from 'postal-mime';

export interface Correspondent {
  name: string;
  address: string;
}

export interface MailAttachment {
  filename: string | null;
  mimeType: string;
  /** `PUBLISH`, `REQUEST` or `CANCEL` of a calendar part. */
  method: string | null;
  content: Uint8Array;
  text(): string;
}

export interface Mail {
  /** 1, 2, 3 … in the order of arrival. */
  number: number;
  receivedAt: number;
  from: Correspondent | null;
  to: Correspondent[];
  cc: Correspondent[];
  bcc: Correspondent[];
  /** Who SMTP was told to deliver to: the only place where a blind copy shows. */
  envelope: { from: string; to: string[] };
  subject: string;
  messageId: string | null;
  headers: { name: string; value: string }[];
  /** The first header of this name; null when there is none. */
  header(name: string): string | null;
  text: string;
  html: string;
  attachments: MailAttachment[];
  raw: string;
}

const flat = (address: Address): Correspondent[] =>
  address.group === undefined
    ? [{ name: address.name, address: address.address }]
    : address.group.map(({ name, address: inner }) => ({ name, address: inner }));

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content instanceof Uint8Array ? content : new Uint8Array(content);

/** @param source the mail's bytes as SMTP carried them, dots already unstuffed */
export async function readMail(source: Buffer, number: number, receivedAt: number, envelope: Mail['envelope']): Promise<Mail> {
  const parsed = await PostalMime.parse(source);
  const headers = parsed.headers.map(({ originalKey, value }) => ({ name: originalKey, value }));
  return {
    number,
    receivedAt,
    from: parsed.from === undefined ? null : (flat(parsed.from)[0] ?? null),
    to: (parsed.to ?? []).flatMap(flat),
    cc: (parsed.cc ?? []).flatMap(flat),
    bcc: (parsed.bcc ?? []).flatMap(flat),
    envelope,
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? null,
    headers,
    header: (name) => headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? null,
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    attachments: parsed.attachments.map(({ filename, mimeType, method, content }) => {
      const bytes = bytesOf(content);
      return { filename, mimeType, method: method ?? null, content: bytes, text: () => new TextDecoder().decode(bytes) };
    }),
    raw: source.toString('utf8'),
  };
}
