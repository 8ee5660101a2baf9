/** What the popup reads: bookings, one booking, and whose key this is. Filtered by the key's role. */
import type { BookingsAnswer, MeAnswer } from '../../lib/contract/answer.ts';
import { filterOf, maySee } from '../ledger/access.ts';
import { readSteps } from '../ledger/audit.ts';
import { listBookings, readBooking } from '../ledger/bookings.ts';
import { toAnswer } from './answer.ts';
import { authenticate } from './authenticate.ts';
import type { Routes } from './parts.ts';
import { readPeriod } from './period.ts';
import { refuse } from './problem.ts';

const LIMIT = 500;

export const readRoutes: Routes = (app, parts) => {
  app.get('/v1/bookings', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const now = parts.clock.now();
    const period = readPeriod(context, now);
    if (period === null) return refuse(context, 'period');
    const records = await listBookings(parts.database.db, { ...period, only: filterOf(caller), limit: LIMIT });
    const shown = records.slice(0, LIMIT);
    const steps = await readSteps(parts.database.db, shown.map(({ id }) => id));
    const bookings = shown.map((record) => toAnswer(record, steps.get(record.id) ?? [], parts.links));
    return context.json({ bookings, complete: records.length <= LIMIT, at: new Date(now).toISOString() } satisfies BookingsAnswer);
  });

  app.get('/v1/bookings/:key', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const record = await readBooking(parts.database.db, context.req.param('key'));
    if (record === null || !maySee(caller, record.booking)) return refuse(context, 'not_found');
    const steps = await readSteps(parts.database.db, [record.id]);
    return context.json(toAnswer(record, steps.get(record.id) ?? [], parts.links));
  });

  app.get('/v1/me', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const { name, role, keyId } = caller;
    return context.json({ name, role, keyId, serverTime: new Date(parts.clock.now()).toISOString(), version: parts.version } satisfies MeAnswer);
  });
};
