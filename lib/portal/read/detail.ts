/** Reads the page that shows one booking. */
import type { Booking } from '../../domain/booking.ts';
import type { AnchorName } from '../anchors.ts';
import { remembering } from '../memo.ts';
import { toBooking } from './booking.ts';
import type { ReadContext } from './context.ts';
import { readPairs, textOfPair } from './pairs.ts';
import { toRange } from './range.ts';
import { createStatusReader } from './status.ts';
import { parseDay, parseDuration, parseMoment, parseTime, shapesOf, toEnd, toInstant } from './when.ts';

function readSpan(context: ReadContext, text: (anchor: AnchorName) => string | null): { start: number; end: number } | null {
  const [now, shapes] = [context.now(), shapesOf(context.profile)];
  const [date, start, end] = [text('date') ?? '', text('start') ?? '', text('end') ?? ''];
  const day = parseDay(start, now, shapes) ?? parseDay(date, now, shapes);
  if (!day) return null;
  const range = toRange(start) ?? toRange(date);
  const from = range?.start ?? parseMoment(start, now, shapes)?.minutes ?? parseTime(start, shapes) ?? parseMoment(date, now, shapes)?.minutes ?? null;
  if (from === null) return null;
  const length = shapes.has('duration') ? parseDuration(text('duration') ?? '') : null;
  const to = range?.end ?? parseMoment(end, now, shapes)?.minutes ?? parseTime(end, shapes) ?? (length === null ? null : from + length);
  return to === null ? null : { start: toInstant(day, from), end: toEnd(day, from, to, parseDay(end, now, shapes)) };
}

/** @returns null when the page shows no booking, or not when it is */
export function readDetail(context: ReadContext): Booking | null {
  return remembering(() => {
    const pairs = readPairs(context);
    const text = (anchor: AnchorName): string | null => textOfPair(pairs.get(anchor));
    const status = pairs.get('status');
    const resource = pairs.get('resource')?.text.replace(/\s*\n\s*/gu, ', ') ?? null;
    const span = readSpan(context, text);
    if (!status || resource === null || !span) return null;
    const shown = createStatusReader(context).read(status.value);
    return toBooking(context, {
      ...span,
      resource,
      number: text('number'),
      title: text('title'),
      establishment: text('establishment'),
      requester: text('requester'),
      email: text('email'),
      freeText: pairs.get('freeText')?.text ?? null,
      status: shown.status,
      doubts: [shown.isMark && 'statusByMark'],
      link: context.url(),
    });
  });
}
