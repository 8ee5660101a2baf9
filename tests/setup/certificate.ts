/** A certificate made on the spot for the portal stand-in, and the one fingerprint that the browser is told to trust. */
import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
  /** Base64 of SHA-256 of the public key, as `--ignore-certificate-errors-spki-list` wants it. */
  fingerprint: string;
}

/** @param host the name that the certificate is for */
export async function makeCertificate(host: string): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: made.private, cert: made.cert, fingerprint: createHash('sha256').update(publicKey).digest('base64') };
}
