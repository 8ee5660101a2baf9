import type { Context } from 'hono';
import { instantText } from '../../lib/contract/primitives.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY } from '../../lib/domain/zone.ts';

/** Without bounds: the last month and the coming thirteen. */
const BEFORE = 31 * DAY;
const AFTER = 400 * DAY;

function readBound(text: string | undefined, otherwise: Instant): Instant {
  if (text === undefined) return otherwise;
  return instantText.safeParse(text).success ? Date.parse(text) : NaN;
}

/** `?from=…&to=…`, UTC; null when they are no instants or the wrong way round. */
export function readPeriod(context: Context, now: Instant): { from: Instant; to: Instant } | null {
  const from = readBound(context.req.query('from'), now - BEFORE);
  const to = readBound(context.req.query('to'), now + AFTER);
  return from < to ? { from, to } : null;
}
