/** A value in the browser's store: parsed each time it is read, changed by one writer at a time. */
import { browser } from 'wxt/browser';
import { ask, type Area } from './area.ts';
import { inTurn, withLock } from './lock.ts';

export interface Stored<T> {
  area: Area;
  key: string;
  /** Makes a value of what the browser's store holds under the key; never throws. */
  read(raw: unknown): T;
  load(): Promise<T>;
  /** Reads, changes and writes under one lock; the same value handed back is not written. @throws {Error} when the browser's store is full */
  update(change: (value: T) => T): Promise<T>;
  /** @returns how to stop */
  watch(callback: (value: T) => void): () => void;
}

/** What is not JSON is as damaged as any other value that `read` does not know. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param area `local` survives the browser; `session` is memory only, for personal data that can be read again
 * @param readValue makes a value of whatever is stored, `undefined` included; never throws
 * @param as `text`: for long lists, kept as JSON in one piece; the browser hands over a thousand bookings as objects in
 * 60 to 100 ms and as a text, parsed, in five. What an older version kept as an object is read all the same
 * @param writer `worker`: nobody else changes it, so that its changes need no lock of the whole browser
 */
export function stored<T>(area: Area, key: string, readValue: (raw: unknown) => T, { as = 'value', writer = 'anybody' }: { as?: 'value' | 'text'; writer?: 'anybody' | 'worker' } = {}): Stored<T> {
  const read = (raw: unknown): T => readValue(as === 'text' && typeof raw === 'string' ? parsed(raw) : raw);
  const load = async (): Promise<T> => read(await ask(area, key));
  const alone = writer === 'worker' ? inTurn : withLock;
  return {
    area,
    key,
    read,
    load,
    update: (change) =>
      alone(`store.${key}`, async () => {
        const before = await load();
        const next = change(before);
        if (next !== before) await browser.storage[area].set({ [key]: as === 'text' ? JSON.stringify(next) : next });
        return next;
      }),
    watch(callback) {
      const listen = (changes: Record<string, { newValue?: unknown }>, changedArea: string): void => {
        const change = changes[key];
        if (changedArea === area && change !== undefined) callback(read(change.newValue));
      };
      browser.storage.onChanged.addListener(listen);
      return () => browser.storage.onChanged.removeListener(listen);
    },
  };
}

export type ValueOf<Store> = Store extends Stored<infer Value> ? Value : never;

/** Reads several stores with one question to each of the browser's areas. */
export async function loadTogether<Stores extends Record<string, Stored<unknown>>>(stores: Stores): Promise<{ [Name in keyof Stores]: ValueOf<Stores[Name]> }> {
  const values = await Promise.all(Object.entries(stores).map(async ([name, store]) => [name, await store.load()] as const));
  return Object.fromEntries(values) as { [Name in keyof Stores]: ValueOf<Stores[Name]> };
}
