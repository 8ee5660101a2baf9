/** What the ledger knows of the use of a service, by establishment. Everybody may see it: sharing is judged in common (S0-21). */
import type { UsageAnswer } from '../../lib/contract/usage.ts';
import { identifier } from '../../lib/contract/primitives.ts';
import { listBookings } from '../ledger/bookings.ts';
import { endOf, startOf } from '../ledger/records.ts';
import { authenticate } from './authenticate.ts';
import type { Routes } from './parts.ts';
import { readPeriod } from './period.ts';
import { refuse } from './problem.ts';

/** More bookings of one period than nine establishments can make. */
const LIMIT = 50_000;
const notCounted: ReadonlySet<string> = new Set(['cancelled', 'rejected', 'cancelling']);

export const usageRoute: Routes = (app, parts) => {
  app.get('/v1/usage', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const service = context.req.query('service') ?? '';
    const now = parts.clock.now();
    const period = readPeriod(context, now);
    if (period === null || !identifier.safeParse(service).success) return refuse(context, 'period');
    const records = await listBookings(parts.database.db, { ...period, only: null, limit: LIMIT });
    const rows = new Map<string | null, UsageAnswer['rows'][number]>();
    for (const record of records) {
      if (record.service.id !== service || notCounted.has(record.life.state)) continue;
      const { establishment } = record.booking;
      const row = rows.get(establishment?.id ?? null) ?? { establishment, used: 0, requested: 0, bookings: 0 };
      const inside = Math.min(endOf(record), period.to) - Math.max(startOf(record), period.from);
      row[record.life.state === 'requested' ? 'requested' : 'used'] += inside;
      row.bookings += 1;
      rows.set(establishment?.id ?? null, row);
    }
    const iso = (instant: number) => new Date(instant).toISOString();
    return context.json({ service, from: iso(period.from), to: iso(period.to), rows: [...rows.values()], at: iso(now) } satisfies UsageAnswer);
  });
};
