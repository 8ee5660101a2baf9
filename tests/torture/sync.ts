/**
 * R1, as the system sees it: between each submission and its acknowledgement the companion asks the disk to keep what was
 * written. Looked at from outside with strace, where there is one.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPerson } from '../../companion/ledger/people.ts';
import { bookingAt, DAY, eventOf, HOUR } from '../companion/support/bookings.ts';
import { createSender } from './client.ts';
import { openRoom } from './room.ts';

export interface Synced {
  submissions: number;
  /** The fewest calls of fsync and fdatasync between one submission and its acknowledgement. */
  fewest: number;
}

export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-D', '-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Sends one after the other: of a group, one sync is enough for all. */
export async function countSyncs(submissions: number): Promise<Synced> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-sync-'));
  const trace = join(folder, 'trace');
  const room = await openRoom({ start: Date.now(), folder });
  const key = await addPerson((await room.database()).db, room.secrets, { name: 'Approbateur', email: null, role: 'approver', establishmentId: null }, Date.now());
  // The tracer stands aside (-D): the child is the companion itself.
  const child = spawn('strace', ['-D', '-f', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, 'companion/cli.ts', 'serve'], { cwd: join(import.meta.dirname, '../..'), env: { PATH: process.env['PATH'], ...room.variables }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (part: Buffer) => {
        const found = /http:\/\/[\d.]+:\d+/u.exec(String(part))?.[0];
        if (found !== undefined) resolve(found);
      });
      void ended.then(() => reject(new Error('The companion ended before it listened.')));
    });
    const sender = await createSender(key, () => Promise.resolve(url), Date.now);
    const syncs = async (): Promise<number> => (await readFile(trace, 'utf8')).match(/\bf(?:data)?sync\(/gu)?.length ?? 0;
    let fewest = Infinity;
    for (let index = 0; index < submissions; index += 1) {
      const before = await syncs();
      await sender.persist(`sync_${index}`, eventOf('booking.requested', bookingAt(Date.now() + 2 * DAY + index * 2 * HOUR, { number: `S-${index}` }), { at: Date.now() }));
      fewest = Math.min(fewest, (await syncs()) - before);
    }
    return { submissions, fewest };
  } finally {
    child.kill('SIGTERM');
    await ended;
    await room.close();
    await rm(folder, { recursive: true, force: true });
  }
}
