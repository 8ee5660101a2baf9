/** The day, before a click: what Zoom holds of the conference beside what the card asks, and who holds the licence (F06). */
import type { Context } from 'hono';
import type { DayAnswer, LicenceAnswer, LicenceHolder } from '../../lib/contract/day.ts';
import { identifier } from '../../lib/contract/primitives.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import { OWN_LICENCE } from '../licences.ts';
import { toOrder } from '../jobs/order.ts';
import { mayHost } from '../ledger/access.ts';
import type { Caller } from '../ledger/access.ts';
import { loadByConference, readBooking } from '../ledger/bookings.ts';
import type { ZoomProblem } from '../zoom/types.ts';
import { authenticate } from './authenticate.ts';
import type { Parts, Routes } from './parts.ts';
import { refuse } from './problem.ts';

/** People of the CCT: who holds the licence tells another establishment's meeting. */
async function host(context: Context, parts: Parts): Promise<Caller | Response> {
  const caller = await authenticate(context, parts, null);
  return caller instanceof Response || mayHost(caller) ? caller : refuse(context, 'forbidden');
}

/** What is live at Zoom on this licence, with what the ledger knows of it. */
async function holdersOf(
  { conferences, database, clock }: Parts,
  licence: string,
  signal: AbortSignal,
): Promise<{ ok: true; holders: LicenceHolder[] } | { ok: false; problem: ZoomProblem }> {
  const live = await conferences.live(licence, signal);
  if (!live.ok) return live;
  const holders = await Promise.all(live.events.map(async ({ id, topic }): Promise<LicenceHolder> => {
    const booking = (await loadByConference(database.db, id, clock.now()))?.booking;
    if (booking === undefined) return { name: topic, key: null, establishment: null, until: null };
    return { name: booking.name, key: identityOf(booking), establishment: booking.establishment, until: booking.end };
  }));
  return { ok: true, holders };
}

export const licenceRoutes: Routes = (app, parts) => {
  const { database, conferences, clock, secrets } = parts;
  const at = () => new Date(clock.now()).toISOString();

  app.get('/v1/licence', async (context) => {
    const caller = await host(context, parts);
    if (caller instanceof Response) return caller;
    const service = context.req.query('service') ?? '';
    if (!identifier.safeParse(service).success) return refuse(context, 'invalid', { field: 'service' });
    const licence = parts.hostOf(service);
    if (licence === null || licence === OWN_LICENCE) return refuse(context, 'no_licence');
    const found = await holdersOf(parts, licence, context.req.raw.signal);
    return found.ok ? context.json({ service, holders: found.holders, at: at() } satisfies LicenceAnswer) : refuse(context, 'zoom_silent');
  });

  app.get('/v1/bookings/:key/day', async (context) => {
    const caller = await host(context, parts);
    if (caller instanceof Response) return caller;
    const record = await readBooking(database.db, context.req.param('key'));
    if (record === null) return refuse(context, 'not_found');
    const { conference } = record;
    if (conference === null) return refuse(context, 'no_conference');
    const { signal } = context.req.raw;
    const compared = conference.manual === true ? null : await conferences.compare(conference.kind, conference.id, toOrder(record, secrets), signal);
    if (compared?.ok === false) return refuse(context, compared.problem.code === 'notFound' ? 'no_conference' : 'zoom_silent');
    const found = await holdersOf(parts, record.host, signal);
    if (!found.ok) return refuse(context, 'zoom_silent');
    const { state } = record.life;
    return context.json({ key: identityOf(record.booking), state, settings: compared?.settings ?? null, holders: found.holders, at: at() } satisfies DayAnswer);
  });
};
