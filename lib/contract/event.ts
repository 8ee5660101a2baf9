/**
 * What the extension tells the companion: `POST /v1/events`, signed (see signature.ts).
 * `webhook-id` is the event's stable identity over every retry.
 */
import * as z from 'zod/mini';
import { NAME_MAXIMUM, PARTICIPANTS_MAXIMUM } from './bounds.ts';
import { emailAddress, identifier, instantText, line, paragraph, webAddress } from './primitives.ts';
import { serviceOfEvent } from './rules.ts';

export const person = z.lazy(() => z.strictObject({ name: line(200), email: z.nullable(emailAddress) }));
export type Person = z.infer<typeof person>;

export const bookingOfEvent = z.lazy(() => z.strictObject({
  /** Which portal: the identifier of the portal in the settings, `iris` for the built-in one. */
  portal: identifier,
  /** The portal's reservation number; null until it is seen (see lib/domain/identity.ts). */
  number: z.nullable(line(64)),
  resource: line(300),
  /** S0-15: the exact name; it becomes Zoom's topic, verbatim. */
  name: line(NAME_MAXIMUM),
  /** S0-16. */
  participants: z.number().check(z.int(), z.minimum(1), z.maximum(PARTICIPANTS_MAXIMUM)),
  /** S0-17. */
  presenter: person,
  establishment: z.nullable(z.strictObject({ id: identifier, name: line(200) })),
  requester: person,
  start: instantText,
  end: instantText,
  /** Where a person opens this booking in the portal. */
  page: z.nullable(webAddress),
}));
export type BookingOfEvent = z.infer<typeof bookingOfEvent>;

const withBooking = {
  booking: bookingOfEvent,
  service: serviceOfEvent,
  /** The language of the mails to the requester. */
  language: z.enum(['fr', 'en']),
  /** The posts of the booking's establishment may not install Zoom (S4-06); left out otherwise, since a companion that does not know it refuses it. */
  browserOnly: z.optional(z.literal(true)),
  /** What a person wrote to justify it (over quota, larger licence than needed); seen by the approver. */
  reason: z.optional(paragraph(1000)),
};

/** The portal's four reasons of cancellation (portal.md § 6). */
export const cancellationReasons = ['cancelled', 'rescheduled', 'participantsAbsent', 'technicalProblem'] as const;

const common = { timestamp: instantText };

export const event = z.lazy(() => z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('booking.requested'), ...common, data: z.strictObject(withBooking) }),
  z.strictObject({ type: z.literal('booking.approved'), ...common, data: z.strictObject(withBooking) }),
  z.strictObject({ type: z.literal('booking.changed'), ...common, data: z.strictObject(withBooking) }),
  z.strictObject({
    type: z.literal('booking.rejected'),
    ...common,
    data: z.strictObject({ ...withBooking, comment: z.optional(paragraph(1000)) }),
  }),
  z.strictObject({
    type: z.literal('booking.cancelled'),
    ...common,
    data: z.strictObject({ ...withBooking, cancellation: z.enum(cancellationReasons) }),
  }),
]));
export type Event = z.infer<typeof event>;
export type EventType = Event['type'];
