/** Whether the worker lives, for our pages (U17): asked at once, and again while the page is looked at. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { PingAnswer } from '../messages/answers.ts';

/** `updated`: it lives, and is of another version than this page, which must be reloaded (U18). */
export type WorkerState = 'unknown' | 'alive' | 'silent' | 'updated';

export interface WorkerHealthPorts {
  /** Rejects when no answer comes. */
  ping(): Promise<PingAnswer>;
  /** Of the page. */
  version: string;
  isVisible(): boolean;
  /** Runs again and again. @returns how to stop */
  every(milliseconds: number, run: () => void): () => void;
}

/** One silence may be a worker that starts on a slow post; two in a row are said. */
const SILENCES = 2;
const PERIOD = 20_000;
/** Soon after a first silence, so that nobody waits long for the news. */
const AGAIN = 3_000;

export function startWorkerHealth(
  { ping, version, isVisible, every }: WorkerHealthPorts,
): { state: ReadonlySignal<WorkerState>; look(): Promise<void>; stop(): void } {
  const state = signal<WorkerState>('unknown');
  let silences = 0;
  const look = async (): Promise<void> => {
    try {
      const answer = await ping();
      silences = 0;
      state.value = answer.version === version ? 'alive' : 'updated';
    } catch {
      silences += 1;
      if (silences >= SILENCES) state.value = 'silent';
    }
  };
  const stops = [
    every(PERIOD, () => void (isVisible() && look())),
    every(AGAIN, () => void (isVisible() && silences > 0 && silences < SILENCES && look())),
  ];
  void look();
  return { state, look, stop: () => stops.forEach((stop) => stop()) };
}
