/**
 * One at a time, over every page and the worker. `navigator.locks` is shared by all contexts of the
 * extension; where there is none (tests), a chain of promises does the same within one context.
 */
const chains = new Map<string, Promise<unknown>>();

/**
 * One at a time within one context: for what only the worker does, of which there is one (`incognito: spanning`). The
 * browser is asked nothing; a lock of its own takes it half a millisecond, and a look at a portal would take ten.
 */
export const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const before = chains.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  chains.set(name, mine.catch(() => undefined));
  return mine;
};

/** Runs `work` while nobody else holds `name`; those who wait run in their order. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | null | undefined;
  return locks === undefined || locks === null ? inTurn(name, work) : (locks.request(`passerelle.${name}`, work) as Promise<T>);
}
