/**
 * The closed lists that a profile chooses from. Plain data, so that the page's own code needs no schema library;
 * the schema over them is `profile.ts`.
 */

/** Where an entry is from (portal.md § 0): `guessed` was never seen, `calibrated` was shown by a person. */
export const origins = ['verified', 'secondHand', 'guessed', 'calibrated'] as const;
export type Origin = (typeof origins)[number];

export const roles = [
  'button', 'link', 'menuitem', 'textbox', 'combobox', 'checkbox', 'heading', 'columnheader', 'tree', 'region', 'tab', 'field',
] as const;
export type Role = (typeof roles)[number];

/** How a portal writes a day. */
export const dayShapes = [
  /** `2026-11-24`, `2026/11/24`. */
  'yearFirst',
  /** `24/11/2026`, `24-11-2026`, `24.11.2026`. */
  'dayFirst',
  /** `11/24/2026`; never together with `dayFirst`, which then wins. */
  'monthFirst',
  /** « mardi 24 novembre 2026 », « 24 nov. », « 1er avril 2026 ». */
  'frenchWords',
  /** « November 24, 2026 ». */
  'englishWords',
] as const;

/** How a portal writes an hour. */
export const hourShapes = [
  /** `9:00`, `09:00`, `09:00:00`. */
  'colon',
  /** « 9 h », « 09 h 00 », « 9h30 », « 16 heures 45 ». */
  'frenchHour',
  /** « 2:30 p.m. ». */
  'halfDay',
  /** 32400: seconds since midnight. */
  'seconds',
  /** `9`: bare hours. */
  'bareHour',
] as const;

/** In which fields a form holds a start and an end (T4). */
export const fieldShapes = [
  /** A day in one field, the hours in others. */
  'dateAndTime',
  /** Day and hour in one field, « mardi 24 novembre 2026 - 09:00 », `2026-11-24T09:00`. */
  'moment',
  /** Day, month and year, or hours and minutes, in fields of their own. */
  'split',
  /** A start, and how long it lasts. */
  'duration',
] as const;

export const dateShapes = [...dayShapes, ...hourShapes, ...fieldShapes] as const;
export type DateShape = (typeof dateShapes)[number];

/** How a page saves what is filled in (T1): each is guarded. */
export const saveWays = ['submit', 'click', 'enter'] as const;
export type SaveWay = (typeof saveWays)[number];
