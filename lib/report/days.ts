/** The approved time of each day of a period, by Toronto's clock: a booking over midnight is in both days. */
import type { Instant } from '../domain/booking.ts';
import { startOfDay, toLocal } from '../domain/zone.ts';
import { countedAs, type CountedBooking } from '../domain/usage.ts';

export interface DayUse {
  /** `2026-11-24` */
  date: string;
  from: Instant;
  /** Approved milliseconds inside this day and inside the period; two bookings at once count twice. */
  used: number;
  /** Approved bookings that touch the day. */
  bookings: number;
}

/** Every day that the period touches, free ones too. Linear in the bookings and the days. */
export function daysOf(bookings: readonly CountedBooking[], serviceId: string, from: Instant, to: Instant): DayUse[] {
  const days: DayUse[] = [];
  const places = new Map<string, number>();
  for (let day = startOfDay(from); day < to; day = startOfDay(day, 1)) {
    const { date } = toLocal(day);
    places.set(date, days.length);
    days.push({ date, from: day, used: 0, bookings: 0 });
  }
  for (const booking of bookings) {
    if (booking.serviceId !== serviceId || countedAs[booking.status] !== 'used') continue;
    const end = Math.min(booking.end, to);
    for (let at = Math.max(booking.start, from); at < end; ) {
      const place = places.get(toLocal(at).date);
      const day = place === undefined ? undefined : days[place];
      if (day === undefined) break;
      const stop = Math.min(end, days[(place ?? 0) + 1]?.from ?? to);
      day.used += stop - at;
      day.bookings += 1;
      at = stop;
    }
  }
  return days;
}
