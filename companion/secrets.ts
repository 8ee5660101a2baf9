/**
 * Everything that is derived from PASSERELLE_SECRET, each purpose with its own key (HKDF): a leak of one
 * kind of value says nothing of the others.
 */
import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto';

export interface Secrets {
  /**
   * Encrypts a person's HMAC secret for the database. It cannot be stored as a hash: checking an HMAC needs
   * the secret itself. So the database alone (a backup, a stolen disk) gives nobody a key.
   */
  seal(text: string): string;
  /** @throws {Error} when the text was sealed under another PASSERELLE_SECRET or was altered */
  open(sealed: string): string;
  /** `[MGR:<reference>:<8 hex>]`: found again in Zoom's agenda, and not to be forged by a meeting's author. */
  marker(reference: string): string;
  /**
   * The 256-bit token of a link. Derived instead of drawn, so that a mail sent again after a crash carries the same
   * link; usable only once its hash is in the database.
   */
  linkToken(purpose: string): string;
  /** A short name for a person in the log: the same person, the same name, and no way back without the secret. */
  pseudonym(text: string): string;
}

/** What is stored of a token. */
export const hashOf = (text: string): string => hash('sha256', text);

export function createSecrets(secret: string): Secrets {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'passerelle', purpose, 32));
  const keys = { seal: derive('person keys'), marker: derive('marker'), link: derive('links'), log: derive('log') };
  const digest = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    marker: (reference) => `[MGR:${reference}:${digest(keys.marker, reference).toString('hex').slice(0, 8)}]`,
    linkToken: (purpose) => digest(keys.link, purpose).toString('base64url'),
    pseudonym: (text) => digest(keys.log, text).toString('hex').slice(0, 12),
  };
}
