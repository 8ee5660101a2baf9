/**
 * From the text of a portal's page to plain objects, with a DOM at hand (the offscreen document, or Firefox's
 * event page). The page becomes a document that is never shown: it runs and loads nothing.
 */
import * as z from 'zod/mini';
import { roster } from '../domain/roster.ts';
import { bookingMessage, pageReading } from '../messages/content.ts';
import { openPortal, type Portal } from '../portal/portal.ts';
import { portalProfile } from '../portal/profile.ts';
import { readListDocument } from '../portal/read/document.ts';
import { serviceCard } from '../services/card.ts';

/** What the worker asks of the offscreen document. */
export const parseRequest = z.lazy(() => z.strictObject({
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
}));
export type ParseRequest = z.infer<typeof parseRequest>;

/**
 * `script`: an empty page that a program fills in the browser (the react look). `unknown` for whatever is not
 * surely one of the others. `total`: rows in all, `next`: the next page of the list,
 * `larger`: the same list with more rows a page.
 */
export const parsedPage = z.lazy(() => z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), reading: pageReading, total: z.nullable(z.number()), next: z.nullable(z.string()), larger: z.nullable(z.string()) }),
  z.object({ kind: z.literal('detail'), booking: bookingMessage }),
  z.object({ kind: z.literal('signIn') }),
  z.object({ kind: z.literal('script') }),
  z.object({ kind: z.literal('unknown') }),
]));
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

/** More rows than this in one page are more than we would ask of a portal at once. */
const ROWS_MAXIMUM = 500;
const toCount = (option: HTMLOptionElement): number => Number((option.textContent ?? '').replace(/\D/gu, ''));

/**
 * The address of the same list with the most rows a page that its own choice offers; null when the choice is a script's,
 * or when no more are offered. Only where the address itself says how many, or a form that reads and never writes does.
 */
function largerOf(portal: Portal, address: string): string | null {
  const [control, ...others] = portal.findAll('pageSize');
  if (control?.localName !== 'select' || others.length > 0) return null;
  const select = control as HTMLSelectElement;
  const name = select.getAttribute('name') ?? '';
  const url = new URL(address);
  const { form } = select;
  const isAsked = url.searchParams.has(name) || (form !== null && (form.getAttribute('method') ?? 'get').toLowerCase() === 'get' && new URL(form.getAttribute('action') ?? '', address).pathname === url.pathname);
  const options = [...select.querySelectorAll('option')];
  const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
  const [most] = options.filter((option) => toCount(option) > 0 && toCount(option) <= ROWS_MAXIMUM).sort((one, other) => toCount(other) - toCount(one));
  if (name === '' || !isAsked || chosen === undefined || most === undefined || toCount(most) <= toCount(chosen)) return null;
  url.searchParams.set(name, most.getAttribute('value') ?? toCount(most).toString());
  return url.href;
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
  const list = readListDocument(page, address, profile, cards, establishments, now, id);
  if (list.kind === 'signIn') return { kind: 'signIn' };
  const portal = openPortal({ id, document: page, url: () => address, profile, cards, roster: establishments, now: () => now });
  const found = parsedPage.safeParse(
    list.kind === 'list'
      ? { kind: 'list', reading: list.reading, total: list.total, next: nextOf(portal, address), larger: largerOf(portal, address) }
      : { kind: 'detail', booking: portal.readDetail() },
  );
  if (found.success) return found.data;
  return { kind: isShell(page) ? 'script' : 'unknown' };
}
