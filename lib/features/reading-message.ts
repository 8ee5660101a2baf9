/** What a page says, as the worker takes it: bookings of our services only, and nothing that its border would refuse. Pure. */
import { emailAddress } from '../contract/primitives.ts';
import type { Booking, Reading } from '../domain/booking.ts';
import { bookingMessage } from '../messages.ts';

/** A requester whose address cannot be one keeps the name. */
const withSoundEmail = (booking: Booking): Booking =>
  booking.requester !== null && booking.requester.email !== null && !emailAddress.safeParse(booking.requester.email).success
    ? { ...booking, requester: { ...booking.requester, email: null } }
    : booking;

const isOfService = ({ serviceId }: Booking): boolean => serviceId !== null;

/** Bookings of other resources, with the people in them, are nobody's business here. */
export function toReadingMessage(reading: Reading): Reading {
  const bookings = reading.bookings.filter(isOfService).map(withSoundEmail);
  const sound = bookings.filter((booking) => bookingMessage.safeParse(booking).success);
  return { ...reading, bookings: sound, complete: reading.complete && sound.length === bookings.length };
}
