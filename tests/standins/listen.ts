/** One way to put a hono app on a loopback port and to take it away again, for the stand-ins. */
import type { Server } from 'node:http';
import { serve, type HttpBindings } from '@hono/node-server';

export interface Listening {
  url: string;
  port: number;
  /** Ends every open connection too: nothing of a stand-in outlives its test. */
  close(): Promise<void>;
}

/**
 * @param port 0 for any free one
 * @throws when the port is taken
 */
export function listen(app: { fetch: (request: Request, env: HttpBindings) => Response | Promise<Response> }, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: (request, env) => app.fetch(request, env as HttpBindings), port, hostname: '127.0.0.1', overrideGlobalObjects: false }, (address) =>
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      }),
    ) as Server;
    server.on('error', reject);
  });
}
