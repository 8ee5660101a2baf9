/**
 * The closed lists that a profile chooses from. Plain data, so that the page's own code needs no schema library;
 * the schema over them is `profile.ts`.
 */
import { dayShapes, hourShapes } from '../domain/dates.ts';

/** Where an entry is from (portal.md § 0): `guessed` was never seen, `calibrated` was shown by a person. */
export const origins = ['verified', 'secondHand', 'guessed', 'calibrated'] as const;
export type Origin = (typeof origins)[number];

export const roles = [
  'button', 'link', 'menuitem', 'textbox', 'combobox', 'checkbox', 'heading', 'columnheader', 'tree', 'region', 'tab', 'field',
] as const;
export type Role = (typeof roles)[number];

/** How a form holds an hour besides the words of lib/domain/dates.ts (T4). */
export const numberShapes = [
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

export const dateShapes = [...dayShapes, ...hourShapes, ...numberShapes, ...fieldShapes] as const;
export type DateShape = (typeof dateShapes)[number];

/** How a page saves what is filled in (T1): each is guarded. */
export const saveWays = ['submit', 'click', 'enter'] as const;
export type SaveWay = (typeof saveWays)[number];
