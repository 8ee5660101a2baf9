/**
 * F08: what was estimated against who came. Counts only, never names: the companion keeps the number of people
 * and their most at once, and forgets the report itself.
 */
import type { Instant } from './booking.ts';
import { percentOfEstimate } from './percent.ts';

export interface PastMeeting {
  /** Participants as they were asked for. */
  estimated: number;
  /** Different people who came. */
  actual: number;
  end: Instant;
}

export interface EstimateAdvice {
  /** How many meetings it is drawn from: the last ones, {@link LAST} at most. */
  count: number;
  /** Whole per cent of what was estimated. */
  percent: number;
  /** What to write instead; never over the capacity. */
  suggestion: number;
}

/** « Vos 4 dernières ». */
export const LAST = 4;
/** One meeting alone says nothing. */
export const PAST_MINIMUM = 2;
/** An estimate this close to what came needs no advice, in per cent. */
const CLOSE = { from: 80, to: 100 } as const;

/** Upwards, so that nobody is left outside: to the next ten below a hundred, else to the next hundred. */
const roundUp = (people: number): number => {
  const grain = people < 100 ? 10 : 100;
  return Math.ceil(people / grain) * grain;
};

/**
 * @param past the meetings of one person, in any order
 * @param estimated what is typed now
 * @param capacity of the service that is being booked
 * @returns null with too few meetings, or when the estimates were right, or when the advice would change nothing
 */
export function adviseEstimate(past: readonly PastMeeting[], estimated: number, capacity: number): EstimateAdvice | null {
  const last = past.filter((meeting) => meeting.estimated > 0).sort((one, other) => other.end - one.end).slice(0, LAST);
  if (last.length < PAST_MINIMUM || estimated < 1) return null;
  const sums = last.reduce(
    (sum, { estimated, actual }) => ({ estimated: sum.estimated + estimated, actual: sum.actual + actual }),
    { estimated: 0, actual: 0 },
  );
  const percent = percentOfEstimate(sums.actual, sums.estimated);
  if (percent === null || (percent >= CLOSE.from && percent <= CLOSE.to)) return null;
  const suggestion = Math.min(capacity, Math.max(10, roundUp((estimated * sums.actual) / sums.estimated)));
  const changes = percent < CLOSE.from ? suggestion < estimated : suggestion > estimated;
  return changes ? { count: last.length, percent, suggestion } : null;
}
