/** Every route, without a socket: `createApp(parts).request('/v1/me')` is how it is tested. server.ts listens. */
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { describeError } from './log.ts';
import { cancelPages } from './pages/cancel.ts';
import { devicePages } from './pages/device.ts';
import { heldPages } from './pages/held.ts';
import { hostKeyPages } from './pages/host-key.ts';
import { refuseInWords } from './pages/refused.ts';
import { slotRequestPages } from './pages/slot-request.ts';
import { slugPages } from './pages/slug.ts';
import { usagePages } from './pages/usage.ts';
import { CONTENT_POLICY, LARGEST_BODY, noteAnswer, protectingHeaders, toldLength } from './routes/answered.ts';
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

const countBody = bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => refuse(context, 'too_large') });

const limitBody: MiddlewareHandler = (context, next) => {
  const { method } = context.req;
  if (method === 'GET' || method === 'HEAD') return next();
  const told = toldLength(context.req.header('content-length'), context.req.header('transfer-encoding'));
  if (told === null) return countBody(context, next);
  return told <= LARGEST_BODY ? next() : Promise.resolve(refuse(context, 'too_large'));
};

export function createApp(parts: Parts): Hono {
  const app = new Hono();
  const { clock, log } = parts;

  app.use('*', async (context, next) => {
    const began = clock.now();
    await next();
    const { method, routePath } = context.req;
    noteAnswer(parts, { method, route: routePath === '*' || routePath === '/*' ? 'none' : routePath, status: context.res.status, began });
  });
  app.use('*', async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(protectingHeaders)) headers.set(name, value);
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', CONTENT_POLICY);
  });
  app.use('*', refuseInWords);
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
