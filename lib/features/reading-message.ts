/** What a page says, as the worker takes it: bookings of our services only. Pure; the worker's border refuses what cannot be a booking. */
import { isEmailAddress } from '../contract/bounds.ts';
import type { Booking, Reading } from '../domain/booking.ts';

/** A requester whose address cannot be one keeps the name. */
const withSoundEmail = (booking: Booking): Booking =>
  booking.requester !== null && booking.requester.email !== null && !isEmailAddress(booking.requester.email)
    ? { ...booking, requester: { ...booking.requester, email: null } }
    : booking;

/** Bookings of other resources, with the people in them, are nobody's business here. */
export const toReadingMessage = (reading: Reading): Reading => ({
  ...reading,
  bookings: reading.bookings.filter(({ serviceId }) => serviceId !== null).map(withSoundEmail),
});
