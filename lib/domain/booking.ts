/** The plain objects that every part of Passerelle reasons about. No DOM, no clock, no browser. */

/** Milliseconds since 1970-01-01T00:00Z. Local time exists only where a person reads or types. */
export type Instant = number;

/** The portal's five statuses (portal.md § 5), and what we say when a word is not among them. */
export const bookingStatuses = ['pending', 'approved', 'cancelled', 'rejected', 'toConfirm', 'unknown'] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/** The three facts of S0-15, S0-16 and S0-17. */
export interface BookingFacts {
  /** Exact name of the meeting; it becomes Zoom's topic verbatim. At most 200 characters. */
  name: string;
  /** Estimated participants, 1 to the card's capacity. */
  participants: number;
  presenter: { name: string; email: string | null };
}

export interface Person {
  name: string;
  email: string | null;
}

/** What of a booking was worked out and not simply read. */
export const bookingDoubts = [
  /** The portal cut the text (T15). */
  'titleCut', 'resourceCut',
  /** By where its box stands in the grid. */
  'hoursByPlace',
  /** By an icon or a class, and what the legend says of it (T10). */
  'statusByMark',
  /** The page does not say the year. */
  'yearGuessed',
  /** By the address of its page. */
  'numberByLink',
] as const;
export type BookingDoubt = (typeof bookingDoubts)[number];

/** One booking as a portal shows it. Null means « this page does not say », never « empty ». */
export interface Booking {
  portal: string;
  number: string | null;
  /** The resource's name as the portal writes it. */
  resource: string;
  /** Which service card the resource belongs to; null for any other resource. */
  serviceId: string | null;
  /** The portal's own title of the booking, possibly cut. */
  title: string | null;
  /** From the details block; null when there is none or it cannot be read. */
  facts: BookingFacts | null;
  /** The establishment as the page writes it. */
  establishment: string | null;
  /** The establishment of the roster it was matched to; null: « non attribué ». */
  establishmentId: string | null;
  requester: Person | null;
  start: Instant;
  /** Exclusive. */
  end: Instant;
  status: BookingStatus;
  /** The portal's page of this booking. */
  page: string | null;
  /** What a person wrote to justify it, from the details block. */
  reason: string | null;
  /** What is done when the connection is lost (S4-26), from the details block; absent or null: it does not say. */
  planB?: string | null | undefined;
  /** How surely it was read; absent when everything was simply read. */
  doubts?: BookingDoubt[] | undefined;
}

/** Bookings read from one place, with how complete that reading is. */
export interface Reading {
  bookings: Booking[];
  /** False when the page showed only part: every count from it is « au moins N ». */
  complete: boolean;
  /** The span of time that the page covered; null when it does not say. */
  from: Instant | null;
  to: Instant | null;
  /** When it was read. */
  at: Instant;
  source: 'grid' | 'list' | 'form' | 'companion';
}
