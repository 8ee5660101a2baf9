/**
 * One at a time, over every page and the worker. `navigator.locks` is shared by all contexts of the
 * extension; where there is none (tests), a chain of promises does the same within one context.
 */
const chains = new Map<string, Promise<unknown>>();

const chained = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const before = chains.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  chains.set(name, mine.catch(() => undefined));
  return mine;
};

/** Runs `work` while nobody else holds `name`; those who wait run in their order. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | null | undefined;
  return locks === undefined || locks === null ? chained(name, work) : (locks.request(`passerelle.${name}`, work) as Promise<T>);
}
