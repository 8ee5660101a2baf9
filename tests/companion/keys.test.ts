import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicKey, sharedKey } from '../../companion/keys.ts';
import { importSecret, sign, verify, type SigningKey, type VerifyingKey } from '../../lib/contract/signature.ts';
import { MONDAY } from './support/bookings.ts';

const BODY = '{"name":"Télésanté régionale 🩺"}';
const kinds: Record<'v1' | 'v1a', { signing: SigningKey; verifying: VerifyingKey } | null> = { v1: null, v1a: null };

beforeAll(async () => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  kinds.v1 = { signing: { id: 'p-1', kind: 'v1', key: await importSecret(secret) }, verifying: sharedKey(secret) };
  const pair = generateKeyPairSync('ed25519');
  const key = await crypto.subtle.importKey('pkcs8', pair.privateKey.export({ format: 'der', type: 'pkcs8' }), { name: 'Ed25519' }, false, ['sign']);
  const raw = Buffer.from(String(pair.publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64');
  kinds.v1a = { signing: { id: 'p-1', kind: 'v1a', key }, verifying: publicKey(raw) };
});

describe.each(['v1', 'v1a'] as const)('people’s keys with the process’s own crypto, %s', (kind) => {
  const check = async (alter: (signature: string) => string, body = BODY) => {
    const { signing, verifying } = kinds[kind] ?? expect.fail();
    const headers = await sign(signing, 'evt_1', MONDAY, BODY);
    return verify([verifying], { id: 'evt_1', timestamp: headers['webhook-timestamp'], signature: alter(headers['webhook-signature']) }, body, MONDAY);
  };

  it('Z69 hold what WebCrypto signed, and nothing else', async () => {
    expect(await check((signature) => signature)).toBeNull();
    expect(await check((signature) => signature, `${BODY} `)).toBe('signature');
    expect(await check((signature) => signature.replace(/.(?=.{20}$)/u, (sign) => (sign === 'A' ? 'B' : 'A')))).toBe('signature');
    expect(await check(() => `${kind},`)).toBe('signature');
    expect(await check(() => `${kind},%%é`)).toBe('signature');
  });

  it('R7 refuse another spelling of the same signature: without its padding, with space in it, with other unread bits', async () => {
    const spellings: ((text: string) => string)[] = [
      (text) => text.replace(/=+$/u, ''), (text) => `${text.slice(0, 9)}\t${text.slice(9)}`,
      (text) => text.replace(/[A-Za-z0-9+/](?==*$)/u, (end) => String.fromCharCode(end.charCodeAt(0) + 1)),
      (text) => `${text}=`,
    ];
    for (const spelling of spellings) expect(await check(spelling)).toBe('signature');
  });
});
