/** Stores as signals that stay true, for our pages. */
import { Signal, type ReadonlySignal } from '@preact/signals';
import { loadTogether, type Stored, type ValueOf } from './stored.ts';

export interface Followed<Values> {
  values: ReadonlySignal<Values>;
  stop(): void;
}

/**
 * Watched before they are read; what is told while they are being read is newer than what was read, and stays.
 * @param watch tells each change from now on @returns how to stop
 */
export async function follow<Values extends object>(
  watch: (tell: (change: Partial<Values>) => void) => () => void,
  load: () => Promise<Values>,
): Promise<Followed<Values>> {
  let values: Signal<Values> | null = null;
  let early: Partial<Values> = {};
  const stop = watch((change) => {
    if (values === null) early = { ...early, ...change };
    else values.value = { ...values.peek(), ...change };
  });
  const read = await load();
  const followed = (values = new Signal<Values>({ ...read, ...early }));
  return { values: followed, stop };
}

type Stores = Record<string, Stored<unknown>>;
export type ValuesOf<Known extends Stores> = { [Name in keyof Known]: ValueOf<Known[Name]> };

/** @returns how to stop */
export function watchTogether<Known extends Stores>(stores: Known, tell: (change: Partial<ValuesOf<Known>>) => void): () => void {
  const stops = Object.entries(stores).map(([name, store]) => store.watch((value) => tell({ [name]: value } as Partial<ValuesOf<Known>>)));
  return () => stops.forEach((stop) => stop());
}

export const followTogether = <Known extends Stores>(stores: Known): Promise<Followed<ValuesOf<Known>>> =>
  follow<ValuesOf<Known>>((tell) => watchTogether(stores, tell), () => loadTogether(stores));
