/** When the reminder goes: one day before, at the same hour on Toronto's clock (S0-31, Z45), across both clock changes. */
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY, fromWall, HOUR, oneDayBefore, toWall } from '../../lib/domain/zone.ts';

/** Less than this before the start, a late reminder helps nobody. */
const USEFUL_BEFORE = 2 * HOUR;
/** A reminder this late is one that the companion missed, not one that a queue held up. */
const LATE = HOUR / 2;
const MORNING = 7;
const EVENING = 21;

export const reminderOf = (start: Instant): Instant => oneDayBefore(start);

export type ReminderRule = { send: true } | { send: false; again: Instant | null };

/**
 * What becomes of a reminder that is due (Z47): on time, it goes. Missed while the companion was down, it goes on
 * return unless it is night in Toronto (then at seven), and never less than two hours before the start.
 */
export function ruleForReminder(start: Instant, now: Instant): ReminderRule {
  if (now - reminderOf(start) <= LATE) return { send: true };
  if (now > start - USEFUL_BEFORE) return { send: false, again: null };
  const wall = toWall(now);
  const hour = (wall % DAY) / HOUR;
  if (hour >= MORNING && hour < EVENING) return { send: true };
  const again = fromWall(wall - (wall % DAY) + (hour >= EVENING ? DAY : 0) + MORNING * HOUR);
  return { send: false, again: again > start - USEFUL_BEFORE ? null : again };
}
