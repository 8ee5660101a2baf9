/** `/s/<token>`: « Avez-vous toujours besoin de ce créneau ? » (F05). GET asks, POST answers; neither cancels anything. */
import { html } from 'hono/html';
import type { Instant } from '../../lib/domain/booking.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { loadBooking } from '../ledger/bookings.ts';
import type { BookingRecord } from '../ledger/records.ts';
import type { Queries } from '../ledger/schema.ts';
import { answerSlot, findSlotLink, isSlotClosed, type SlotRequest } from '../ledger/slot-requests.ts';
import type { Routes } from '../routes/parts.ts';
import { refuse } from '../routes/problem.ts';
import { roomSentencesIn } from '../texts/rooms.ts';
import { addressOf } from './address.ts';
import { saidPage } from './bilingual.ts';
import { factsOf } from './facts.ts';
import { page, type Fragment } from './layout.ts';
import { isForeign, show } from './respond.ts';
import { createThrottle } from './throttle.ts';

const WRONG_A_MINUTE = 10;

interface Asked {
  request: SlotRequest;
  record: BookingRecord;
}

const unknownPage = (): Fragment => saidPage(roomSentencesIn, 'slot.unknown', 'slot.unknownText');

const isClosed = ({ request, record }: Asked, now: Instant): boolean => isSlotClosed(request, record, now);

function askedPage(asked: Asked, now: Instant): Fragment {
  const { request, record } = asked;
  const say = roomSentencesIn(record.language);
  const requester = request.requester_name;
  const facts = factsOf(record, { more: [{ label: say('slot.purpose'), value: request.purpose }] });
  const portal = request.answer !== 'ceded' || record.booking.page === null ? '' : html`<p><a href="${record.booking.page}" rel="noreferrer">${say('slot.openPortal')}</a></p>`;
  if (request.answer !== null) return page(record.language, say('slot.title'), html`<h1>${say('slot.title')}</h1>${facts}<p role="status">${say(`slot.${request.answer}`, { requester })}</p>${portal}`);
  if (isClosed(asked, now)) return page(record.language, say('slot.title'), html`<h1>${say('slot.title')}</h1>${facts}<p role="status">${say('slot.closed')}</p>`);
  return page(record.language, say('slot.title'), html`<h1>${say('slot.question')}</h1>
<p>${say('slot.lead', { requester })}</p>
${facts}
<form method="post"><p><button type="submit" class="keep" name="answer" value="kept">${say('slot.keep')}</button></p>
<p>${say('slot.cedeNote', { requester })}</p><p><button type="submit" name="answer" value="ceded">${say('slot.cede')}</button></p></form>`);
}

export const slotRequestPages: Routes = (app, parts) => {
  const { database, clock } = parts;
  const wrong = createThrottle(WRONG_A_MINUTE, MINUTE);
  const find = async (db: Queries, token: string): Promise<Asked | null> => {
    const request = await findSlotLink(db, token);
    const record = request === null ? null : await loadBooking(db, request.booking_id);
    return request === null || record === null ? null : { request, record };
  };

  app.get('/s/:token', async (context) => {
    const now = clock.now();
    const asked = await find(database.db, context.req.param('token'));
    if (asked !== null) return show(context, askedPage(asked, now));
    return wrong.take(addressOf(context), now) ? show(context, unknownPage(), 404) : refuse(context, 'too_many');
  });

  app.post('/s/:token', async (context) => {
    const now = clock.now();
    if (isForeign(context, parts.publicUrl())) return refuse(context, 'origin');
    const given = new URLSearchParams(await context.req.text()).get('answer');
    const answer = (['kept', 'ceded'] as const).find((known) => known === given);
    const token = context.req.param('token');
    const answered = await database.db.transaction().execute(async (transaction) => {
      const asked = await find(transaction, token);
      if (asked === null) return wrong.take(addressOf(context), now) ? show(context, unknownPage(), 404) : refuse(context, 'too_many');
      if (answer === undefined) return show(context, askedPage(asked, now), 400);
      // What was answered stays: the requester was told.
      if (isClosed(asked, now) || !(await answerSlot(transaction, asked.request, { answer, comment: '' }, 'link', now))) return show(context, askedPage(asked, now), 409);
      return show(context, askedPage({ ...asked, request: { ...asked.request, answer } }, now));
    });
    parts.wake();
    return answered;
  });
};
