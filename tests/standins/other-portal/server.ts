/** The door of the other portal: an HTTP or HTTPS server on loopback (see README.md). */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { LICENCE_ROOM, requestsFor, rooms, type Request } from './data.ts';
import { calendarPage, detailPage, formPage, listPage, signInPage, type Classes } from './pages.ts';

export interface OtherPortal {
  url: string;
  port: number;
  /** What was asked for that could change something, sign-ins left out. */
  writes(): { method: string; path: string; body: string }[];
  requests(): readonly Request[];
  close(): Promise<void>;
}

export interface OtherPortalOptions {
  tls?: { key: string; cert: string };
  /** Milliseconds since 1970 UTC. */
  now?: () => number;
}

const parts = ['top', 'link', 'line', 'word', 'hold', 'go', 'sheet', 'head', 'row', 'cell', 'hour', 'panel', 'big'] as const;
/** A name such as build tools make: no word of it says anything, and it is another one next time. */
const classes = (): Classes => Object.fromEntries(parts.map((part) => [part, `x${randomBytes(4).toString('hex')}`])) as Classes;

interface Draft {
  room: string;
  subject: string;
  day: string;
  arrival: number;
  length: number;
  note: string;
}

function createApp(all: Request[], writes: { method: string; path: string; body: string }[], now: () => number): Hono {
  const app = new Hono();
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  app.get('/entrer', (c) => c.html(signInPage(classes())));
  app.post('/entrer', (c) => {
    setCookie(c, 'maison', '1', { path: '/', httpOnly: true });
    return c.redirect('/agenda', 303);
  });
  app.use(async (c, next) => {
    if (getCookie(c, 'maison') === undefined) return c.redirect('/entrer', 303);
    if (c.req.method !== 'GET') writes.push({ method: c.req.method, path: c.req.path, body: await c.req.raw.clone().text() });
    return next();
  });
  app.get('/', (c) => c.redirect('/agenda'));
  app.get('/agenda', (c) => {
    const wanted = c.req.queries('salle') ?? [];
    return c.html(calendarPage(classes(), c.req.query('jour') ?? today(), all, rooms.filter((room) => wanted.length === 0 || wanted.includes(room))));
  });
  app.get('/demande', (c) => c.html(formPage(classes(), c.req.query('jour') ?? today(), c.req.query('salle') ?? LICENCE_ROOM)));
  app.get('/demandes', (c) => c.html(listPage(classes(), all)));
  app.post('/demandes', async (c) => {
    const draft = await c.req.json<Draft>();
    const reference = `R-${1041 + all.length}`;
    all.push({ ...draft, reference, who: 'Julie Gagnon', state: 'On regarde' });
    return c.json({ reference });
  });
  app.get('/demandes/:reference', (c) => {
    const one = all.find(({ reference }) => reference === c.req.param('reference'));
    return one ? c.html(detailPage(classes(), one)) : c.text('Rien ici', 404);
  });
  app.post('/choix', (c) => c.text('gardé'));
  return app;
}

/** @throws when the port cannot be had */
export async function startOtherPortal({ tls, now = Date.now }: OtherPortalOptions = {}): Promise<OtherPortal> {
  const all = requestsFor(now());
  const writes: { method: string; path: string; body: string }[] = [];
  const listener = getRequestListener(createApp(all, writes, now).fetch);
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    writes: () => [...writes],
    requests: () => all,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
