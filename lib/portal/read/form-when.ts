/** The start and the end that a form holds, in any of the four shapes of T4. */
import type { Instant } from '../../domain/booking.ts';
import { normalise } from '../../domain/text.ts';
import { toRange } from './range.ts';
import type { Held } from './control.ts';
import { parseDay, parseDuration, parseTime, parseTimes, toInstant, type Day } from './when.ts';

export interface FormTimes {
  start: Instant | null;
  end: Instant | null;
}

const isPart = (held: Held, words: RegExp): boolean => words.test(normalise(held.name));
const shown = (held: Held | undefined): string => held?.texts[0] ?? '';
const digitsOf = (held: Held | undefined): string => (/\d+/u.exec(shown(held)) ?? /\d+/u.exec(held?.value ?? ''))?.[0] ?? '';

/** A day in one control, or in three: by their names, else by what they can hold. */
function readDay(fields: readonly Held[], now: Instant): Day | null {
  for (const field of fields) {
    const day = parseDay(shown(field), now) ?? parseDay(field.value, now);
    if (day && (/\d{4}/u.test(shown(field)) || /\d{4}/u.test(field.value))) return day;
  }
  if (fields.length < 3) return null;
  const year = fields.find((field) => isPart(field, /\b(?:annee|year|an)\b/u)) ?? fields.find((field) => /^\d{4}$/u.test(shown(field)));
  const month = fields.find((field) => isPart(field, /\b(?:mois|month)\b/u)) ?? fields.find((field) => parseDay(`1 ${shown(field)} 2000`, now) !== null && /\p{L}/u.test(shown(field)));
  const day = fields.find((field) => isPart(field, /\b(?:jour|day)\b/u)) ?? fields.find((field) => field !== year && field !== month);
  if (!year || !month || !day) return null;
  const monthText = /\p{L}/u.test(shown(month)) ? shown(month) : null;
  const written = monthText === null ? `${digitsOf(year)}-${digitsOf(month).padStart(2, '0')}-${digitsOf(day).padStart(2, '0')}` : `${digitsOf(day)} ${monthText} ${digitsOf(year)}`;
  return parseDay(written, now);
}

/** Minutes since midnight in one control, or in two: hours and minutes. */
function readMinutes(fields: readonly Held[]): number | null {
  const hours = fields.find((field) => isPart(field, /\b(?:heures?|hours?|h)\b/u) && digitsOf(field) !== '');
  const minutes = fields.find((field) => field !== hours && isPart(field, /\b(?:minutes?|min)\b/u));
  if (hours && minutes && digitsOf(minutes) !== '') return Number(digitsOf(hours)) * 60 + Number(digitsOf(minutes));
  for (const field of fields) {
    const time = parseTimes(shown(field))[0] ?? parseTime(shown(field)) ?? parseTime(field.value);
    if (time !== null && time !== undefined) return time;
  }
  const [first, second] = fields;
  return first && second && fields.length === 2 && digitsOf(first) !== '' && digitsOf(second) !== '' ? Number(digitsOf(first)) * 60 + Number(digitsOf(second)) : null;
}

function readLength(fields: readonly Held[]): number | null {
  const [amount, unit] = fields;
  return amount ? parseDuration(shown(amount), shown(unit)) : null;
}

/** @param fields what each of the form's anchors holds, in the order of the page */
export function readFormTimes(fields: { date: Held[]; start: Held[]; end: Held[]; duration: Held[] }, now: Instant): FormTimes {
  const day = readDay(fields.start, now) ?? readDay(fields.date, now);
  if (!day) return { start: null, end: null };
  const range = fields.start.map((field) => toRange(shown(field))).find((found) => found !== null);
  const start = range?.start ?? readMinutes(fields.start);
  if (start === null) return { start: null, end: null };
  const at = toInstant(day, start);
  const length = readLength(fields.duration);
  const end = range?.end ?? readMinutes(fields.end);
  if (end === null) return { start: at, end: length === null ? null : toInstant(day, start + length) };
  return { start: at, end: toInstant(readDay(fields.end, now) ?? day, end) };
}

