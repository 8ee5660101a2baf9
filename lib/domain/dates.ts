/**
 * Days and hours as people and portals write them (T4, T11, U7): `2026-11-24`, `24/11/2026`, « mardi 24 novembre
 * 2026 », « 24 nov. », « 1er avril 2026 »; `09:00`, « 9 h », « 09 h 30 », « 2:30 p.m. ». No clock: where a text has
 * no year, the caller's `now` gives the nearest.
 */
import type { Instant } from './booking.ts';
import { wordsOf } from './letters.ts';
import { normalise } from './text.ts';
import { toWall } from './zone.ts';

export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

export const dayShapes = [
  /** `2026-11-24`, `2026/11/24`. */
  'yearFirst',
  /** `24/11/2026`, `24-11-2026`, `24.11.2026`. */
  'dayFirst',
  /** `11/24/2026`; where `dayFirst` is read too, that wins. */
  'monthFirst',
  /** « mardi 24 novembre 2026 », « 24 nov. », « 1er avril 2026 ». */
  'frenchWords',
  /** « November 24, 2026 », « Tuesday, 24 November 2026 ». */
  'englishWords',
] as const;

export const hourShapes = [
  /** `9:00`, `09:00`, `09:00:00`. */
  'colon',
  /** « 9 h », « 09 h 00 », « 9h30 », « 16 heures 45 ». */
  'frenchHour',
  /** « 2:30 p.m. », `12 pm`. */
  'halfDay',
] as const;

type Shape = (typeof dayShapes)[number] | (typeof hourShapes)[number];
/** A set of more shapes than these is fine: only these are asked for. */
export type Shapes = ReadonlySet<string>;

/** As Québec writes: the day before the month. */
export const usualShapes: Shapes = new Set<Shape>([...dayShapes, ...hourShapes].filter((shape) => shape !== 'monthFirst'));

/** Texts longer than this hold no date of ours. */
const TEXT_MAXIMUM = 500;

const months = ['jan', 'f[ev]', 'mar', 'a[vp]r', 'ma[iy]', 'juin|june?', 'juil|july?', 'ao|aug', 'sep', 'oct', 'nov', 'dec'].map((beginning) => new RegExp(`^(?:${beginning})`, 'u'));
const monthOf = (word: string): number => months.findIndex((beginning) => beginning.test(word)) + 1;
const french = 'janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:l(?:et)?)?|aout?|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?';
const english = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** On words already normalised: dashes have become spaces. */
const isoDay = /(?<!\d)(\d{4})[ /.](\d{1,2})[ /.](\d{1,2})(?!\d)/u;
const numeric = /(?<!\d)(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})(?!\d)/u;
const frenchDay = new RegExp(`(?<!\\d)(\\d{1,2})(?:er)? (${french})\\.?(?: (\\d{4}))?(?!\\w)`, 'u');
/** With its year: « mar. 24 » is a Tuesday of Québec. */
const englishDay = new RegExp(`(?<!\\w)(${english})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\w)`, 'u');

const dayFirstEnglish = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${english})\\.?,? (\\d{4})(?!\\w)`, 'u');

const isDay = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const asUtc = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

/** The year that brings a day without year nearest to now, by Toronto's clock. */
function nearestYear(month: number, day: number, now: Instant): number {
  const year = new Date(toWall(now)).getUTCFullYear();
  const distance = (candidate: number): number => Math.abs(asUtc({ year: candidate, month, day }) - now);
  return [year - 1, year, year + 1].reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}

export interface FoundDay {
  day: Day;
  /** The text did not say its year. */
  isYearGuessed: boolean;
  /** What the text says besides, normalised. */
  rest: string;
}

type Written = [found: RegExpExecArray, year: string | undefined, month: number, day: string | undefined];

function* writtenDays(plain: string, shapes: Shapes): Generator<Written> {
  const iso = shapes.has('yearFirst') ? isoDay.exec(plain) : null;
  if (iso) yield [iso, iso[1], Number(iso[2]), iso[3]];
  const numbers = numeric.exec(plain);
  if (numbers && shapes.has('dayFirst')) yield [numbers, numbers[3], Number(numbers[2]), numbers[1]];
  else if (numbers && shapes.has('monthFirst')) yield [numbers, numbers[3], Number(numbers[1]), numbers[2]];
  const long = shapes.has('frenchWords') ? frenchDay.exec(plain) : null;
  if (long) yield [long, long[3], monthOf(long[2] ?? ''), long[1]];
  const other = shapes.has('englishWords') ? englishDay.exec(plain) : null;
  if (other) yield [other, other[3], monthOf(other[1] ?? ''), other[2]];
  const turned = shapes.has('englishWords') ? dayFirstEnglish.exec(plain) : null;
  if (turned) yield [turned, turned[3], monthOf(turned[2] ?? ''), turned[1]];
}

/** The first day that a text names, with what is left of the text; null when the first it writes is no day of the calendar. */
export function findDay(text: string, now: Instant, shapes: Shapes = usualShapes): FoundDay | null {
  if (text.length > TEXT_MAXIMUM || !/\d/u.test(text)) return null;
  const plain = normalise(text);
  for (const [found, year, month, day] of writtenDays(plain, shapes)) {
    const date = { year: year === undefined ? nearestYear(month, Number(day), now) : Number(year), month, day: Number(day) };
    return isDay(date) ? { day: date, isYearGuessed: year === undefined, rest: plain.replace(found[0], ' ') } : null;
  }
  return null;
}

/** @returns the first day that a text names, or null; `now` gives the year when the text does not */
export const parseDay = (text: string, now: Instant, shapes: Shapes = usualShapes): Day | null => findDay(text, now, shapes)?.day ?? null;

/** What stands beside a day and says nothing more. */
const dayWords = new Set("lun lundi mar mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche monday tuesday wednesday thursday friday saturday sunday le du au jour journee date aujourd hui".split(' '));

/** The day of a text that names it and nothing else: « mardi 24 novembre 2026 », not « Mis à jour le 24 novembre ». */
export function findOnlyDay(text: string, now: Instant, shapes: Shapes = usualShapes): FoundDay | null {
  const found = findDay(text, now, shapes);
  return found !== null && !/\d/u.test(found.rest) && wordsOf(found.rest).every((word) => dayWords.has(word)) ? found : null;
}

/** « 9 h - 10 h 30 », whose dash is a space by now, is two hours and not « 9 h 10 ». */
const clock = /(?<![\d:])([01]?\d|2[0-4])(?:\s?h(?:eures?)?(?:\s?([0-5]\d)(?!\s?h(?:eu|\d|\b)))?|:([0-5]\d)(?::[0-5]\d)?|(?=\s?[ap]\.?m\b))(?:\s?([ap])\.?m\b\.?)?(?![\d:])/gu;

/** Every hour that a text names, in minutes since midnight, in order. */
export function parseTimes(text: string, shapes: Shapes = usualShapes): number[] {
  if (text.length > TEXT_MAXIMUM || !/\d/u.test(text)) return [];
  return [...normalise(text).matchAll(clock)].flatMap(([, hour, minutes, more, half]) => {
    if (half === undefined ? !shapes.has(more === undefined ? 'frenchHour' : 'colon') : !shapes.has('halfDay') || Number(hour) > 12) return [];
    const hours = Number(hour) % (half ? 12 : 25);
    return [(hours + (half === 'p' ? 12 : 0)) * 60 + Number(minutes ?? more ?? 0)];
  });
}

