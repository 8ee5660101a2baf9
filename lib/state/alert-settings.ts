/** When a person is told of something on the desktop: which kinds, and the hours that stay quiet (U9). Off by default. */
import * as z from 'zod/mini';
import type { Instant } from '../domain/booking.ts';
import { isWorkingDay } from '../domain/holidays.ts';
import { toLocal } from '../domain/time.ts';

/**
 * For those who approve: a new request, one that waits too long (F11), something that a person must look at.
 * For those who ask: the portal's decision, no decision three working days before (F11), a slot that was freed (F04).
 */
export const alertKinds = ['newRequest', 'late', 'attention', 'decided', 'unconfirmed', 'freed'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** `HH:MM` of Toronto's clock. */
const hour = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'hour'));

export const notificationSettings = z.lazy(() => z.strictObject({
  on: z.boolean(),
  kinds: z.array(z.enum(alertKinds)).check(z.maxLength(alertKinds.length)),
  /** From this hour to the other, over midnight when the first is the later; equal: never. */
  quietFrom: hour,
  quietTo: hour,
  /** Saturdays, Sundays and Québec's holidays are quiet all day. */
  quietDaysOff: z.boolean(),
}));
export type NotificationSettings = z.infer<typeof notificationSettings>;

export const defaultNotifications = (): NotificationSettings => ({ on: false, kinds: [...alertKinds], quietFrom: '18:00', quietTo: '07:30', quietDaysOff: true });

/** Whether nothing is shown now: what comes in quiet hours waits for their end. Pure. */
export function isQuiet({ quietFrom, quietTo, quietDaysOff }: NotificationSettings, now: Instant): boolean {
  if (quietDaysOff && !isWorkingDay(now)) return true;
  const { time } = toLocal(now);
  return quietFrom <= quietTo ? quietFrom <= time && time < quietTo : quietFrom <= time || time < quietTo;
}
