import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { clientOf, startWorld } from './support/world.ts';
import type { Client, World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
let world: World | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await world?.close();
  world = undefined;
});
const numbered = (index: number) => bookingAt(START + index * 2 * HOUR, { number: `2027-${String(index).padStart(4, '0')}` });

describe('a full disk', () => {
  it('R10 refuses with a sentence, has everything it acknowledged, turns red, and recovers by itself', async () => {
    const connections = new Set<Sqlite.Database>();
    const pragma = Sqlite.prototype.pragma;
    vi.spyOn(Sqlite.prototype, 'pragma').mockImplementation(function remember(this: Sqlite.Database, ...values) {
      connections.add(this);
      return pragma.apply(this, values);
    });
    const here = await startWorld();
    world = here;
    const approver = await here.person('approver');
    const ledger = [...connections].find(({ name }) => name.endsWith('passerelle.sqlite'));
    // The next pages do not fit, as when the disk is full.
    ledger?.pragma(`max_page_count = ${Number(ledger.pragma('page_count', { simple: true })) + 4}`);
    const reserve = `${here.variables['PASSERELLE_DATABASE'] ?? ''}-reserve`;
    expect(existsSync(reserve)).toBe(true);
    const acknowledged: string[] = [];
    let refusal: { status: number; code: string; detail: string } | null = null;
    for (let index = 0; refusal === null && index < 200; index += 1) {
      const { status, problem } = await approver.send(eventOf('booking.requested', numbered(index), { at: MONDAY }));
      if (status === 202) acknowledged.push(numbered(index).number ?? '');
      else refusal = problem;
    }
    expect(refusal).toMatchObject({ status: 507, code: 'storage_full', detail: expect.stringContaining('plein') });
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(existsSync(reserve)).toBe(false);
    expect((await approver.bookings()).map(({ booking }) => booking.number).sort()).toEqual(acknowledged);
    expect((await fetch(`${here.companion.url}/healthz`)).status).toBe(503);
    ledger?.pragma('max_page_count = 1000000');
    expect((await fetch(`${here.companion.url}/healthz`)).status).toBe(200);
    expect((await approver.send(eventOf('booking.requested', numbered(300), { at: MONDAY }))).status).toBe(202);
    expect(existsSync(reserve)).toBe(true);
    expect(pragma.call(ledger, 'integrity_check', { simple: true })).toBe('ok');
  });
});

describe('a new version of the world’s time zones', () => {
  it('R5 plans the waiting reminders anew', async () => {
    const here = await startWorld();
    world = here;
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    const ledger = await here.openLedger();
    const reminder = ledger.database.db.selectFrom('effects').innerJoin('mails', 'mails.id', 'effects.mail_id').select(['effects.id', 'effects.run_at']).where('mails.kind', '=', 'reminder');
    const planned = await reminder.executeTakeFirstOrThrow();
    await ledger.database.db.updateTable('effects').set({ run_at: planned.run_at - HOUR }).where('id', '=', planned.id).execute();
    await ledger.database.db.updateTable('meta').set({ value: '2019a' }).where('name', '=', 'tz').execute();
    await here.restart();
    expect((await reminder.executeTakeFirstOrThrow()).run_at).toBe(START - DAY);
    await ledger.close();
  });
});

type Served = ChildProcessByStdio<null, Readable, null>;

/** The companion as people start it, in a process of its own, with an approver. */
async function serve(): Promise<{ here: World; child: Served; url: string; client: Client }> {
  const here = await startWorld();
  world = here;
  const key = await here.companion.addKey({ name: 'Marc', email: null, role: 'approver', establishmentId: null });
  await here.companion.close();
  const child = spawn(process.execPath, ['companion/cli.ts', 'serve'], { env: { PATH: process.env['PATH'], ...here.variables }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) => child.stdout.on('data', (part: Buffer) => {
    const found = /http:\S+/u.exec(String(part))?.[0];
    if (found !== undefined) resolve(found);
  }));
  return { here, child, url, client: clientOf(() => url, { now: () => Date.now() }, key) };
}

const endOf = (child: Served): Promise<{ status: number | null; at: number }> =>
  new Promise((resolve) => child.once('close', (status) => resolve({ status, at: performance.now() })));

describe('a graceful stop', () => {
  it('R14 answers all that it accepted, loses nothing, and is over within ten seconds', async () => {
    const { here, child, client } = await serve();
    const acknowledged: string[] = [];
    const strange: unknown[] = [];
    let [next, stopped] = [0, false];
    let signalled: number | null = null;
    const send = async (): Promise<void> => {
      while (!stopped) {
        const booking = numbered((next += 1));
        try {
          const { status } = await client.send(eventOf('booking.requested', booking, { at: Date.now() }));
          if (status === 202) acknowledged.push(booking.number ?? '');
          else strange.push(status);
        } catch {
          // Not accepted: the door was closed before the request was in.
          stopped = true;
        }
        // Once: a second signal is a person's who waits no longer.
        if (acknowledged.length < 40 || signalled !== null) continue;
        signalled = performance.now();
        child.kill('SIGTERM');
      }
    };
    const ended = endOf(child);
    await Promise.all(Array.from({ length: 8 }, send));
    const { status, at } = await ended;
    expect({ status, strange }).toEqual({ status: 0, strange: [] });
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(at - (signalled ?? -Infinity)).toBeLessThan(10_000);
    await here.restart();
    // From the ledger itself: a list gives the newest five hundred, and a quick machine may have taken more.
    const ledger = await here.openLedger();
    const kept = new Set((await ledger.database.db.selectFrom('bookings').select('identity').execute()).map(({ identity }) => identity?.replace('iris:', '')));
    await ledger.close();
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
  }, 60_000);

  it('R14 lets go, within ten seconds too, of whoever hangs: a Zoom that does not answer, and a request that does not end', async () => {
    const { here, child, url, client } = await serve();
    here.zoom.failNext('hang.before', { method: 'POST', path: /\/(?:webinars|meetings)$/u });
    expect((await client.send(eventOf('booking.approved', bookingAt(Date.now() + 2 * DAY), { at: Date.now() }))).status).toBe(202);
    await expect.poll(() => here.zoom.calls().some(({ fault }) => fault === 'hang.before'), { timeout: 20_000 }).toBe(true);
    const half = connect(Number(new URL(url).port), '127.0.0.1');
    half.on('error', () => undefined);
    await new Promise<void>((resolve) => half.write('POST /v1/events HTTP/1.1\r\nhost: companion\r\ncontent-length: 100\r\n\r\n{', () => resolve()));
    const ended = endOf(child);
    const signalled = performance.now();
    child.kill('SIGTERM');
    const { status, at } = await ended;
    half.destroy();
    expect(status).toBe(0);
    expect(at - signalled).toBeLessThan(10_000);
    // It may have been made: whoever takes over looks before it sends again.
    const ledger = new Sqlite(here.variables['PASSERELLE_DATABASE'] ?? '');
    expect(ledger.prepare("select done_at, intent_at is not null as asked from effects where kind = 'create'").get()).toEqual({ done_at: null, asked: 1 });
    ledger.close();
  }, 60_000);
});
