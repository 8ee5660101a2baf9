/** The establishments that share the services (S0-20: the list is data, the count is not code). */
import * as z from 'zod/mini';
import { emailAddress, identifier, line } from '../contract/primitives.ts';

export const designated = z.lazy(() => z.strictObject({
  name: line(200),
  email: z.nullable(emailAddress),
  phone: z.nullable(line(40)),
  irisCode: z.nullable(line(64)),
  position: z.nullable(line(200)),
}));

export const establishment = z.lazy(() => z.strictObject({
  id: identifier,
  name: line(200),
  /** Other spellings, short names, cut names. */
  aliases: z.array(line(200)).check(z.maxLength(20)),
  /** Weight of its share; equal shares are all 1. */
  weight: z.number().check(z.minimum(0), z.maximum(1000)),
  /** Fixed part of the quota, in the quota's unit; null: by weight. */
  fixed: z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000))),
  representative: z.nullable(designated),
  substitute: z.nullable(designated),
  /** S0-11: demandé, créé, actif, retiré. */
  state: z.enum(['requested', 'created', 'active', 'removed']),
  /** Its posts may not install Zoom: the invitation shows the browser's way first (S4-06). */
  browserOnly: z.boolean(),
  /** False: its place in the list is inferred, not documented (the ninth, portal.md § 10). */
  certain: z.boolean(),
}));
export type Establishment = z.infer<typeof establishment>;

export const roster = z.lazy(() => z.array(establishment).check(z.maxLength(500)));
export type Roster = z.infer<typeof roster>;
