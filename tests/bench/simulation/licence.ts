/**
 * One licence for a year: requests, approvals, changes and cancellations, by the companion's own state machine, rules of
 * conflicts, hour of the reminder and Zoom's next day. Nothing is random but what the seed gives.
 */
import { born, next } from '../../../companion/ledger/machine.ts';
import type { Life, LifeEvent } from '../../../companion/ledger/life.ts';
import { reminderOf } from '../../../companion/ledger/reminder-time.ts';
import { nextMidnight } from '../../../companion/zoom/retry-at.ts';
import { conflictsOf, type Occupation } from '../../../lib/domain/conflicts.ts';
import { DAY, HOUR, MINUTE } from '../../../lib/domain/zone.ts';
import { createQueue } from './queue.ts';
import type { Tally } from './tally.ts';

/** Creations and changes that Zoom allows a licence holder in a UTC day (zoom.md § 2.5). */
export const HOST_DAY = 100;

export interface Habits {
  /** Requests on a working day, on average. */
  perDay: number;
  /** Part of the working days on which somebody books a whole programme at once, and how many meetings that is. */
  programmes: number;
  programmeSize: number;
  changed: number;
  cancelled: number;
}

export const habits: Habits = { perDay: 3, programmes: 0.004, programmeSize: 130, changed: 0.15, cancelled: 0.1 };

/** What decides of a booking's place: one licence, one conference at a time. */
const card = { id: 'web5000', concurrency: 1, bufferBefore: 0, bufferAfter: 0 };

interface Simulated extends Occupation {
  life: Life;
}

interface Turn {
  at: number;
  what: 'approve' | 'create' | 'change' | 'update' | 'cancel' | 'start' | 'end';
  booking: Simulated;
  /** Hours of that day that were refused before. */
  tries?: number;
}

/** Then the licence counts as full that day. */
const MOST_TRIES = 5;

export interface Year {
  /** Instant of the beginning. */
  from: number;
  /** Midnights in Toronto of the working days. */
  workingDays: readonly number[];
}

