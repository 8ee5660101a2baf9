/** A page for guests, whose language nobody knows: French first, English below. */
import { html } from 'hono/html';
import type { Language } from '../../lib/domain/time-text.ts';
import { roomSentencesIn, type RoomSentenceKey, type RoomSentences } from '../texts/rooms.ts';
import { page, type Fragment } from './layout.ts';

/** @param part what one language's half holds, its heading first */
export function bilingualPage(title: (say: RoomSentences) => string, part: (say: RoomSentences, language: Language) => Fragment): Fragment {
  const [fr, en] = [roomSentencesIn('fr'), roomSentencesIn('en')];
  return page('fr', `${title(fr)} · ${title(en)}`, html`<section lang="fr-CA">${part(fr, 'fr')}</section><hr><section lang="en-CA">${part(en, 'en')}</section>`);
}

/** A page that says one thing. @param between stands between its heading and its text */
export const saidPage = (title: RoomSentenceKey, text: RoomSentenceKey, between: (say: RoomSentences, language: Language) => Fragment | '' = () => ''): Fragment =>
  bilingualPage((say) => say(title), (say, language) => html`<h1>${say(title)}</h1>${between(say, language)}<p>${say(text)}</p>`);
