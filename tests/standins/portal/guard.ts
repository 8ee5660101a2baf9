/** T14: a saving is taken only with the session's token and from a page of this portal. */
import type { Context } from 'hono';
import type { Session } from './portal.ts';
import type { PortalEnvironment } from './recorder.ts';

export type Refusal = 'token' | 'referer';

export function refusalOf(context: Context<PortalEnvironment>, session: Session): Refusal | null {
  if (context.get('fields').get('jeton') !== session.token) return 'token';
  const referer = context.req.header('referer');
  return referer !== undefined && URL.canParse(referer) && new URL(referer).host === context.req.header('host') ? null : 'referer';
}
