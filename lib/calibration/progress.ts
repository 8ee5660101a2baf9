/**
 * How far a calibration has come: kept by the worker from page to page, so that the journey of several pages is one
 * calibration. Parsed at the border: it comes back from a page.
 */
import * as z from 'zod/mini';
import { alternative, profilePatch } from '../portal/profile.ts';
import { journeyPages } from './journey.ts';

const page = z.enum(journeyPages);
const anchorName = z.string().check(z.maxLength(60));
/** A path of the portal, for the dry run; forgotten with the calibration. */
const path = z.string().check(z.maxLength(2000), z.regex(/^\/(?!\/)/u));

/** What one look at a page gave, as keys of the texts with their numbers: never a person's words. */
const outcome = z.lazy(() => z.strictObject({
  page,
  /** The page was recognised as what it should be, and read. */
  ok: z.boolean(),
  missing: z.array(anchorName).check(z.maxLength(60)),
  counts: z.record(z.string().check(z.maxLength(30)), z.number()),
}));
export type Outcome = z.infer<typeof outcome>;

const act = z.lazy(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taught'), page, anchor: anchorName, before: z.nullable(z.array(alternative).check(z.maxLength(12))) }),
  z.strictObject({ kind: z.literal('skipped'), page, anchor: anchorName }),
  z.strictObject({ kind: z.literal('status'), word: z.string().check(z.maxLength(200)), before: profilePatch._zod.innerType.shape.statuses }),
]));
export type Act = z.infer<typeof act>;
export const ACTS_MAXIMUM = 30;

export const progress = z.lazy(() => z.strictObject({
  patch: profilePatch,
  /** What was done, the last at the end: each can be taken back. */
  acts: z.array(act).check(z.maxLength(ACTS_MAXIMUM)),
  skipped: z.partialRecord(page, z.array(anchorName).check(z.maxLength(60))),
  /** Where each page was last met. */
  visited: z.partialRecord(page, path),
  /** The pages of the dry run that are still to be looked at, the present one first; null when none is under way. */
  trying: z.nullable(z.array(page).check(z.maxLength(journeyPages.length))),
  outcomes: z.array(outcome).check(z.maxLength(journeyPages.length)),
  /** The panel stands at the other side, out of the way. */
  atStart: z.boolean(),
}));
export type Progress = z.infer<typeof progress>;
