/** For whoever watches the process. None of it holds personal data; put them behind the proxy all the same. */
import { sql } from 'kysely';
import { outboxDepth } from '../ledger/outbox.ts';
import type { Queries } from '../ledger/schema.ts';
import type { Routes } from './parts.ts';
import { refuse } from './problem.ts';

/** Work that has been due for longer means that something outside does not answer, or that the worker stands. */
const STUCK_MS = 15 * 60_000;

/** Enough that it cannot fit into a page that is there already. */
const ROOM = 16_384;

async function tryToWrite(db: Queries): Promise<void> {
  const value = ' '.repeat(ROOM);
  await db.insertInto('meta').values({ name: 'health', value }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute();
  await db.deleteFrom('meta').where('name', '=', 'health').execute();
}

export const healthRoutes: Routes = (app, { database, submissions, clock, metrics, version }) => {
  app.get('/healthz', async (context) => {
    try {
      await sql`select 1`.execute(database.db);
      if (database.reserve.isSpent() && !database.reserve.restore()) return refuse(context, 'unhealthy', { members: { ok: false, version } });
      // After a commit that failed, only one that succeeds says that all is well again (R10).
      if (submissions.failing) await tryToWrite(database.db);
      return context.json({ ok: true, version });
    } catch {
      return refuse(context, 'unhealthy', { members: { ok: false, version } });
    }
  });

  app.get('/readyz', async (context) => {
    try {
      const { waiting, oldestMs } = await outboxDepth(database.db, clock.now());
      const ok = oldestMs < STUCK_MS;
      const told = { ok, waiting, oldestSeconds: Math.round(oldestMs / 1000) };
      return ok ? context.json(told) : refuse(context, 'not_ready', { members: told });
    } catch {
      return refuse(context, 'unhealthy', { members: { ok: false } });
    }
  });

  app.get('/metrics', async (context) => {
    const { waiting, oldestMs } = await outboxDepth(database.db, clock.now());
    metrics.set('passerelle_outbox_waiting', {}, waiting);
    metrics.set('passerelle_outbox_oldest_seconds', {}, oldestMs / 1000);
    const states = await database.db.selectFrom('bookings').select(['state', (select) => select.fn.countAll<number>().as('count')]).groupBy('state').execute();
    for (const { state, count } of states) metrics.set('passerelle_bookings', { state }, Number(count));
    return context.text(metrics.toText(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
};
