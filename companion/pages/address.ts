import type { Context } from 'hono';

/**
 * Where a request comes from. Behind a proxy, that is the proxy: a limit by address then holds for all wrong guesses
 * together, which whoever holds a true link or code does not feel.
 */
export const addressOf = (context: Context): string =>
  (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown';
