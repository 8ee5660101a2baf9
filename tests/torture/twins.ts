/** R12: a second process on the same SQLite file. The first goes on; when it dies, the file is free at once. */
import { MONDAY } from '../companion/support/bookings.ts';
import { keep } from './keeper.ts';
import type { Processes } from './process.ts';
import { openRoom } from './room.ts';

/** @returns what went otherwise than promised */
export async function startTwins(processes: Processes): Promise<string[]> {
  const room = await openRoom({ start: MONDAY });
  const bounds = { quietMs: 90_000 };
  const first = keep({ room, bounds, processes, seed: 1 });
  const findings: string[] = [];
  const second = processes.take();
  const start = { do: 'start' as const, variables: room.variables, now: room.clock.reading(), goes: false, seed: 2, crashAt: null, ...bounds };
  try {
    const url = await first.url();
    const sentence = await second.ask(start).then(() => 'it started', (error: Error) => error.message);
    if (!sentence.startsWith('Un autre compagnon sert déjà la base')) findings.push(`R12 the second process: ${sentence}`);
    if ((await fetch(`${url}/healthz`)).status !== 200) findings.push('R12 the first process no longer answers');
    await first.end();
    await second.ask(start).catch((error: Error) => findings.push(`R12 the file of a dead process was not free: ${error.message}`));
    return findings;
  } finally {
    await first.end();
    second.signal('SIGKILL');
    await second.gone;
    await room.close();
  }
}
