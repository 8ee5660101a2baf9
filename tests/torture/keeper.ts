/** Keeps a companion running: whenever its process dies, another takes over at the clock's present instant. */
import type { Answers, Bounds, Order } from './orders.ts';
import { ProcessGone } from './process.ts';
import type { CompanionProcess, Processes } from './process.ts';
import type { Room } from './room.ts';

export interface Keeper {
  /** Where the companion listens now; waits while none does. */
  url(): Promise<string>;
  /** Asks the living process; asks the next one when it dies meanwhile. */
  ask<Kind extends Order['do']>(order: Extract<Order, { do: Kind }>): Promise<Answers[Kind]>;
  /** SIGKILL, then `meanwhile` while nobody runs, then the next process. */
  kill(meanwhile?: () => Promise<void>): Promise<void>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** The borders at which a process ended itself; empty text for a kill from outside. */
  deaths(): readonly string[];
  /** Deaths that nobody had planned: faults of the companion. */
  surprises(): number;
  /** Stops the companion gracefully and gives its process back. */
  release(): Promise<void>;
  /** Ends the process without more ado. */
  end(): Promise<void>;
}

export interface KeeperOptions {
  room: Room;
  bounds: Bounds;
  processes: Processes;
  seed: number;
  /** The first process ends itself at this crossing. */
  crashAt?: number | null;
}

interface Life {
  process: CompanionProcess;
  url: Promise<string>;
  next: Promise<Life>;
}

export function keep({ room, bounds, processes, seed, crashAt = null }: KeeperOptions): Keeper {
  const deaths: string[] = [];
  let isOver = false;
  let meanwhile: () => Promise<void> = () => Promise.resolve();
  let lives = 0;
  let planned = crashAt === null ? 0 : 1;

  function begin(crash: number | null): Life {
    const process = processes.take();
    lives += 1;
    const started = process.ask({ do: 'start', variables: room.variables, now: room.clock.reading(), goes: room.goes, seed: seed * 1000 + lives, crashAt: crash, ...bounds });
    const url = started.then((answer) => answer.url);
    const next = process.gone.then(async (border) => {
      if (isOver) throw new ProcessGone();
      deaths.push(border);
      await meanwhile();
      meanwhile = () => Promise.resolve();
      current = begin(null);
      return current;
    });
    // Heard by whoever waits for it; nobody need be waiting.
    for (const unheard of [url, next]) unheard.catch(() => undefined);
    return { process, url, next };
  }
  let current = begin(crashAt);

  /** Does it with this life, or with the next when it ends meanwhile. */
  async function withLife<T>(work: (life: Life) => Promise<T>): Promise<T> {
    for (;;) {
      const life = current;
      try {
        await life.url;
        if (!life.process.isGone()) return await work(life);
      } catch (error) {
        if (!(error instanceof ProcessGone)) throw error;
      }
      await life.next;
    }
  }

  return {
    url: () => withLife((life) => life.url),
    ask: (order) => withLife((life) => life.process.ask(order)),
    async kill(before) {
      const life = current;
      if (before !== undefined) meanwhile = before;
      planned += 1;
      life.process.signal('SIGKILL');
      await (await life.next).url;
    },
    signal: (name) => current.process.signal(name),
    deaths: () => deaths,
    surprises: () => Math.max(0, deaths.length - planned),
    async release() {
      await withLife(async (life) => {
        await life.process.ask({ do: 'close' });
        isOver = true;
        processes.giveBack(life.process);
      });
    },
    async end() {
      isOver = true;
      current.process.signal('SIGKILL');
      await current.process.gone;
    },
  };
}
