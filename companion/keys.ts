/**
 * People's keys with the process's own crypto: WebCrypto, which the extension signs with, hands each check to another
 * thread and back, which takes longer than the check.
 */
import { createHmac, createPublicKey, createSecretKey, timingSafeEqual, verify } from 'node:crypto';
import { secretBytes } from '../lib/contract/signature.ts';
import type { VerifyingKey } from '../lib/contract/signature.ts';

/** In constant time. Text for text: another spelling of the same signature is not it. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** @param secret as people paste it @throws {TypeError} when it is none */
export function sharedKey(secret: string): VerifyingKey {
  const key = createSecretKey(secretBytes(secret));
  return { kind: 'v1', holds: (signature, content) => isSame(signature, createHmac('sha256', key).update(content).digest('base64')) };
}

/** @param base64 of the 32 raw bytes of an Ed25519 public key @throws when it is none */
export function publicKey(base64: string): VerifyingKey {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(base64, 'base64').toString('base64url') }, format: 'jwk' });
  return {
    kind: 'v1a',
    holds(signature, content) {
      const bytes = Buffer.from(signature, 'base64');
      return isSame(signature, bytes.toString('base64')) && verify(null, Buffer.from(content), key, bytes);
    },
  };
}
