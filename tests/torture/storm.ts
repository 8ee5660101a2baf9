/**
 * The storm: bookings come in while processes are killed at random instants, Zoom fails at every other call and SMTP
 * drops connections; then calm, the sweeper, the reminders, and the links. On SQLite with one process, on PostgreSQL
 * with two that share the work. What is random comes from the seed; what the machine's pace adds cannot be replayed.
 */
import { createRandom, pick } from '../standins/zoom/random.ts';
import type { Random } from '../standins/zoom/random.ts';
import { check } from './checker.ts';
import type { Verdict } from './checker.ts';
import { createSender, pause } from './client.ts';
import type { Sender } from './client.ts';
import { readEvidence } from './evidence.ts';
import type { Deed } from './evidence.ts';
import { keep } from './keeper.ts';
import type { Keeper } from './keeper.ts';
import type { Processes } from './process.ts';
import { APPROVERS, openRoom } from './room.ts';
import type { Room } from './room.ts';
import { calm, forward, parkedUntil, SERVER_REST } from './calm.ts';
import { actOn, hosts, STORM_DAY, zoomHosts } from './storm-bookings.ts';
import { useLinks } from './storm-links.ts';
import { DAY, HOUR, MONDAY } from '../companion/support/bookings.ts';

export interface StormOptions {
  seed: number;
  bookings: number;
  kills: number;
  processes: Processes;
  /** With it, two companions share the PostgreSQL database. */
  databaseUrl?: string;
  /** Called once, in the middle of the bookings. */
  disaster?: () => Promise<void>;
  report?: (line: string) => void;
}

export interface StormResult {
  verdict: Verdict;
  kills: number;
  stops: number;
  /** Conferences ever made; more than bookings means that the sweeper or the adopting had work. */
  made: number;
  /** Live conferences too many before the sweep. */
  beforeSweep: number;
  removed: number;
  /** How often the database went away. */
  disasters: number;
  zoomCalls: number;
  zoomFaults: number;
  seconds: number;
}

/** About every second call goes wrong in some way; the bounds of the shortened quiet time follow from it. */
const faults = {
  rates: {
    '429.second': 0.015, '429.concurrent': 0.015, '429.retrySeconds': 0.015, '429.retryDate': 0.015, '429.hostDay': 0.002, '429.day': 0.002,
    '500.before': 0.07, '500.after': 0.07, 'reset.before': 0.02, 'reset.after': 0.07, 'hang.before': 0.01, 'hang.after': 0.04, slow: 0.08,
    'html.before': 0.005, 'html.after': 0.005, 'xml.before': 0.005, 'xml.after': 0.005, 'empty.before': 0.005, 'empty.after': 0.005,
  },
  slow: [150, 400] as [number, number],
  listLag: [0, 400] as [number, number],
};
/** Zoom's work ends within 400 ms and its lists lag by as much; the rest is for a machine that is busy elsewhere. */
const bounds = { quietMs: 3000, zoomTimeoutMs: 300, leaseMs: 2000 };

/** Calls and mails between two kills, at most. */
const MOST_TRAFFIC = 120;
/** After this long without any, in milliseconds, there is nothing to wait for. */
const STILL = 800;

function spoilMail(room: Room, random: Random): number {
  const times = 1 + Math.floor(random() * 2);
  const kind = pick(random, ['dropBeforeDot', 'dropAfterDot', 'refuse', 'none']);
  if (kind === 'none') return 0;
  room.mailbox.fail(kind === 'refuse' ? { kind, code: pick(random, [421, 451]), at: pick(random, ['recipient', 'data']), times } : { kind, times } as never);
  return kind === 'dropAfterDot' ? times : 0;
}

