/**
 * Fills in when a booking is, and of which service, in whatever shape the form has it (T4): as a person would, and
 * put back at once when the form does not take it. A moved booking keeps its length, so a duration is left alone.
 */
import type { Instant } from '../domain/booking.ts';
import { hasLetter } from '../domain/letters.ts';
import { normalise } from '../domain/text.ts';
import type { AnchorName } from './anchors.ts';
import { forget } from './memo.ts';
import { cardOf } from './read/known.ts';
import { controlsOf, readControl } from './read/control.ts';
import { readForm } from './read/form.ts';
import { parseDay, parseTime, parseTimes, toLocal, type Day } from './read/when.ts';
import type { View } from './view.ts';
import { writeControl } from './write.ts';

export interface Wanted {
  start: Instant;
  end: Instant;
  /** The service card to book instead; null: the one that is booked now. */
  serviceId: string | null;
}

type Choice = HTMLSelectElement;
interface Moment {
  day: Day;
  /** Since midnight. */
  minutes: number;
}

const parts = ['resource', 'date', 'start', 'end'] as const satisfies readonly AnchorName[];
const two = (number: number): string => String(number).padStart(2, '0');
const isChoice = (control: HTMLElement): control is Choice => control.localName === 'select';
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const isoOf = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

const controlsIn = (portal: View, anchor: AnchorName): HTMLElement[] => portal.findAll(anchor).flatMap(controlsOf);

function choose(control: Choice, isWanted: (option: HTMLOptionElement) => boolean): boolean {
  const option = [...control.options].find((one) => !one.disabled && isWanted(one));
  if (option === undefined || control.disabled) return false;
  if (option.selected && !control.multiple) return true;
  if (control.multiple) option.selected = true;
  else control.selectedIndex = option.index;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  forget();
  return option.selected;
}

const numberIn = (text: string): number => Number(/\d+/u.exec(text)?.[0] ?? Number.NaN);
const chooseNumber = (control: HTMLElement, wanted: number): boolean =>
  isChoice(control)
    ? choose(control, ({ text, value }) => numberIn(text) === wanted || numberIn(value) === wanted)
    : writeControl(control, String(wanted)).written;

/** In the shape that the field holds now, `24/11/2026`, else `2026-11-24`. */
function dayText(control: HTMLElement, day: Day): string {
  const held = (control as HTMLInputElement).value ?? '';
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u.exec(held.trim());
  return found ? [two(day.day), two(day.month), day.year].join(found[2]) : isoOf(day);
}

function fillDay(controls: readonly HTMLElement[], day: Day, now: Instant): boolean {
  const [only] = controls;
  if (only === undefined) return false;
  const isThisDay = (text: string): boolean => {
    const read = parseDay(text, now);
    return read !== null && isoOf(read) === isoOf(day);
  };
  if (controls.length < 3) {
    if (isChoice(only)) return choose(only, ({ text, value }) => isThisDay(text) || isThisDay(value));
    return writeControl(only, dayText(only, day)).written;
  }
  // By their names, else by what they hold, as they are read (form-when.ts).
  const held = controls.map(readControl);
  const find = (words: RegExp, text: Pick<RegExp, 'test'>): HTMLElement | undefined => (held.find(({ name }) => words.test(normalise(name))) ?? held.find(({ texts }) => text.test(texts[0] ?? '')))?.control;
  const [year, month] = [find(/\b(?:annee|year|an)\b/u, /^\d{4}$/u), find(/\b(?:mois|month)\b/u, { test: hasLetter })];
  const date = held.find(({ control, name }) => /\b(?:jour|day)\b/u.test(normalise(name)) && control !== year && control !== month)?.control ?? controls.find((control) => control !== year && control !== month);
  if (!year || !month || !date) return false;
  const isMonth = ({ text, value }: HTMLOptionElement): boolean => (hasLetter(text) ? parseDay(`1 ${text} 2000`, now)?.month === day.month : numberIn(value) === day.month);
  return chooseNumber(year, day.year) && (isChoice(month) ? choose(month, isMonth) : chooseNumber(month, day.month)) && chooseNumber(date, day.day);
}

/** « 9 h 00 » where the field is written so, else `09:00`. */
const timeText = (control: HTMLElement, minutes: number): string =>
  /\d\s?h/iu.test((control as HTMLInputElement).value ?? '') ? `${Math.floor(minutes / 60)} h ${two(minutes % 60)}` : clockOf(minutes);

