/** Two kept companions on one PostgreSQL, held as one: what is asked goes to either, time passes in both. */
import type { Answers, Order } from './orders.ts';
import type { Keeper } from './keeper.ts';

type Asked<Kind extends Order['do']> = Extract<Order, { do: Kind }>;

/** Work that one of them leaves to the other, and gets back. */
const ROUNDS = 2;

/**
 * Each may end itself at the same crossing. Their borders are told only as far as half of all of them: whichever way
 * they share the work, one of the two crosses that many.
 */
export function pairOf(first: Keeper, second: Keeper): Keeper {
  const both = [first, second];
  let turn = 0;
  const either = (): Keeper => ((turn += 1) % 2 === 0 ? second : first);

  async function ask<Kind extends Order['do']>(order: Asked<Kind>): Promise<Answers[Kind]> {
    switch (order.do) {
      case 'clock':
        await Promise.all(both.map((keeper) => keeper.ask(order)));
        return null as Answers[Kind];
      case 'idle':
        for (let round = 0; round < ROUNDS; round += 1) for (const keeper of both) await keeper.ask(order);
        return null as Answers[Kind];
      case 'borders': {
        const all = (await Promise.all(both.map((keeper) => keeper.ask({ do: 'borders' })))).flat();
        return all.slice(0, Math.floor(all.length / 2)) as Answers[Kind];
      }
      default:
        return either().ask(order);
    }
  }

  return {
    ask,
    url: () => either().url(),
    kill: (meanwhile) => either().kill(meanwhile),
    signal: (name) => both.forEach((keeper) => keeper.signal(name)),
    deaths: () => both.flatMap((keeper) => keeper.deaths()),
    surprises: () => both.reduce((sum, keeper) => sum + keeper.surprises(), 0),
    release: async () => void (await Promise.all(both.map((keeper) => keeper.release()))),
    end: async () => void (await Promise.all(both.map((keeper) => keeper.end()))),
  };
}
