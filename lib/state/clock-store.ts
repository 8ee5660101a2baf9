/**
 * How far the companion's clock is ahead of this post's, in milliseconds (R6). What is signed is healed by it, what is
 * judged against the hours of bookings goes by it (« today », late, unconfirmed, over), and the person is told. What this
 * post wrote down itself (ages, pauses, retries) stays by its own clock: there a difference does no harm, a leap would.
 */
import { stored, type Stored } from './stored.ts';

export const clockOffsetStore: Stored<number> = stored('local', 'clockOffset', (raw) => (typeof raw === 'number' && Number.isFinite(raw) ? raw : 0), { writer: 'worker' });

/** What the companion tolerates of a difference, and what a person does not notice. */
const WORTH_SAYING = 5 * 60_000;

/** How far this post is ahead (below zero: behind) when it is worth a sentence; null when the clock is right. Pure. */
export const clockAheadOf = (offset: number): number | null => (Math.abs(offset) > WORTH_SAYING ? -offset : null);

/** What this post's clock says, and how far the companion's is ahead of it. */
export interface PostTime {
  now: number;
  /** Absent: not known to be wrong. */
  clockOffset?: number | undefined;
}

/** What it is now for whatever is judged against the hours of bookings: by the companion's clock once this post's is known to be wrong. Pure. */
export const rightNow = ({ now, clockOffset = 0 }: PostTime): number => (clockAheadOf(clockOffset) === null ? now : now + clockOffset);

/** The same, of what the store says of this post's clock. @param now what this post's clock says */
export const rightNowAt = async (now: number): Promise<number> => rightNow({ now, clockOffset: await clockOffsetStore.load() });
