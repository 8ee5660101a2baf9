/** What the parent and the process that runs the companion say to each other. */
import type { NewPerson } from '../../companion/ledger/people.ts';
import type { Variables } from '../../companion/environment.ts';
import type { SweepReport } from '../../companion/jobs/sweep.ts';
import type { ClockReading } from './clock.ts';

/** How the companion is run: the shortened bounds of one torture. */
export interface Bounds {
  quietMs: number;
  leaseMs?: number;
  zoomTimeoutMs?: number;
  /** Room kept aside on the disk; little when absent, since thousands of ledgers are made. */
  reserveBytes?: number;
}

export interface StartOrder extends Bounds {
  do: 'start';
  variables: Variables;
  now: ClockReading;
  /** Whether time passes by itself. */
  goes: boolean;
  /** For the jitter of retries. */
  seed: number;
  /** Ends the process at this crossing of a border, counted from 1; null: never. */
  crashAt: number | null;
}

export type Order =
  | StartOrder
  | { do: 'clock'; now: ClockReading }
  | { do: 'idle' }
  | { do: 'sweep' }
  | { do: 'addKey'; person: NewPerson }
  | { do: 'borders' }
  | { do: 'close' };

export interface Answers {
  start: { url: string };
  clock: null;
  idle: null;
  sweep: SweepReport;
  addKey: { id: string; secret: string };
  /** The borders crossed since the start, in order. */
  borders: string[];
  close: null;
}

export type Told = { number: number; ok: true; value: unknown } | { number: number; ok: false; message: string };
