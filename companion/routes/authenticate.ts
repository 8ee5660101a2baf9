/** Who sends this: every request under /v1 is signed with a person's key (Standard Webhooks; see lib/contract/signature.ts). */
import type { Context } from 'hono';
import { KEY_HEADER, signedTextOf, verify } from '../../lib/contract/signature.ts';
import type { Caller } from '../ledger/access.ts';
import { readKey } from '../ledger/people.ts';
import type { Parts } from './parts.ts';
import { Refusal, refuse } from './problem.ts';

/** A request's head, whoever read it. */
export interface Asked {
  method: string;
  /** Path and query as they came: they are signed. */
  target: string;
  header(name: string): string | undefined;
}

export function askedOf(context: Context): Asked {
  const { url, method } = context.req;
  return { method, target: url.slice(url.indexOf('/', url.indexOf('//') + 2)), header: (name) => context.req.header(name) };
}

/** What the sender says of his signature. */
export const signatureOf = ({ header }: Asked) => ({
  id: header('webhook-id') ?? null,
  timestamp: header('webhook-timestamp') ?? null,
  signature: header('webhook-signature') ?? null,
});

/** When it was signed, by the sender's clock: milliseconds since 1970 UTC, in whole seconds. Of a request that was let in. */
export const sentAt = ({ header }: Asked): number => Number(header('webhook-timestamp')) * 1000;

/** The text that the request signs. @param body null for a read */
export const signedOf = ({ method, target }: Asked, body: string | null): string => signedTextOf(method, target, body);

/** @param body as it came; null for a read */
export async function identify(asked: Asked, parts: Parts, body: string | null): Promise<Caller | Refusal> {
  const keyId = asked.header(KEY_HEADER);
  const headers = signatureOf(asked);
  if (keyId === undefined || !/^[A-Za-z0-9][\w.-]{0,63}$/u.test(keyId) || Object.values(headers).includes(null)) return new Refusal('unsigned');
  const now = parts.clock.now();
  const known = await readKey(parts.database.db, parts.secrets, keyId, now);
  if (known === null) return new Refusal('key_unknown');
  if (known.revoked) return new Refusal('key_revoked');
  switch (await verify(known.keys, headers, signedOf(asked, body), now)) {
    case null: {
      // Only what is rightly signed counts: nobody uses up another's by sending rubbish in his name.
      const wait = parts.allowance.take(keyId, now);
      return wait === null ? known.caller : new Refusal('too_many', { wait });
    }
    case 'clock':
      return new Refusal('clock_skew', { serverTime: new Date(now).toISOString() });
    default:
      return new Refusal('signature');
  }
}

/** As {@link identify}. @returns the person, or the refusal to answer with */
export async function authenticate(context: Context, parts: Parts, body: string | null): Promise<Caller | Response> {
  const caller = await identify(askedOf(context), parts, body);
  return caller instanceof Refusal ? refuse(context, caller.code, caller.more) : caller;
}
