import { describe, expect, it } from 'vitest';
import type { BookingOfLedger } from '../../../lib/contract/answer.ts';
import type { Booking } from '../../../lib/domain/booking.ts';
import { clinical } from '../../../lib/services/clinical.ts';
import { presets } from '../../../lib/services/presets.ts';
import { sharedRoom } from '../../../lib/services/sharedRoom.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { checklistOf, liveBefore, settingLines, todayOf } from '../../../lib/state/today.ts';
import { viewsOf, type BookingView } from '../../../lib/state/view.ts';
import { booking, conference, DAY, HOUR, NOW, ofLedger, portalReading, sources } from '../samples.ts';

function views(...pairs: [Partial<Booking>, Partial<BookingOfLedger>?][]): BookingView[] {
  const made = pairs.map(([change, ledger], index) => [booking({ number: String(index), status: 'approved', start: NOW + HOUR, end: NOW + 2 * HOUR, ...change }), ledger] as const);
  const bookings = made.flatMap(([of, ledger]) => (ledger === undefined ? [] : [ofLedger(ledger, of)]));
  return viewsOf(sources({
    readings: { iris: portalReading(made.map(([of]) => of)) },
    ledger: { bookings, complete: true, at: NOW, checked: NOW, problem: null },
  }));
}
const numbers = (list: readonly BookingView[]) => list.map(({ booking: { number } }) => number);

describe('F06 the day', () => {
  it('F06 is Toronto’s: 23 h 30 is today, half an hour after midnight tomorrow', () => {
    const late = Date.parse('2026-11-24T04:30:00Z');
    expect(numbers(todayOf(views([{ start: late, end: late + HOUR }], [{ start: late + HOUR, end: late + 2 * HOUR }]), NOW))).toEqual(['0']);
  });

  it('F06 holds what began yesterday and still runs, and what ended this morning', () => {
    const list = views([{ start: NOW - DAY, end: NOW + HOUR }], [{ start: NOW - 2 * HOUR, end: NOW - HOUR }, { state: 'ended' }]);
    expect(numbers(todayOf(list, NOW))).toEqual(['0', '1']);
  });

  it('F06 leaves out what is only asked for, and what was called off', () => {
    expect(todayOf(views([{ status: 'pending' }], [{ status: 'cancelled' }, { state: 'scheduled' }], [{}, { state: 'cancelled' }], [{ status: 'rejected' }]), NOW)).toEqual([]);
  });

  it('Z52 names the live event of the same licence, and no other service’s', () => {
    const [first, second, room] = views([{}, { state: 'scheduled' }], [{ start: NOW - HOUR, end: NOW }, { state: 'live' }], [{ serviceId: 'shared-room' }, { serviceId: 'shared-room', state: 'live' }]).sort((one, other) => Number(one.booking.number) - Number(other.booking.number));
    expect(liveBefore(first as BookingView, [first, second, room] as BookingView[])).toBe(second);
    expect(liveBefore(second as BookingView, [first, second] as BookingView[])).toBeNull();
  });
});

describe('F06 the settings read back', () => {
  const of = (differences: string[], kind: 'webinar' | 'meeting' = 'meeting') => views([{}, { state: 'scheduled', conference: { ...conference, kind, differences } }])[0] as BookingView;

  it('Z15 compares each setting of the card with what Zoom took', () => {
    const lines = settingLines(of(['waitingRoom']), web5000) ?? [];
    expect(lines.filter(({ found }) => found === 'differs')).toEqual([{ setting: 'waitingRoom', wanted: 'off', found: 'differs', shown: null }]);
    expect(lines.find(({ setting }) => setting === 'muteOnEntry')).toEqual({ setting: 'muteOnEntry', wanted: 'on', found: 'same', shown: null });
    expect(lines.map(({ setting }) => setting)).toEqual(['waitingRoom', 'muteOnEntry', 'hostVideo', 'participantVideo', 'recording', 'authentication']);
    expect((settingLines(of([], 'webinar'), web5000) ?? []).some(({ setting }) => setting === 'practiceSession')).toBe(true);
  });

  it('Z15 believes what Zoom shows now over what it showed when it was made', () => {
    const fresh = [{ setting: 'waitingRoom', asked: 'off', shown: 'off', holds: true }, { setting: 'muteOnEntry', asked: 'on', shown: 'off', holds: false }, { setting: 'hostVideo', asked: 'off', shown: null, holds: null }];
    const lines = settingLines(of(['waitingRoom']), web5000, fresh) ?? [];
    expect(lines.filter(({ found }) => found === 'differs')).toEqual([{ setting: 'muteOnEntry', wanted: 'on', found: 'differs', shown: 'off' }]);
  });

  it('Z15 says that nothing was read back, instead of « as asked »', () => {
    expect((settingLines(of(['unread']), web5000) ?? []).every(({ found }) => found === 'unread')).toBe(true);
  });

  it('S1-30 compares nothing for a permanent room, nor before there is a conference', () => {
    expect(settingLines(of([]), sharedRoom)).toBeNull();
    expect(settingLines(views([{}])[0] as BookingView, web5000)).toBeNull();
  });
});

describe('F06 the checklist', () => {
  it('S0-19 S0-29 S0-30 asks for no waiting room beside the card’s own lines', () => {
    const items = checklistOf(web5000);
    expect(items.map(({ text }) => text).filter((text) => text !== null)).toEqual(web5000.checklist);
    expect(items.map(({ id }) => id)).toContain('noWaitingRoom');
  });

  it('S1-08 adds nothing where the card speaks of the waiting room itself', () => {
    expect(checklistOf(sharedRoom).map(({ id }) => id)).toEqual(sharedRoom.checklist);
    expect(checklistOf({ ...sharedRoom, checklist: ['Enable the waiting room'] }).map(({ id, isAsked }) => [id, isAsked])).toEqual([['Enable the waiting room', true]]);
  });

  it('S4-24 a card with the waiting room on says so once', () => {
    const spoken = checklistOf(clinical).filter(({ id, text }) => id === 'waitingRoom' || /salle d’attente/u.test(text ?? ''));
    expect(spoken.length).toBeGreaterThanOrEqual(1);
  });

  it('each line of each card has a name of its own', () => {
    for (const card of presets) expect(new Set(checklistOf(card).map(({ id }) => id)).size).toBe(checklistOf(card).length);
    expect(checklistOf(undefined)).toEqual([]);
  });
});
