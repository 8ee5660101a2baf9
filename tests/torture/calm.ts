/** After a storm: lets the companions finish, moving the clock over the waits as soon as nothing is under way. */
import type { Keeper } from './keeper.ts';
import type { Room } from './room.ts';
import { pause } from './client.ts';

/** The stand-in may still be working, this long, on a call whose caller is gone; the quiet time must not pass meanwhile. */
export const SERVER_REST = 500;
/** What is due within this is waited for; beyond it the clock is moved. */
const SHORT = 3000;
/** Waits that end close together are passed over together. */
const TOGETHER = 60_000;

/** Moves time in every process. */
export async function forward(room: Room, keepers: readonly Keeper[], milliseconds: number): Promise<void> {
  room.clock.set(room.clock.now() + milliseconds);
  await Promise.all(keepers.map((keeper) => keeper.ask({ do: 'clock', now: room.clock.reading() })));
}

interface Outlook {
  /** Due, or held by a process. */
  busy: number;
  nextAt: number | null;
}

async function outlook(room: Room): Promise<Outlook> {
  const { db } = await room.database();
  const now = room.clock.now();
  const open = await db.selectFrom('effects').select(['run_at', 'lease_token']).where('done_at', 'is', null).execute();
  const later = open.filter(({ run_at, lease_token }) => lease_token === null && run_at > now);
  return { busy: open.length - later.length, nextAt: later.length === 0 ? null : Math.min(...later.map(({ run_at }) => run_at)) };
}

/** Resolves when nothing is to be done before `horizon`. @throws when it does not come to that */
export async function calm(room: Room, keepers: readonly Keeper[], horizon: number): Promise<void> {
  const giveUpAt = performance.now() + 900_000;
  while (performance.now() < giveUpAt) {
    await Promise.all(keepers.map((keeper) => keeper.ask({ do: 'idle' })));
    const { busy, nextAt } = await outlook(room);
    const now = room.clock.now();
    if (busy > 0) await pause(50);
    else if (nextAt === null || nextAt > horizon) return;
    else if (nextAt - now < SHORT) await pause(nextAt - now + 5);
    else {
      await pause(SERVER_REST);
      await forward(room, keepers, nextAt - now + TOGETHER);
    }
  }
  throw new Error('The companions did not come to rest.');
}

/** Until when each licence is left alone, for those that are. */
export async function parkedUntil(room: Room): Promise<number[]> {
  const { db } = await room.database();
  const rows = await db.selectFrom('meta').select('value').where('name', 'like', 'parked:%').execute();
  return rows.map(({ value }) => Number(value)).filter((until) => until > room.clock.now());
}
