/**
 * `/c/<token>`: GET shows, POST cancels (S0-33, R13). Mail scanners fetch every link, some run the page and a few even
 * send its form: nothing here runs by itself, and a link opened within two minutes of its mail asks for a word. What
 * the button does takes effect ten minutes later, and can be undone until then.
 */
import type { Context } from 'hono';
import { cancellationReasons } from '../../lib/contract/event.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { apply } from '../ledger/apply.ts';
import { loadBooking, lockBooking } from '../ledger/bookings.ts';
import type { CancelLink } from '../ledger/links.ts';
import { findCancelLink, markLinkUsed } from '../ledger/links.ts';
import { decidedNow } from '../ledger/machine.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { startOf } from '../ledger/records.ts';
import type { Queries } from '../ledger/schema.ts';
import type { Routes } from '../routes/parts.ts';
import { refuse } from '../routes/problem.ts';
import { sentencesIn } from '../texts/texts.ts';
import { donePage, plainPage, questionPage } from './cancel-views.ts';
import { addressOf } from './address.ts';
import { saidPage } from './bilingual.ts';
import { styleSheet } from './layout.ts';
import { isForeign, show } from './respond.ts';
import { createThrottle } from './throttle.ts';

export const UNDO_MS = 10 * 60_000;
/** Opened this soon after its mail, it may be a scanner that opened it. */
const FRESH_MS = 2 * 60_000;
const A_MINUTE = 60_000;
/** Requests a minute from one address, for pages of a link that nobody gave out. */
const WRONG_A_MINUTE = 10;

type Standing =
  | { kind: 'unknown' }
  | { kind: 'open'; record: BookingRecord; link: CancelLink }
  | { kind: 'started' | 'cancelled'; record: BookingRecord; link: CancelLink }
  | { kind: 'undoable'; record: BookingRecord; link: CancelLink; until: Instant };

/** What a link is worth now. Forged, expired, replaced and another booking's are all the same (Z41, Z42). */
function standingOf(link: CancelLink | null, record: BookingRecord | null, now: Instant): Standing {
  if (link === null || record === null || now >= link.expiresAt) return { kind: 'unknown' };
  const { life } = record;
  const until = life.closing?.undoUntil ?? null;
  if (life.state === 'cancelling' && link.revision === life.revision) return until !== null && now < until ? { kind: 'undoable', record, link, until } : { kind: 'cancelled', record, link };
  // Cancelling raised the revision by one: its own link may say so, an older one may not.
  if (life.state === 'cancelled' && link.usedAt !== null && link.revision + 1 === life.revision) return { kind: 'cancelled', record, link };
  if (link.revision !== life.revision) return { kind: 'unknown' };
  if (['live', 'ended'].includes(life.state) || now >= startOf(record)) return { kind: 'started', record, link };
  return ['scheduled', 'attention'].includes(life.state) ? { kind: 'open', record, link } : { kind: 'unknown' };
}

async function standing(db: Queries, token: string, now: Instant, read: (id: string) => Promise<BookingRecord | null>): Promise<Standing> {
  const link = await findCancelLink(db, token);
  return standingOf(link, link === null ? null : await read(link.bookingId), now);
}

function showStanding(context: Context, found: Standing, now: Instant): Response | Promise<Response> {
  switch (found.kind) {
    case 'unknown':
      return show(context, saidPage(sentencesIn, 'page.unknown', 'page.unknownText'), 404);
    case 'started':
      return show(context, plainPage(found.record, 'page.started', 'page.startedText'), 409);
    case 'cancelled':
      return show(context, plainPage(found.record, 'page.alreadyCancelled', 'page.alreadyText'));
    case 'undoable':
      return show(context, donePage(found.record, found.until));
    case 'open':
      return show(context, questionPage(found.record, { word: now - found.link.createdAt < FRESH_MS, error: null, chosen: null }));
  }
}

export const cancelPages: Routes = (app, parts) => {
  const wrong = createThrottle(WRONG_A_MINUTE, A_MINUTE);
  const { database, clock } = parts;
  const throttled = (context: Context, found: Standing, now: Instant): Response | null =>
    found.kind === 'unknown' && !wrong.take(addressOf(context), now) ? refuse(context, 'too_many') : null;

  app.get('/pages/style.css', (context) => context.body(styleSheet, 200, { 'content-type': 'text/css; charset=utf-8' }));

  app.get('/c/:token', async (context) => {
    const now = clock.now();
    const found = await standing(database.db, context.req.param('token'), now, (id) => loadBooking(database.db, id));
    return throttled(context, found, now) ?? showStanding(context, found, now);
  });

  app.post('/c/:token', async (context) => {
    const now = clock.now();
    if (isForeign(context, parts.publicUrl())) return refuse(context, 'origin');
    const form = new URLSearchParams(await context.req.text());
    const token = context.req.param('token');
    const answer = await database.db.transaction().execute(async (transaction) => {
      const found = await standing(transaction, token, now, (id) => lockBooking(transaction, database.dialect, id));
      const refused = throttled(context, found, now);
      if (refused !== null) return refused;
      if (found.kind === 'undoable' && form.get('undo') === 'yes') return undo(context, transaction, found, token, now);
      if (form.get('undo') === 'yes') {
        if (found.kind === 'cancelled') return show(context, plainPage(found.record, 'page.alreadyCancelled', 'page.tooLate'), 409);
        return showStanding(context, found, now);
      }
      return found.kind === 'open' ? cancel(context, transaction, found, form, token, now) : showStanding(context, found, now);
    });
    parts.wake();
    return answer;
  });
};

async function cancel(context: Context, db: Queries, { record, link }: Standing & { kind: 'open' }, form: URLSearchParams, token: string, now: Instant): Promise<Response> {
  const reason = cancellationReasons.find((known) => known === form.get('reason'));
  const word = now - link.createdAt < FRESH_MS;
  const expected = sentencesIn(record.language)('page.wordExpected');
  if (reason === undefined) return show(context, questionPage(record, { word, error: 'page.reasonMissing', chosen: null }), 400);
  if (word && form.get('word')?.trim().toUpperCase() !== expected) return show(context, questionPage(record, { word, error: 'page.wordWrong', chosen: reason }), 400);
  const until = now + UNDO_MS;
  const cancelled = await apply(db, record, { type: 'cancelled', at: decidedNow(record.life, now), undoUntil: until, tellApprover: true }, { now, actor: 'link', step: 'cancelled', detail: reason });
  await markLinkUsed(db, token, now);
  return show(context, donePage(cancelled, until));
}

async function undo(context: Context, db: Queries, { record }: Standing & { kind: 'undoable' }, token: string, now: Instant): Promise<Response> {
  await apply(db, record, { type: 'cancellationUndone' }, { now, actor: 'link', step: 'cancellationUndone' });
  await markLinkUsed(db, token, null);
  return show(context, plainPage(record, 'page.undone', 'page.undoneText'));
}
