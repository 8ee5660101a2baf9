/** Which day the grid shows: said near it, in its corner, in a date field, or in the address. */
import { textOf } from '../accessible.ts';
import { findAnchor } from '../find.ts';
import { remembered } from '../memo.ts';
import { queryAll } from '../roots.ts';
import { isVisible } from '../visible.ts';
import type { ReadContext } from './context.ts';
import type { HourGrid } from './hours.ts';
import { findDay, findOnlyDay, parseDay, shapesOf, type Day } from './when.ts';
import type { FoundDay } from '../../domain/dates.ts';

const LABEL_MAXIMUM = 40;

/** « L'agenda du 24 novembre 2026 »: a day with other words, but not with a second day, an hour or a number of anything. */
const hasOneDay = (found: FoundDay): boolean => !/\d/u.test(found.rest);

/** The texts that a person showed as what says the day: their own words may stand beside it. */
function taughtTexts(context: ReadContext): string[] {
  const { elements, alternative } = findAnchor(context, 'dayHeading');
  const way = alternative === null ? undefined : context.profile.anchors.dayHeading?.[alternative];
  return way?.origin === 'calibrated' ? elements.map(textOf) : [];
}

/** The corner of the grid, then the headings and short texts near it that say a day and nothing else. */
function* words(context: ReadContext, grid: HourGrid): Generator<{ text: string; isHeading: boolean }> {
  for (const [index, { text }] of grid.table.heads.entries()) if (grid.hours[index] === null) yield { text, isHeading: true };
  const headings = new Set(findAnchor(context, 'dayHeading').elements);
  for (const heading of headings) yield { text: textOf(heading), isHeading: true };
  const rows = new Set<Element>(grid.table.rows.map((row) => row.element));
  const isInRow = (element: Element): boolean => {
    for (let box: Element | null = element; box; box = box.parentElement) if (rows.has(box)) return true;
    return false;
  };
  const near = queryAll(context.document, 'caption,h1,h2,h3,h4,span,div,b,strong,p,time,th,output,button,font,center,em', 20_000);
  for (const element of near) {
    // The words of a whole page are not put together for each of its boxes.
    const text = element.childElementCount > 0 ? '' : (element.textContent ?? '');
    if (text.length > LABEL_MAXIMUM || !/\d/u.test(text) || isInRow(element) || !isVisible(element)) continue;
    yield { text: element.getAttribute('datetime') ?? text, isHeading: false };
  }
}

function* fields(context: ReadContext, grid: HourGrid): Generator<string> {
  for (const field of queryAll(context.document, 'input', 500)) {
    if (isVisible(field) && !grid.table.element.contains(field)) yield (field as HTMLInputElement).value ?? field.getAttribute('value') ?? '';
  }
}

function dayOfAddress(address: string, context: ReadContext): Day | null {
  try {
    const url = new URL(address);
    for (const text of [...url.searchParams.values(), ...url.pathname.split('/')]) {
      const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? parseDay(text, context.now()) : null;
      if (day) return day;
    }
  } catch {
    return null;
  }
  return null;
}

const isSame = (one: Day, other: Day): boolean => one.month === other.month && one.day === other.day && one.year === other.year;
const distinct = (days: readonly GridDay[]): GridDay[] => days.filter((day, index) => days.findIndex((other) => isSame(day, other)) === index);
const only = (days: readonly GridDay[]): GridDay | null => (days.length === 1 ? (days[0] ?? null) : null);

export interface GridDay extends Day {
  /** Neither the heading, nor the address, nor a field says the year. */
  isYearGuessed?: boolean;
}

/** « 24 Novembre » takes its year from a whole date that says the same day, else it is the nearest one. */
const withYear = ({ day, isYearGuessed }: FoundDay, whole: readonly Day[]): GridDay =>
  (isYearGuessed ? (whole.find((one) => one.month === day.month && one.day === day.day) ?? { ...day, isYearGuessed }) : day);

/**
 * What a person showed wins, then what the page says in words, headings first; of several days, the one that the address or a date field says
 * too. Days that cannot be told apart are no day: bookings on the wrong one would be worse than none.
 */
export const readDayOfGrid = remembered((context: ReadContext, grid: HourGrid): GridDay | null => {
  const [now, shapes] = [context.now(), shapesOf(context.profile)];
  const addressed = dayOfAddress(context.url(), context);
  const typed = [...fields(context, grid)].flatMap((text) => (/\d{4}/u.test(text) ? (parseDay(text, now, shapes) ?? []) : []));
  const whole = [...(addressed ? [addressed] : []), ...typed];
  const taught = taughtTexts(context).flatMap((text) => findDay(text, now, shapes) ?? []).filter(hasOneDay).map((found) => withYear(found, whole));
  if (taught.length > 0) return only(distinct(taught));
  const said = [...words(context, grid)].flatMap(({ text, isHeading }) => {
    const found = findOnlyDay(text, now, shapes);
    return found ? [{ day: withYear(found, whole), isHeading }] : [];
  });
  const headings = distinct(said.filter(({ isHeading }) => isHeading).map(({ day }) => day));
  const days = distinct(said.map(({ day }) => day));
  if (days.length === 0) return addressed ?? only(distinct(typed));
  return only(headings) ?? only(days) ?? only(days.filter((day) => whole.some((one) => isSame(one, day))));
});
