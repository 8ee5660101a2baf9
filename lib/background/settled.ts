/**
 * What outlives the worker (registrations, alarms, the badge, what content scripts may read) is put right once in a browser's
 * session, and not at each of the hundreds of starts between two alarms. In the browser's memory, which it empties when it
 * ends and when another version of the extension comes. What changes meanwhile has an event of its own, which settles anew.
 */
import { isNumber } from '../state/shape.ts';
import { stored, type Stored } from '../state/stored.ts';

/** An event may have been missed: milliseconds after which nobody relies on it. */
export const SETTLED_FOR = 3_600_000;

/** When all of it was last put right; null: not since something began that the next start may have to end. */
export const settledStore: Stored<number | null> = stored('session', 'settled', (raw) => (isNumber(raw) ? raw : null), { writer: 'worker' });

/** @param now milliseconds since 1970 UTC */
export const isSettled = (at: number | null, now: number): boolean => at !== null && at <= now && now - at < SETTLED_FOR;

/** To be called before something that this worker may not live to end: the next start then sees to everything. */
export const unsettle = (): Promise<unknown> => settledStore.update(() => null);
