/** When the reminder goes: one day before, at the same hour on Toronto's clock (S0-31, Z45), across both clock changes. */
import { TZDate } from '@date-fns/tz';
import { subDays } from 'date-fns';
import type { Instant } from '../../lib/domain/booking.ts';

export const ZONE = 'America/Toronto';

/**
 * @param start UTC
 * @returns UTC. An hour that the day before does not have (spring) falls to the hour after it, as Toronto's clocks do
 */
export function reminderOf(start: Instant): Instant {
  return subDays(new TZDate(start, ZONE), 1).getTime();
}

const HOUR = 3_600_000;
/** Less than this before the start, a late reminder helps nobody. */
const USEFUL_BEFORE = 2 * HOUR;
/** A reminder this late is one that the companion missed, not one that a queue held up. */
const LATE = HOUR / 2;
const MORNING = 7;
const EVENING = 21;

export type LateRule = { send: true } | { send: false; again: Instant | null };

/**
 * What becomes of a reminder that is due (Z47): on time, it goes. Missed while the companion was down, it goes on
 * return unless it is night in Toronto (then at seven), and never less than two hours before the start.
 */
export function ruleForReminder(start: Instant, now: Instant): LateRule {
  if (now - reminderOf(start) <= LATE) return { send: true };
  if (now > start - USEFUL_BEFORE) return { send: false, again: null };
  const local = new TZDate(now, ZONE);
  const hour = local.getHours();
  if (hour >= MORNING && hour < EVENING) return { send: true };
  const morning = new TZDate(local);
  if (hour >= EVENING) morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING, 0, 0, 0);
  const again = morning.getTime();
  return { send: false, again: again > start - USEFUL_BEFORE ? null : again };
}
