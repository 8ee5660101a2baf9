/** The door of the portal stand-in: a real HTTP or HTTPS server on loopback that imitates IRIS MGR (see README.md). */
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { generateBookings } from './data/generate.ts';
import { createStore } from './data/store.ts';
import { createMailer } from './mail.ts';
import { defaultTraits, type PortalStandin, type PortalStandinOptions, type Trait } from './options.ts';
import { createPortal } from './portal.ts';

export type { Look, PortalStandin, PortalStandinOptions, RecordedRequest, Trait } from './options.ts';
export { defaultTraits, traits } from './options.ts';

/** T14 is what makes it a portal: never off. */
const traitSet = (traits: readonly Trait[]): Set<Trait> => new Set([...traits, 'T14' as const]);

/** @throws when the port cannot be had */
export async function startPortalStandin(options: PortalStandinOptions = {}): Promise<PortalStandin> {
  const now = options.now ?? Date.now;
  const store = createStore();
  const seed = options.seed ?? 1;
  generateBookings(store, options.bookings ?? 'sample', seed, now());
  const mailer = createMailer(options.mailbox ?? null);
  const portal = createPortal({
    store, mailer, seed, now, secure: options.tls !== undefined, look: options.look ?? 'classic', traits: traitSet(options.traits ?? defaultTraits),
  });
  const listener = getRequestListener(createApp(portal).fetch);
  const server = options.tls ? createSecureServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise<void>((resolve, reject) => {
        mailer.close();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
    requests: () => [...portal.requests],
    forgetRequests: () => void portal.requests.splice(0),
    bookings: () => store.all(),
    find: (number) => store.find(number),
    addBooking: (booking) => store.add(booking, now()),
    setStatus: (number, status) => {
      const booking = store.find(number);
      if (!booking) throw new Error(`No such booking: ${number}`);
      booking.status = status;
    },
    setLook: (look) => {
      portal.look = look;
    },
    setTraits: (traits) => {
      portal.traits = traitSet(traits);
    },
    signOutAll: () => portal.sessions.clear(),
    failNext: (status = 500, count = 1) => {
      portal.trouble = { status, left: count };
    },
  };
}
