/** The start and the end that a form holds, in any of the four shapes of T4. */
import type { Instant } from '../../domain/booking.ts';
import { hasLetter } from '../../domain/letters.ts';
import { normalise } from '../../domain/text.ts';
import { toRange } from './range.ts';
import type { Held } from './control.ts';
import { parseDay, parseDuration, parseTime, parseTimes, toInstant, type Day, type Shapes } from './when.ts';

export interface FormTimes {
  start: Instant | null;
  end: Instant | null;
}

const isPart = (held: Held, words: RegExp): boolean => words.test(normalise(held.name));
const shown = (held: Held | undefined): string => held?.texts[0] ?? '';
const digitsOf = (held: Held | undefined): string => (/\d+/u.exec(shown(held)) ?? /\d+/u.exec(held?.value ?? ''))?.[0] ?? '';

/** A day in one control, or in three: by their names, else by what they can hold. */
function readDay(fields: readonly Held[], now: Instant, shapes: Shapes): Day | null {
  for (const field of fields) {
    const day = parseDay(shown(field), now, shapes) ?? parseDay(field.value, now, shapes);
    if (day && (/\d{4}/u.test(shown(field)) || /\d{4}/u.test(field.value))) return day;
  }
  if (fields.length < 3 || !shapes.has('split')) return null;
  const year = fields.find((field) => isPart(field, /\b(?:annee|year|an)\b/u)) ?? fields.find((field) => /^\d{4}$/u.test(shown(field)));
  const month = fields.find((field) => isPart(field, /\b(?:mois|month)\b/u)) ?? fields.find((field) => parseDay(`1 ${shown(field)} 2000`, now) !== null && hasLetter(shown(field)));
  const day = fields.find((field) => isPart(field, /\b(?:jour|day)\b/u)) ?? fields.find((field) => field !== year && field !== month);
  if (!year || !month || !day) return null;
  const monthText = hasLetter(shown(month)) ? shown(month) : null;
  const written = monthText === null ? `${digitsOf(year)}-${digitsOf(month).padStart(2, '0')}-${digitsOf(day).padStart(2, '0')}` : `${digitsOf(day)} ${monthText} ${digitsOf(year)}`;
  return parseDay(written, now);
}

/** Minutes since midnight in one control, or in two: hours and minutes. */
function readMinutes(fields: readonly Held[], shapes: Shapes): number | null {
  const split = shapes.has('split') ? readNamedMinutes(fields) ?? readSplitMinutes(fields) : null;
  if (split !== null) return split;
  for (const field of fields) {
    const time = parseTimes(shown(field), shapes)[0] ?? parseTime(shown(field), shapes) ?? parseTime(field.value, shapes);
    if (time !== null && time !== undefined) return time;
  }
  return null;
}

/** Hours and minutes in fields that say so. */
function readNamedMinutes(fields: readonly Held[]): number | null {
  const hours = fields.find((field) => isPart(field, /\b(?:heures?|hours?|h)\b/u) && digitsOf(field) !== '');
  const minutes = fields.find((field) => field !== hours && isPart(field, /\b(?:minutes?|min)\b/u));
  return hours && minutes && digitsOf(minutes) !== '' ? Number(digitsOf(hours)) * 60 + Number(digitsOf(minutes)) : null;
}

/** « 10 » « 30 » in two fields without names of their own: a bare « 10 » is not the whole hour. */
function readSplitMinutes(fields: readonly Held[]): number | null {
  const numbers = fields.map((field) => /^\s*(\d{1,2})(?:\s?(?:h|min)\w*)?\s*$/u.exec(shown(field))?.[1]).filter((text) => text !== undefined);
  const [hours, minutes] = numbers.map(Number);
  if (fields.length !== 2 || hours === undefined || minutes === undefined || numbers.length !== 2) return null;
  return hours <= 24 && minutes < 60 ? hours * 60 + minutes : null;
}

function readLength(fields: readonly Held[]): number | null {
  const [amount, unit] = fields;
  return amount ? parseDuration(shown(amount), shown(unit)) : null;
}

/** @param fields what each of the form's anchors holds, in the order of the page */
export function readFormTimes(fields: { date: Held[]; start: Held[]; end: Held[]; duration: Held[] }, now: Instant, shapes: Shapes): FormTimes {
  const day = readDay(fields.start, now, shapes) ?? readDay(fields.date, now, shapes);
  if (!day) return { start: null, end: null };
  const range = fields.start.map((field) => toRange(shown(field))).find((found) => found !== null);
  const start = range?.start ?? readMinutes(fields.start, shapes);
  if (start === null) return { start: null, end: null };
  const at = toInstant(day, start);
  const length = shapes.has('duration') ? readLength(fields.duration) : null;
  const end = range?.end ?? readMinutes(fields.end, shapes);
  if (end === null) return { start: at, end: length === null ? null : toInstant(day, start + length) };
  return { start: at, end: toInstant(readDay(fields.end, now, shapes) ?? day, end) };
}

