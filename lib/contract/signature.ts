/**
 * Standard Webhooks 1.0.0 signatures with WebCrypto, for the extension and the companion alike:
 * `v1` (HMAC-SHA256 with a shared secret) and `v1a` (Ed25519). The npm library of the standard knows
 * only `v1` and carries its own SHA-256; it is the oracle of our tests (zoom.md § 7).
 *
 * Reads and actions are signed too, with what they ask of what: see {@link signedTextOf}.
 */

/** Seconds that a request's clock may differ from ours (R6). */
export const TOLERANCE_SECONDS = 300;

/** Which person's key signed; ours, since the standard names no key. */
export const KEY_HEADER = 'passerelle-key';

export interface SignedHeaders {
  'webhook-id': string;
  /** Unix seconds of this attempt. */
  'webhook-timestamp': string;
  'webhook-signature': string;
  'passerelle-key': string;
}

export interface SigningKey {
  /** The key's public name, sent in {@link KEY_HEADER}. */
  id: string;
  kind: 'v1' | 'v1a';
  key: CryptoKey;
}

const encoder = new TextEncoder();
const SECRET_PREFIX = 'whsec_';

/** Of raw bytes, as keys and signatures are written. */
export const toBase64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}

/**
 * Reads a shared secret as people paste it: `whsec_` and base64 of 24 to 64 bytes.
 * @throws {TypeError} when the text is not such a secret; the message never repeats it
 */
export function secretBytes(text: string): Uint8Array<ArrayBuffer> {
  const body = text.trim().replace(SECRET_PREFIX, '');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = fromBase64(body);
  } catch {
    throw new TypeError('The secret is not base64.');
  }
  if (bytes.length < 24 || bytes.length > 64) throw new TypeError('The secret must hold 24 to 64 bytes.');
  return bytes;
}

/** As {@link secretBytes}, to sign and to verify with. @throws {TypeError} */
export const importSecret = async (text: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secretBytes(text), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

/** Imports an Ed25519 public key from base64 of its 32 raw bytes. @throws {TypeError|DOMException} when it is not one */
export async function importPublicKey(base64: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(base64), { name: 'Ed25519' }, true, ['verify']);
}

/** What is signed: `id.timestamp.body`; neither id nor timestamp may hold a dot. */
const signedContent = (id: string, seconds: string, body: string): string => `${id}.${seconds}.${body}`;

/** The text that stands for the body of a request that has none. */
export const bodyOfRead = (method: string, pathAndQuery: string): string => `${method.toUpperCase()} ${pathAndQuery}`;

/** Where a body is signed alone, after Standard Webhooks; an event's identity keeps it from counting twice. */
export const EVENTS_PATH = '/v1/events';

/**
 * The text that a request signs. Elsewhere than for events it says what is asked of what: the same body sent to
 * another booking's address, or for another action, is another request (R7).
 * @param body null or empty: there is none
 */
export const signedTextOf = (method: string, pathAndQuery: string, body: string | null): string => {
  if (body === null || body === '') return bodyOfRead(method, pathAndQuery);
  return pathAndQuery === EVENTS_PATH ? body : `${bodyOfRead(method, pathAndQuery)}\n${body}`;
};

/**
 * Signs one attempt.
 * @param id stable over retries; letters, digits, `_` and `-`
 * @param now the attempt's instant, in milliseconds since 1970 UTC
 */
export async function sign(signingKey: SigningKey, id: string, now: number, body: string): Promise<SignedHeaders> {
  const seconds = String(Math.floor(now / 1000));
  const algorithm = signingKey.kind === 'v1' ? 'HMAC' : 'Ed25519';
  const signature = await crypto.subtle.sign(algorithm, signingKey.key, encoder.encode(signedContent(id, seconds, body)));
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `${signingKey.kind},${toBase64(signature)}`,
    'passerelle-key': signingKey.id,
  };
}

/**
 * A key to verify with: WebCrypto's, or whatever is faster where it is used. That too compares in constant time, and
 * takes a signature in the one spelling of base64 in which it is made.
 */
export type VerifyingKey = { kind: 'v1' | 'v1a' } & ({ key: CryptoKey } | { holds: (signature: string, content: string) => boolean });

async function holds(candidate: VerifyingKey, signature: string, content: string): Promise<boolean> {
  if ('holds' in candidate) return candidate.holds(signature, content);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = fromBase64(signature);
  } catch {
    return false;
  }
  // One signature, one text: other spellings of the same bits are refused.
  if (toBase64(bytes.buffer) !== signature) return false;
  return crypto.subtle.verify(candidate.kind === 'v1' ? 'HMAC' : 'Ed25519', candidate.key, bytes, encoder.encode(content));
}

export type Refusal = 'malformed' | 'clock' | 'signature';

/**
 * Checks one request. Constant time by WebCrypto's own `verify`.
 * @param keys the keys in force for the named person (two during a rotation)
 * @param now milliseconds since 1970 UTC
 * @returns null when it holds, else why not; `clock` only when the signature itself is right
 */
export async function verify(
  keys: readonly VerifyingKey[],
  headers: { id: string | null; timestamp: string | null; signature: string | null },
  body: string,
  now: number,
): Promise<Refusal | null> {
  const { id, timestamp, signature } = headers;
  if (id === null || !/^[A-Za-z0-9_-]{1,128}$/u.test(id)) return 'malformed';
  if (timestamp === null || !/^\d{1,12}$/u.test(timestamp)) return 'malformed';
  if (signature === null || signature.length > 2000) return 'malformed';
  const content = signedContent(id, timestamp, body);
  for (const part of signature.split(' ').slice(0, 8)) {
    const [kind, encoded] = part.split(',', 2);
    if (encoded === undefined) continue;
    for (const candidate of keys) {
      if (candidate.kind !== kind) continue;
      if (!(await holds(candidate, encoded, content))) continue;
      return Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS ? null : 'clock';
    }
  }
  return 'signature';
}
