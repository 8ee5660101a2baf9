/** The day of the conference: starting and ending it, and a link that a person enters by hand. */
import * as z from 'zod/mini';
import { ledgerState } from './answer.ts';
import { identifier, instantText, line, webAddress } from './primitives.ts';

/**
 * `POST /v1/bookings/:key/start`: fetched from Zoom at the click, kept nowhere, lives two hours and opens as the host
 * (Z50). To be opened at once and forgotten.
 */
export const startAnswer = z.lazy(() => z.object({ link: webAddress }));
export type StartAnswer = z.infer<typeof startAnswer>;

/** `POST /v1/bookings/:key/end`: only after a person confirmed it (Z53). 202: asked of Zoom, not yet done. */
export const endRequest = z.lazy(() => z.strictObject({ confirmed: z.literal(true) }));
export const endAnswer = z.lazy(() => z.object({ asked: z.literal(true) }));
export type EndAnswer = z.infer<typeof endAnswer>;

/** `POST /v1/bookings/:key/link`: a conference made by hand while Zoom's API was down (Z90). */
export const linkRequest = z.lazy(() => z.strictObject({ id: line(20), joinLink: webAddress, passcode: z.nullable(line(10)) }));
export type LinkRequest = z.infer<typeof linkRequest>;

/** A setting that the service card asks for, beside what Zoom shows now (F06). */
export const comparedSetting = z.lazy(() => z.object({
  /** A machine word, as in a conference's `differences`. */
  setting: z.string(),
  /** `on`, `off`, or the value itself; never a passcode. */
  asked: z.string(),
  /** Null when Zoom did not show it. */
  shown: z.nullable(z.string()),
  /** Null when nobody can know. */
  holds: z.nullable(z.boolean()),
}));
export type ComparedSetting = z.infer<typeof comparedSetting>;

/** What is live on the licence now: a booking of the ledger, or something that the ledger does not know. */
export const licenceHolder = z.lazy(() => z.object({
  name: z.string(),
  /** As in `GET /v1/bookings`; null when it is none of ours. */
  key: z.nullable(z.string()),
  establishment: z.nullable(z.object({ id: identifier, name: line(200) })),
  /** The planned end; null when it is none of ours. */
  until: z.nullable(instantText),
}));
export type LicenceHolder = z.infer<typeof licenceHolder>;

/** `GET /v1/licence?service=…`, for people of the CCT: who holds the licence of a service now; nobody: an empty list. */
export const licenceAnswer = z.lazy(() => z.object({ service: identifier, holders: z.array(licenceHolder), at: instantText }));
export type LicenceAnswer = z.infer<typeof licenceAnswer>;

/** `GET /v1/bookings/:key/day`, for people of the CCT: asked of Zoom at the click, so `at` is the hour of what it says. */
export const dayAnswer = z.lazy(() => z.object({
  key: z.string(),
  state: ledgerState,
  /** Null for a conference that was entered by hand: nothing of it is asked of Zoom. */
  settings: z.nullable(z.array(comparedSetting)),
  holders: z.array(licenceHolder),
  at: instantText,
}));
export type DayAnswer = z.infer<typeof dayAnswer>;
