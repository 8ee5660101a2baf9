import { describe, expect, it } from 'vitest';
import { isPast, outcomeOf, pastOf, type Outcome } from '../../../lib/state/past.ts';
import { viewsOf, type BookingView } from '../../../lib/state/view.ts';
import type { BookingOfLedger } from '../../../lib/contract/answer.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { booking, conference, DAY, entry, HOUR, NOW, ofLedger, portalReading, sources } from '../samples.ts';

const over = (change: Partial<Booking> = {}): Booking => booking({ start: NOW - 2 * DAY, end: NOW - 2 * DAY + HOUR, status: 'approved', ...change });
const step = (what: string, detail: string | null = null, at = NOW - 2 * DAY) => ({ what, at: new Date(at).toISOString(), detail });

function viewOf(shown: Booking, ledger: Partial<BookingOfLedger> | null = null, more: Partial<Parameters<typeof viewsOf>[0]> = {}): BookingView {
  const bookings = ledger === null ? [] : [ofLedger(ledger, shown)];
  const [view] = viewsOf(sources({
    readings: { iris: portalReading([shown]) },
    ledger: { bookings, complete: true, at: NOW, checked: NOW, problem: null },
    ...more,
  }));
  return view as BookingView;
}

describe('what became of a booking', () => {
  it.each<[string, Outcome, Partial<Booking>, Partial<BookingOfLedger> | null]>([
    ['ended after it was seen to start', 'held', {}, { state: 'ended', steps: [step('started'), step('ended')] }],
    ['ended with people counted', 'held', {}, { state: 'ended', attendance: { unique: 3, peak: null }, steps: [step('ended', 'notSeen')] }],
    ['ended because nobody saw it start', 'notHeld', {}, { state: 'ended', steps: [step('ended', 'notSeen')] }],
    ['held a week before, moved, and not started at its new hours', 'notHeld', {}, { state: 'ended', steps: [step('started', null, NOW - 9 * DAY), step('ended', null, NOW - 9 * DAY), step('ended', 'notSeen')] }],
    ['not started a week before, moved, and held', 'held', {}, { state: 'ended', steps: [step('ended', 'notSeen', NOW - 9 * DAY), step('ended')] }],
    ['ended by Zoom’s word alone', 'held', {}, { state: 'ended', steps: [step('ended')] }],
    ['never started', 'notHeld', {}, { state: 'scheduled', conference }],
    ['cancelled by its requester’s link', 'cancelled', {}, { state: 'cancelled' }],
    ['cancelled in the portal', 'cancelled', { status: 'cancelled' }, { state: 'scheduled' }],
    ['held, then cancelled in the portal', 'held', { status: 'cancelled' }, { state: 'ended', steps: [step('started')] }],
    ['rejected in the portal', 'rejected', { status: 'rejected' }, { state: 'requested' }],
    ['approved without a conference', 'noConference', {}, null],
    ['never answered', 'unanswered', { status: 'pending' }, { state: 'requested' }],
    ['in a state that no word tells', 'unknown', { status: 'unknown' }, null],
    ['with a conference that went to « attention »', 'unknown', {}, { state: 'attention', conference }],
  ])('F09 a booking %s is « %s »', (_title, outcome, change, ledger) => {
    expect(outcomeOf(viewOf(over(change), ledger))).toBe(outcome);
  });
});

describe('the past', () => {
  it('U22 holds what is over and what was called off, the newest first', () => {
    const bookings = [over({ number: '1' }), over({ number: '2', start: NOW - DAY, end: NOW - DAY + HOUR }), booking({ number: '3', status: 'cancelled' }), booking({ number: '4' }), booking({ number: '5', status: 'approved' })];
    const views = viewsOf(sources({ readings: { iris: portalReading(bookings) } }));
    expect(pastOf(views, NOW).map(({ booking: { number } }) => number)).toEqual(['3', '2', '1']);
  });

  it.each<[string, Partial<BookingOfLedger>]>([['goes on beyond its hours', { state: 'live' }], ['needs a person', { state: 'attention' }], ['is being cancelled', { state: 'cancelling' }]])(
    'F13 does not hold one that %s',
    (_title, ledger) => {
      expect(isPast(viewOf(over({ start: NOW - 2 * HOUR, end: NOW - HOUR }), { conference, ...ledger }), NOW)).toBe(false);
    },
  );

  it('F13 does not hold one whose event was refused', () => {
    const view = viewOf(over({ start: NOW - 2 * HOUR, end: NOW - HOUR }), { state: 'scheduled', conference }, { outbox: { version: 1, entries: [entry({ state: 'refused' })], damaged: [] } });
    expect(isPast(view, NOW)).toBe(false);
  });
});
