/** « Demander ce créneau » (F05): asked by one person, answered by whoever holds the slot, read by both. Nothing is cancelled here. */
import { slotAnswer, slotRequest } from '../../lib/contract/rooms.ts';
import type { SlotRequestAnswer, SlotRequestEntry, SlotRequestsAnswer } from '../../lib/contract/rooms.ts';
import { isOwn } from '../ledger/access.ts';
import { loadBooking } from '../ledger/bookings.ts';
import { answerSlot, askForSlot, findSlot, isSlotClosed, listSlotRequests, readSlotRequest, toSlotEntry } from '../ledger/slot-requests.ts';
import { authenticate } from './authenticate.ts';
import type { Routes } from './parts.ts';
import { refuse } from './problem.ts';
import { readSigned } from './read-body.ts';
import { holds, isFirst, withAddress } from './rooms.ts';

export const slotRequestRoutes: Routes = (app, parts) => {
  const { database, clock, secrets } = parts;

  app.post('/v1/slot-requests', async (context) => {
    const read = await readSigned(context, parts, slotRequest);
    if (read instanceof Response) return read;
    const caller = withAddress(read.caller);
    if (caller === null) return refuse(context, 'no_address');
    const now = clock.now();
    const record = await findSlot(database.db, read.value.service, Date.parse(read.value.at), now);
    if (record === null) return refuse(context, 'not_found');
    if (isOwn(caller, record.booking)) return refuse(context, 'own_slot');
    if (record.booking.requester.email === null) return refuse(context, 'no_holder_address');
    const id = await database.db.transaction().execute((transaction) => askForSlot(transaction, secrets, record, caller, read.value, now));
    if (id === null) return refuse(context, 'already_asked');
    parts.wake();
    const { start, end, establishment } = record.booking;
    return context.json({ id, start, end, establishment } satisfies SlotRequestAnswer, 202);
  });

  app.get('/v1/slot-requests', async (context) => {
    const caller = await authenticate(context, parts, null);
    if (caller instanceof Response) return caller;
    const now = clock.now();
    const requests = caller.email === null ? [] : await listSlotRequests(database.db, caller.email, now);
    return context.json({ requests, at: new Date(now).toISOString() } satisfies SlotRequestsAnswer);
  });

  app.post('/v1/slot-requests/:id/answer', async (context) => {
    const read = await readSigned(context, parts, slotAnswer);
    if (read instanceof Response) return read;
    const { caller, value } = read;
    const id = context.req.param('id');
    const asked = await readSlotRequest(database.db, id);
    const record = asked === null ? null : await loadBooking(database.db, asked.booking_id);
    // Whoever does not hold the slot learns nothing of it, not even that somebody asked.
    if (asked === null || record === null || !holds(caller, record)) return refuse(context, 'not_found');
    if (!(await isFirst(context, parts, caller, record.id))) return refuse(context, 'repeated');
    const now = clock.now();
    if (asked.answer === null && isSlotClosed(asked, record, now)) return refuse(context, 'slot_closed');
    const isAnswered = await database.db.transaction().execute((transaction) => answerSlot(transaction, asked, value, caller.keyId, now));
    const row = await readSlotRequest(database.db, id);
    if (!isAnswered || row === null) return refuse(context, 'decided');
    parts.wake();
    return context.json(toSlotEntry(row, record, 'received', now) satisfies SlotRequestEntry);
  });
};
