/** A page for whoever's language nobody knows: French first, English below. */
import { html } from 'hono/html';
import type { Language } from '../../lib/domain/time-text.ts';
import { page, type Fragment } from './layout.ts';

/** The dictionary that a page speaks from, in one language. */
type SayIn<Say> = (language: Language) => Say;

/** @param part what one language's half holds, its heading first */
export function bilingualPage<Say>(sayIn: SayIn<Say>, title: (say: Say) => string, part: (say: Say, language: Language) => Fragment): Fragment {
  const [fr, en] = [sayIn('fr'), sayIn('en')];
  return page('fr', `${title(fr)} · ${title(en)}`, html`<section lang="fr-CA">${part(fr, 'fr')}</section><hr><section lang="en-CA">${part(en, 'en')}</section>`);
}

/** A page that says one thing. @param between stands between its heading and its text */
export const saidPage = <Key extends string>(sayIn: SayIn<(key: Key) => string>, title: NoInfer<Key>, text: NoInfer<Key>, between: (language: Language) => Fragment | '' = () => ''): Fragment =>
  bilingualPage(sayIn, (say) => say(title), (say, language) => html`<h1>${say(title)}</h1>${between(language)}<p>${say(text)}</p>`);
