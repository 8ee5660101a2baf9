/** Who sends this: every request under /v1 is signed with a person's key (Standard Webhooks; see lib/contract/signature.ts). */
import type { Context } from 'hono';
import { KEY_HEADER, signedTextOf, verify } from '../../lib/contract/signature.ts';
import type { Caller } from '../ledger/access.ts';
import { readKey } from '../ledger/people.ts';
import type { Parts } from './parts.ts';
import { refuse } from './problem.ts';

/** What the sender says of his signature. */
export const signatureOf = (context: Context) => ({
  id: context.req.header('webhook-id') ?? null,
  timestamp: context.req.header('webhook-timestamp') ?? null,
  signature: context.req.header('webhook-signature') ?? null,
});

/** The text that the request signs. @param body null for a read */
export function signedOf(context: Context, body: string | null): string {
  const { url, method } = context.req;
  return signedTextOf(method, url.slice(url.indexOf('/', url.indexOf('//') + 2)), body);
}

/** @param body as it came; null for a read @returns the person, or the refusal to answer with */
export async function authenticate(context: Context, parts: Parts, body: string | null): Promise<Caller | Response> {
  const keyId = context.req.header(KEY_HEADER);
  const headers = signatureOf(context);
  if (keyId === undefined || !/^[A-Za-z0-9][\w.-]{0,63}$/u.test(keyId) || Object.values(headers).includes(null)) return refuse(context, 'unsigned');
  const now = parts.clock.now();
  const known = await readKey(parts.database.db, parts.secrets, keyId, now);
  if (known === null) return refuse(context, 'key_unknown');
  if (known.revoked) return refuse(context, 'key_revoked');
  switch (await verify(known.keys, headers, signedOf(context, body), now)) {
    case null: {
      // Only what is rightly signed counts: nobody uses up another's by sending rubbish in his name.
      const wait = parts.allowance.take(keyId, now);
      return wait === null ? known.caller : refuse(context, 'too_many', { wait });
    }
    case 'clock':
      return refuse(context, 'clock_skew', { serverTime: new Date(now).toISOString() });
    default:
      return refuse(context, 'signature');
  }
}
