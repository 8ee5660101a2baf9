/**
 * What the ledger knows of the use of a service: `GET /v1/usage` the sums (F02), `GET /v1/usage/bookings` the bookings
 * behind them, `GET /v1/usage/attendance` how many came (F08), `POST /v1/usage/pages` a page to print.
 *
 * The period of each: `from` and `to` (UTC, the end exclusive), or `period` (`month`, `quarter`, `fiscalYear`,
 * `calendarYear`, by Toronto's clock) around `at`, or around now.
 */
import * as z from 'zod/mini';
import { identifier, instantText, line, webAddress } from './primitives.ts';

export const usageUnits = ['hours', 'count'] as const;
export const usagePeriods = ['month', 'quarter', 'fiscalYear', 'calendarYear'] as const;

const whole = z.number().check(z.int(), z.minimum(0));
const establishment = z.lazy(() => z.nullable(z.object({ id: identifier, name: line(200) })));

export const usageAnswer = z.lazy(() => z.object({
  service: identifier,
  /** `?unit=hours` (amounts are milliseconds inside the period, without buffers) or `?unit=count` (bookings that begin in it). */
  unit: z.enum(usageUnits),
  from: instantText,
  to: instantText,
  /** Approved; what is asked for is apart; cancelled and rejected never count. */
  rows: z.array(
    z.object({
      /** Null: the bookings of which nobody knows the establishment. */
      establishment,
      used: whole,
      requested: whole,
      bookings: whole,
      /** Tenths of a per cent of all that is used; the rows add up to 1000. Null when nothing is used. */
      partOfUse: z.nullable(whole),
      /** Approved bookings that nobody held (F09). */
      notHeld: whole,
    }),
  ),
  total: z.object({ used: whole, requested: whole, bookings: whole, notHeld: whole }),
  at: instantText,
}));
export type UsageAnswer = z.infer<typeof usageAnswer>;

/** Counts only, never names; `peak` null when Zoom does not tell it. */
export const attendance = z.lazy(() => z.object({ unique: whole, peak: z.nullable(whole) }));
export type Attendance = z.infer<typeof attendance>;

/** `open`: asked of the requester, not answered · `notHeld`: nobody held it, by his word or after a day without one (F09). */
export const holdings = ['unknown', 'open', 'held', 'notHeld'] as const;

/** A booking as far as use needs it: nobody's name, nobody's address. */
export const usageBooking = z.lazy(() => z.object({
  portal: identifier,
  number: z.nullable(line(64)),
  resource: line(300),
  name: z.string(),
  start: instantText,
  end: instantText,
  status: z.enum(['pending', 'approved', 'cancelled', 'rejected']),
  establishment,
  /** As estimated. */
  participants: whole,
  attendance: z.nullable(attendance),
  holding: z.enum(holdings),
}));
export type UsageBooking = z.infer<typeof usageBooking>;

/** By start; `next` is the `after` of the next page, null at the end. Filtered by the key's role. */
export const usageBookingsAnswer = z.lazy(() => z.object({ bookings: z.array(usageBooking), next: z.nullable(z.string()), at: instantText }));
export type UsageBookingsAnswer = z.infer<typeof usageBookingsAnswer>;

/**
 * `GET /v1/usage/attendance?service=…&limit=…`: the last conferences whose people were counted, newest first, of the
 * key's own establishment (or requests), and of everybody for whoever sees all. For the advice on the next form (F08).
 */
export const attendanceAnswer = z.lazy(() => z.object({
  past: z.array(z.object({ start: instantText, establishment, estimated: whole, unique: whole, peak: z.nullable(whole) })),
  at: instantText,
}));
export type AttendanceAnswer = z.infer<typeof attendanceAnswer>;

const amount = z.lazy(() => z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000))));

/** What a page to print is made with: the settings of whoever asks, since shares and quota are not the companion's. */
export const usagePageRequest = z.lazy(() => z.strictObject({
  service: z.strictObject({ id: identifier, name: line(200), quota: z.strictObject({ unit: z.enum(usageUnits), total: amount }) }),
  /** Null: the establishments that the companion starts from. */
  roster: z.nullable(
    z.array(
      z.strictObject({
        id: identifier,
        name: line(200),
        aliases: z.array(line(200)).check(z.maxLength(20)),
        weight: z.number().check(z.minimum(0), z.maximum(1000)),
        fixed: amount,
        state: z.enum(['requested', 'created', 'active', 'removed']),
      }),
    ).check(z.maxLength(100)),
  ),
  from: instantText,
  to: instantText,
  language: z.enum(['fr', 'en']),
}));
export type UsagePageRequest = z.infer<typeof usagePageRequest>;

/** The page opens without a key until `expires`, a few minutes later; then the address is worth nothing. */
export const usagePageAnswer = z.lazy(() => z.object({ link: webAddress, expires: instantText }));
export type UsagePageAnswer = z.infer<typeof usagePageAnswer>;
