/** A value in the browser's store: parsed each time it is read, changed by one writer at a time. */
import { browser } from 'wxt/browser';
import { withLock } from './lock.ts';

export interface Stored<T> {
  key: string;
  load(): Promise<T>;
  /** Reads, changes and writes under one lock; the same value handed back is not written. @throws {Error} when the browser's store is full */
  update(change: (value: T) => T): Promise<T>;
  /** @returns how to stop */
  watch(callback: (value: T) => void): () => void;
}

/**
 * @param area `local` survives the browser; `session` is memory only, for personal data that can be read again
 * @param read makes a value of whatever is stored, `undefined` included; never throws
 */
export function stored<T>(area: 'local' | 'session', key: string, read: (raw: unknown) => T): Stored<T> {
  const load = async (): Promise<T> => read((await browser.storage[area].get(key))[key]);
  return {
    key,
    load,
    update: (change) =>
      withLock(`store.${key}`, async () => {
        const before = await load();
        const next = change(before);
        if (next !== before) await browser.storage[area].set({ [key]: next });
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
