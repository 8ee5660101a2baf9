/**
 * R10 on a disk that is really full: a small one of its own in memory, filled by bookings, with a process killed on
 * it, then enlarged. Only root may mount one; without root, tests/companion/durability.test.ts limits the file instead.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RESERVE_BYTES } from '../../companion/ledger/reserve.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from '../companion/support/bookings.ts';
import { calm } from './calm.ts';
import { check } from './checker.ts';
import { createSender, pause } from './client.ts';
import { keyOf, readEvidence } from './evidence.ts';
import type { Deed } from './evidence.ts';
import { keep } from './keeper.ts';
import type { Processes } from './process.ts';
import { APPROVERS, openRoom } from './room.ts';

export interface FullDisk {
  acknowledged: number;
  /** With 507, while it was full. */
  refused: number;
  findings: string[];
}

/** What is kept aside, and room for some hundred bookings. */
const SMALL = '22m';
const LARGE = '64m';
const MOST = 2000;
/** Sent on after the first refusal, half before a kill and half after it. */
const AFTER_FULL = 40;

export const canMount = (): boolean => process.getuid?.() === 0 && process.platform === 'linux';

export async function fillDisk(processes: Processes): Promise<FullDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL}`, 'tmpfs', folder]);
  const room = await openRoom({ start: MONDAY, goes: true, folder, zoom: { limits: { rates: false, daily: 1_000_000 } } });
  const bounds = { quietMs: 3000, leaseMs: 2000, reserveBytes: RESERVE_BYTES };
  const keeper = keep({ room, bounds, processes, seed: 1 });
  const deeds: Deed[] = [];
  const findings: string[] = [];
  let refused = 0;
  try {
    const key = await keeper.ask({ do: 'addKey', person: { name: 'Approbateur', email: null, role: 'approver', establishmentId: null } });
    const sender = await createSender(key, keeper.url, room.clock.now);
    const submit = async (index: number): Promise<boolean> => {
      const booking = bookingAt(MONDAY + 2 * DAY + index * 2 * HOUR, { number: `D-${index}`, page: null });
      const webhookId = `disk_${index}`;
      const answer = await sender.once(webhookId, eventOf(index % 12 === 0 ? 'booking.approved' : 'booking.requested', booking, { at: room.clock.now(), service: { ...web5000, concurrency: 100 } }));
      const isKept = answer?.status === 202;
      const deed: Deed = { booking: keyOf(booking), does: index % 12 === 0 ? 'booking.approved' : 'booking.requested', facts: booking, webhookId, outcome: isKept ? 'acknowledged' : 'unknown', answer: isKept ? answer.text : null };
      // What was refused in words did not happen: nothing of it may be found.
      if (isKept || answer === null) deeds.push(deed);
      if (answer !== null && !isKept) refused += 1;
      if (answer !== null && ![202, 503, 507].includes(answer.status)) findings.push(`R10 ${answer.status} instead of a refusal in words: ${answer.text}`);
      return isKept;
    };

    let index = 0;
    while (index < MOST && (await submit((index += 1))));
    if (index < 2 || index === MOST) findings.push(`R10 the disk was full after ${index} bookings: this proves nothing`);
    for (const until = index + AFTER_FULL / 2; index < until; ) await submit((index += 1));
    if (existsSync(join(folder, 'passerelle.sqlite-reserve'))) findings.push('R10 the room kept aside was not given back');
    const health = await fetch(`${await keeper.url()}/healthz`);
    if (health.status !== 503) findings.push(`R10 /healthz said ${health.status} on a full disk`);
    // What was acknowledged is done on the full disk, in the room that was kept aside.
    await calm(room, [keeper], room.clock.now() + HOUR);
    for (const fault of check(await readEvidence(room, deeds, refused, APPROVERS)).findings) findings.push(`R10 on the full disk: ${fault}`);
    let early = '';
    await keeper.kill(async () => {
      // Started again on the full disk it serves or says why not; either way it loses nothing.
      const hasty = processes.take();
      early = await hasty.ask({ do: 'start', variables: room.variables, now: room.clock.reading(), goes: true, seed: 2, crashAt: null, ...bounds }).then(() => 'started', (error: Error) => error.message);
      hasty.signal('SIGKILL');
      await hasty.gone;
      execFileSync('mount', ['-o', `remount,size=${LARGE}`, folder]);
    });
    if (early !== 'started' && !early.startsWith('Le disque de la base de données est plein')) findings.push(`R10 started on the full disk, it said: ${early}`);
    for (let tries = 0; (await fetch(`${await keeper.url()}/healthz`)).status !== 200; tries += 1) {
      if (tries === 100) throw new Error('R10 /healthz did not turn green again.');
      await pause(50);
    }
    if (!existsSync(join(folder, 'passerelle.sqlite-reserve'))) findings.push('R10 no room is kept aside any more');
    for (const until = index + AFTER_FULL / 2; index < until; ) if (!(await submit((index += 1)))) findings.push('R10 refused although there was room again');
    await calm(room, [keeper], room.clock.now() + HOUR);
    const verdict = check(await readEvidence(room, deeds, keeper.deaths().length + refused, APPROVERS));
    if (keeper.surprises() > 0) findings.push(`R9 ${keeper.surprises()} processes ended that nobody had killed`);
    const acknowledged = deeds.filter(({ outcome }) => outcome === 'acknowledged').length;
    return { acknowledged, refused, findings: [...findings, ...verdict.findings] };
  } finally {
    await keeper.end();
    await room.close();
    execFileSync('umount', [folder]);
    await rm(folder, { recursive: true, force: true });
  }
}
