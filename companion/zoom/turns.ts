/** One after the other for the same key: Zoom refuses two writes of one host at once (zoom.md § 2.5). */
export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A task that fails does not stop the ones behind it; keys without a task are forgotten. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task);
    const settled = mine.catch(() => undefined).finally(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    last.set(key, settled);
    return mine;
  };
}
