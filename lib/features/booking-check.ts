/** Everything that is said of a booking while its form is filled in, and whether it may be saved. Pure. */
import type { FactsFieldName, FactsWords } from '../../components/overlay/FactsForm.tsx';
import type { SizeView } from '../../components/overlay/SizeAdvice.tsx';
import { countCharacters } from '../contract/bounds.ts';
import { blackoutSpans } from '../domain/blackouts.ts';
import type { Booking, BookingFacts, Instant, Reading } from '../domain/booking.ts';
import { conflictsOf } from '../domain/conflicts.ts';
import type { PastMeeting } from '../domain/estimates.ts';
import { checkFacts, type TypedFacts } from '../domain/facts.ts';
import { sameBooking, sameNumber } from '../domain/identity.ts';
import { coversPeriod, mergeReadings } from '../domain/readings.ts';
import { proposeRehearsal } from '../domain/rehearsal.ts';
import type { Roster } from '../domain/roster.ts';
import { isReasonEnough, REASON_MINIMUM } from '../domain/sizing.ts';
import { formatRange } from '../domain/time.ts';
import type { BookingForm } from '../portal/page.ts';
import type { ServiceCard } from '../services/card.ts';
import { proposalsFor, type Proposal } from './booking-alternatives.ts';
import { shareLines, type ShareAnswer } from './booking-share.ts';
import { sizeAnswer } from './booking-size.ts';
import { asksCharter, cardAdvice, cardErrors, cardFormWords, cardNotes } from './card-rules.ts';
import { cardWithin } from './card-words.ts';
import { availabilitySentence, blackoutSentence, conflictSentences } from './conflict-sentences.ts';
import type { Choices } from './drafts.ts';
import { factSentence } from './fact-sentences.ts';
import { hourWords, type Words } from './words.ts';

/** As many as the details block and the event take. */
const REASON_MAXIMUM = 1000;

export interface BookingQuestion extends Choices {
  portal: string;
  form: BookingForm;
  /** The service card that the form books, under the name that the form gives it. */
  card: ServiceCard;
  /** Every card of the settings: the ladder of F01. */
  cards: readonly ServiceCard[];
  /** Those that the portal's own form offers, this one included; asked only when there is a conflict. */
  offered(): readonly ServiceCard[];
  resource: string;
  typed: TypedFacts;
  /** Empty when none is chosen. */
  establishmentId: string;
  roster: Roster;
  /** Who sits here: their address is checked where the portal shows none (S2-26). */
  person: { email: string | null };
  readings: readonly Reading[];
  /** The person's own last meetings (F08). */
  past: readonly PastMeeting[];
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
  /** What else is free, while there is a conflict (F04). */
  proposals: Proposal[];
  /** What the request does to the establishment's share, by period (F02). */
  shares: ShareAnswer[];
  /** Why the rules do not accept it; null when they do. */
  refusal: string | null;
  size: SizeView | null;
  /** Whether a reason must be given, and is read by the approver. */
  asksReason: boolean;
  /** The proposed rehearsal, as it is said and as it is written into the booking (F07); null when there is none. */
  rehearsal: { sentence: string; written: string } | null;
  /** What this service does otherwise than another one, in short sentences. */
  notes: string[];
  /** The form's words that differ with the service. */
  words: FactsWords;
  /** Whether a plan B is asked for (S4-26). */
  asksPlanB: boolean;
  /** Links of the charter to keep to when it is recorded (S2-25); null: no charter. */
  charter: { label: string; address: string }[] | null;
  /** Sentences that warn and stop nothing. */
  advice: string[];
}

/** A booking that only our own event told of is this one, when the portal is asked to save it again. */
const isOwnEcho = ({ portal, form, resource, typed }: BookingQuestion, booking: Booking): boolean =>
  booking.number === null && form.number === null && form.start !== null && form.end !== null &&
  sameBooking({ portal, number: null, resource, start: form.start, end: form.end, title: typed.name }, booking);

