/** The server's door: opened on a port, and closed without hurting whoever is inside. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whoever has not been answered by then is let go (R14). */
const LONGEST_CLOSE_MS = 6000;
const LOOK_MS = 50;

/** @returns the port; @throws {Error} with a sentence when it is taken */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Le port ${port} est déjà pris\u00a0: arrêtez l’autre programme, ou changez PASSERELLE_PORT.`) : error));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Answers what was accepted and takes nothing new; connections that are kept open for later requests are closed. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    // Whoever still sends on an open connection is answered, and told that it ends there.
    server.prependListener('request', (_request, response) => {
      response.shouldKeepAlive = false;
    });
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const end = setTimeout(() => server.closeAllConnections(), LONGEST_CLOSE_MS);
    server.close(() => {
      clearInterval(looking);
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}
