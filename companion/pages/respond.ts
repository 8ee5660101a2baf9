/** How a page of a person is answered: what it may load (nothing), and whose form it takes (its own). */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fragment } from './layout.ts';

/** @param styles which style sheets it may use */
const headersOf = (styles: string): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; style-src ${styles}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-robots-tag': 'noindex',
});

export const show = (context: Context, body: Fragment | string, status: ContentfulStatusCode = 200, styles = "'self'"): Response | Promise<Response> => {
  for (const [name, value] of Object.entries(headersOf(styles))) context.header(name, value);
  return context.html(body, status);
};

/**
 * A form sent from another site's page is no person's click here. Old browsers say nothing, or « null » since the page
 * sends no referrer; then the token decides.
 */
export function isForeign(context: Context, publicUrl: string): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin';
  const origin = context.req.header('origin');
  return origin !== undefined && origin !== 'null' && origin !== new URL(publicUrl).origin;
}
