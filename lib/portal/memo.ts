/**
 * What is costly to know of a page (its roots, names, visibility) is kept only while one call of the facade, or one
 * look at the page, runs: a page may change at any moment, so nothing is remembered from one to the next.
 */
let depth = 0;
let memory: Map<unknown, unknown> = new Map();

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

/** A function whose answers are kept during {@link remembering}, by each argument that it names; `filter` may hand it more. */
export function remembered<K extends readonly unknown[], V>(compute: (...keys: K) => V): (...keys: K) => V {
  return (...keys) => {
    if (depth === 0) return compute(...keys);
    let answers = below(memory, compute);
    const end = compute.length - 1;
    for (let index = 0; index < end; index += 1) answers = below(answers, keys[index]);
    const last = keys[end];
    if (answers.has(last)) return answers.get(last) as V;
    const value = compute(...keys);
    answers.set(last, value);
    return value;
  };
}

type Answers = Map<unknown, unknown>;

function below(answers: Answers, key: unknown): Answers {
  let found = answers.get(key) as Answers | undefined;
  if (!found) answers.set(key, (found = new Map()));
  return found;
}
