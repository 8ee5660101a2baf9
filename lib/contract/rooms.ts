/**
 * Shared rooms and what goes with them: the host key of a room shown once (S1-05), « Demander ce créneau » (F05),
 * a room of one's own (S1-35 to S1-37), the welcome mail (S0-12). Every request is signed (see signature.ts).
 */
import * as z from 'zod/mini';
import { emailAddress, identifier, instantText, line, paragraph, webAddress } from './primitives.ts';

const language = z.enum(['fr', 'en']);
/** Several words, not only spaces. */
const words = (maximum: number) => paragraph(maximum).check(z.refine((text) => text.trim() !== '', 'empty'));

/**
 * `POST /v1/bookings/:key/host-key`, by the requester's own key, from a quarter of an hour before the slot until its
 * end, once. `despite`: a person read that another meeting is still on and goes ahead; heard from the slot's start only.
 */
export const hostKeyRequest = z.lazy(() => z.strictObject({ despite: z.boolean() }));
export type HostKeyRequest = z.infer<typeof hostKeyRequest>;

/** To be shown and forgotten: it is stored nowhere, and another one is in force after the slot. */
export const hostKeyAnswer = z.lazy(() => z.object({
  hostKey: z.string().check(z.regex(/^\d{6,10}$/u, 'hostKey')),
  number: line(20),
  joinLink: webAddress,
  passcode: z.nullable(z.string()),
  /** Until when the key is in force at least. */
  until: instantText,
}));
export type HostKeyAnswer = z.infer<typeof hostKeyAnswer>;

/** `POST /v1/slot-requests`, F05: to whoever holds a service at an hour. One a slot and day, whoever asks. */
export const slotRequest = z.lazy(() => z.strictObject({
  service: identifier,
  /** Any instant inside the slot. */
  at: instantText,
  /** Shown to the holder with the name of the key's person. */
  purpose: words(500),
  language,
}));
export type SlotRequest = z.infer<typeof slotRequest>;

/** The holder's name and address are not in it; the answer comes by mail to the address of the key, and with {@link slotRequestsAnswer}. */
export const slotRequestAnswer = z.lazy(() => z.object({
  id: identifier,
  start: instantText,
  end: instantText,
  establishment: z.nullable(z.object({ id: identifier, name: line(200) })),
}));
export type SlotRequestAnswer = z.infer<typeof slotRequestAnswer>;

/** `closed`: nobody answered before the slot began, or it is the holder's no more. */
export const slotRequestStates = ['open', 'kept', 'ceded', 'closed'] as const;

export const slotRequestEntry = z.lazy(() => z.object({
  id: identifier,
  /** Whether the key's person asked, or holds the slot. */
  side: z.enum(['asked', 'received']),
  service: identifier,
  start: instantText,
  end: instantText,
  /** The holder's; his name and address are told to nobody. */
  establishment: z.nullable(z.object({ id: identifier, name: line(200) })),
  /** The booking as in `GET /v1/bookings`, for its holder; null for whoever asked. */
  booking: z.nullable(z.string()),
  /** The name of whoever asked. */
  requester: line(200),
  purpose: z.string(),
  asked: instantText,
  state: z.enum(slotRequestStates),
  /** What the holder wrote with the answer. */
  comment: z.nullable(z.string()),
  answered: z.nullable(instantText),
  /** The holder's booking is cancelled: the slot may be booked. */
  free: z.boolean(),
}));
export type SlotRequestEntry = z.infer<typeof slotRequestEntry>;

/** `GET /v1/slot-requests`: what the key's person asked for and was asked for, newest first, until a week after the slot. */
export const slotRequestsAnswer = z.lazy(() => z.object({ requests: z.array(slotRequestEntry), at: instantText }));
export type SlotRequestsAnswer = z.infer<typeof slotRequestsAnswer>;

/** `POST /v1/slot-requests/:id/answer`, by the holder, once; whoever asked is told. Ceding cancels nothing: that is done in the portal. */
export const slotAnswer = z.lazy(() => z.strictObject({ answer: z.enum(['kept', 'ceded']), comment: paragraph(500) }));
export type SlotAnswer = z.infer<typeof slotAnswer>;

/** `POST /v1/room-requests`: a permanent room for regular use, with its options (S1-36) and why (S1-37). */
export const roomRequest = z.lazy(() => z.strictObject({
  name: line(200),
  /** Cameras on when people come in. */
  video: z.boolean(),
  /** Microphones off when people come in. */
  mute: z.boolean(),
  /** Only people signed in at Zoom. */
  authentication: z.boolean(),
  reason: words(1000),
  language,
}));
export type RoomRequest = z.infer<typeof roomRequest>;

export const roomRequestStates = ['open', 'created', 'refused'] as const;

export const roomRequestEntry = z.lazy(() => z.object({
  id: identifier,
  name: line(200),
  video: z.boolean(),
  mute: z.boolean(),
  authentication: z.boolean(),
  reason: z.string(),
  requester: z.object({ name: line(200), email: emailAddress }),
  establishment: z.nullable(identifier),
  state: z.enum(roomRequestStates),
  /** What the admin answered. */
  comment: z.nullable(z.string()),
  asked: instantText,
}));
export type RoomRequestEntry = z.infer<typeof roomRequestEntry>;

/** `GET /v1/room-requests`: everybody's for approvers and admins, one's own otherwise; newest first. */
export const roomRequestsAnswer = z.lazy(() => z.object({ requests: z.array(roomRequestEntry), at: instantText }));
export type RoomRequestsAnswer = z.infer<typeof roomRequestsAnswer>;

/** `POST /v1/room-requests/:id/decision`, by an approver or admin; the requester is told by mail. */
export const roomDecision = z.lazy(() => z.strictObject({ state: z.enum(['created', 'refused']), comment: paragraph(1000) }));
export type RoomDecision = z.infer<typeof roomDecision>;

/**
 * `GET /v1/bookings/:key/attendance`, for people of the CCT, as JSON where it is asked for: how long each person stayed,
 * in whole minutes, and nobody's name (S1-43, S1-46); `reports` is Zoom's own page of names and registrants (S1-44).
 */
export const staysAnswer = z.lazy(() => z.object({
  minutes: z.array(z.number().check(z.minimum(0))).check(z.maxLength(100_000)),
  reports: z.nullable(webAddress),
}));
export type StaysAnswer = z.infer<typeof staysAnswer>;

/** `POST /v1/welcome`, by an admin: the procedure by mail to a newly designated person (S0-12). */
export const welcomeRequest = z.lazy(() => z.strictObject({ name: line(200), email: emailAddress, establishment: z.nullable(line(200)), language }));
export type WelcomeRequest = z.infer<typeof welcomeRequest>;

/** 202: it will be sent. */
export const plannedAnswer = z.lazy(() => z.object({ planned: z.literal(true) }));
export type PlannedAnswer = z.infer<typeof plannedAnswer>;
