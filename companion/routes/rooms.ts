/** Shared rooms: the key of a slot, once, for whoever holds it (S1-05); a room of one's own (S1-35). */
import type { Context } from 'hono';
import { hostKeyRequest, roomDecision, roomRequest } from '../../lib/contract/rooms.ts';
import type { HostKeyAnswer, RoomRequestEntry, RoomRequestsAnswer } from '../../lib/contract/rooms.ts';
import { formatHour, formatInstant } from '../../lib/domain/time-text.ts';
import { revealHostKey, type Busy, type RevealOutcome } from '../jobs/host-key.ts';
import { isDecider, maySee, type Caller } from '../ledger/access.ts';
import { takeAct } from '../ledger/acts.ts';
import { readBooking } from '../ledger/bookings.ts';
import { endOf, type BookingRecord } from '../ledger/records.ts';
import { askForRoom, decideRoom, listRoomRequests, readRoomRequest, toEntry } from '../ledger/room-requests.ts';
import { roomSentencesIn } from '../texts/rooms.ts';
import { authenticate } from './authenticate.ts';
import type { Parts, Routes } from './parts.ts';
import { refuse } from './problem.ts';
import { readSigned } from './read-body.ts';

/** Whose meeting is on, in words; an establishment, or the person when none is known. */
export function holderInWords({ holder, topic }: Busy, language: 'fr' | 'en'): string {
  const say = roomSentencesIn(language);
  if (holder === null) return say('key.busyOther', { topic });
  return say('key.busyUntil', { holder: holder.booking.establishment?.name ?? holder.booking.requester.name, until: formatHour(endOf(holder), language) });
}

function refuseReveal(context: Context, outcome: Exclude<RevealOutcome, { outcome: 'shown' }>): Response {
  switch (outcome.outcome) {
    case 'noRoom':
      return refuse(context, 'no_conference');
    case 'early':
      return refuse(context, 'too_early', { field: formatInstant(outcome.at, 'fr') });
    case 'over':
      return refuse(context, 'slot_over');
    case 'taken':
      return refuse(context, 'key_shown');
    case 'busy':
      return refuse(context, 'room_busy', { field: holderInWords(outcome.busy, 'fr'), members: { mayInsist: outcome.mayInsist } });
    case 'silent':
      return refuse(context, 'zoom_silent');
  }
}

/** The person who asked for the slot, by the address of his key: not his establishment, not the CCT (S1-05). */
export const holds = (caller: Caller, { booking }: BookingRecord): boolean =>
  caller.email !== null && booking.requester.email?.toLowerCase() === caller.email.toLowerCase();

export const withAddress = (caller: Caller): (Caller & { email: string }) | null => (caller.email === null ? null : { ...caller, email: caller.email });

/** Whether this signed request is here for the first time: a copy of it does nothing (R7). */
export const isFirst = (context: Context, { database, clock }: Parts, caller: Caller, subject: string): Promise<boolean> =>
  takeAct(database.db, { webhookId: context.req.header('webhook-id') ?? '', keyId: caller.keyId, bookingId: subject, now: clock.now() });

export const roomRoutes: Routes = (app, parts) => {
  const { database, clock } = parts;

  app.post('/v1/bookings/:key/host-key', async (context) => {
    const read = await readSigned(context, parts, hostKeyRequest);
    if (read instanceof Response) return read;
    const { caller, value } = read;
    const record = await readBooking(database.db, context.req.param('key'));
    if (record === null || !maySee(caller, record.booking)) return refuse(context, 'not_found');
    if (!holds(caller, record)) return refuse(context, 'forbidden');
    if (!(await isFirst(context, parts, caller, record.id))) return refuse(context, 'repeated');
    const outcome = await revealHostKey(parts, record, { despite: value.despite, actor: caller.keyId, signal: context.req.raw.signal });
    parts.wake();
    return outcome.outcome === 'shown' ? context.json(outcome.answer satisfies HostKeyAnswer) : refuseReveal(context, outcome);
  });

  app.post('/v1/room-requests', async (context) => {
    const read = await readSigned(context, parts, roomRequest);
    if (read instanceof Response) return read;
    const caller = withAddress(read.caller);
    if (caller === null) return refuse(context, 'no_address');
    if (!(await isFirst(context, parts, caller, ''))) return refuse(context, 'repeated');
    const asked = await database.db.transaction().execute((transaction) => askForRoom(transaction, caller, read.value, clock.now()));
    parts.wake();
    return context.json(toEntry(asked) satisfies RoomRequestEntry, 201);
  });

  app.get('/v1/room-requests', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const requests = (await listRoomRequests(database.db, caller)).map(toEntry);
    return context.json({ requests, at: new Date(clock.now()).toISOString() } satisfies RoomRequestsAnswer);
  });

  app.post('/v1/room-requests/:id/decision', async (context) => {
    const read = await readSigned(context, parts, roomDecision);
    if (read instanceof Response) return read;
    if (!isDecider(read.caller)) return refuse(context, 'forbidden');
    const id = context.req.param('id');
    if ((await readRoomRequest(database.db, id)) === null) return refuse(context, 'not_found');
    const isDecided = await database.db.transaction().execute((transaction) => decideRoom(transaction, id, read.value, read.caller.keyId, clock.now()));
    const row = await readRoomRequest(database.db, id);
    if (!isDecided || row === null) return refuse(context, 'decided');
    parts.wake();
    return context.json(toEntry(row) satisfies RoomRequestEntry);
  });
};

