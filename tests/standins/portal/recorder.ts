/** Keeps every request as it came, and reads its fields. */
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { Portal } from './portal.ts';

export interface PortalEnvironment {
  Bindings: HttpBindings;
  Variables: { fields: URLSearchParams };
}

/** JSON of the react look: texts and lists of texts. */
function fieldsOfJson(text: string): URLSearchParams {
  const fields = new URLSearchParams();
  const given: unknown = JSON.parse(text);
  for (const [name, value] of Object.entries(given ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) fields.append(name, String(one));
  }
  return fields;
}

export const recordRequest = (portal: Portal): MiddlewareHandler<PortalEnvironment> => async (context, next) => {
  const body = new Uint8Array(await context.req.arrayBuffer());
  const url = new URL(context.req.url);
  portal.requests.push({
    method: context.req.method,
    path: url.pathname + url.search,
    rawHeaders: [...context.env.incoming.rawHeaders],
    headers: context.req.header(),
    body,
  });
  const text = new TextDecoder().decode(body);
  const type = context.req.header('content-type') ?? '';
  try {
    context.set('fields', type.includes('json') ? fieldsOfJson(text) : new URLSearchParams(type.includes('urlencoded') ? text : ''));
  } catch {
    return context.text('JSON invalide.', 400);
  }
  return next();
};
