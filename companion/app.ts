/** Every route, without a socket: `createApp(parts).request('/v1/me')` is how it is tested. server.ts listens. */
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { describeError } from './log.ts';
import { cancelPages } from './pages/cancel.ts';
import { devicePages } from './pages/device.ts';
import { heldPages } from './pages/held.ts';
import { hostKeyPages } from './pages/host-key.ts';
import { slotRequestPages } from './pages/slot-request.ts';
import { slugPages } from './pages/slug.ts';
import { usagePages } from './pages/usage.ts';
import { allowExtensions } from './routes/cors.ts';
import { dayRoutes } from './routes/day.ts';
import { enrolmentRoute } from './routes/enrolments.ts';
import { eventsRoute } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { licenceRoutes } from './routes/licence.ts';
import { openApiRoute } from './routes/openapi.ts';
import type { Parts } from './routes/parts.ts';
import { refuse } from './routes/problem.ts';
import { readRoutes } from './routes/reads.ts';
import { roomReportRoutes } from './routes/rooms-reports.ts';
import { roomRoutes } from './routes/rooms.ts';
import { slotRequestRoutes } from './routes/slot-requests.ts';
import { usageRoute } from './routes/usage.ts';
import { zoomEventsRoute } from './routes/zoom-events.ts';

/** Read before anything is parsed. */
const LARGEST_BODY = 64 * 1024;

const countBody = bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => refuse(context, 'too_large') });

/** A body whose length is told need not be counted, and its stream not be made: Node itself holds it to that length. */
const limitBody: MiddlewareHandler = (context, next) => {
  const { method } = context.req;
  if (method === 'GET' || method === 'HEAD') return next();
  const told = context.req.header('content-length');
  if (told === undefined || context.req.header('transfer-encoding') !== undefined) return countBody(context, next);
  return Number(told) <= LARGEST_BODY ? next() : Promise.resolve(refuse(context, 'too_large'));
};

export function createApp(parts: Parts): Hono {
  const app = new Hono();
  const { clock, log, metrics } = parts;

  app.use('*', async (context, next) => {
    const began = clock.now();
    await next();
    const { status } = context.res;
    // The route's pattern: the path itself may hold a token.
    const route = context.req.routePath === '*' || context.req.routePath === '/*' ? 'none' : context.req.routePath;
    const milliseconds = clock.now() - began;
    metrics.count('passerelle_requests_total', { route, status: String(status) });
    metrics.observeRequest(route, milliseconds / 1000);
    log.info('request', { method: context.req.method, route, status, milliseconds });
  });
  app.use('*', async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cache-control', 'no-store');
    headers.set('strict-transport-security', 'max-age=31536000');
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  });
  app.use('/v1/*', allowExtensions);
  app.use('*', limitBody);

  eventsRoute(app, parts);
  readRoutes(app, parts);
  healthRoutes(app, parts);
  usageRoute(app, parts);
  dayRoutes(app, parts);
  licenceRoutes(app, parts);
  enrolmentRoute(app, parts);
  roomRoutes(app, parts);
  slotRequestRoutes(app, parts);
  roomReportRoutes(app, parts);
  zoomEventsRoute(app, parts);
  openApiRoute(app, parts);
  cancelPages(app, parts);
  heldPages(app, parts);
  usagePages(app, parts);
  slugPages(app, parts);
  devicePages(app, parts);
  hostKeyPages(app, parts);
  slotRequestPages(app, parts);

  refuseOtherMethods(app);
  app.notFound((context) => refuse(context, 'not_found'));
  app.onError((error, context) => {
    log.error('request failed', { route: context.req.routePath, error: describeError(error) });
    return refuse(context, 'internal');
  });
  return app;
}

/** A known address asked in another way than it can be. */
function refuseOtherMethods(app: Hono): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) if (method !== 'ALL') methods.set(path, (methods.get(path) ?? new Set()).add(method));
  for (const [path, known] of methods) {
    const allow = [...known, ...(known.has('GET') ? ['HEAD'] : [])].join(', ');
    app.all(path, (context) => {
      context.header('allow', allow);
      return refuse(context, 'method');
    });
  }
}
