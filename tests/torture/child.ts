/**
 * The process that dies: runs the real companion on real sockets and a real database, and takes orders from the
 * parent. At the border that it was told of, it ends itself with SIGKILL: nothing is flushed, closed or said.
 */
import { writeSync } from 'node:fs';
import { readEnvironment } from '../../companion/environment.ts';
import { startCompanion } from '../../companion/server.ts';
import type { Companion } from '../../companion/server.ts';
import { createRandom } from '../standins/zoom/random.ts';
import { createTornClock } from './clock.ts';
import type { TornClock } from './clock.ts';
import type { Order, StartOrder, Told } from './orders.ts';

const LITTLE = 65_536;

let companion: Companion | null = null;
let clock: TornClock | null = null;
let borders: string[] = [];

async function start(order: StartOrder): Promise<{ url: string }> {
  clock = createTornClock(order.now, order.goes);
  borders = [];
  const step = (border: string): void => {
    if (borders.push(border) !== order.crashAt) return;
    writeSync(1, border);
    process.kill(process.pid, 'SIGKILL');
  };
  companion = await startCompanion(readEnvironment(order.variables), {
    clock, step, random: createRandom(order.seed), quietMs: order.quietMs, reserveBytes: order.reserveBytes ?? LITTLE,
    ...(order.leaseMs === undefined ? {} : { leaseMs: order.leaseMs }),
    ...(order.zoomTimeoutMs === undefined ? {} : { zoomTimeoutMs: order.zoomTimeoutMs }),
    // A clock that stands would never let a read of Zoom be tried again.
    ...(order.goes ? {} : { zoomWait: () => Promise.resolve() }),
  });
  return { url: companion.url };
}

async function obey(order: Order): Promise<unknown> {
  if (order.do === 'start') return start(order);
  if (order.do === 'borders') return borders;
  if (companion === null || clock === null) throw new Error('There is no companion yet.');
  switch (order.do) {
    case 'clock':
      clock.set(order.now);
      return null;
    case 'idle':
      await companion.idle();
      return null;
    case 'sweep':
      return companion.sweep();
    case 'addKey':
      return companion.addKey(order.person);
    case 'close':
      await companion.close();
      companion = null;
      return null;
  }
}

process.on('message', ({ number, order }: { number: number; order: Order }) => {
  obey(order).then(
    (value): Told => ({ number, ok: true, value: value ?? null }),
    (error: unknown): Told => ({ number, ok: false, message: error instanceof Error ? error.message : String(error) }),
    // Without a listener of its own, an answer to whoever has just died would end this process as an error.
  ).then((told) => process.send?.(told, () => undefined), () => undefined);
});
process.on('disconnect', () => process.exit(0));
