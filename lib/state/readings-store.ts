/** What is known of each portal's bookings, kept in memory only (names and e-mails of people). */
import type { Booking, BookingStatus, Instant, Reading } from '../domain/booking.ts';
import { isNumber, isRecord, isText, oneOf, orAbsent, orNull, recordOf, shape, type Is } from './shape.ts';
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
  /** Of the worker's own making (lib/background/parse-page.ts). */
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
const isReading = shape<Pick<Reading, 'bookings'>>({ bookings: Array.isArray }) as Is<Reading>;
const isReadings = recordOf(shape<PortalReading>({
  state: oneOf(portalStates),
  checked: orNull(isNumber),
  reading: orNull(isReading),
  seen: Array.isArray,
  details: isRecord as Is<Details>,
  page: orAbsent(shape<LastPage>({ digest: isText, page: isRecord as Is<unknown> })),
}));

export const emptyPortalReading = (): PortalReading => ({ state: 'never', checked: null, reading: null, seen: [], details: {} });

export const readingsStore: Stored<Readings> = stored('session', 'readings', (raw) => (isReadings(raw) ? raw : {}), { as: 'text', writer: 'worker' });

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
