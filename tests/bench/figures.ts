/** Medians, spreads and ratios. Pure. */
import type { Measure, Result, Table } from './bench.ts';

const sorted = (samples: readonly number[]): number[] => [...samples].sort((one, other) => one - other);

/** @throws {Error} without samples: a figure that was not measured is never printed */
export function quantile(samples: readonly number[], part: number): number {
  if (samples.length === 0) throw new Error('No samples');
  const list = sorted(samples);
  const at = (list.length - 1) * part;
  const [low, high] = [list[Math.floor(at)] as number, list[Math.ceil(at)] as number];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

export interface Cell {
  median: number;
  /** Half of the distance between the first and the third quartile. */
  spread: number;
  /** To the best peer and to the floor, as a quotient of medians; null where there is none. */
  toBest: number | null;
  toFloor: number | null;
}

/** Three figures, for people. */
export const digits = (value: number): string => (value === 0 ? '0' : Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3).replace(/\.?0+$/u, ''));

const medianOf = (result: Result | undefined, measure: Measure): number | null => {
  const samples = result?.samples[measure.name] ?? [];
  return samples.length === 0 ? null : median(samples);
};

/** Of what is over something else, and may be less than nothing, there is none. */
const quotient = (one: number, other: number | null): number | null => (other === null || other <= 0 || one < 0 ? null : one / other);

/** Null where the contender has no such figure. */
export function cellOf({ results }: Table, result: Result, measure: Measure): Cell | null {
  const own = medianOf(result, measure);
  if (own === null) return null;
  const samples = result.samples[measure.name] as number[];
  const peers = results.filter(({ role }) => role === 'peer').flatMap((peer) => medianOf(peer, measure) ?? []);
  const best = peers.length === 0 ? null : measure.better === 'lower' ? Math.min(...peers) : Math.max(...peers);
  const floor = medianOf(results.find(({ role }) => role === 'floor'), measure);
  return { median: own, spread: (quantile(samples, 0.75) - quantile(samples, 0.25)) / 2, toBest: quotient(own, best), toFloor: quotient(own, floor) };
}

/** A contender's median; for the goals. @throws {Error} when it was not measured */
export function medianFor(results: readonly Result[], contender: string, measure: string): number {
  return median(results.find((result) => result.contender === contender)?.samples[measure] ?? []);
}
