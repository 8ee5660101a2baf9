/** What the companion answers. Problems follow RFC 9457 and always carry a sentence for a person. */
import * as z from 'zod/mini';
import { bookingOfEvent } from './event.ts';
import { identifier, instantText, line, webAddress } from './primitives.ts';

export const roles = ['representative', 'approver', 'host', 'admin'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** The life of a booking in the companion's ledger (design.md). */
export const ledgerStates = [
  'requested', 'approved', 'creating', 'unknown', 'scheduled', 'live', 'ended', 'cancelling', 'cancelled', 'rejected', 'attention',
] as const;
export const ledgerState = z.enum(ledgerStates);
export type LedgerState = z.infer<typeof ledgerState>;

/** The conference as people may see it. Never a start link, a host key or a password of the licence. */
export const conference = z.lazy(() => z.object({
  kind: z.enum(['webinar', 'meeting', 'permanent']),
  id: z.string(),
  joinLink: webAddress,
  /**
   * The companion’s own link (F10), given when invitations are to carry it instead: it stays when the conference is made anew,
   * and leads there from a quarter of an hour before.
   */
  stableLink: z.optional(webAddress),
  passcode: z.nullable(z.string()),
  /** Telephone numbers, one per line to read aloud; empty when the account has none. */
  dialIn: z.array(z.object({ number: z.string(), country: z.string() })),
  /** Settings that Zoom did not take as asked, in machine words (`waitingRoom`). */
  differences: z.array(z.string()),
  /** The invitation, ready to forward, in the booking's language (S0-25). */
  invitation: z.object({ text: z.string(), html: z.string() }),
}));
export type Conference = z.infer<typeof conference>;

/** One thing that happened, with its hour: « reçu, créée, courriel remis » (F13). */
export const step = z.lazy(() => z.object({ what: z.string(), at: instantText, detail: z.nullable(z.string()) }));

export const bookingOfLedger = z.lazy(() => z.object({
  key: z.string(),
  booking: bookingOfEvent,
  serviceId: identifier,
  state: ledgerState,
  /** Why a person must look, as a sentence, when state is `attention`, or what is being waited for. */
  message: z.nullable(z.string()),
  revision: z.number(),
  conference: z.nullable(conference),
  steps: z.array(step),
  /** What a person wrote to justify it; the approver reads it even where the portal's page cannot be read. */
  reason: z.optional(z.string().check(z.maxLength(4000))),
  /** After the event: counts only, never names; `peak` null when Zoom does not tell it. */
  attendance: z.optional(z.object({ unique: z.number(), peak: z.nullable(z.number()) })),
  updated: instantText,
}));
export type BookingOfLedger = z.infer<typeof bookingOfLedger>;

/** 202: the event reached the disk; what follows is seen in the bookings. */
export const eventAnswer = z.lazy(() => z.object({ accepted: z.literal(true), booking: bookingOfLedger }));
export type EventAnswer = z.infer<typeof eventAnswer>;

/** `GET /v1/bookings?from=…&to=…` newest change first; `complete` false when cut at the limit. */
export const bookingsAnswer = z.lazy(() => z.object({ bookings: z.array(bookingOfLedger), complete: z.boolean(), at: instantText }));
export type BookingsAnswer = z.infer<typeof bookingsAnswer>;

/** `GET /v1/me`: whose key this is. */
export const meAnswer = z.lazy(() => z.object({ name: line(200), role, keyId: identifier, serverTime: instantText, version: z.string() }));
export type MeAnswer = z.infer<typeof meAnswer>;

/** RFC 9457. `detail` is a sentence for a person, in French; `code` is for programs. */
export const problem = z.lazy(() => z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  serverTime: z.optional(instantText),
}));
export type Problem = z.infer<typeof problem>;
