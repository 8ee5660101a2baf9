/**
 * What is known of one portal, as data: how its pages are recognised, where its anchors are, what its
 * statuses are called. Validated in the worker; whatever ships to a page imports only the types.
 */
import * as z from 'zod/mini';
import { identifier, line } from '../contract/primitives.ts';
import { bookingStatuses } from '../domain/booking.ts';
import { pageKinds } from './page.ts';

/** Where an entry is from (portal.md § 0): `guessed` was never seen, `calibrated` was shown by a person. */
export const origins = ['verified', 'secondHand', 'guessed', 'calibrated'] as const;

const evidence = {
  origin: z.enum(origins),
  /** The document or person it is from: « S5 », « portal.md § 4 ». */
  source: line(200),
  /** Of the evidence, `YYYY-MM-DD`. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u, 'date')),
};

/** Compared without accents, case, dashes or spaces; a closing « … » means « begins with ». */
const names = z.array(line(200)).check(z.minLength(1), z.maxLength(20));

export const roles = [
  'button', 'link', 'menuitem', 'textbox', 'combobox', 'checkbox', 'heading', 'columnheader', 'tree', 'region', 'tab', 'field',
] as const;
const role = z.enum(roles);

export const alternative = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('role'), role, names, ...evidence }),
  /** A control of a form by its accessible name. */
  z.strictObject({ by: z.literal('label'), names, ...evidence }),
  /** The innermost element that says just this. */
  z.strictObject({ by: z.literal('text'), names, ...evidence }),
  /** The control that stands beside the text that says just this: next cell, next sibling. */
  z.strictObject({ by: z.literal('near'), role, names, ...evidence }),
  z.strictObject({ by: z.literal('selector'), selector: line(500), ...evidence }),
]);

export const anchor = z.array(alternative).check(z.minLength(1), z.maxLength(12));

export const portalProfile = z.strictObject({
  id: identifier,
  name: line(120),
  version: z.number().check(z.int(), z.minimum(1)),
  /** Hints only, tried first: `*` stands for anything. Landmarks decide. */
  pages: z.array(z.strictObject({ kind: z.enum(pageKinds), paths: z.array(line(200)).check(z.maxLength(20)), ...evidence })).check(z.maxLength(20)),
  anchors: z.record(line(60), anchor),
  statuses: z.array(z.strictObject({ status: z.enum(bookingStatuses), names, ...evidence })).check(z.maxLength(40)),
});

export type Alternative = z.infer<typeof alternative>;
export type Role = z.infer<typeof role>;
export type PortalProfile = z.infer<typeof portalProfile>;
