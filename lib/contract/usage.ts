/** `GET /v1/usage?service=…&from=…&to=…`: what the ledger knows of the use of a service, by establishment (F02). */
import * as z from 'zod/mini';
import { identifier, instantText, line } from './primitives.ts';

export const usageAnswer = z.object({
  service: identifier,
  from: instantText,
  to: instantText,
  /** Milliseconds inside the period, and bookings; what is asked for is apart from what is approved. */
  rows: z.array(
    z.object({
      /** Null: the bookings of which nobody knows the establishment. */
      establishment: z.nullable(z.object({ id: identifier, name: line(200) })),
      used: z.number(),
      requested: z.number(),
      bookings: z.number(),
    }),
  ),
  at: instantText,
});
export type UsageAnswer = z.infer<typeof usageAnswer>;
