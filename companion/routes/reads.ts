/** What the popup reads: bookings, one booking, and whose key this is. Filtered by the key's role. */
import type { BookingsAnswer, MeAnswer } from '../../lib/contract/answer.ts';
import { instantText } from '../../lib/contract/primitives.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { filterOf, maySee } from '../ledger/access.ts';
import { readSteps } from '../ledger/audit.ts';
import { listBookings, readBooking } from '../ledger/bookings.ts';
import { toAnswer } from './answer.ts';
import { authenticate, signedReadOf } from './authenticate.ts';
import type { Routes } from './parts.ts';
import { refuse } from './problem.ts';

const DAY = 86_400_000;
/** Without bounds: the last month and the coming thirteen. */
const BEFORE = 31 * DAY;
const AFTER = 400 * DAY;
const LIMIT = 500;

/** @returns milliseconds; undefined for a text that is no instant */
function readBound(text: string | undefined, otherwise: Instant): Instant | undefined {
  if (text === undefined) return otherwise;
  return instantText.safeParse(text).success ? Date.parse(text) : undefined;
}

export const readRoutes: Routes = (app, parts) => {
  app.get('/v1/bookings', async (context) => {
    const caller = await authenticate(context, parts, signedReadOf(context));
    if (caller instanceof Response) return caller;
    const now = parts.clock.now();
    const from = readBound(context.req.query('from'), now - BEFORE);
    const to = readBound(context.req.query('to'), now + AFTER);
    if (from === undefined || to === undefined || from >= to) return refuse(context, 'period');
    const records = await listBookings(parts.database.db, { from, to, only: filterOf(caller), limit: LIMIT });
    const shown = records.slice(0, LIMIT);
    const steps = await readSteps(parts.database.db, shown.map(({ id }) => id));
    const bookings = shown.map((record) => toAnswer(record, steps.get(record.id) ?? []));
    return context.json({ bookings, complete: records.length <= LIMIT, at: new Date(now).toISOString() } satisfies BookingsAnswer);
  });

  app.get('/v1/bookings/:key', async (context) => {
    const caller = await authenticate(context, parts, signedReadOf(context));
    if (caller instanceof Response) return caller;
    const record = await readBooking(parts.database.db, context.req.param('key'));
    if (record === null || !maySee(caller, record.booking)) return refuse(context, 'not_found');
    const steps = await readSteps(parts.database.db, [record.id]);
    return context.json(toAnswer(record, steps.get(record.id) ?? []));
  });

  app.get('/v1/me', async (context) => {
    const caller = await authenticate(context, parts, signedReadOf(context));
    if (caller instanceof Response) return caller;
    const { name, role, keyId } = caller;
    return context.json({ name, role, keyId, serverTime: new Date(parts.clock.now()).toISOString(), version: parts.version } satisfies MeAnswer);
  });
};
