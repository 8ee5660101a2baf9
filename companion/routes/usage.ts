/**
 * What the ledger knows of the use of a service. The sums by establishment are for everybody: sharing is judged in
 * common (S0-21). The bookings behind them, and who came, are filtered by the key's role like every booking.
 */
import type { Context } from 'hono';
import type { AttendanceAnswer, UsageAnswer, UsageBooking, UsageBookingsAnswer, UsagePageAnswer } from '../../lib/contract/usage.ts';
import { usagePageRequest, usagePeriods, usageUnits } from '../../lib/contract/usage.ts';
import { identifier } from '../../lib/contract/primitives.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { endOfPeriod, startOfPeriod } from '../../lib/domain/periods.ts';
import { usageOf, type UsageEstablishment } from '../../lib/domain/usage.ts';
import { filterOf, mayHost } from '../ledger/access.ts';
import { listCounted, listUsed, readCursor, readUsed, type UsedBooking } from '../ledger/usage.ts';
import { issueUsageLink } from '../ledger/usage-links.ts';
import { toCounted } from '../ledger/usage-report.ts';
import { authenticate } from './authenticate.ts';
import type { Routes } from './parts.ts';
import { readPeriod } from './period.ts';
import { refuse } from './problem.ts';
import { readSigned } from './read-body.ts';

/** Small enough for one answer, whatever the names. */
const PAGE = 1000;
/** More than any advice is drawn from. */
const PAST = 20;

const iso = (instant: Instant): string => new Date(instant).toISOString();

/** `?period=fiscalYear&at=…` by Toronto's clock, or `?from=…&to=…`. */
function periodOf(context: Context, now: Instant): { from: Instant; to: Instant } | null {
  const named = context.req.query('period');
  if (named === undefined) return readPeriod(context, now);
  const period = usagePeriods.find((known) => known === named);
  const given = context.req.query('at');
  const at = given === undefined ? now : Date.parse(given);
  return period === undefined || !Number.isFinite(at) ? null : { from: startOfPeriod(period, at), to: endOfPeriod(period, at) };
}

function questionOf(context: Context, now: Instant): { service: string; period: { from: Instant; to: Instant } } | null {
  const service = context.req.query('service') ?? '';
  const period = periodOf(context, now);
  return period === null || !identifier.safeParse(service).success ? null : { service, period };
}

/** Those that the ledger has heard of, by name; every one weighs the same, since shares are the extension's settings. */
function rosterOf(bookings: readonly UsedBooking[]): UsageEstablishment[] {
  const named = bookings.map(({ booking }) => booking.establishment).filter((establishment) => establishment !== null);
  const found = new Map(named.map(({ id, name }) => [id, name]));
  return [...found]
    .map(([id, name]): UsageEstablishment => ({ id, name, aliases: [], weight: 1, fixed: null, state: 'active' }))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

const toAnswer = ({ booking, start, end, status, attendance, holding }: UsedBooking): UsageBooking => ({
  portal: booking.portal, number: booking.number, resource: booking.resource, name: booking.name,
  start: iso(start), end: iso(end), status, establishment: booking.establishment, participants: booking.participants, attendance, holding,
});

export const usageRoute: Routes = (app, parts) => {
  const { database, clock } = parts;

  app.get('/v1/usage', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const now = clock.now();
    const asked = questionOf(context, now);
    const unit = usageUnits.find((known) => known === (context.req.query('unit') ?? 'hours'));
    if (asked === null || unit === undefined) return refuse(context, 'period');
    const { service, period } = asked;
    const bookings = await readUsed(database.db, { serviceId: service, ...period, only: null });
    const roster = rosterOf(bookings);
    const counted = bookings.map((booking) => toCounted(booking, service));
    const usage = usageOf({ bookings: counted, card: { id: service, quota: { unit, total: null } }, roster, ...period, complete: true });
    const notHeld = Map.groupBy(counted.filter((booking) => booking.notHeld && booking.status === 'approved' && booking.start >= period.from), ({ establishmentId }) => establishmentId);
    const rows = usage.rows.map(({ establishmentId, used, requested, bookings: count, partOfUse }): UsageAnswer['rows'][number] => {
      const establishment = roster.find(({ id }) => id === establishmentId);
      return {
        establishment: establishment === undefined ? null : { id: establishment.id, name: establishment.name },
        used, requested, bookings: count, partOfUse, notHeld: notHeld.get(establishmentId)?.length ?? 0,
      };
    });
    const { used, requested, bookings: count } = usage.total;
    const total = { used, requested, bookings: count, notHeld: rows.reduce((sum, row) => sum + row.notHeld, 0) };
    return context.json({ service, unit, from: iso(period.from), to: iso(period.to), rows, total, at: iso(now) } satisfies UsageAnswer);
  });

  app.get('/v1/usage/bookings', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const now = clock.now();
    const asked = questionOf(context, now);
    const after = context.req.query('after') ?? null;
    if (asked === null || (after !== null && readCursor(after) === null)) return refuse(context, 'period');
    const { bookings, next } = await listUsed(database.db, { serviceId: asked.service, ...asked.period, only: filterOf(caller) }, after, PAGE);
    return context.json({ bookings: bookings.map(toAnswer), next, at: iso(now) } satisfies UsageBookingsAnswer);
  });

  app.get('/v1/usage/attendance', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const now = clock.now();
    const service = context.req.query('service') ?? '';
    if (!identifier.safeParse(service).success) return refuse(context, 'period');
    const counted = await listCounted(database.db, { serviceId: service, from: 0, to: now, only: filterOf(caller) }, PAST);
    const past = counted.map(({ start, booking: { establishment, participants: estimated }, attendance }) => (
      { start: iso(start), establishment, estimated, ...attendance }
    ));
    return context.json({ past, at: iso(now) } satisfies AttendanceAnswer);
  });

  app.post('/v1/usage/pages', async (context) => {
    const signed = await readSigned(context, parts, usagePageRequest);
    if (signed instanceof Response) return signed;
    if (!mayHost(signed.caller)) return refuse(context, 'forbidden');
    const now = clock.now();
    if (Date.parse(signed.value.from) >= Date.parse(signed.value.to)) return refuse(context, 'period');
    const { token, expires } = await issueUsageLink(database.db, signed.value, signed.caller.keyId, now);
    return context.json({ link: `${parts.publicUrl()}/u/${token}`, expires: iso(expires) } satisfies UsagePageAnswer, 201);
  });
};