function reasonError(reason: string, { translate }: Words): string | null {
  if (!isReasonEnough(reason)) return translate('errorReason', { minimum: REASON_MINIMUM });
  return countCharacters(reason) > REASON_MAXIMUM ? translate('errorReasonLong', { maximum: REASON_MAXIMUM }) : null;
}

/** What the form says now, compared with everything that is known. */
export function checkBooking(question: BookingQuestion, words: Words): BookingAnswer {
  const { portal, form, card, cards, typed, roster, readings, now, keep, reason } = question;
  const { translate, language } = words;
  const checked = checkFacts(typed, card);
  const refused = checked.ok ? [] : checked.errors;
  const errors = new Map<FactsFieldName, string>(refused.map((error) => [error.field, factSentence(translate, error, typed, card.capacity)]));
  const participants = errors.has('participants') ? null : Number(typed.participants.replace(/\s/gu, ''));
  const span = form.start !== null && form.end !== null ? { start: form.start, end: form.end } : null;
  const isOther = (booking: Booking): boolean => !isOwnEcho(question, booking) && !sameNumber(form.number, booking.number);
  const bookings = mergeReadings(readings.map((reading) => ({ ...reading, bookings: reading.bookings.filter(isOther) })));
  const covers = (from: Instant, to: Instant): boolean => coversPeriod(readings, from, to);
  const conflicts = span === null ? [] : conflictsOf({ ...span, portal, number: form.number }, bookings, card);
  const proposals = span === null || conflicts.length === 0
    ? []
    : proposalsFor({ portal, number: form.number, span, participants, card, cards: question.offered(), bookings, now }, words);
  const establishment = roster.find(({ id }) => id === question.establishmentId);
  const shares = span === null || establishment === undefined ? [] : shareLines({ span, establishment, card, roster, bookings, covers }, words);
  const size = participants === null ? null : sizeAnswer({ participants, card, cards, start: form.start, past: question.past }, words);
  /** What is said of a licence that is larger than it needs to be; null when it is right. */
  const mustKeep = size?.mustKeep ?? null;
  const asksReason = shares.some(({ step }) => step === 'askReason') || (mustKeep !== null && keep);
  if (mustKeep !== null && !keep) errors.set('keep', mustKeep);
  const wrong = asksReason ? reasonError(reason, words) : null;
  if (wrong !== null) errors.set('reason', wrong);
  for (const [field, sentence] of Object.entries(cardErrors(card, question, translate))) errors.set(field as FactsFieldName, sentence);
  const blackouts = blackoutSpans(card.blackouts);
  const rehearsal = span === null || participants === null || mustKeep !== null
    ? null
    : proposeRehearsal({ start: span.start, participants, card, cards, bookings, blackouts, now });
  const newest = Math.max(...readings.map(({ at }) => at));
  return {
    facts: checked.ok && errors.size === 0 ? checked.facts : null,
    errors: Object.fromEntries(errors),
    conflict: conflictSentences(conflicts, roster, translate, language),
    conflictSource: span === null || readings.length === 0 ? null : translate('conflictRead', { when: hourWords(newest, now, language) }),
    proposals,
    shares,
    refusal: shares.find((line) => line.refusal !== null)?.refusal ?? null,
    size,
    asksReason,
    rehearsal: rehearsal && {
      sentence: translate('rehearsal', { when: formatRange(rehearsal.start, rehearsal.end, language), card: cardWithin(rehearsal.card.name, translate, language) }),
      // The block is in French, whoever reads the overlay in what language.
      written: `${formatRange(rehearsal.start, rehearsal.end, 'fr')} (${rehearsal.card.name})`,
    },
    notes: cardNotes(card, translate),
    words: cardFormWords(card, translate),
    asksPlanB: card.required.planB,
    charter: asksCharter(card) ? card.links.filter(({ purpose }) => purpose === 'charter') : null,
    advice: [
      ...(span === null ? [] : [availabilitySentence(span.start, card, translate, language), blackoutSentence(span, card, translate, language)]),
      ...cardAdvice(card, { title: typed.name, planB: question.planB, email: form.email ?? question.person.email }, words),
    ].filter((sentence) => sentence !== null),
  };
}
