/** The ledger's bookings, as the contract carries them, for a report and to compare with the portal's. */
import type { UsageBooking } from '../contract/usage.ts';
import type { Booking } from '../domain/booking.ts';
import type { ComparedBooking } from '../domain/usage-difference.ts';
import type { ReportBooking } from './report.ts';

/** What a report and a comparison both need of a booking, from either source. */
export interface SourcedBooking extends ReportBooking, ComparedBooking {}

export const ofLedger = (booking: UsageBooking, serviceId: string): SourcedBooking => ({
  portal: booking.portal,
  number: booking.number,
  resource: booking.resource,
  name: booking.name,
  serviceId,
  establishmentId: booking.establishment?.id ?? null,
  establishment: booking.establishment?.name ?? null,
  start: Date.parse(booking.start),
  end: Date.parse(booking.end),
  status: booking.status,
  participants: booking.participants,
  attendance: booking.attendance,
  notHeld: booking.holding === 'notHeld',
});

/** Nobody counts people in a portal. */
export const ofPortal = (booking: Booking): SourcedBooking => ({
  portal: booking.portal,
  number: booking.number,
  resource: booking.resource,
  // Absent, not empty: an empty name would be one that differs.
  ...(booking.facts === null && booking.title === null ? {} : { name: booking.facts?.name ?? booking.title ?? '' }),
  serviceId: booking.serviceId,
  establishmentId: booking.establishmentId,
  establishment: booking.establishment,
  start: booking.start,
  end: booking.end,
  status: booking.status,
  participants: booking.facts?.participants ?? null,
  attendance: null,
  notHeld: false,
});
