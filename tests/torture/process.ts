/** The parent's hold on one process that runs a companion. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answers, Order, Told } from './orders.ts';

/** The process went while it was asked; what it had done by then is unknown. */
export class ProcessGone extends Error {
  constructor() {
    super('The companion’s process is gone.');
    this.name = 'ProcessGone';
  }
}

export interface CompanionProcess {
  /** @throws {ProcessGone} @throws {Error} with the companion's own sentence when it refuses */
  ask<Kind extends Order['do']>(order: Extract<Order, { do: Kind }>): Promise<Answers[Kind]>;
  /** SIGKILL, SIGSTOP or SIGCONT. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  /** Resolves when the process has ended, with what it last wrote: the border at which it ended itself. */
  gone: Promise<string>;
  isGone(): boolean;
}

// As many living processes as a torture has.
process.setMaxListeners(50);

const program = join(import.meta.dirname, 'child.ts');
const pinned = join(import.meta.dirname, '../../node_modules/node/bin/node');
/** Halves the time that a process takes to start; what is in it is made anew when the sources change. */
const compiled = join(tmpdir(), 'passerelle-torture-compiled');

function startProcess(): CompanionProcess {
  const child = fork(program, [], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    ...(existsSync(pinned) ? { execPath: pinned } : {}),
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, NODE_OPTIONS: '' },
  });
  // One that is stopped would not see that its parent is gone.
  const orphaned = (): void => void child.kill('SIGKILL');
  process.once('exit', orphaned);
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let count = 0;
  let isGone = false;
  let written = '';
  child.stdout?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.on('message', (told: Told) => {
    const asked = waiting.get(told.number);
    waiting.delete(told.number);
    if (told.ok) asked?.resolve(told.value as never);
    else asked?.reject(new Error(told.message));
  });
  const gone = new Promise<string>((resolve) => {
    child.on('close', () => {
      isGone = true;
      process.removeListener('exit', orphaned);
      for (const { reject } of waiting.values()) reject(new ProcessGone());
      waiting.clear();
      resolve(written);
    });
  });
  return {
    gone,
    isGone: () => isGone,
    signal: (name) => void child.kill(name),
    ask: (order) =>
      new Promise((resolve, reject) => {
        if (isGone || !child.connected) return reject(new ProcessGone());
        const number = (count += 1);
        waiting.set(number, { resolve, reject });
        child.send({ number, order }, (error) => {
          // The answer to a channel that broke is the end of the process, told by « close ».
          if (error !== null && isGone) reject(new ProcessGone());
        });
      }),
  };
}

export interface Processes {
  /** One that has loaded everything and runs no companion yet; the next is made ready meanwhile. */
  take(): CompanionProcess;
  giveBack(process: CompanionProcess): void;
  /** Ends those that nobody has taken. */
  close(): Promise<void>;
}

/** @param ahead how many are made ready before they are needed */
export function createProcesses(ahead = 1): Processes {
  let ready: CompanionProcess[] = [];
  let isClosed = false;
  const fill = (): void => {
    ready = ready.filter((process) => !process.isGone());
    while (!isClosed && ready.length < ahead) ready.push(startProcess());
  };
  return {
    take() {
      fill();
      const taken = ready.shift() ?? startProcess();
      fill();
      return taken;
    },
    giveBack: (process) => void ready.unshift(process),
    async close() {
      isClosed = true;
      for (const process of ready) process.signal('SIGKILL');
      await Promise.all(ready.map((process) => process.gone));
    },
  };
}
