/** What a test or the demo may choose about the portal stand-in, and what it may ask of it afterwards. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { BookingsSize, PortalBooking, NewBooking, PortalStatus } from './data/types.ts';

export type Look = 'classic' | 'react';

/** T1 to T16 of craft.md § 5; each can be switched on alone or with others. */
export const traits = [
  'T1', 'T2', 'T3', 'T4:isoSeconds', 'T4:splitSelects', 'T4:durationUnit', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10',
  'T11:slash', 'T11:long', 'T12', 'T13', 'T14', 'T15', 'T16',
] as const;
export type Trait = (typeof traits)[number];

/** T14 (cookie, token, Referer) never goes off; the others of this list may. */
export const defaultTraits: readonly Trait[] = ['T7', 'T9', 'T13', 'T14'];

export interface PortalStandinOptions {
  /** 0, the default, takes a free loopback port. */
  port?: number;
  /** PEM; without it the portal speaks plain HTTP. */
  tls?: { key: string; cert: string };
  /** For browsers that did not choose with `?look=`. */
  look?: Look;
  /** Replaces the default set; T14 is always added. */
  traits?: readonly Trait[];
  seed?: number;
  /** Milliseconds since 1970-01-01T00:00Z; the clock of the machine by default. */
  now?: () => number;
  /** Where the portal's own mails go; null: nowhere. */
  mailbox?: { host: string; port: number } | null;
  bookings?: BookingsSize;
}

export interface RecordedRequest {
  method: string;
  /** With the query. */
  path: string;
  /** As they came: name, value, name, value … */
  rawHeaders: readonly string[];
  headers: Readonly<Record<string, string>>;
  /** Byte for byte. */
  body: Uint8Array;
}

export interface PortalStandin {
  /** `https://127.0.0.1:PORT` or `http://…`, without a slash at its end. */
  url: string;
  port: number;
  close(): Promise<void>;
  requests(): RecordedRequest[];
  forgetRequests(): void;
  /** Every booking, oldest number first. These are the live objects: read them, change them with the functions below. */
  bookings(): readonly PortalBooking[];
  find(number: string): PortalBooking | undefined;
  addBooking(booking: NewBooking): PortalBooking;
  /** @throws when there is no such booking */
  setStatus(number: string, status: PortalStatus): void;
  setLook(look: Look): void;
  setTraits(traits: readonly Trait[]): void;
  /** Ends every session: the next page is the sign-in page. */
  signOutAll(): void;
  /** The next `count` savings (POST) are answered by the portal's page of trouble, with this HTTP status. */
  failNext(status?: ContentfulStatusCode, count?: number): void;
}
