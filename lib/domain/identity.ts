/**
 * Which booking is which: portal and reservation number, and before a number is known, portal, resource,
 * hours and name, joined to the number once it is seen (design.md).
 */
import { hash64 } from './hash.ts';
import { compareKey, sameText, startsAlike } from './text.ts';

/** What identity needs; both `Booking` and the contract's `BookingOfEvent` have it. */
export interface Identifiable {
  portal: string;
  number: string | null;
  resource: string;
  /** Milliseconds, or an instant in UTC as text. */
  start: number | string;
  end: number | string;
  /** The name as an event carries it. */
  name?: string;
  /** The name as the portal shows it, possibly cut, and as the details block has it. */
  title?: string | null;
  facts?: { name: string } | null;
}

const toMilliseconds = (instant: number | string): number => (typeof instant === 'number' ? instant : Date.parse(instant));

/** The number without the space and marks that a page writes around it: « # 2026-0012 » is « 2026-0012 ». */
const numberOf = (number: string): string => number.replace(/^\s*(?:n[°º]|no\.?\s|#)\s*/iu, '').replace(/\s+/gu, '').toUpperCase();

/** Whether two pages write the number of one booking, each in its own way; never when one of them says none. */
export const sameNumber = (one: string | null | undefined, other: string | null): boolean => typeof one === 'string' && other !== null && numberOf(one) === numberOf(other);

const nameOf = (booking: Identifiable): string => booking.name ?? booking.facts?.name ?? booking.title ?? '';

/** The identity before a number is known: the same for every spelling of the same resource and name. At most 100 characters. */
export function provisionalIdentityOf(booking: Omit<Identifiable, 'number'>): string {
  const words = [booking.resource, nameOf({ ...booking, number: null })].map(compareKey);
  const hours = [booking.start, booking.end].map((instant) => toMilliseconds(instant));
  return `${booking.portal}~${hash64(JSON.stringify([...words, ...hours]))}`;
}

/** `iris:2026-0012`, or the provisional identity `iris~0123456789abcdef`. */
export function identityOf(booking: Identifiable): string {
  const number = booking.number === null ? '' : numberOf(booking.number);
  return number === '' ? provisionalIdentityOf(booking) : `${booking.portal}:${number}`;
}

/**
 * Whether two records are of one booking. By number when both have one; else by resource and hours, and by
 * name where both say one (a page may show it cut).
 */
export function sameBooking(one: Identifiable, other: Identifiable): boolean {
  if (one.portal !== other.portal) return false;
  if (one.number !== null && other.number !== null) return sameNumber(one.number, other.number);
  if (toMilliseconds(one.start) !== toMilliseconds(other.start) || toMilliseconds(one.end) !== toMilliseconds(other.end)) return false;
  if (!sameText(one.resource, other.resource)) return false;
  const names = [nameOf(one), nameOf(other)] as const;
  return names.includes('') || startsAlike(names[0], names[1]) || startsAlike(names[1], names[0]);
}
