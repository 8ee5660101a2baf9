/**
 * The person's signing key: made in this browser and enrolled, or pasted once and stored nowhere as text. What
 * stays is a WebCrypto key that cannot be exported, in the extension's own IndexedDB. Its public name alone is in
 * the store that pages watch. Keys are never part of an export.
 */
import { identifierShape } from '../contract/bounds.ts';
import { importSecret, type SigningKey } from '../contract/signature.ts';
import { keySafe, type KeySafe } from './key-safe.ts';
import { isNumber, isText, oneOf, orAbsent, shape, type Is } from './shape.ts';
import { stored, type Stored } from './stored.ts';

/** What may be shown of the key. */
export interface KeyInfo {
  id: string;
  /** Since when it is here, milliseconds since 1970 UTC. */
  added: number;
  /** `v1a`: made in this browser and enrolled; `v1`: a shared secret that was pasted. */
  kind: 'v1' | 'v1a';
}

const isKeyName: Is<string> = (value): value is string => isText(value) && identifierShape.test(value);
/** Before enrolment existed, every key was pasted. */
const isKeyInfo = shape<Omit<KeyInfo, 'kind'> & Partial<KeyInfo>>({ id: isKeyName, added: isNumber, kind: orAbsent(oneOf(['v1', 'v1a'])) });

export const keyInfoStore: Stored<KeyInfo | null> = stored('local', 'key', (raw) => (isKeyInfo(raw) ? { ...raw, kind: raw.kind ?? 'v1' } : null), { writer: 'worker' });

/**
 * Reads `<key id>:whsec_<base64>` as a person pastes it, spaces and line ends around it forgiven.
 * @throws {TypeError} when it is not such a text; the message never repeats it
 */
export async function importPersonKey(text: string): Promise<SigningKey> {
  const [, id, secret] = /^([^:\s]+):(whsec_[A-Za-z0-9+/=]+)$/u.exec(text.trim()) ?? [];
  if (id === undefined || secret === undefined || !identifierShape.test(id)) throw new TypeError('The key is not « name:whsec_… ».');
  return { id, kind: 'v1', key: await importSecret(secret) };
}

/** Keeps a key in place of any other. @param now milliseconds since 1970 UTC */
export async function keepKey(key: SigningKey, now: number, safe: KeySafe = keySafe): Promise<void> {
  await safe.put(key);
  await keyInfoStore.update(() => ({ id: key.id, added: now, kind: key.kind }));
}

/** The key to sign with; null when the person has none. */
export async function loadKey(safe: KeySafe = keySafe): Promise<SigningKey | null> {
  const info = await keyInfoStore.load();
  if (info === null) return null;
  const key = await safe.get();
  return key?.id === info.id ? key : null;
}

/** Removes the key from this browser. The companion still knows it until it is revoked there. */
export async function forgetKey(safe: KeySafe = keySafe): Promise<void> {
  await safe.clear();
  await safe.clearNext();
  await keyInfoStore.update(() => null);
}
