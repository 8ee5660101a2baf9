/**
 * From the text of a portal's page to plain objects, with a DOM at hand (the offscreen document, or Firefox's
 * event page). The page becomes a document that is never shown: it runs and loads nothing.
 */
import * as z from 'zod/mini';
import { roster } from '../domain/roster.ts';
import { bookingMessage, readingMessage } from '../messages.ts';
import { openPortal, type Portal } from '../portal/portal.ts';
import { portalProfile } from '../portal/profile.ts';
import { serviceCard } from '../services/card.ts';

/** What the worker asks of the offscreen document. */
export const parseRequest = z.strictObject({
  type: z.literal('offscreen.parse'),
  html: z.string(),
  address: z.string(),
  /** The portal's identifier in the settings. */
  portal: z.string(),
  profile: portalProfile,
  cards: z.array(serviceCard),
  roster,
  /** Milliseconds since 1970 UTC. */
  now: z.number(),
});
export type ParseRequest = z.infer<typeof parseRequest>;

/**
 * `script`: an empty page that a program fills in the browser (the react look). `unknown` for whatever is not
 * surely one of the others. `next`: the next page of the list.
 */
export const parsedPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), reading: readingMessage, next: z.nullable(z.string()) }),
  z.object({ kind: z.literal('detail'), booking: bookingMessage }),
  z.object({ kind: z.literal('signIn') }),
  z.object({ kind: z.literal('script') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type ParsedPage = z.infer<typeof parsedPage>;

/** The address that « Suivant » leads to, when it is a link; a button of a script leads nowhere that we may follow. */
function nextOf(portal: Portal, address: string): string | null {
  for (const element of portal.findAll('nextPage')) {
    const link = element.closest('a[href]')?.getAttribute('href') ?? element.querySelector('a[href]')?.getAttribute('href');
    if (link === null || link === undefined || link.startsWith('#') || !URL.canParse(link, address)) continue;
    const next = new URL(link, address);
    if (/^https?:$/u.test(next.protocol) && next.href !== address) return next.href;
  }
  return null;
}

/** Characters that a page may show and still be called empty. */
const SHELL_MAXIMUM = 60;

function isShell(page: Document): boolean {
  const body = page.body.cloneNode(true) as HTMLElement;
  for (const element of body.querySelectorAll('script,style,noscript,template')) element.remove();
  return page.querySelector('script') !== null && (body.textContent ?? '').trim().length <= SHELL_MAXIMUM;
}

export function parsePage({ html, address, portal: id, profile, cards, roster: establishments, now }: ParseRequest): ParsedPage {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const portal = openPortal({ id, document: page, url: () => address, profile, cards, roster: establishments, now: () => now });
  if (portal.kind() === 'signIn') return { kind: 'signIn' };
  const list = portal.readList();
  const read: ParsedPage | null = list === null ? null : { kind: 'list', reading: list.reading, next: nextOf(portal, address) };
  const booking = read === null ? portal.readDetail() : null;
  const found = parsedPage.safeParse(read ?? (booking === null ? null : { kind: 'detail', booking }));
  if (found.success) return found.data;
  return { kind: isShell(page) ? 'script' : 'unknown' };
}
