/**
 * `POST /zoom/events`: Zoom's own word, taken as a hint. The signature is over the raw bytes; without a configured
 * secret the route is closed (Z58). Answered at once, and what follows goes through the outbox (Z60, Z67).
 */
import { MINUTE } from '../../lib/domain/zone.ts';
import { raiseAlert } from '../ledger/alerts.ts';
import { apply } from '../ledger/apply.ts';
import { findByConference } from '../ledger/bookings.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';
import { noteHeld } from '../ledger/held.ts';
import { noteRecording } from '../ledger/recordings.ts';
import { findHolder } from '../ledger/rooms.ts';
import { addEffect, dropEffects } from '../ledger/outbox.ts';
import type { Queries } from '../ledger/schema.ts';
import { describeError } from '../log.ts';
import { answerValidation, parseZoomEvent, verifyZoomSignature } from '../zoom/events.ts';
import type { ZoomEvent } from '../zoom/events.ts';
import type { Parts, Routes } from './parts.ts';
import { refuse } from './problem.ts';

/** People open a meeting a little before its hour. */
const EARLY = 30 * MINUTE;
const ANSWER_WITHIN = 2000;

export const zoomEventsRoute: Routes = (app, parts) => {
  const { database, clock, log, zoomEvents } = parts;
  app.post('/zoom/events', async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const headers = { signature: context.req.header('x-zm-signature') ?? null, timestamp: context.req.header('x-zm-request-timestamp') ?? null };
    const verdict = verifyZoomSignature(zoomEvents.secret, headers, body, clock.now());
    if (verdict === 'unset') return refuse(context, 'not_found');
    if (verdict !== 'valid') {
      // A retry of Zoom's up to 85 minutes later may carry its first hour: worth a line, never an effect.
      if (verdict === 'stale') log.warn('stale event of zoom', { route: '/zoom/events' });
      return refuse(context, 'signature');
    }
    const parsed = parseZoomEvent(body, zoomEvents.accountId);
    if (parsed.type === 'validation') {
      const answer = answerValidation(zoomEvents.secret ?? '', parsed.plainToken);
      return answer === null ? refuse(context, 'signature') : context.json(answer);
    }
    if (parsed.type === 'ignored') {
      if (parsed.why === 'otherAccount') log.warn('event of another account', { route: '/zoom/events' });
      return context.body(null, 204);
    }
    const taken = database.db.transaction().execute((transaction) => take(transaction, parts, parsed.event)).then(parts.wake, (error: unknown) => {
      log.error('event of zoom not taken', { route: '/zoom/events', error: describeError(error) });
    });
    // Z67: Zoom waits three seconds. What a slow database does later is done all the same, and looks are the net.
    const inTime = new AbortController();
    await Promise.race([taken, clock.wait(ANSWER_WITHIN, inTime.signal)]);
    inTime.abort();
    return context.body(null, 204);
  });
};

/** Once, however often it is delivered; an unknown number is nobody's concern (Z62, Z65). */
async function take(db: Queries, { database, clock }: Parts, event: ZoomEvent): Promise<void> {
  const now = clock.now();
  const first = await db.insertInto('zoom_events').values({ key: event.key, at: now }).onConflict((conflict) => conflict.column('key').doNothing()).executeTakeFirst();
  if (Number(first.numInsertedOrUpdatedRows ?? 0) === 0) return;
  const record = await findByConference(db, database.dialect, event.id, now);
  // A rehearsal is nobody's meeting; a start is looked into, whoever's it is (F09).
  if (event.event === 'started' && !event.practiceSession && !isInTime(record, now)) await raiseAlert(db, event, now);
  if (event.event === 'recorded') return takeRecording(db, record, event, now);
  if (record !== null) return takeFor(db, record, event, now);
  const holder = await findHolder(db, event.id, now);
  if (holder !== null && event.event === 'started') await takeRoom(db, holder, event, now);
}

/** Its own conference, in its own hours: nothing to look into. */
const isInTime = (record: BookingRecord | null, now: number): boolean =>
  record !== null && ['scheduled', 'live'].includes(record.life.state) && now >= startOf(record) - EARLY && now < endOf(record);

/** A room that many use: the recording is of whoever held the slot in which it began. */
async function takeRecording(db: Queries, record: BookingRecord | null, event: ZoomEvent, now: number): Promise<void> {
  const of = record ?? (await findHolder(db, event.id, event.startedAt ?? now));
  if (of !== null && event.uuid !== '') await noteRecording(db, of, event.uuid, now);
}

/** Of a slot in a shared room, Zoom tells the beginning; the end is the slot's, since people come and go in between. */
async function takeRoom(db: Queries, record: BookingRecord, event: ZoomEvent, now: number): Promise<void> {
  if (record.conference === null) return;
  const conference = event.uuid === '' ? record.conference : { ...record.conference, uuid: event.uuid };
  await apply(db, { ...record, conference }, { type: 'started' }, { now, actor: 'zoom', step: record.life.state === 'scheduled' ? 'started' : null });
}

const lookAgain = (db: Queries, { id }: BookingRecord, now: number): Promise<void> =>
  addEffect(db, { bookingId: id, kind: 'watch', lane: null, noted: 'notLive', runAt: now, now });

/** Left, of one that was moved to later while it was open: its hour is still to come. */
const takeLeft = (db: Queries, record: BookingRecord, now: number): Promise<void> | undefined => (record.life.state === 'live' ? lookAgain(db, record, now) : undefined);

async function takeFor(db: Queries, record: BookingRecord, event: ZoomEvent, now: number): Promise<void> {
  const occasion = { now, actor: 'zoom', step: null } as const;
  switch (event.event) {
    case 'started':
    case 'ended':
      // A rehearsal (Z55), or a host who tries it out the day before, is not the event.
      if (event.practiceSession) return;
      if (now < startOf(record) - EARLY) return event.event === 'ended' ? takeLeft(db, record, now) : undefined;
      // An end whose start was missed tells of both (Z63); whether it has really ended, Zoom is asked.
      await apply(db, record, { type: 'started' }, { ...occasion, step: record.life.state === 'scheduled' ? 'started' : null });
      await noteHeld(db, record, now);
      if (event.event === 'started' && record.life.state !== 'ended') return;
      // What had ended may be open again, or this be its first start, told late (Z63): Zoom is asked, and by one look only.
      if (event.event === 'started') await dropEffects(db, record.id, ['watch'], now);
      return lookAgain(db, record, now);
    case 'converted':
      if (record.conference === null || record.conference.kind === event.kind) return;
      await apply(db, { ...record, conference: { ...record.conference, kind: event.kind } }, { type: 'noticed', notice: record.life.notice }, occasion);
      return;
    case 'updated':
    case 'deleted':
    case 'permanently_deleted':
    case 'recovered':
      // A hint to read it again; our own changes come back as events too.
      return addEffect(db, { bookingId: record.id, kind: 'review', lane: null, runAt: now, now });
    default:
      return;
  }
}