export async function storm({ seed, bookings, kills, processes, databaseUrl, disaster, report = () => undefined }: StormOptions): Promise<StormResult> {
  const began = performance.now();
  const random = createRandom(seed);
  const room = await openRoom({
    start: MONDAY, goes: true,
    zoom: { seed, hosts, faults, limits: { daily: 1_000_000 } },
    variables: { ZOOM_HOSTS: zoomHosts },
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  const keepers = Array.from({ length: databaseUrl === undefined ? 1 : 2 }, (_, index) => keep({ room, bounds, processes, seed: seed + index }));
  const deeds: Deed[] = [];
  let stops = 0;
  let dropped = 0;
  let disasters = 0;
  try {
    const anyone = (): Keeper => pick(random, keepers as [Keeper, ...Keeper[]]);
    const key = await keepers[0]!.ask({ do: 'addKey', person: { name: 'Approbateur', email: null, role: 'approver', establishmentId: null } });
    const sender: Sender = await createSender(key, () => anyone().url(), room.clock.now);

    const acts: Promise<void>[] = [];
    const perKill = Math.ceil(bookings / Math.max(1, Math.ceil(kills * 0.9)));
    const killOnce = async (): Promise<void> => {
      const victim = anyone();
      if (keepers.length > 1 && random() < 0.15) {
        // Beyond its lease: the other takes its work over, and what it wakes up with counts no more (R11).
        stops += 1;
        victim.signal('SIGSTOP');
        await pause(bounds.leaseMs + 500 + random() * 1500);
        return victim.signal('SIGCONT');
      }
      const parked = await parkedUntil(room);
      await victim.kill(parked.length < 2 || keepers.length > 1 ? undefined : async () => {
        await pause(SERVER_REST);
        room.clock.set(Math.max(...parked) + 1000);
      });
    };

    let next = 0;
    for (let round = 1; next < bookings; round += 1) {
      for (const until = Math.min(bookings, next + perKill); next < until; next += 1) {
        acts.push(actOn(next, sender, createRandom(seed * 7919 + next), room.clock.now, deeds));
      }
      dropped += spoilMail(room, random);
      if (round === Math.ceil(bookings / perKill / 2) && disaster !== undefined) {
        disasters += 1;
        await disaster();
      }
      await stir(room, random);
      await killOnce();
      if (round % 20 === 0) report(`${next} bookings, ${keepers.reduce((sum, keeper) => sum + keeper.deaths().length, 0)} kills, ${room.zoom.created().length} conferences`);
    }
    await Promise.all(acts);
    room.mailbox.fail(null);
    // However many midnights the day's limit takes: only the reminders may be left.
    await calm(room, keepers, STORM_DAY - 2 * DAY);
    const beforeSweep = doubled(room);
    let removed = 0;
    for (let sweeps = 0; sweeps < 2; sweeps += 1) {
      await forward(room, keepers, 11 * 60_000);
      removed += (await keepers[0]!.ask({ do: 'sweep' })).removed;
      await calm(room, keepers, room.clock.now() + HOUR);
    }
    report(`calm after ${deeds.length} deeds; ${beforeSweep} too many before the sweep`);

    // The last act: a day before, all reminders at once, under the rest of the kills.
    await forward(room, keepers, STORM_DAY - DAY - room.clock.now() + 11 * 60_000);
    for (let left = kills - keepers.reduce((sum, keeper) => sum + keeper.deaths().length, 0) - stops; left > 0; left -= 1) {
      dropped += spoilMail(room, random);
      await stir(room, random);
      await killOnce();
    }
    room.mailbox.fail(null);
    room.zoom.setFaults({ ...faults, rates: {} });
    await calm(room, keepers, room.clock.now() + HOUR);
    // A link opened within two minutes of its mail asks for a word, as of a scanner.
    await forward(room, keepers, 3 * 60_000);
    await useLinks(room, () => anyone().url(), deeds, random);
    await forward(room, keepers, 11 * 60_000);
    await calm(room, keepers, room.clock.now() + HOUR);

    const deaths = keepers.reduce((sum, keeper) => sum + keeper.deaths().length, 0);
    const verdict = check(await readEvidence(room, deeds, deaths + stops + dropped, APPROVERS));
    const surprises = keepers.reduce((sum, keeper) => sum + keeper.surprises(), 0);
    if (surprises > 0) verdict.findings.push(`R9 ${surprises} processes ended that nobody had killed`);
    const calls = room.zoom.calls();
    return {
      verdict, kills: deaths, stops, made: room.zoom.created().length, beforeSweep, removed, disasters,
      zoomCalls: calls.length, zoomFaults: calls.filter(({ fault }) => fault !== null).length, seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await Promise.all(keepers.map((keeper) => keeper.end()));
    await room.close();
  }
}

/**
 * Waits for a random bit of work to be done outside, so that a machine that is slow today does not kill every process
 * before it has begun; no longer than there is work.
 */
async function stir(room: Room, random: Random): Promise<void> {
  const traffic = (): number => room.zoom.calls().length + room.mailbox.messages().length;
  const enough = traffic() + Math.floor(random() * MOST_TRAFFIC);
  let [seen, since] = [traffic(), performance.now()];
  while (seen < enough && performance.now() - since < STILL) {
    await pause(10);
    if (traffic() > seen) [seen, since] = [traffic(), performance.now()];
  }
  await pause(random() * 30);
}

/** Live conferences beyond the one of each marker. */
function doubled(room: Room): number {
  const markers = room.zoom.conferences().map(({ agenda }) => /^\[MGR:[^\]]*\]/u.exec(agenda)?.[0]);
  return markers.length - new Set(markers).size;
}
