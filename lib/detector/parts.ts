/**
 * How a page gets the overlay, and the overlay its parts (lib/features/index.ts). The build makes a classic script of each
 * (wxt.parts.ts): it takes what it shares from here, and puts here what it has to give. This lives in the isolated world, which no page can see.
 */
type Exports = Readonly<Record<string, unknown>>;

export interface PartsPlace {
  /** What a script that has run has to give. */
  of(file: string): Exports | undefined;
  put(file: string, exports: Exports): void;
  /** Has the scripts run that have not yet, and gives what the last one has. Rejects when that could not be done. */
  get(...files: string[]): Promise<Exports>;
}

/** Known to the build by these very words. */
const KEY = Symbol.for('passerelle.parts');
const world = globalThis as { [KEY]?: PartsPlace };

/** @param run has scripts of ours run in this world, in this order */
export function offerParts(run: (files: string[]) => Promise<unknown>): void {
  const known = new Map<string, Exports>();
  world[KEY] = {
    of: (file) => known.get(file),
    // What stands there is in use: a copy of it would remember other things.
    put: (file, exports) => void (known.has(file) || known.set(file, exports)),
    async get(...files) {
      const missing = files.filter((file) => !known.has(file));
      if (missing.length > 0) await run(missing);
      const exports = known.get(files.at(-1) ?? '');
      if (exports === undefined) throw new Error(`${files.at(-1)} did not come.`);
      return exports;
    },
  };
}
