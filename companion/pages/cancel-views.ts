/** What the cancellation pages say in each case. */
import { html } from 'hono/html';
import { cancellationReasons } from '../../lib/contract/event.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { formatHour } from '../../lib/domain/time-text.ts';
import { sentencesIn } from '../texts/texts.ts';
import type { SentenceKey } from '../texts/texts.ts';
import { factsOf } from './facts.ts';
import type { Fragment } from './layout.ts';
import { page } from './layout.ts';

/** The question, with the portal's four reasons; `word` when the link was opened so soon that a machine may have done it. */
export function questionPage(record: BookingRecord, options: { word: boolean; error: 'page.reasonMissing' | 'page.wordWrong' | null; chosen: string | null }): Fragment {
  const say = sentencesIn(record.language);
  const choices = cancellationReasons.map((reason) => html`<label class="choice"><input type="radio" name="reason" value="${reason}" required${options.chosen === reason ? html` checked` : ''}>${say(`reason.${reason}`)}</label>`);
  const word = options.word ? html`<p>${say('page.word')}</p><p><label for="word">${say('page.wordLabel')}</label><input type="text" id="word" name="word" autocomplete="off" required></p>` : '';
  return page(record.language, say('page.title'), html`<h1>${say('page.question')}</h1>
${options.error === null ? '' : html`<p class="error" role="alert">${say(options.error)}</p>`}
${factsOf(record)}
<p>${say('page.keep')}</p>
<form method="post"><fieldset><legend>${say('page.reason')}</legend>${choices}</fieldset>${word}<p><button type="submit">${say('page.cancel')}</button></p></form>`);
}

/** Cancelled, with the way back as long as there is one. */
export function donePage(record: BookingRecord, undoUntil: number): Fragment {
  const say = sentencesIn(record.language);
  return page(record.language, say('page.done'), html`<h1>${say('page.done')}</h1>
${factsOf(record)}
<p role="status">${say('page.undoUntil', { until: formatHour(undoUntil, record.language) })}</p>
<form method="post"><input type="hidden" name="undo" value="yes"><p><button type="submit" class="keep">${say('page.undo')}</button></p></form>`);
}

/** A page with a title, the booking and one sentence. */
export function plainPage(record: BookingRecord, title: SentenceKey, sentence: SentenceKey): Fragment {
  const say = sentencesIn(record.language);
  return page(record.language, say(title), html`<h1>${say(title)}</h1>${factsOf(record)}<p role="status">${say(sentence)}</p>`);
}