export function simulateLicence(
  { from, workingDays }: Year,
  random: () => number,
  tally: Tally,
  { perDay, programmes, programmeSize, changed, cancelled }: Habits = habits,
): void {
  const turns = createQueue<Turn>();
  const held = new Map<number, Simulated[]>();
  const used = new Map<number, number>();
  const between = (low: number, high: number): number => low + random() * (high - low);

  /** A quarter of an hour of the working day. */
  const startIn = (midnight: number): number => Math.floor((midnight + between(8, 17) * HOUR) / (15 * MINUTE)) * 15 * MINUTE;

  const request = (day: number, ahead: number): void => {
    const rounded = startIn(workingDays[Math.min(workingDays.length - 1, ahead)] ?? day);
    const booking: Simulated = { portal: 'iris', number: null, serviceId: card.id, status: 'pending', start: rounded, end: rounded + Math.ceil(between(1, 6)) * 30 * MINUTE, life: born() };
    const asked = day + between(8, 16) * HOUR;
    tally.asked += 1;
    tally.submissions += 1;
    turns.put({ at: Math.max(asked, day + between(8.5, 16.5) * HOUR), what: 'approve', booking });
  };
  /** When Zoom may be asked again; counts it. */
  const allowed = (at: number): number => {
    const day = Math.floor(at / DAY);
    const count = used.get(day) ?? 0;
    if (count < HOST_DAY) {
      used.set(day, count + 1);
      return at;
    }
    return nextMidnight(at);
  };
  const apply = (booking: Simulated, event: LifeEvent, at: number): void => {
    const step = next(booking.life, event);
    booking.life = step.life;
    for (const effect of step.effects) {
      if (effect.do === 'mail') tally.mails += 1;
      if (effect.do === 'remind' && reminderOf(booking.start) > at) {
        tally.mails += 1;
        tally.waits(at - from, reminderOf(booking.start) - from);
      }
      if (effect.do === 'watch') tally.waits(at - from, booking.start - from);
      if (effect.do === 'create' || effect.do === 'update') turns.put({ at, what: effect.do, booking });
      if (effect.do === 'cancel') tally.call('light', at - from);
      if (effect.do === 'count') tally.call('heavy', at + 30 * MINUTE - from);
    }
  };
  /** @returns false when it has to wait for Zoom's next day */
  const mayAsk = (turn: Turn): boolean => {
    const when = allowed(turn.at);
    if (when === turn.at) return true;
    tally.longestWait = Math.max(tally.longestWait, when - turn.at);
    turns.put({ ...turn, at: when });
    return false;
  };
  const take = (turn: Turn): void => {
    const { at, what, booking } = turn;
    switch (what) {
      case 'approve': {
        const day = Math.floor(booking.start / DAY);
        const beside = [day - 1, day, day + 1].flatMap((near) => held.get(near) ?? []);
        tally.submissions += 1;
        if (booking.start <= at || conflictsOf(booking, beside, card).length > 0) {
          // Refused for its hour: another one of that day is asked for, as the overlay proposes it.
          const tries = turn.tries ?? 0;
          if (tries >= MOST_TRIES) return void (tally.conflicts += 1);
          const moved = startIn(booking.start - (booking.start % DAY) + 5 * HOUR);
          tally.submissions += 1;
          return turns.put({ at: at + HOUR / 2, what: 'approve', tries: tries + 1, booking: { ...booking, start: moved, end: moved + (booking.end - booking.start) } });
        }
        held.set(day, [...(held.get(day) ?? []), booking]);
        tally.approved += 1;
        if (random() < changed) turns.put({ at: between(at, booking.start), what: 'change', booking });
        turns.put(random() < cancelled ? { at: between(at, booking.start), what: 'cancel', booking } : { at: booking.start, what: 'start', booking });
        return apply(booking, { type: 'approved', at, material: false }, at);
      }
      case 'create':
        if (booking.life.state !== 'approved') return;
        if (booking.start <= at) return void (tally.tooLate += 1);
        if (!mayAsk(turn)) return;
        tally.call('light', at - from);
        apply(booking, { type: 'createStarted' }, at);
        return apply(booking, { type: 'created', revision: booking.life.revision, invite: false, alarm: null }, at);
      case 'update':
        if (booking.life.conferenceRevision === null || booking.life.conferenceRevision === booking.life.revision || !mayAsk(turn)) return;
        tally.call('light', at - from);
        return apply(booking, { type: 'updated', revision: booking.life.revision, alarm: null }, at);
      case 'change':
        tally.submissions += 1;
        return apply(booking, { type: 'changed', material: true }, at);
      case 'cancel':
        tally.submissions += 1;
        tally.cancelled += 1;
        held.set(Math.floor(booking.start / DAY), (held.get(Math.floor(booking.start / DAY)) ?? []).filter((other) => other !== booking));
        apply(booking, { type: 'cancelled', at, undoUntil: null, tellApprover: false }, at);
        return apply(booking, { type: 'conferenceGone', at }, at);
      case 'start':
        turns.put({ at: booking.end, what: 'end', booking });
        // The state is read once, to be sure of what Zoom's event says.
        tally.call('light', at - from);
        return apply(booking, { type: 'started' }, at);
      case 'end':
        return apply(booking, { type: 'ended' }, at);
    }
  };

  for (const [index, day] of workingDays.entries()) {
    const single = Math.floor(perDay * 2 * random() + random());
    for (let left = single; left > 0; left -= 1) request(day, index + 1 + Math.floor(random() * random() * 60));
    if (random() < programmes) for (let left = programmeSize; left > 0; left -= 1) request(day, index + 5 + Math.floor(random() * 200));
  }
  for (let turn = turns.take(); turn !== undefined; turn = turns.take()) take(turn);
  for (const count of used.values()) if (count >= HOST_DAY) tally.parkedDays += 1;
}
