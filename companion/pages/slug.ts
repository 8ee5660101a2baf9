/**
 * `/r/<slug>`, the stable link (F10, S2-12): leads to the conference as it is now, from a quarter of an hour before.
 * Earlier it says when, and offers a test of microphone and camera; afterwards, or when cancelled, it says so. What was
 * never given out, what is erased and what is badly written get one and the same page.
 */
import { html } from 'hono/html';
import { ROOM_OPENS_BEFORE } from '../../lib/contract/bounds.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { formatInstant } from '../../lib/domain/time-text.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { endOf, startOf, type BookingRecord } from '../ledger/records.ts';
import { readRoom } from '../ledger/rooms.ts';
import type { Queries } from '../ledger/schema.ts';
import { findBySlug } from '../ledger/slugs.ts';
import type { Routes } from '../routes/parts.ts';
import { refuse } from '../routes/problem.ts';
import { roomSentencesIn, type RoomSentenceKey } from '../texts/rooms.ts';
import { addressOf } from './address.ts';
import { bilingualPage, saidPage } from './bilingual.ts';
import { factsOf } from './facts.ts';
import type { Fragment } from './layout.ts';
import { show } from './respond.ts';
import { createThrottle } from './throttle.ts';

/** Many guests of one establishment come from one address: only what leads nowhere is counted. */
const WRONG_A_MINUTE = 30;

export type Leads =
  | { to: 'unknown' | 'cancelled' | 'over' | 'preparing' }
  | { to: 'waiting'; opens: Instant }
  | { to: 'conference'; link: string };

/** @param roomLink of the shared room as it is now; null when there is none any more */
export function whereTo(record: BookingRecord | null, roomLink: string | null, now: Instant): Leads {
  if (record === null) return { to: 'unknown' };
  const { conference, life } = record;
  if (['cancelled', 'rejected', 'cancelling'].includes(life.state)) return { to: 'cancelled' };
  const isRoom = record.service.rules.kind === 'permanent';
  // Of a shared room, the next slot is somebody else's.
  if (life.state === 'ended' || (isRoom && now >= endOf(record))) return { to: 'over' };
  const opens = startOf(record) - ROOM_OPENS_BEFORE;
  if (now < opens) return { to: 'waiting', opens };
  const link = isRoom ? roomLink : (conference?.joinLink ?? null);
  return conference === null || link === null ? { to: 'preparing' } : { to: 'conference', link };
}

const sentence = (title: RoomSentenceKey, text: RoomSentenceKey, record: BookingRecord | null): Fragment =>
  saidPage(roomSentencesIn, title, text, (language) => (record === null ? '' : factsOf(record, { language })));

const unknownPage = (): Fragment => sentence('slug.unknown', 'slug.unknownText', null);

const waitingPage = (record: BookingRecord, opens: Instant): Fragment =>
  bilingualPage(roomSentencesIn, (say) => say('slug.waiting'), (say, language) => html`<h1>${say('slug.waiting')}</h1>
${factsOf(record, { language })}
<p>${say('slug.opens', { at: formatInstant(opens, language) })}</p>
<p><a href="/device?language=${language}">${say('slug.test')}</a></p>`);

async function roomLinkOf(db: Queries, record: BookingRecord | null): Promise<string | null> {
  return record === null || record.service.rules.kind !== 'permanent' ? null : ((await readRoom(db, record.service.id))?.join_link ?? null);
}

export const slugPages: Routes = (app, { database, clock }) => {
  const wrong = createThrottle(WRONG_A_MINUTE, MINUTE);
  app.get('/r/:slug', async (context) => {
    const now = clock.now();
    const record = await findBySlug(database.db, context.req.param('slug'));
    const leads = whereTo(record, await roomLinkOf(database.db, record), now);
    if (leads.to === 'unknown' || record === null) return wrong.take(addressOf(context), now) ? show(context, unknownPage(), 404) : refuse(context, 'too_many');
    switch (leads.to) {
      case 'conference':
        return context.redirect(leads.link, 302);
      case 'waiting':
        return show(context, waitingPage(record, leads.opens));
      case 'preparing':
        return show(context, sentence('slug.preparing', 'slug.preparingText', record));
      case 'cancelled':
        return show(context, sentence('slug.cancelled', 'slug.cancelledText', record), 410);
      case 'over':
        return show(context, sentence('slug.over', 'slug.overText', record), 410);
    }
  });
};
