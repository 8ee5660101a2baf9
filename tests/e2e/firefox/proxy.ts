/**
 * Firefox has no switch that sends one host elsewhere, as Chromium's resolver rules do: a proxy of our own
 * takes the portal's host to the stand-in, and refuses every other, so that no test ever leaves this machine.
 */
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** @param routes from `host:port` to a port of this machine */
export async function startProxy(routes: Readonly<Record<string, number>>): Promise<Proxy> {
  const open = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(403).end());
  server.on('connect', (request, client: Socket) => {
    open.add(client);
    const port = routes[request.url ?? ''];
    if (port === undefined) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const target = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 Connection Established\r\n\r\n'));
    open.add(target);
    target.pipe(client).pipe(target);
    // Either end may go away in the middle of a sentence: the other one then goes too.
    for (const [one, other] of [[client, target], [target, client]] as const) one.on('error', () => other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
