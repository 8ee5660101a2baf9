/** Which address of Zoom's API is called. */

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host) || host.endsWith('.localhost');

/**
 * The regional base of the token's answer keeps Québec's data in Canada (zoom.md § 4), but it is an address that
 * comes from outside: only https under .zoom.us is followed (Z26), or loopback when the configured base is loopback.
 * @param offered `api_url` of the token's answer, an origin without path
 * @param configured such as `https://api.zoom.us/v2`
 */
export function baseOf(offered: string | undefined, configured: string): string {
  if (offered === undefined || !URL.canParse(offered)) return configured;
  const url = new URL(offered);
  if (url.username !== '' || url.password !== '') return configured;
  const regional = url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.zoom.us');
  const trial = isLoopback(url.hostname) && isLoopback(new URL(configured).hostname);
  return regional || trial ? `${url.origin}/v2` : configured;
}

/** A link that may be given to a person: https, or http on loopback for trials. @returns null when it is neither */
export function safeLink(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? text : null;
}
