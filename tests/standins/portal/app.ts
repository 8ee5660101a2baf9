/** The portal as a pure application: every route twice, as a page and, under `/api`, as JSON for the react look. */
import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { programRoutes } from './assets.ts';
import { frameOf } from './frame.ts';
import { refusalOf } from './guard.ts';
import { renderClassic } from './looks/classic/index.ts';
import { renderShell } from './looks/react/shell.ts';
import type { FullPage } from './models.ts';
import type { Look } from './options.ts';
import type { Portal } from './portal.ts';
import { recordRequest, type PortalEnvironment } from './recorder.ts';
import { routes } from './routes/index.ts';
import { say, type MemberVisit, type Result, type Route, type Visit } from './routes/route.ts';
import { messages } from './wording.ts';

const COOKIE = 'IRISSESSION';

/** A chosen look stays with the browser; `?look=` chooses it. */
const lookOf = (text: string | undefined): Look | null => (text === 'classic' || text === 'react' ? text : null);

function visitOf(context: Context<PortalEnvironment>, portal: Portal, prefix: string): Visit {
  const url = new URL(context.req.url);
  const session = portal.sessions.get(getCookie(context, COOKIE) ?? '') ?? portal.openSession(null, null, { resources: [], characteristics: [] });
  session.look = lookOf(url.searchParams.get('look') ?? undefined) ?? session.look ?? lookOf(getCookie(context, 'look'));
  url.searchParams.delete('look');
  const query = url.searchParams.size > 0 ? `?${url.searchParams}` : '';
  return {
    portal,
    session,
    presenter: portal.presenter(),
    address: `${url.pathname.slice(prefix.length) || '/'}${query}`,
    query: url.searchParams,
    fields: context.get('fields'),
    parameter: context.req.param('number') ?? '',
  };
}

async function resultOf(route: Route | null, visit: Visit, context: Context<PortalEnvironment>): Promise<Result> {
  const { presenter, session, portal } = visit;
  const refusal = context.req.method === 'POST' ? refusalOf(context, session) : null;
  if (refusal !== null) return say(presenter, presenter.words.product, messages.stale, 403);
  if (context.req.method === 'POST' && portal.trouble.left > 0) {
    portal.trouble.left -= 1;
    return say(presenter, presenter.words.product, messages.trouble, portal.trouble.status);
  }
  if (route === null) return say(presenter, presenter.words.noSuchPage, messages.missing, 404);
  if (route.access === 'anyone') return route.handle(visit);
  const { user } = session;
  if (user === null) return { go: context.req.method === 'GET' ? `/connexion?retour=${encodeURIComponent(visit.address)}` : '/connexion' };
  return route.handle(Object.assign(visit, { user }) satisfies MemberVisit);
}

function answer(context: Context<PortalEnvironment>, visit: Visit, result: Result, asData: boolean): Response | Promise<Response> {
  setCookie(context, COOKIE, visit.session.id, { path: '/', httpOnly: true, sameSite: 'Lax', secure: visit.portal.secure });
  if (visit.session.look) setCookie(context, 'look', visit.session.look, { path: '/', sameSite: 'Lax' });
  context.header('Cache-Control', 'no-store');
  if ('data' in result) return context.json(result.data as object);
  if ('go' in result) return asData ? context.json({ go: result.go }) : context.redirect(result.go, 303);
  const status = result.status ?? 200;
  const full = (): FullPage => ({ frame: frameOf(visit, result.page), page: result.page });
  if (asData) return context.json(full(), status);
  const nonce = randomBytes(16).toString('base64');
  if (visit.portal.traits.has('T13')) context.header('Content-Security-Policy', policy(nonce));
  const look = visit.session.look ?? visit.portal.look;
  return context.html(look === 'react' ? renderShell(visit.portal, nonce) : renderClassic(full(), nonce), status);
}

/** T13. */
const policy = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function createApp(portal: Portal): Hono<PortalEnvironment> {
  const app = new Hono<PortalEnvironment>();
  app.use(recordRequest(portal));
  programRoutes(app);
  const serve = (route: Route | null, prefix: string) => async (context: Context<PortalEnvironment>) => {
    const visit = visitOf(context, portal, prefix);
    return answer(context, visit, await resultOf(route, visit, context), prefix !== '');
  };
  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.path, serve(route, ''));
    app.on(route.method.toUpperCase(), `/api${route.path}`, serve(route, '/api'));
  }
  app.all('/api/*', serve(null, '/api'));
  app.notFound(serve(null, ''));
  app.onError((error, context) => {
    console.error(error);
    return context.text(messages.trouble, 500);
  });
  return app;
}
