/** The day of the conference (Z50 to Z54): the start link at the click, the end with a confirmation, a link by hand. */
import type { Context } from 'hono';
import type { EndAnswer, StartAnswer } from '../../lib/contract/day.ts';
import { endRequest, linkRequest } from '../../lib/contract/day.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import type { Caller } from '../ledger/access.ts';
import { isDecider, mayHost } from '../ledger/access.ts';
import { takeAct } from '../ledger/acts.ts';
import { apply } from '../ledger/apply.ts';
import { readSteps, writeAudit } from '../ledger/audit.ts';
import { lockBooking, readBooking } from '../ledger/bookings.ts';
import { mayTakePlace } from '../ledger/machine.ts';
import { addEffect, dropEffects } from '../ledger/outbox.ts';
import type { BookingRecord, ConferenceRecord } from '../ledger/records.ts';
import { endOf } from '../ledger/records.ts';
import type { Queries } from '../ledger/schema.ts';
import type { ZoomProblem } from '../zoom/types.ts';
import { toAnswer } from './answer.ts';
import { authenticate } from './authenticate.ts';
import type { Parts, Routes } from './parts.ts';
import { refuse } from './problem.ts';
import { readSigned } from './read-body.ts';

/** How soon the worker looks whether the event has really ended. */
const FIRST_LOOK = 10_000;

/** By then Zoom has opened what a person has just asked for. */
const OPENED_WITHIN = MINUTE / 2;

type Hosted = BookingRecord & { conference: ConferenceRecord };

/** Whether this signed request is here for the first time. */
const isFirst = (context: Context, { database, clock }: Parts, caller: Caller, bookingId: string): Promise<boolean> =>
  takeAct(database.db, { webhookId: context.req.header('webhook-id') ?? '', keyId: caller.keyId, bookingId, now: clock.now() });

/** Ended before its hours were over, perhaps by mistake: Zoom lets its host open it again (zoom.md § 2.2), and nobody else holds these hours. */
const mayReopen = (record: BookingRecord, now: Instant): boolean => record.life.state === 'ended' && now < endOf(record);

/** The booking that a host may start or end now; else the refusal. */
async function hosted(context: Context, parts: Parts, caller: Caller, action: 'start' | 'end'): Promise<Hosted | Response> {
  const record = await readBooking(parts.database.db, context.req.param('key') ?? '');
  if (!mayHost(caller)) return refuse(context, 'forbidden');
  if (record === null) return refuse(context, 'not_found');
  const { conference } = record;
  const isOpen = mayTakePlace(record.life) || (action === 'start' && mayReopen(record, parts.clock.now()));
  if (conference === null || conference.manual === true || !isOpen) return refuse(context, 'no_conference');
  return (await isFirst(context, parts, caller, record.id)) ? { ...record, conference } : refuse(context, 'repeated');
}

/** What is open again can be ended from here once it is seen: without Zoom's events, only a look sees it. */
async function lookSoon(db: Queries, record: BookingRecord, now: Instant): Promise<void> {
  await dropEffects(db, record.id, ['watch'], now);
  await addEffect(db, { bookingId: record.id, kind: 'watch', lane: null, runAt: now + OPENED_WITHIN, now });
}

const refuseZoom = (context: Context, problem: ZoomProblem): Response =>
  refuse(context, problem.code === 'notStarted' ? 'not_started' : problem.code === 'notFound' ? 'no_conference' : 'zoom_silent');

export const dayRoutes: Routes = (app, parts) => {
  const { database, conferences, clock } = parts;

  app.post('/v1/bookings/:key/start', async (context) => {
    const caller = await authenticate(context, parts, await context.req.text());
    if (caller instanceof Response) return caller;
    const record = await hosted(context, parts, caller, 'start');
    if (record instanceof Response) return record;
    const signal = context.req.raw.signal;
    // Z52: two events on one licence end the first, or are refused by Zoom in front of an audience.
    const live = await conferences.live(record.host, signal);
    if (!live.ok) return refuseZoom(context, live.problem);
    const other = live.events.find(({ id }) => id !== record.conference.id);
    if (other !== undefined) return refuse(context, 'licence_busy', { field: other.topic });
    const start = await conferences.startLink(record.conference.kind, record.conference.id, signal);
    if (!start.ok) return refuseZoom(context, start.problem);
    await database.db.transaction().execute(async (transaction) => {
      const now = clock.now();
      await writeAudit(transaction, { bookingId: record.id, at: now, actor: caller.keyId, what: 'startLinkGiven' });
      if (mayReopen(record, now)) await lookSoon(transaction, record, now);
    });
    parts.wake();
    return context.json({ link: start.link } satisfies StartAnswer);
  });

  app.post('/v1/bookings/:key/end', async (context) => {
    const read = await readSigned(context, parts, endRequest);
    if (read instanceof Response) return read;
    const record = await hosted(context, parts, read.caller, 'end');
    if (record instanceof Response) return record;
    const ended = await conferences.end(record.conference.kind, record.conference.id, context.req.raw.signal);
    if (!ended.ok) return refuseZoom(context, ended.problem);
    await database.db.transaction().execute(async (transaction) => {
      const now = clock.now();
      const current = await lockBooking(transaction, database.dialect, record.id);
      if (current === null) return;
      await apply(transaction, current, { type: 'endAsked', notice: { code: 'endAsked', values: { at: now } } }, { now, actor: read.caller.keyId, step: 'endAsked' });
      await addEffect(transaction, { bookingId: record.id, kind: 'watch', lane: null, runAt: now + FIRST_LOOK, now });
    });
    parts.wake();
    return context.json({ asked: true } satisfies EndAnswer, 202);
  });

  app.post('/v1/bookings/:key/link', async (context) => {
    const read = await readSigned(context, parts, linkRequest);
    if (read instanceof Response) return read;
    if (!isDecider(read.caller)) return refuse(context, 'forbidden');
    const found = await readBooking(database.db, context.req.param('key'));
    if (found === null) return refuse(context, 'not_found');
    if (!(await isFirst(context, parts, read.caller, found.id))) return refuse(context, 'repeated');
    const answer = await database.db.transaction().execute(async (transaction) => {
      const now = clock.now();
      const current = await lockBooking(transaction, database.dialect, found.id);
      if (current === null || current.conference !== null || !['approved', 'attention'].includes(current.life.state)) return null;
      const conference: ConferenceRecord = { ...read.value, kind: 'meeting', dialIn: [], differences: [], createdAt: now, presenterLink: null, manual: true };
      const linked = await apply(transaction, { ...current, conference }, { type: 'linkEntered' }, { now, actor: read.caller.keyId, step: 'linkEntered' });
      return toAnswer(linked, (await readSteps(transaction, [linked.id])).get(linked.id) ?? [], parts.links);
    });
    parts.wake();
    return answer === null ? refuse(context, 'has_conference') : context.json(answer);
  });
};
