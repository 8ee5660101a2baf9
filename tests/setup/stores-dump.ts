/**
 * Everything that the extension has written down in one real browser, as text, place by place: the browser's stores, the databases
 * and caches of its own pages and worker, and what its scripts left with the portal's pages. What a test looks for stands in it or nowhere.
 */
import type { Browser } from 'webextension-polyfill';
import type { Page } from 'playwright-core';
import type { PersonBrowser } from './launch.ts';

/** The browser's own object, inside the extension's pages and worker. */
declare const chrome: Browser;

/** « local invitations », « indexedDB passerelle/keys », « portal sessionStorage passerelle:draft:… ». */
export interface Written {
  place: string;
  text: string;
}

/** Runs in a page of ours. Keys that cannot leave the browser have a name there, and no content. */
async function readOwn(): Promise<Written[]> {
  const written: Written[] = [];
  for (const area of ['local', 'session', 'sync', 'managed'] as const) {
    // A browser without a policy may refuse the question.
    const values = await chrome.storage[area].get(null).catch(() => ({}));
    for (const [key, value] of Object.entries(values)) written.push({ place: `${area} ${key}`, text: typeof value === 'string' ? value : JSON.stringify(value) });
  }
  const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([asked(all.getAllKeys()), asked(all.getAll())]);
      written.push({ place: `indexedDB ${name}/${store}`, text: JSON.stringify([keys, values]) });
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) written.push({ place: `cache ${name} ${request.url}`, text: (await (await cache.match(request))?.text()) ?? '' });
  }
  for (const [area, store] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]] as const) {
    for (const [key, text] of Object.entries(store)) written.push({ place: `own ${area} ${key}`, text: String(text) });
  }
  return written;
}

/** Runs in a page of the portal. */
function readPortal(): Written[] {
  return ([['sessionStorage', sessionStorage], ['localStorage', localStorage]] as const).flatMap(([area, store]) =>
    Object.entries(store).map(([key, text]): Written => ({ place: `portal ${area} ${key}`, text: String(text) })));
}

/** @param portal the person's tab of the portal */
export async function dumpStores(browser: PersonBrowser, portal: Page): Promise<Written[]> {
  const own = await browser.openOwn('popup.html');
  const written = await own.evaluate(readOwn);
  await own.close();
  return [...written, ...(await portal.evaluate(readPortal))];
}

/** The places in which one of the words stands, in whatever case; sorted, each once. */
export const placesOf = (written: readonly Written[], words: readonly string[]): string[] =>
  [...new Set(written.filter(({ text }) => words.some((word) => text.toLocaleLowerCase('fr').includes(word.toLocaleLowerCase('fr')))).map(({ place }) => place))].sort();
