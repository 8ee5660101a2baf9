/** The day of the conference: starting and ending it, and a link that a person enters by hand. */
import * as z from 'zod/mini';
import { line, webAddress } from './primitives.ts';

/**
 * `POST /v1/bookings/:key/start`: fetched from Zoom at the click, kept nowhere, lives two hours and opens as the host
 * (Z50). To be opened at once and forgotten.
 */
export const startAnswer = z.object({ link: webAddress });
export type StartAnswer = z.infer<typeof startAnswer>;

/** `POST /v1/bookings/:key/end`: only after a person confirmed it (Z53). 202: asked of Zoom, not yet done. */
export const endRequest = z.strictObject({ confirmed: z.literal(true) });
export const endAnswer = z.object({ asked: z.literal(true) });
export type EndAnswer = z.infer<typeof endAnswer>;

/** `POST /v1/bookings/:key/link`: a conference made by hand while Zoom's API was down (Z90). */
export const linkRequest = z.strictObject({ id: line(20), joinLink: webAddress, passcode: z.nullable(line(10)) });
export type LinkRequest = z.infer<typeof linkRequest>;
