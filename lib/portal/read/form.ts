/** Reads what a booking form holds now. */
import { areaOf } from '../area.ts';
import type { AnchorName } from '../anchors.ts';
import { findAnchor } from '../find.ts';
import { remembered, remembering } from '../memo.ts';
import { toLabel } from '../names.ts';
import type { BookingForm } from '../page.ts';
import { queryAll } from '../roots.ts';
import { isVisible } from '../visible.ts';
import { textOf } from '../accessible.ts';
import { cardOf } from './known.ts';
import type { ReadContext } from './context.ts';
import { controlsOf, readControl, type Held } from './control.ts';
import { readFormTimes } from './form-when.ts';
import { readPairs } from './pairs.ts';
import { shapesOf } from './when.ts';

/** Twins that cannot be told apart hold nothing that may be believed. */
function heldBy(context: ReadContext, anchor: AnchorName, area: Document | Element): Held[] {
  const { health, elements } = findAnchor(context, anchor, area);
  return health === 'several' ? [] : elements.flatMap(controlsOf).map(readControl);
}

/** The unit of a duration stands in the same group, or beside it under a name of its own. */
const withUnit = (duration: Held[], unit: Held[]): Held[] => (duration.length === 1 ? [...duration, ...unit] : duration);

/** « Numéro 104200 » in the form's own head, or a field that says it. */
function readNumber(context: ReadContext, area: Document | Element, field: Held | undefined): string | null {
  if (field && field.texts[0] !== undefined) return field.texts[0];
  const pair = readPairs(context, area).get('number')?.text;
  if (pair !== undefined && pair !== '') return pair;
  const names = (context.profile.anchors['number'] ?? []).flatMap((alternative) => ('names' in alternative ? alternative.names.map(toLabel) : [])).filter((name) => name.length > 1);
  for (const element of queryAll(area, 'span,div,p,h1,h2,h3,strong,b,td,output,legend', 3000)) {
    const text = (element.textContent ?? '').length < 80 && isVisible(element) ? textOf(element) : '';
    const found = /^(.{2,40}?)\s*:?\s*([A-Z]{0,6}-?\d[\d-]{2,15})(?:\s|$)/u.exec(text);
    if (found?.[1] !== undefined && found[2] !== undefined && names.includes(toLabel(found[1]))) return found[2];
  }
  return null;
}

/** @returns null when the page has no form that books something */
export const readForm = (context: ReadContext): BookingForm | null => remembering(() => readNow(context));

const readNow = remembered((context: ReadContext): BookingForm | null => {
  if (findAnchor(context, 'save').elements.length === 0) return null;
  const area = areaOf(context, 'form');
  const held = (anchor: AnchorName): Held[] => heldBy(context, anchor, area);
  const title = held('title');
  const freeText = held('freeText');
  const [date, start] = [held('date'), held('start')];
  if (title.length === 0 || (date.length === 0 && start.length === 0)) return null;
  const pairs = readPairs(context, area);
  const chosen = held('resource').flatMap((field) => field.texts);
  const resources = chosen.length > 0 ? chosen : [pairs.get('resource')?.text ?? ''].filter((text) => text !== '');
  const one = (fields: Held[]): string | null => (fields.length === 1 ? (fields[0]?.texts[0] ?? '') : null);
  return {
    ...readFormTimes({ date, start, end: held('end'), duration: withUnit(held('duration'), held('durationUnit')) }, context.now(), shapesOf(context.profile)),
    resource: resources.find((name) => cardOf(context, name) !== null) ?? resources[0] ?? null,
    resources,
    serviceId: cardOf(context, ...resources)?.id ?? null,
    title: one(title),
    freeText: one(freeText),
    number: readNumber(context, area, held('number')[0]),
    requester: one(held('requester')) || null,
    email: one(held('email')) || null,
  };
});
