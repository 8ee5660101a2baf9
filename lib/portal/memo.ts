/**
 * What is costly to know of a page (its roots, names, visibility) is kept only while one call of the
 * facade runs: a page may change at any moment, so nothing is remembered from one call to the next.
 */
let depth = 0;
let memory = new Map<string, Map<unknown, unknown>>();

/** Runs `work` with a memory that is dropped at the end of the outermost call. `work` must not wait. */
export function remembering<T>(work: () => T): T {
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
    if (depth === 0) memory = new Map();
  }
}

/** Forgets at once: the page was written to. */
export function forget(): void {
  memory = new Map();
}

/** A function of one argument whose answers are kept during {@link remembering}. */
export function remembered<K, V>(name: string, compute: (key: K) => V): (key: K) => V {
  return (key) => {
    if (depth === 0) return compute(key);
    let answers = memory.get(name);
    if (!answers) memory.set(name, (answers = new Map()));
    if (answers.has(key)) return answers.get(key) as V;
    const value = compute(key);
    answers.set(key, value);
    return value;
  };
}
