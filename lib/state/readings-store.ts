/** What is known of each portal's bookings, kept in memory only (names and e-mails of people). */
import * as z from 'zod/mini';
import type { Booking, BookingStatus, Instant, Reading } from '../domain/booking.ts';
import { stored, type Stored } from './stored.ts';

/** Personal data read longer ago than this are forgotten, whoever sits at the post now. */
export const CACHE_HOURS = 12;

/** How the worker's last reading of a portal's list ended. `needsTab`: a script draws the page, only a tab can read it. */
export const portalStates = ['never', 'ok', 'signedOut', 'notUnderstood', 'needsTab', 'unreachable', 'permissionMissing'] as const;
export type PortalState = (typeof portalStates)[number];

/** What the pages of single bookings said that the list does not, by identity. */
export type Details = Record<
  string,
  { status: BookingStatus; at: Instant; facts: Booking['facts']; requester: Booking['requester']; reason: string | null; planB?: string | null | undefined }
>;

/** The list as the worker last read it: while its bytes are the same, so is what they say. */
export interface LastPage {
  digest: string;
  /** Checked by whoever uses it. */
  page: unknown;
}

export interface PortalReading {
  state: PortalState;
  /** When the worker last tried; null: never. */
  checked: Instant | null;
  /** What the worker last understood, by itself. */
  reading: Reading | null;
  /** What a tab of the portal showed since, booking by booking. */
  seen: { booking: Booking; at: Instant }[];
  details: Details;
  /** Absent when the list has several pages. */
  page?: LastPage | undefined;
}

/** By the portal's id in the settings. */
export type Readings = Record<string, PortalReading>;

/**
 * The outline alone: only this version writes here, what it has just checked, and the browser empties this memory at an
 * update. A thousand bookings checked anew, field by field, would be most of what opening the popup takes.
 */
const readings = z.lazy(() => z.record(
  z.string(),
  z.strictObject({
    state: z.enum(portalStates),
    checked: z.nullable(z.number()),
    reading: z.nullable(z.custom<Reading>((value) => Array.isArray((value as Partial<Reading> | null)?.bookings))),
    seen: z.custom<PortalReading['seen']>(Array.isArray),
    details: z.custom<Details>((value) => typeof value === 'object' && value !== null),
    page: z.optional(z.object({ digest: z.string(), page: z.unknown() })),
  }),
));

export const emptyPortalReading = (): PortalReading => ({ state: 'never', checked: null, reading: null, seen: [], details: {} });

export const readingsStore: Stored<Readings> = stored('session', 'readings', (raw) => {
  const parsed = readings.safeParse(raw);
  return parsed.success ? parsed.data : {};
}, 'text');

/** Leaves out what was read more than {@link CACHE_HOURS} ago. */
export function forgetOld(known: Readings, now: Instant): Readings {
  const oldest = now - CACHE_HOURS * 3_600_000;
  return Object.fromEntries(
    Object.entries(known).map(([portal, entry]) => [
      portal,
      {
        ...entry,
        reading: entry.reading !== null && entry.reading.at < oldest ? null : entry.reading,
        seen: entry.seen.filter(({ at }) => at >= oldest),
        page: entry.reading !== null && entry.reading.at < oldest ? undefined : entry.page,
        details: Object.fromEntries(Object.entries(entry.details).filter(([, { at }]) => at >= oldest)),
      },
    ]),
  );
}
