/** `/h/<token>`: « Cette rencontre a-t-elle lieu ? » (F09). GET asks, POST answers; the answer can be changed for a day. */
import { html } from 'hono/html';
import type { Instant } from '../../lib/domain/booking.ts';
import { formatInstant } from '../../lib/domain/time-text.ts';
import { loadBooking, lockBooking } from '../ledger/bookings.ts';
import { answerHeld, findHeldLink, isOfThese, type HeldQuestion } from '../ledger/held.ts';
import type { BookingRecord } from '../ledger/records.ts';
import type { Queries } from '../ledger/schema.ts';
import type { Routes } from '../routes/parts.ts';
import { refuse } from '../routes/problem.ts';
import { sentencesIn, type SentenceKey } from '../texts/texts.ts';
import { addressOf } from './address.ts';
import { saidPage } from './bilingual.ts';
import { factsOf } from './facts.ts';
import { page, type Fragment } from './layout.ts';
import { isForeign, show } from './respond.ts';
import { createThrottle } from './throttle.ts';

const A_MINUTE = 60_000;
/** Requests a minute from one address, for links that nobody gave out. */
const WRONG_A_MINUTE = 10;

interface Asked {
  question: HeldQuestion;
  record: BookingRecord;
}

const unknownPage = (): Fragment => saidPage(sentencesIn, 'held.unknown', 'held.unknownText');

/** Nothing to answer: Zoom knows better, or a day has passed. */
function closedWith({ question }: Asked, now: Instant): SentenceKey | null {
  if (question.answered_by === 'zoom') return 'held.seen';
  return now >= question.closes_at ? 'held.closed' : null;
}

function questionPage(asked: Asked, now: Instant): Fragment {
  const { question, record } = asked;
  const say = sentencesIn(record.language);
  const closed = closedWith(asked, now);
  const title = say(closed !== null ? 'held.title' : question.answer === null ? 'held.question' : 'held.thanks');
  const said = closed !== null ? say(closed) : question.answer === null ? null : say(`held.noted.${question.answer}`);
  const button = (answer: 'held' | 'notHeld', words: string): Fragment =>
    question.answer === answer ? html`` : html`<p><button type="submit" class="keep" name="answer" value="${answer}">${words}</button></p>`;
  const form = closed !== null ? '' : html`<form method="post">${button('held', say('held.yes'))}${button('notHeld', say('held.no'))}</form>
<p>${say('held.until', { until: formatInstant(question.closes_at, record.language) })}</p>`;
  return page(record.language, say('held.title'), html`<h1>${title}</h1>
${factsOf(record)}
${said === null ? '' : html`<p role="status">${said}</p>`}
${form}`);
}

export const heldPages: Routes = (app, parts) => {
  const { database, clock } = parts;
  const wrong = createThrottle(WRONG_A_MINUTE, A_MINUTE);
  /** A link of former hours is no link any more. */
  const find = async (db: Queries, token: string, read: (id: string) => Promise<BookingRecord | null>): Promise<Asked | null> => {
    const question = await findHeldLink(db, token);
    const record = question === null ? null : await read(question.booking_id);
    return question === null || record === null || !isOfThese(question, record) ? null : { question, record };
  };

  app.get('/h/:token', async (context) => {
    const now = clock.now();
    const asked = await find(database.db, context.req.param('token'), (id) => loadBooking(database.db, id));
    if (asked !== null) return show(context, questionPage(asked, now));
    return wrong.take(addressOf(context), now) ? show(context, unknownPage(), 404) : refuse(context, 'too_many');
  });

  app.post('/h/:token', async (context) => {
    const now = clock.now();
    if (isForeign(context, parts.publicUrl())) return refuse(context, 'origin');
    const given = new URLSearchParams(await context.req.text()).get('answer');
    const answer = (['held', 'notHeld'] as const).find((known) => known === given);
    return database.db.transaction().execute(async (transaction) => {
      const asked = await find(transaction, context.req.param('token'), (id) => lockBooking(transaction, database.dialect, id));
      if (asked === null) return wrong.take(addressOf(context), now) ? show(context, unknownPage(), 404) : refuse(context, 'too_many');
      if (answer === undefined || closedWith(asked, now) !== null) return show(context, questionPage(asked, now), answer === undefined ? 400 : 409);
      if (asked.question.answer !== answer) await answerHeld(transaction, asked.record.id, answer, 'link', now);
      return show(context, questionPage({ ...asked, question: { ...asked.question, answer } }, now));
    });
  });
};
