/** When to try again: 1 s · 2^n with full jitter, at most 15 minutes (R9). */
import type { Instant } from '../../lib/domain/booking.ts';
import type { ZoomProblem } from '../zoom/types.ts';

const FIRST = 1000;
const LONGEST = 15 * 60_000;

/** @param attempts how often it was tried, from 1 · @param random between 0 and 1 */
export const delayAfter = (attempts: number, random: () => number): number => Math.round(Math.min(FIRST * 2 ** Math.min(attempts - 1, 20), LONGEST) * random());

/** Zoom's own word goes first. */
export const againAt = (problem: Pick<ZoomProblem, 'retryAt'>, attempts: number, now: Instant, random: () => number): Instant =>
  problem.retryAt !== null && problem.retryAt > now ? problem.retryAt : now + delayAfter(attempts, random);
