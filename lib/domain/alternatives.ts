/** F04: what else could be booked when the licence is taken. Up to three proposals, none of which is in conflict. */
import type { Instant } from './booking.ts';
import { conflictsOf, type Candidate, type ConflictRules, type Occupation, type Span } from './conflicts.ts';
import { holidayOn, isWorkingDay } from './holidays.ts';
import { adviseFitting, isAvailable, type SizedCard } from './sizing.ts';
import { addLocalDays, DAY, fromWall, HOUR, MINUTE, startOfDay, toLocal, toWall } from './zone.ts';

export interface AlternativeCard extends SizedCard, ConflictRules {}

export interface Alternative<C extends AlternativeCard> {
  /** The same day at the nearest free hour, the same hour on the next free working day, or another service at the same hour. */
  kind: 'sameDay' | 'nextWorkingDay' | 'otherService';
  card: C;
  start: Instant;
  end: Instant;
}

export interface AlternativesQuestion<C extends AlternativeCard> {
  /** The hours asked for; with the number of the booking that is being changed, if it is. */
  candidate: Candidate;
  participants: number | null;
  card: C;
  /** Every card of the settings. */
  cards: readonly C[];
  bookings: readonly Occupation[];
  /** When nobody of the CCT can start a conference. */
  blackouts: readonly Span[];
  now: Instant;
}

/** Hours are proposed by the quarter, from 7 h to 21 h; further only as far as the request itself goes. */
const STEP = 15 * MINUTE;
const EARLIEST = 7 * HOUR;
const LATEST = 21 * HOUR;
/** Working days looked at before giving up: four weeks. */
const DAYS_TRIED = 20;
/** Twenty working days lie within six weeks, holidays included. */
const DAYS_LOOKED_AT = 42;

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Whether a card may be booked then: to come, lent, no holiday, with a host, and beside every other booking. */
export function isFree(span: Span, card: AlternativeCard, { bookings, blackouts, candidate, now }: Pick<AlternativesQuestion<AlternativeCard>, 'bookings' | 'blackouts' | 'candidate' | 'now'>): boolean {
  return (
    span.start >= now && isAvailable(card, span.start) && isAvailable(card, span.end - 1) &&
    holidayOn(toLocal(span.start).date) === null && holidayOn(toLocal(span.end - 1).date) === null &&
    !blackouts.some((blackout) => overlaps(span, blackout)) &&
    conflictsOf({ ...candidate, ...span }, bookings, card).length === 0
  );
}

/** The nearest free hour of that day; of two as near, the later. */
function onSameDay<C extends AlternativeCard>(question: AlternativesQuestion<C>): Span | null {
  const { start, end } = question.candidate;
  const midnight = toWall(startOfDay(start));
  const earliest = Math.min(fromWall(midnight + EARLIEST), start);
  const latest = Math.min(Math.max(fromWall(midnight + LATEST), end), startOfDay(start, 1));
  for (let distance = STEP; distance < 24 * HOUR; distance += STEP) {
    for (const moved of [distance, -distance]) {
      const span = { start: start + moved, end: end + moved };
      if (span.start >= earliest && span.end <= latest && isFree(span, question.card, question)) return span;
    }
  }
  return null;
}

function onNextWorkingDay<C extends AlternativeCard>(question: AlternativesQuestion<C>): Span | null {
  const { start, end } = question.candidate;
  let tried = 0;
  for (let days = 1; tried < DAYS_TRIED; days += 1) {
    const moved = addLocalDays(start, days);
    if (!isWorkingDay(moved)) continue;
    tried += 1;
    const span = { start: moved, end: moved + (end - start) };
    if (isFree(span, question.card, question)) return span;
  }
  return null;
}

/** @returns the proposals in the order of {@link Alternative.kind}; each kind at most once */
export function alternativesTo<C extends AlternativeCard>(all: AlternativesQuestion<C>): Alternative<C>[] {
  const { candidate, card, cards, participants } = all;
  if (candidate.end <= candidate.start) return [];
  // Hundreds of hours are tried: only bookings that can stand in the way of one are compared.
  const [from, to] = [startOfDay(candidate.start) - DAY, candidate.end + DAYS_LOOKED_AT * DAY];
  const question = { ...all, bookings: all.bookings.filter(({ start, end, serviceId }) => serviceId !== null && end > from && start < to) };
  const found: Alternative<C>[] = [];
  const sameDay = onSameDay(question);
  if (sameDay) found.push({ kind: 'sameDay', card, ...sameDay });
  const nextDay = onNextWorkingDay(question);
  if (nextDay) found.push({ kind: 'nextWorkingDay', card, ...nextDay });
  const { start, end } = candidate;
  const free = cards.filter((other) => other.id !== card.id && isFree({ start, end }, other, question));
  const other = participants === null ? null : adviseFitting(participants, card, free);
  if (other) found.push({ kind: 'otherService', card: other, start, end });
  return found;
}
