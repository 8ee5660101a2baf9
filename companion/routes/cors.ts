/**
 * Only an extension's own pages and worker may read the answers from a browser; no site may. What protects is the
 * signature: this keeps a site's script from even trying.
 */
import type { MiddlewareHandler } from 'hono';

const extensionOrigin = /^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/u;
const HEADERS = 'content-type, passerelle-key, webhook-id, webhook-signature, webhook-timestamp';

const isExtension = (origin: string | undefined): origin is string => origin !== undefined && extensionOrigin.test(origin);

/** Of any answer but the one to OPTIONS. */
export const readableBy = (origin: string | undefined): Record<string, string> => ({
  vary: 'Origin',
  ...(isExtension(origin) ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' } : {}),
});

export const allowExtensions: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  if (context.req.method === 'OPTIONS') {
    const headers: Record<string, string> = { vary: 'Origin, Access-Control-Request-Private-Network' };
    if (isExtension(origin)) {
      Object.assign(headers, {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': HEADERS,
        // A companion on the local network, asked by an extension page that came from elsewhere.
        'access-control-allow-private-network': 'true',
        'access-control-max-age': '600',
      });
    }
    return context.body(null, 204, headers);
  }
  await next();
  for (const [name, value] of Object.entries(readableBy(origin))) context.res.headers.append(name, value);
};
