/**
 * How the conference of one bookable service must be: the part of a service card that travels with
 * a booking to the companion. The five documents contradict each other on most of these, so each is
 * a value of the card and none is a global option (services.md, « Contradictions »).
 */
import * as z from 'zod/mini';
import { identifier, line } from './primitives.ts';

export const conferenceRules = z.lazy(() => z.strictObject({
  /** `auto` lets the companion read the host's features at Zoom (zoom.md § 3). `none`: nothing is created. */
  kind: z.enum(['auto', 'webinar', 'meeting', 'permanent', 'none']),
  /** S0-19 off · S1-22 off at creation, then on by hand · S2-13 the person chooses · S4-24 on. */
  waitingRoom: z.enum(['off', 'offThenOn', 'optional', 'on']),
  /** Who opens: S0-28 a person of the CCT · S3-22 by itself · S1-07 whoever holds the key · the organiser. */
  startMode: z.enum(['host', 'automatic', 'hostKey', 'organiser']),
  muteOnEntry: z.boolean(),
  hostVideo: z.boolean(),
  participantVideo: z.boolean(),
  recording: z.enum(['none', 'local', 'cloud']),
  authenticationRequired: z.boolean(),
  practiceSession: z.boolean(),
}));
export type ConferenceRules = z.infer<typeof conferenceRules>;

/** What an event says of the service that a booking is for. */
export const serviceOfEvent = z.lazy(() => z.strictObject({
  id: identifier,
  name: line(200),
  /** Most participants at once. */
  capacity: z.number().check(z.int(), z.minimum(1), z.maximum(100_000)),
  /** How many bookings may hold the service at the same time. */
  concurrency: z.number().check(z.int(), z.minimum(1), z.maximum(1000)),
  /** Minutes kept free before and after each booking; they count in conflicts, not in use. */
  bufferBefore: z.number().check(z.int(), z.minimum(0), z.maximum(240)),
  bufferAfter: z.number().check(z.int(), z.minimum(0), z.maximum(240)),
  rules: conferenceRules,
  /** How long a recording is kept, in hours; null or absent: the card does not say (S1-40, S2-23). */
  recordingHours: z.optional(z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(87_600)))),
}));
export type ServiceOfEvent = z.infer<typeof serviceOfEvent>;
