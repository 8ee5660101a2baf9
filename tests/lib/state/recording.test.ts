import { describe, expect, it } from 'vitest';
import '../browser.ts';
import { clinical } from '../../../lib/services/clinical.ts';
import { nominative300 } from '../../../lib/services/nominative300.ts';
import { sharedRoom } from '../../../lib/services/sharedRoom.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { countLeft, recordingOf } from '../../../lib/state/recording.ts';
import { viewsOf, type BookingView } from '../../../lib/state/view.ts';
import { booking, conference, DAY, HOUR, NOW, ofLedger, sources } from '../samples.ts';

const iso = (instant: number): string => new Date(instant).toISOString();
const held = booking({ status: 'approved', start: NOW - 2 * HOUR, end: NOW - HOUR });
const ready = (at: number, detail: string | null) => ({ what: 'recordingReady', at: iso(at), detail });
const viewOf = (steps: ReturnType<typeof ready>[], state: 'ended' | 'scheduled' = 'ended'): BookingView => {
  const bookings = [ofLedger({ state, conference, steps }, held)];
  return viewsOf(sources({ readings: {}, ledger: { bookings, complete: true, at: NOW, checked: NOW, problem: null } }))[0] as BookingView;
};

describe('how long a recording is still there', () => {
  it('S1-40 counts to the companion’s own limit, 24 hours after it was ready', () => {
    const view = viewOf([ready(NOW, iso(NOW + 24 * HOUR))]);
    expect(recordingOf(view, sharedRoom, NOW)).toEqual({ ready: NOW, until: NOW + 24 * HOUR, left: 24 * HOUR });
    expect(recordingOf(view, sharedRoom, NOW + 23 * HOUR)?.left).toBe(HOUR);
    expect(recordingOf(view, sharedRoom, NOW + 25 * HOUR)?.left).toBe(0);
  });

  it('S1-40 falls back on the card where an older companion named no limit, and says nothing where nobody does', () => {
    expect(recordingOf(viewOf([ready(NOW, null)]), sharedRoom, NOW)?.until).toBe(NOW + 24 * HOUR);
    expect(recordingOf(viewOf([ready(NOW, null)]), web5000, NOW)).toBeNull();
    expect(recordingOf(viewOf([ready(NOW, 'demain')]), sharedRoom, NOW)).toBeNull();
  });

  it('S1-40 of several, tells of the next to go, then of the last that went', () => {
    const view = viewOf([ready(NOW, iso(NOW + 3 * HOUR)), ready(NOW, iso(NOW + HOUR))]);
    expect(recordingOf(view, sharedRoom, NOW)?.until).toBe(NOW + HOUR);
    expect(recordingOf(view, sharedRoom, NOW + 2 * HOUR)?.until).toBe(NOW + 3 * HOUR);
    expect(recordingOf(view, sharedRoom, NOW + 4 * HOUR)).toMatchObject({ until: NOW + 3 * HOUR, left: 0 });
  });

  it('S2-23 counts the 60 days of a nominative licence from the end of what was held, and no others', () => {
    expect(recordingOf(viewOf([]), nominative300, NOW)).toEqual({ ready: null, until: NOW - HOUR + 60 * DAY, left: 60 * DAY - HOUR });
    expect(recordingOf(viewOf([]), nominative300, NOW + 60 * DAY)).toBeNull();
    expect(recordingOf(viewOf([], 'scheduled'), nominative300, NOW)).toBeNull();
    for (const card of [clinical, sharedRoom, web5000, undefined]) expect(recordingOf(viewOf([]), card, NOW)).toBeNull();
  });

  it('S2-23 says days from two on, then hours', () => {
    expect([12.5 * DAY, 2 * DAY, 2 * DAY - 1, HOUR, HOUR - 1].map(countLeft)).toEqual([
      { unit: 'days', count: 12 }, { unit: 'days', count: 2 }, { unit: 'hours', count: 47 }, { unit: 'hours', count: 1 }, { unit: 'little', count: 0 },
    ]);
  });
});
