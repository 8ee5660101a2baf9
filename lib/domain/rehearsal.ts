/** F07: half an hour to try everything before a large meeting, on a smaller licence so that the large one stays free. */
import { isFree, type AlternativeCard, type AlternativesQuestion } from './alternatives.ts';
import type { Occupation, Span } from './conflicts.ts';
import type { Instant } from './booking.ts';
import { isWorkingDay } from './holidays.ts';
import { adviseFitting } from './sizing.ts';
import { addLocalDays, fromWall, HOUR, MINUTE, startOfDay, toWall } from './zone.ts';

export const REHEARSAL_LENGTH = 30 * MINUTE;
/** Working days before the meeting within which it is rehearsed. */
export const REHEARSAL_DAYS = 5;
/** Who rehearses: those who present and those who host. */
const REHEARSING = 20;

const STEP = 30 * MINUTE;
const EARLIEST = 8 * HOUR;
const LATEST = 17 * HOUR;

export interface Rehearsal<C extends AlternativeCard> extends Span {
  card: C;
}

export interface RehearsalQuestion<C extends AlternativeCard> {
  /** The meeting itself. */
  start: Instant;
  participants: number;
  card: C;
  /** Every card of the settings. */
  cards: readonly C[];
  bookings: readonly Occupation[];
  blackouts: AlternativesQuestion<C>['blackouts'];
  now: Instant;
}

/** The meeting's own hour first, where it lies within the day, then from the morning on. */
function* hoursOf(day: Instant, wanted: number): Generator<Instant> {
  const midnight = toWall(startOfDay(day));
  const hours = [];
  for (let hour = EARLIEST; hour + REHEARSAL_LENGTH <= LATEST; hour += STEP) hours.push(hour);
  if (wanted >= EARLIEST && wanted + REHEARSAL_LENGTH <= LATEST) yield fromWall(midnight + wanted);
  for (const hour of hours) if (hour !== wanted) yield fromWall(midnight + hour);
}

/**
 * The last free half hour of the five working days before, on the smallest other licence that makes a meeting.
 * @returns null when nothing smaller is there, when the meeting fits that licence itself, or when no half hour is left
 */
export function proposeRehearsal<C extends AlternativeCard>(
  { start, participants, card, cards, bookings, blackouts, now }: RehearsalQuestion<C>,
): Rehearsal<C> | null {
  const other = adviseFitting(REHEARSING, card, cards.filter(({ id, capacity }) => id !== card.id && capacity < card.capacity));
  if (other === null || participants <= other.capacity) return null;
  const wanted = toWall(start) - toWall(startOfDay(start));
  const question = { candidate: { start, end: start + REHEARSAL_LENGTH }, bookings, blackouts, now };
  for (let days = 1, working = 0; working < REHEARSAL_DAYS; days += 1) {
    const day = addLocalDays(start, -days);
    if (!isWorkingDay(day)) continue;
    working += 1;
    for (const begin of hoursOf(day, wanted)) {
      const span = { start: begin, end: begin + REHEARSAL_LENGTH };
      if (isFree(span, other, question)) return { ...span, card: other };
    }
  }
  return null;
}
