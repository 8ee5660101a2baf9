/** Everything that is said of a booking while its form is filled in, and whether it may be saved. Pure. */
import type { FactsFieldName } from '../../components/overlay/FactsForm.tsx';
import type { Booking, BookingFacts, Instant, Reading } from '../domain/booking.ts';
import { conflictsOf } from '../domain/conflicts.ts';
import { checkFacts, type TypedFacts } from '../domain/facts.ts';
import { sameBooking } from '../domain/identity.ts';
import { mergeReadings } from '../domain/readings.ts';
import type { Roster } from '../domain/roster.ts';
import { amountOf } from '../domain/usage.ts';
import type { BookingForm } from '../portal/page.ts';
import type { ServiceCard } from '../services/card.ts';
import { availabilitySentence, conflictSentences, withArticle } from './conflict-sentences.ts';
import { factSentence } from './fact-sentences.ts';
import { amountWords, hourWords, measureUsage, type Words } from './usage-view.ts';

export interface BookingQuestion {
  portal: string;
  form: BookingForm;
  /** The service card that the form books, under the name that the form gives it. */
  card: ServiceCard;
  resource: string;
  typed: TypedFacts;
  /** Empty when none is chosen. */
  establishmentId: string;
  roster: Roster;
  readings: readonly Reading[];
  now: Instant;
}

export interface BookingAnswer {
  /** Null while something is missing or wrong. */
  facts: BookingFacts | null;
  errors: Partial<Record<FactsFieldName, string>>;
  /** Sentences of the conflict; empty: none that is known. */
  conflict: string[];
  /** Of which hour the bookings compared are; null when none was read or the form has no hours. */
  conflictSource: string | null;
  /** Sentences that warn and stop nothing. */
  advice: string[];
}

/** A booking that only our own event told of is this one, when the portal is asked to save it again. */
const isOwnEcho = ({ portal, form, resource, typed }: BookingQuestion, booking: Booking): boolean =>
  booking.number === null && form.number === null && form.start !== null && form.end !== null &&
  sameBooking({ portal, number: null, resource, start: form.start, end: form.end, title: typed.name }, booking);

function adviceOf(question: BookingQuestion, others: readonly Reading[], words: Words): string | null {
  const { form, card, roster, establishmentId } = question;
  const establishment = roster.find(({ id }) => id === establishmentId);
  if (establishment === undefined || form.start === null || form.end === null) return null;
  const { translate, language } = words;
  const usage = measureUsage(others, card, roster, form.start);
  const row = usage.rows.find((candidate) => candidate.establishmentId === establishmentId);
  const after = (row?.used ?? 0) + (row?.requested ?? 0) + (amountOf({ start: form.start, end: form.end }, usage.unit, usage.from, usage.to) ?? 0);
  const share = row?.share ?? null;
  const inWords = (amount: number): string =>
    usage.unit === 'count' ? translate('bookings', { count: amount }) : amountWords(amount, usage.unit, language);
  const atLeast = (value: string): string => (usage.complete ? value : translate('usageAtLeast', { value }));
  const used = atLeast(inWords(after));
  const who = withArticle(establishment.name, language);
  if (share === null) return translate('afterUsed', { who, used });
  if (after > share) return translate('afterOver', { who, used, over: atLeast(inWords(after - share)) });
  const remaining = inWords(share - after);
  return translate('afterRemaining', { who, used, remaining: usage.complete ? remaining : translate('usageAtMost', { value: remaining }) });
}

/** What the form says now, compared with everything that is known. */
export function checkBooking(question: BookingQuestion, words: Words): BookingAnswer {
  const { portal, form, card, typed, roster, readings, now } = question;
  const { translate, language } = words;
  const checked = checkFacts(typed, card);
  const errors = checked.ok ? [] : checked.errors.map((error) => [error.field, factSentence(translate, error, typed, card.capacity)] as const);
  const span = form.start !== null && form.end !== null ? { start: form.start, end: form.end } : null;
  const isOther = (booking: Booking): boolean => !isOwnEcho(question, booking) && (form.number === null || booking.number !== form.number);
  const others = readings.map((reading) => ({ ...reading, bookings: reading.bookings.filter(isOther) }));
  const conflicts = span === null ? [] : conflictsOf({ ...span, portal, number: form.number }, mergeReadings(others), card);
  const newest = Math.max(...readings.map(({ at }) => at));
  const advice = [span === null ? null : availabilitySentence(span.start, card, translate, language), adviceOf(question, others, words)];
  return {
    facts: checked.ok ? checked.facts : null,
    errors: Object.fromEntries(errors),
    conflict: conflictSentences(conflicts, roster, translate, language),
    conflictSource: span === null || readings.length === 0 ? null : translate('conflictRead', { when: hourWords(newest, now, language) }),
    advice: advice.filter((sentence) => sentence !== null),
  };
}
