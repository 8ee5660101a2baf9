/**
 * A worker of Chrome has no DOM: an offscreen document parses for it, opened for the first page of one reading (a portal
 * that does not answer needs none) and closed after.
 */
import { browser } from 'wxt/browser';
import { parsedPage, parsePage, type ParsedPage, type ParseRequest } from './parse-page.ts';

const OFFSCREEN_PAGE = '/offscreen.html';

async function parseOffscreen(request: ParseRequest): Promise<ParsedPage> {
  const parsed = parsedPage.safeParse(await browser.runtime.sendMessage(request));
  return parsed.success ? parsed.data : { kind: 'unknown' };
}

async function openDocument(): Promise<void> {
  // A worker that died in the middle of a reading has left its document behind.
  await browser.offscreen.closeDocument().catch(() => undefined);
  await browser.offscreen.createDocument({
    url: OFFSCREEN_PAGE,
    reasons: ['DOM_PARSER'],
    justification: 'Lire la liste des réservations du portail sans ouvrir d’onglet.',
  });
}

/** Parses one page of a portal. */
export type ParsePage = (request: Omit<ParseRequest, 'type'>) => Promise<ParsedPage>;

/**
 * Lends a parser to one piece of work. Readings run one at a time, so that there is never a second document.
 * @param work must not keep the parser
 */
export async function withParser<T>(work: (parse: ParsePage) => Promise<T>): Promise<T> {
  // Firefox's event page has a DOM; the builds for Chrome and Edge leave the readers of pages to the document.
  if (!import.meta.env.CHROME && !import.meta.env.EDGE && typeof DOMParser !== 'undefined') return work((request) => Promise.resolve(parsePage({ type: 'offscreen.parse', ...request })));
  let opened: Promise<void> | null = null;
  try {
    return await work(async (request) => {
      await (opened ??= openDocument());
      return parseOffscreen({ type: 'offscreen.parse', ...request });
    });
  } finally {
    if (opened !== null) await browser.offscreen.closeDocument();
  }
}