function fillTime(controls: readonly HTMLElement[], { day, minutes }: Moment): boolean {
  const [first, second] = controls;
  if (first === undefined) return false;
  if (controls.length === 2 && second !== undefined) {
    const isMinutes = (control: HTMLElement): boolean => /\b(?:minutes?|min)\b/u.test(normalise(readControl(control).name));
    const [hours, rest] = isMinutes(first) ? [second, first] : [first, second];
    return chooseNumber(hours, Math.floor(minutes / 60)) && chooseNumber(rest, minutes % 60);
  }
  if (isChoice(first)) return choose(first, ({ text, value }) => (parseTimes(text)[0] ?? parseTime(text) ?? parseTime(value)) === minutes);
  if ((first as HTMLInputElement).type === 'datetime-local') return writeControl(first, `${isoOf(day)}T${clockOf(minutes)}`).written;
  return writeControl(first, timeText(first, minutes)).written;
}

const isOf = (portal: View, serviceId: string | null) => ({ text }: HTMLOptionElement): boolean => cardOf(portal, text.trim())?.id === serviceId;

function fillService(portal: View, serviceId: string, before: string | null): boolean {
  const [list, ...others] = controlsIn(portal, 'resource').filter(isChoice);
  // Of two lists of resources, nobody can tell which one is meant.
  if (list === undefined || others.length > 0 || !choose(list, isOf(portal, serviceId))) return false;
  if (list.multiple) for (const option of list.options) if (option.selected && isOf(portal, before)(option)) option.selected = false;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  forget();
  return true;
}

/** The services that the form's own list of resources has. */
export const offeredServices = (portal: View): string[] =>
  controlsIn(portal, 'resource').flatMap((control) => (isChoice(control) ? [...control.options].flatMap(({ text }) => cardOf(portal, text.trim())?.id ?? []) : []));

interface Kept {
  anchor: AnchorName;
  index: number;
  values: string[];
}

const valuesOf = (control: HTMLElement): string[] =>
  isChoice(control) ? [...control.options].filter(({ selected }) => selected).map(({ value }) => value) : [(control as HTMLInputElement).value ?? control.textContent ?? ''];

const keep = (portal: View): Kept[] =>
  parts.flatMap((anchor) => controlsIn(portal, anchor).map((control, index) => ({ anchor, index, values: valuesOf(control) })));

/** Looked up anew each time: the portal may draw its form again after each value. */
function putBack(portal: View, kept: readonly Kept[]): boolean {
  for (const { anchor, index, values } of kept) {
    const control = controlsIn(portal, anchor)[index];
    if (control === undefined || valuesOf(control).join('\n') === values.join('\n')) continue;
    if (!isChoice(control)) {
      writeControl(control, values[0] ?? '');
      continue;
    }
    if (control.multiple) for (const option of control.options) option.selected = values.includes(option.value);
    else control.selectedIndex = [...control.options].findIndex(({ value }) => value === values[0]);
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
    forget();
  }
  return kept.every(({ anchor, index, values }) => {
    const control = controlsIn(portal, anchor)[index];
    return control !== undefined && valuesOf(control).join('\n') === values.join('\n');
  });
}

/** Fills the form in; @returns what puts everything back (whether it could), or null when the form did not take it and is as before */
export function fillBooking(portal: View, { start, end, serviceId }: Wanted): (() => boolean) | null {
  if (parts.some((anchor) => portal.isAmbiguous(anchor))) return null;
  const kept = keep(portal);
  const before = readForm(portal);
  const [from, to] = [toLocal(start), toLocal(end)];
  const now = portal.now();
  const hasDay = controlsIn(portal, 'date').length > 0;
  const hasEnd = controlsIn(portal, 'end').length > 0;
  const isFilled =
    (serviceId === null || serviceId === before?.serviceId || fillService(portal, serviceId, before?.serviceId ?? null)) &&
    (!hasDay || fillDay(controlsIn(portal, 'date'), from.day, now)) &&
    fillTime(controlsIn(portal, 'start'), from) &&
    (!hasEnd || fillTime(controlsIn(portal, 'end'), to));
  const after = isFilled ? readForm(portal) : null;
  if (after?.start === start && after.end === end && (serviceId === null || after.serviceId === serviceId)) return () => putBack(portal, kept);
  putBack(portal, kept);
  return null;
}
