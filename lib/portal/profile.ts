/**
 * What is known of one portal, as data: how its pages are recognised, where its anchors are, what its
 * statuses are called, how it writes dates, how it saves. Validated in the worker and the options; whatever
 * ships to a page imports only the types. A person's teaching is a {@link ProfilePatch} over a profile (layer.ts).
 */
import * as z from 'zod/mini';
import { identifier, line } from '../contract/primitives.ts';
import { bookingStatuses } from '../domain/booking.ts';
import { anchorNames } from './anchors.ts';
import { selectorFault } from './bounds.ts';
import { landmarkNames } from './kinds.ts';
import { pageKinds } from './page.ts';
import { STARS_MAXIMUM } from './path.ts';
import { dateShapes, origins, roles, saveWays } from './shapes.ts';

const evidence = {
  origin: z.enum(origins),
  /** The document or person it is from: « S5 », « portal.md § 4 », « calibration ». */
  source: line(200),
  /** Of the evidence, `YYYY-MM-DD`. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u, 'date')),
};

/** Compared without accents, case, dashes or spaces; a closing « … » means « begins with ». No other pattern exists. */
const names = z.lazy(() => z.array(line(200)).check(z.minLength(1), z.maxLength(20)));
const role = z.enum(roles);
const selector = line(500).check(z.refine((text: string) => selectorFault(text) === null, 'selector'));

export const alternative = z.lazy(() => z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('role'), role, names, ...evidence }),
  /** A control of a form by its accessible name. */
  z.strictObject({ by: z.literal('label'), names, ...evidence }),
  /** The innermost element that says just this. */
  z.strictObject({ by: z.literal('text'), names, ...evidence }),
  /** The control that stands beside the text that says just this: next cell, next sibling. */
  z.strictObject({ by: z.literal('near'), role, names, ...evidence }),
  z.strictObject({ by: z.literal('selector'), selector, ...evidence }),
]));

/** An empty list says « this portal has none ». */
const anchors = z.lazy(() => z.partialRecord(z.enum(anchorNames), z.array(alternative).check(z.maxLength(12))));

const landmark = z.enum(landmarkNames);
const landmarks = z.lazy(() => z.array(landmark).check(z.maxLength(12)));

const page = z.lazy(() => z.strictObject({
  kind: z.enum(pageKinds),
  /** Hints only, tried first: `*` stands for anything. Landmarks decide. */
  paths: z.array(line(200).check(z.refine((text: string) => text.split('*').length - 1 <= STARS_MAXIMUM, 'stars'))).check(z.maxLength(20)),
  /** What a page of this kind shows; without it, what the engine knows (kinds.ts). `any`: at least one of. */
  landmarks: z.optional(z.strictObject({ all: landmarks, any: landmarks, none: landmarks })),
  ...evidence,
}));

const statusName = z.lazy(() => z.strictObject({ status: z.enum(bookingStatuses), names, ...evidence }));
const dateShape = z.lazy(() => z.strictObject({ shape: z.enum(dateShapes), ...evidence }));
const saving = z.lazy(() => z.strictObject({ way: z.enum(saveWays), ...evidence }));

const pages = z.lazy(() => z.array(page).check(z.maxLength(20)));
const statuses = z.lazy(() => z.array(statusName).check(z.maxLength(40)));
const dates = z.lazy(() => z.array(dateShape).check(z.maxLength(dateShapes.length)));
const saves = z.lazy(() => z.array(saving).check(z.maxLength(saveWays.length)));

export const portalProfile = z.lazy(() => z.strictObject({
  id: identifier,
  name: line(120),
  version: z.number().check(z.int(), z.minimum(1)),
  /** The version of the patch that was laid over it. */
  taught: z.optional(z.number().check(z.int(), z.minimum(1))),
  pages,
  anchors,
  statuses,
  dates,
  saves,
}));

/** What was taught over a profile. What it does not name stays the profile's own. */
export const profilePatch = z.lazy(() => z.strictObject({
  /** The profile that it was taught over. */
  base: z.strictObject({ id: identifier, version: z.number().check(z.int(), z.minimum(1)) }),
  id: identifier,
  name: line(120),
  /** Of the patch itself: one more each time it is taught again. */
  version: z.number().check(z.int(), z.minimum(1)),
  /** A kind named here loses all that the base says of it. */
  pages,
  /** Each takes the place of all that the base says. */
  anchors,
  /** Added; a word that the base gives to another status is taken from it. */
  statuses,
  /** Null: as the base. */
  dates: z.nullable(dates),
  saves: z.nullable(saves),
}));

export type Alternative = z.infer<typeof alternative>;
export type { Role } from './shapes.ts';
export type PageEntry = z.infer<typeof page>;
export type StatusName = z.infer<typeof statusName>;
export type PortalProfile = z.infer<typeof portalProfile>;
export type ProfilePatch = z.infer<typeof profilePatch>;
