/**
 * The peers, by name: they are installed for the benchmarks only (tests/bench/package.json), hence no literal import,
 * and only as much of their types as is called.
 */
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The file of a peer's package, for what is bundled or injected. @throws {Error} before `prepare(['peers'])` */
export const peerFile = (path: string): string => require.resolve(path);

/** @throws {Error} before `prepare(['peers'])` */
export const loadPeer = async <Module>(name: string): Promise<Module> => (await import(pathToFileURL(require.resolve(name)).href)) as Module;

export interface D3Array {
  rollups<Item, Value, Key>(items: readonly Item[], reduce: (group: Item[]) => Value, key: (item: Item) => Key): [Key, Value][];
  sum<Item>(items: readonly Item[], value: (item: Item) => number): number;
}

export interface IntervalTree {
  insert(interval: { low: number; high: number }): boolean;
  search(low: number, high: number): { low: number; high: number }[];
}

export interface JsYaml {
  dump(value: unknown): string;
  load(text: string): unknown;
}
