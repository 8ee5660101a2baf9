/** `/k/<token>`: the host key of a slot (S1-05). GET shows a button, since mail scanners open every link; POST shows the key, once. */
import { html } from 'hono/html';
import { ROOM_OPENS_BEFORE } from '../../lib/contract/bounds.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { formatHour, formatInstant } from '../../lib/domain/time-text.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { revealHostKey, type RevealOutcome } from '../jobs/host-key.ts';
import { loadBooking } from '../ledger/bookings.ts';
import { endOf, startOf, type BookingRecord } from '../ledger/records.ts';
import { findKeyLink, type Reveal } from '../ledger/rooms.ts';
import type { Queries } from '../ledger/schema.ts';
import type { Routes } from '../routes/parts.ts';
import { refuse } from '../routes/problem.ts';
import { holderInWords } from '../routes/rooms.ts';
import { roomSentencesIn } from '../texts/rooms.ts';
import { addressOf } from './address.ts';
import { saidPage } from './bilingual.ts';
import { factsOf } from './facts.ts';
import { page, type Fragment } from './layout.ts';
import { isForeign, show } from './respond.ts';
import { createThrottle } from './throttle.ts';

const WRONG_A_MINUTE = 10;

interface Asked {
  reveal: Reveal;
  record: BookingRecord;
}

function keyPage(record: BookingRecord, main: (say: ReturnType<typeof roomSentencesIn>) => Fragment): Fragment {
  const say = roomSentencesIn(record.language);
  return page(record.language, say('key.title'), html`<h1>${say('key.title')}</h1>
${factsOf(record)}
${main(say)}`);
}

/** What stands in the way, without asking Zoom; null: nothing. */
function standing({ reveal, record }: Asked, now: Instant): Exclude<RevealOutcome, { outcome: 'shown' }> | null {
  if (now < startOf(record) - ROOM_OPENS_BEFORE) return { outcome: 'early', at: startOf(record) - ROOM_OPENS_BEFORE };
  if (now >= endOf(record) || !['scheduled', 'live'].includes(record.life.state)) return { outcome: 'over' };
  return reveal.revealed_at === null ? null : { outcome: 'taken' };
}

const questionPage = (record: BookingRecord): Fragment =>
  keyPage(record, (say) => html`<p>${say('key.once')}</p><form method="post"><p><button type="submit" class="keep">${say('key.button')}</button></p></form>`);

function outcomePage(record: BookingRecord, outcome: RevealOutcome): Fragment {
  const { language } = record;
  return keyPage(record, (say) => {
    switch (outcome.outcome) {
      case 'shown':
        return html`<h2>${say('key.shown')}</h2><p role="status"><strong><code>${outcome.answer.hostKey}</code></strong></p><p>${say('key.note', { until: formatHour(endOf(record), language) })}</p>
<ol>${say('room.steps').split('\n').map((step) => html`<li>${step.replace(/^\d\.\s/u, '')}</li>`)}</ol>`;
      case 'early':
        return html`<p role="status">${say('key.tooEarly', { at: formatInstant(outcome.at, language) })}</p>`;
      case 'busy': {
        const insist = outcome.mayInsist ? html`<form method="post"><input type="hidden" name="despite" value="yes"><p><button type="submit">${say('key.despite')}</button></p></form>` : html`<p>${say('key.busyWait', { at: formatHour(startOf(record), language) })}</p>`;
        return html`<p class="error" role="alert">${say('key.busy', { holder: holderInWords(outcome.busy, language) })}</p>${insist}`;
      }
      case 'taken':
        return html`<p role="status">${say('key.taken')}</p>`;
      case 'silent':
        return html`<p class="error" role="alert">${say('key.silent')}</p><form method="post"><p><button type="submit" class="keep">${say('key.button')}</button></p></form>`;
      case 'over':
      case 'noRoom':
        return html`<p role="status">${say('key.over')}</p>`;
    }
  });
}

export const hostKeyPages: Routes = (app, parts) => {
  const { database, clock } = parts;
  const wrong = createThrottle(WRONG_A_MINUTE, MINUTE);
  /** A link of former hours is no link any more. */
  const find = async (db: Queries, token: string): Promise<Asked | null> => {
    const reveal = await findKeyLink(db, token);
    const record = reveal === null ? null : await loadBooking(db, reveal.booking_id);
    return reveal === null || record === null || record.life.revision !== reveal.revision ? null : { reveal, record };
  };
  const unknownPage = (): Fragment => saidPage(roomSentencesIn, 'key.unknown', 'key.unknownText');

  app.get('/k/:token', async (context) => {
    const now = clock.now();
    const asked = await find(database.db, context.req.param('token'));
    if (asked === null) return wrong.take(addressOf(context), now) ? show(context, unknownPage(), 404) : refuse(context, 'too_many');
    const stands = standing(asked, now);
    return stands === null ? show(context, questionPage(asked.record)) : show(context, outcomePage(asked.record, stands), 409);
  });

  app.post('/k/:token', async (context) => {
    const now = clock.now();
    if (isForeign(context, parts.publicUrl())) return refuse(context, 'origin');
    const despite = new URLSearchParams(await context.req.text()).get('despite') === 'yes';
    const asked = await find(database.db, context.req.param('token'));
    if (asked === null) return wrong.take(addressOf(context), now) ? show(context, unknownPage(), 404) : refuse(context, 'too_many');
    const outcome = standing(asked, now) ?? (await revealHostKey(parts, asked.record, { despite, actor: 'link', signal: context.req.raw.signal }));
    parts.wake();
    return show(context, outcomePage(asked.record, outcome), outcome.outcome === 'shown' ? 200 : 409);
  });
};
