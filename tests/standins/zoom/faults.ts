/**
 * What goes wrong, by seed: each call draws once, so that the same calls in the same order fail the same way.
 * `before` never touches the account; `after` has done the work that its answer hides.
 */
import { pick, type Random } from './random.ts';

export const faults = [
  '429.second', '429.day', '429.hostDay', '429.concurrent', '429.retrySeconds', '429.retryDate',
  '500.before', '500.after', 'reset.before', 'reset.after', 'hang.before', 'hang.after', 'slow',
  'html.before', 'html.after', 'xml.before', 'xml.after', 'empty.before', 'empty.after',
] as const;
export type Fault = (typeof faults)[number];

export interface FaultPlan {
  /** Chance of each fault, 0 to 1; together at most 1. `429` stands for any of its kinds. */
  rates: Partial<Record<Fault | '429', number>>;
  /** Of a slow call, from and to, in milliseconds; drawn evenly. The work is done at the end of it. */
  slow?: [number, number];
  /** How long a new conference stays out of the lists, from and to, in milliseconds. */
  listLag?: [number, number];
}

/** The mixture of reliability.md A.4. */
export const tortureFaults: FaultPlan = {
  rates: { '429': 0.1, '500.before': 0.1, '500.after': 0.1, 'reset.after': 0.1, 'hang.after': 0.05, slow: 0.1 },
  slow: [150, 400],
  listLag: [0, 400],
};

const between = (random: Random, [from, to]: [number, number]): number => from + random() * (to - from);

export type Faults = ReturnType<typeof createFaults>;

export function createFaults(random: Random, initial: FaultPlan | null) {
  let plan = initial;
  let queue: { fault: Fault; applies: (call: { method: string; path: string }) => boolean }[] = [];

  return {
    /** From now on; null ends all chance. */
    set(next: FaultPlan | null): void {
      plan = next;
    },
    /** The next call that fits fails exactly so, before any chance; several wait their turn. */
    next(fault: Fault, applies: { method?: string; path?: RegExp } = {}): void {
      queue.push({ fault, applies: ({ method, path }) => (applies.method ?? method) === method && (applies.path?.test(path) ?? true) });
    },
    clear(): void {
      queue = [];
      plan = null;
    },
    draw(call: { method: string; path: string }): Fault | null {
      const chance = random();
      const waiting = queue.findIndex(({ applies }) => applies(call));
      if (waiting >= 0) return queue.splice(waiting, 1)[0]?.fault ?? null;
      let reached = 0;
      for (const [name, rate] of Object.entries(plan?.rates ?? {})) {
        reached += rate;
        if (chance >= reached) continue;
        return name === '429' ? pick(random, ['429.second', '429.day', '429.hostDay', '429.concurrent', '429.retrySeconds', '429.retryDate']) : (name as Fault);
      }
      return null;
    },
    slowness: (): number => Math.round(between(random, plan?.slow ?? [10, 20])),
    listLag: (): number => (plan?.listLag === undefined ? 0 : Math.round(between(random, plan.listLag))),
  };
}
