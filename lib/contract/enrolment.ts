/**
 * `POST /v1/enrolments`, not signed: a browser hands over the public half of the key that it made, with the one-time
 * code that an admin gave the person. The private half never leaves the browser.
 */
import * as z from 'zod/mini';
import { role } from './answer.ts';
import { identifier, line } from './primitives.ts';

/** Ed25519, base64 of the 32 raw bytes. */
const publicKey = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/u, 'publicKey'));

export const enrolmentRequest = z.lazy(() => z.strictObject({
  /** As it was given, `ABCD-EFGH-JKMN`; capitals and dashes do not matter. */
  code: line(40),
  publicKey,
}));
export type EnrolmentRequest = z.infer<typeof enrolmentRequest>;

export const enrolmentAnswer = z.lazy(() => z.object({ keyId: identifier, name: line(200), role }));
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

/** `POST /v1/renewals`, signed with the key in force: this browser's next key in its place. Answers {@link EnrolmentAnswer}. */
export const renewalRequest = z.lazy(() => z.strictObject({ publicKey }));
export type RenewalRequest = z.infer<typeof renewalRequest>;
