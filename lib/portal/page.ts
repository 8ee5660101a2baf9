/** What the overlay knows of the page it stands on. Only `lib/portal` touches the portal's own nodes. */
import type { Booking, Instant } from '../domain/booking.ts';

/** The kinds of page that matter to us (portal.md § 3). A page may be none of them. */
export const pageKinds = ['calendar', 'list', 'form', 'detail', 'signIn'] as const;
export type PageKind = (typeof pageKinds)[number];

/** How well one anchor of the profile was found on the page. */
export type AnchorHealth = 'found' | 'several' | 'fallback' | 'missing';

/** What a failure names in the place of an anchor: the page is redrawn without end (observe.ts). */
export const STORM = 'storm';

export interface AnchorReport {
  anchor: string;
  /** `found`: once, by what is expected first; `several`: twins that cannot be told apart; `fallback`: by a lesser way. */
  health: AnchorHealth;
  matches: number;
  /** Which of the profile's alternatives found it; absent when none did, or when it is understood as a whole. */
  alternative?: number | undefined;
}

/** What a booking form holds now. Null means that the form does not show it. */
export interface BookingForm {
  resource: string | null;
  /** All resources that the form books at once (trait T6: the licence and rooms). */
  resources: string[];
  /** The service card of the first resource that is one; null for any other booking (S0-14). */
  serviceId: string | null;
  title: string | null;
  start: Instant | null;
  end: Instant | null;
  freeText: string | null;
  /** The number of a booking that is being changed; null for a new one. */
  number: string | null;
  requester: string | null;
  email: string | null;
}

/** A row of the grid that stands for a resource. */
export interface ResourceRow {
  name: string;
  /** The service card that the resource belongs to; null for any other resource (S0-47). */
  serviceId: string | null;
  element: HTMLElement;
  /** The cell that says the name. */
  header: HTMLElement;
  /** What says the portal's own number of places, where it is shown. */
  capacity: HTMLElement | null;
  bookings: Booking[];
}
