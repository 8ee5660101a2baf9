/** What the overlay knows of the page it stands on. Only `lib/portal` touches the portal's own nodes. */
import type { Booking, Instant } from '../domain/booking.ts';

/** The kinds of page that matter to us (portal.md § 3). A page may be none of them. */
export const pageKinds = ['calendar', 'list', 'form', 'detail', 'signIn'] as const;
export type PageKind = (typeof pageKinds)[number];

/** How well one anchor of the profile was found on the page. */
export type AnchorHealth = 'found' | 'several' | 'fallback' | 'missing';

export interface AnchorReport {
  anchor: string;
  health: AnchorHealth;
  matches: number;
}

/** What a booking form holds now. Null means that the form does not show it. */
export interface BookingForm {
  resource: string | null;
  /** All resources that the form books at once (trait T6: the licence and rooms). */
  resources: string[];
  title: string | null;
  start: Instant | null;
  end: Instant | null;
  freeText: string | null;
  /** The number of a booking that is being changed; null for a new one. */
  number: string | null;
}

/** A row of the grid that stands for a resource. */
export interface ResourceRow {
  name: string;
  element: HTMLElement;
  bookings: Booking[];
}
