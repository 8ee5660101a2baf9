/**
 * Values that whoever draws from them hears of. The popup's library ties such values to components and counts what was read from
 * what; nothing of the overlay derives one value from others, and a page carries what it needs.
 */
export interface ReadonlySignal<Value> {
  readonly value: Value;
  /** The value, without being told of its changes. */
  peek(): Value;
}
export interface Signal<Value> extends ReadonlySignal<Value> {
  value: Value;
}

interface Reader {
  run(): void;
  /** Of each value that it has read, who is told. */
  read: Set<Set<Reader>>;
}

let reader: Reader | null = null;
/** Told of a change, and not run since. One that runs changes values without being run inside itself. */
const waiting = new Set<Reader>();
let isRunning = false;

function runAll(): void {
  if (isRunning) return;
  isRunning = true;
  const failures: unknown[] = [];
  // A set goes on to what is added while it is gone through.
  for (const next of waiting) {
    waiting.delete(next);
    try {
      next.run();
    } catch (error) {
      failures.push(error);
    }
  }
  isRunning = false;
  // Whoever changed the value is told, once all have heard of it.
  if (failures.length > 0) throw failures[0];
}

export function signal<Value>(first: Value): Signal<Value> {
  let now = first;
  const readers = new Set<Reader>();
  return {
    get value() {
      if (reader !== null) {
        readers.add(reader);
        reader.read.add(readers);
      }
      return now;
    },
    set value(next) {
      if (next === now) return;
      now = next;
      for (const told of readers) waiting.add(told);
      runAll();
    },
    peek: () => now,
  };
}

/**
 * Does the work now, and again whenever a value that it read has changed.
 * @returns what ends it
 */
export function effect(work: () => void): () => void {
  const forget = (): void => {
    for (const readers of own.read) readers.delete(own);
    own.read.clear();
  };
  const own: Reader = {
    read: new Set(),
    run() {
      forget();
      const outer = reader;
      reader = own;
      try {
        work();
      } finally {
        reader = outer;
      }
    },
  };
  waiting.add(own);
  runAll();
  return () => {
    waiting.delete(own);
    forget();
  };
}
