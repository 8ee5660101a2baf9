/** What became of the bookings that are over (« Historique »). Pure. */
import type { BookingOfLedger } from '../contract/answer.ts';
import type { Instant } from '../domain/booking.ts';
import { HOUR } from '../domain/zone.ts';
import type { BookingView } from './view.ts';

/**
 * `held` it took place · `notHeld` it was never started · `noConference` approved, and no conference was made here ·
 * `unanswered` nobody decided in time · `unknown` nothing tells.
 */
export const outcomes = ['held', 'cancelled', 'rejected', 'notHeld', 'noConference', 'unanswered', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** The companion closes a conference that nobody saw start with this word. */
const NOT_SEEN = 'notSeen';

/** People come early; what is older is of hours from which it was moved. In milliseconds. */
const EARLY = HOUR;

const stepsOfItsHours = ({ booking, steps }: BookingOfLedger): BookingOfLedger['steps'] =>
  steps.filter(({ at }) => Date.parse(at) >= Date.parse(booking.start) - EARLY);

function ofLedger({ ledger }: BookingView): Outcome | null {
  if (ledger === null) return null;
  const { state } = ledger;
  const steps = stepsOfItsHours(ledger);
  if (state === 'cancelled' || state === 'cancelling') return 'cancelled';
  if (state === 'rejected') return 'rejected';
  const hasStarted = state === 'live' || (ledger.attendance?.unique ?? 0) > 0 || steps.some(({ what }) => what === 'started');
  if (hasStarted) return 'held';
  if (state === 'ended') return steps.some(({ what, detail }) => what === 'ended' && detail === NOT_SEEN) ? 'notHeld' : 'held';
  if (state === 'scheduled') return 'notHeld';
  return ledger.conference === null ? null : 'unknown';
}

/** The portal's word wins for what only the portal decides; what took place, the companion saw. */
export function outcomeOf(view: BookingView): Outcome {
  const { status } = view.booking;
  const seen = ofLedger(view);
  if (seen === 'held') return 'held';
  if (status === 'cancelled' || status === 'rejected') return status;
  if (seen !== null) return seen;
  if (status === 'approved') return 'noConference';
  return status === 'pending' || status === 'toConfirm' ? 'unanswered' : 'unknown';
}

const busy: readonly string[] = ['live', 'attention', 'creating', 'cancelling', 'unknown'];

/** Over, yet somebody still has to look at it: it stays with what is planned. */
const isUnsettled = ({ entry, ledger, isOrphan, changes }: BookingView): boolean =>
  entry !== null || isOrphan || changes.length > 0 || (ledger !== null && busy.includes(ledger.state));

/** Whether a booking belongs to the past: its hours are over, or it was called off, and nothing is left to do. */
export function isPast(view: BookingView, now: Instant): boolean {
  const { booking, group } = view;
  if (group === 'planned') return booking.end <= now && !isUnsettled(view);
  if (group !== 'closed') return false;
  return booking.end <= now || booking.status === 'cancelled' || booking.status === 'rejected' || ['cancelled', 'rejected'].includes(view.ledger?.state ?? '');
}

/** The past of a list of bookings, the newest first. */
export const pastOf = (views: readonly BookingView[], now: Instant): BookingView[] =>
  views.filter((view) => isPast(view, now)).sort((one, other) => other.booking.start - one.booking.start);
