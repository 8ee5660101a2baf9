/** How long a recording is still there: 24 hours for the shared room (S1-40), 60 days for a nominative licence (S2-23). Pure. */
import type { Instant } from '../domain/booking.ts';
import { DAY, HOUR } from '../domain/time.ts';
import type { ServiceCard } from '../services/card.ts';
import { outcomeOf } from './past.ts';
import type { BookingView } from './view.ts';

export interface RecordingLeft {
  /** When Zoom said that it is ready; null: nobody said that there is one, yet the service lets its people record. */
  ready: Instant | null;
  /** When it is gone. */
  until: Instant;
  /** Milliseconds that are left; zero: it is gone. */
  left: number;
}

/** Below it, somebody should be told without looking for it. */
export const SOON = DAY;

/**
 * The next recording of a booking to go, or the last that went; null when there is none to speak of.
 * @param now milliseconds since 1970 UTC
 */
export function recordingOf(view: BookingView, card: Pick<ServiceCard, 'recordingHours' | 'access' | 'clinical'> | undefined, now: Instant): RecordingLeft | null {
  const kept = card?.recordingHours ?? null;
  const leftOf = (ready: Instant | null, until: Instant): RecordingLeft => ({ ready, until, left: Math.max(0, until - now) });
  const told = (view.ledger?.steps ?? [])
    .filter(({ what }) => what === 'recordingReady')
    .flatMap(({ at, detail }) => {
      // The companion's own limit; a former one said none, and the card's holds.
      const until = detail === null ? (kept === null ? Number.NaN : Date.parse(at) + kept * HOUR) : Date.parse(detail);
      return Number.isFinite(until) ? [leftOf(Date.parse(at), until)] : [];
    })
    .sort((one, other) => one.until - other.until);
  if (told.length > 0) return told.find(({ left }) => left > 0) ?? told.at(-1) ?? null;
  // On a licence of one's own, people record by themselves: nobody is told of it (S2-20, S2-24).
  const isPerhaps = kept !== null && card?.access === 'nominative' && !card.clinical && outcomeOf(view) === 'held' && view.booking.end <= now;
  const until = view.booking.end + (kept ?? 0) * HOUR;
  return isPerhaps && until > now ? leftOf(null, until) : null;
}

/** What is counted for a person: days from two on, then hours. */
export function countLeft(left: number): { unit: 'days' | 'hours' | 'little'; count: number } {
  if (left >= 2 * DAY) return { unit: 'days', count: Math.floor(left / DAY) };
  return left >= HOUR ? { unit: 'hours', count: Math.floor(left / HOUR) } : { unit: 'little', count: 0 };
}
