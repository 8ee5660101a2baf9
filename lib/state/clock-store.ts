/** How far the companion's clock is ahead of this post's, in milliseconds (R6): what is signed is healed by it, and the person is told. */
import { stored, type Stored } from './stored.ts';

export const clockOffsetStore: Stored<number> = stored('local', 'clockOffset', (raw) => (typeof raw === 'number' && Number.isFinite(raw) ? raw : 0));

/** What the companion tolerates of a difference, and what a person does not notice. */
const WORTH_SAYING = 5 * 60_000;

/** How far this post is ahead (below zero: behind) when it is worth a sentence; null when the clock is right. Pure. */
export const clockAheadOf = (offset: number): number | null => (Math.abs(offset) > WORTH_SAYING ? -offset : null);
